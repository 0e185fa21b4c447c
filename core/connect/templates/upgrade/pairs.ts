import type { Workflow, WorkflowNode } from '../workflow';
import { isNote, matchNodes } from './match';
import type { Filled } from './match';
import type { NodeNames, Three } from './node';

/** What became of each node between the template that a workflow was made from, the workflow and the new template. */

export interface Pairs {
	/** In all three. */
	kept: Three[];
	/** Stored, and no longer in the template. */
	gone: Array<Pick<Three, 'base' | 'theirs'>>;
	/** In both templates, and taken out of the workflow by a person. */
	removed: Array<Pick<Three, 'base' | 'next'>>;
	/** Nodes, and notes, of a person. */
	added: WorkflowNode[];
	/** New in the template. */
	fresh: WorkflowNode[];
	names: NodeNames;
	/** Names of nodes that the upgraded workflow no longer has, as `names.theirs` gives them. */
	goneNames: ReadonlySet<string>;
}

const freeName = (wanted: string, taken: ReadonlySet<string>): string => {
	if (!taken.has(wanted)) return wanted;
	for (let count = 2; ; count += 1) {
		const name = `${wanted} ${count}`;
		if (!taken.has(name)) return name;
	}
};

/** A node that a person renamed keeps that name; any other takes the name of the new template. */
function finalNames(kept: readonly Three[], added: readonly WorkflowNode[], next: Workflow) {
	const own = new Map(
		kept.flatMap(({ base, theirs, next: after }) =>
			theirs.name === base.name ? [] : [[after.name, theirs.name] as const],
		),
	);
	const taken = new Set([...added.map(({ name }) => name), ...own.values()]);
	const final = new Map<string, string>();
	for (const { name } of next.nodes) {
		const chosen = own.get(name) ?? freeName(name, taken);
		taken.add(chosen);
		final.set(name, chosen);
	}
	return final;
}

export function pairUp(base: Workflow, stored: Workflow, next: Workflow, filled: Filled): Pairs {
	const theirsOf = matchNodes(base.nodes, stored.nodes, filled);
	const nextOf = matchNodes(base.nodes, next.nodes, filled);
	const kept: Three[] = [];
	const gone: Pairs['gone'] = [];
	const removed: Pairs['removed'] = [];
	for (const node of base.nodes) {
		const [theirs, after] = [theirsOf.get(node), nextOf.get(node)];
		if (theirs !== undefined && after !== undefined) {
			kept.push({ base: node, theirs, next: after });
		} else if (theirs !== undefined) gone.push({ base: node, theirs });
		else if (after !== undefined) removed.push({ base: node, next: after });
	}
	const [known, heirs] = [new Set(theirsOf.values()), new Set(nextOf.values())];
	const added = stored.nodes.filter((node) => !known.has(node));
	const fresh = next.nodes.filter((node) => !heirs.has(node));
	const final = finalNames(kept, added, next);
	const nameOf = (name: string): string => final.get(name) ?? name;
	const fromBase = new Map(kept.map((three) => [three.base.name, nameOf(three.next.name)]));
	const fromTheirs = new Map([
		...gone.map(({ base: was, theirs }) => [theirs.name, was.name] as const),
		...kept.map((three) => [three.theirs.name, nameOf(three.next.name)] as const),
	]);
	const present = new Set([...final.values(), ...added.map(({ name }) => name)]);
	const goneNames = base.nodes
		.filter((node) => !isNote(node))
		.map(({ name }) => fromBase.get(name) ?? name)
		.filter((name) => !present.has(name));
	return {
		kept,
		gone,
		removed,
		added,
		fresh,
		names: {
			base: (name) => fromBase.get(name) ?? name,
			theirs: (name) => fromTheirs.get(name) ?? name,
			next: nameOf,
		},
		goneNames: new Set(goneNames),
	};
}
