import { put } from '../../../model/collect';
import type { WorkflowNode } from '../workflow';
import type { Pairs } from './pairs';
import type { UpgradeProblem, Unmerged } from './problems';
import { referencesIn, renamed } from './references';
import type { Wire } from './wires';
import { wireKey } from './wires';
import { isNote } from './match';

/** Nodes that a person added, with their wires: what goes on as it is, and what has nowhere to go. */

export interface Added {
	/** Under the names of the upgraded workflow. */
	nodes: WorkflowNode[];
	/** Wires from, to and between them. */
	wires: Wire[];
	problems: UpgradeProblem[];
	unconnected: string[];
	leftOut: string[];
}

/** Nodes that hang together by wires among themselves. */
function groupsOf(names: readonly string[], wires: readonly Wire[]): string[][] {
	const groupOf = new Map(names.map((name) => [name, name]));
	const rootOf = (name: string): string => {
		const parent = groupOf.get(name) ?? name;
		return parent === name ? name : rootOf(parent);
	};
	for (const { from, to } of wires) {
		if (groupOf.has(from) && groupOf.has(to)) groupOf.set(rootOf(from), rootOf(to));
	}
	const groups = new Map<string, string[]>();
	for (const name of names) put(groups, rootOf(name), name);
	return [...groups.values()];
}

interface Group {
	nodes: WorkflowNode[];
	wires: Wire[];
}

const problem = (
	code: UpgradeProblem['code'],
	node: string,
	other: string,
	optional: boolean,
): UpgradeProblem => ({ code, params: { node, other }, node, optional });

/** The message step of before: where a customer's own mail or chat node stood, or what hung behind it. */
const SEND_MESSAGE = 'Send message';

function problemsOf(
	{ nodes, wires }: Group,
	pairs: Pairs,
	alive: ReadonlySet<string>,
	between: boolean,
): UpgradeProblem[] {
	const names = new Set(nodes.map(({ name }) => name));
	const wired = wires.flatMap(({ from, to }) => {
		const other = names.has(from) ? to : from;
		if (alive.has(other) || names.has(other)) return [];
		const node = names.has(from) ? from : to;
		const message = other === SEND_MESSAGE || node === SEND_MESSAGE;
		return [problem(message ? 'UPGRADE_MESSAGE_STEP' : 'UPGRADE_NODE_ADRIFT', node, other, true)];
	});
	const referring = nodes.flatMap(({ name, parameters }) => {
		const { names: others, computed } = referencesIn(parameters);
		const missing = [...others].filter((other) => pairs.goneNames.has(other));
		return [
			...missing.map((other) => problem('UPGRADE_REFERENCE_GONE', name, other, !between)),
			...(computed ? [problem('UPGRADE_REFERENCE_COMPUTED', name, '', !between)] : []),
		];
	});
	return [...wired, ...referring].filter(
		(one, at, all) =>
			all.findIndex((other) => other.code === one.code && other.node === one.node) === at,
	);
}

/**
 * @param theirs the wires of the stored workflow under the new names
 * @param alive names of the nodes that go on, the added ones left out
 */
export function carryAdded(
	pairs: Pairs,
	theirs: readonly Wire[],
	alive: ReadonlySet<string>,
	unmerged: Unmerged,
): Added {
	const nodes = pairs.added
		.filter((node) => !isNote(node))
		.map((node) => ({
			...node,
			parameters: Object.fromEntries(
				Object.entries(node.parameters).map(([key, value]) => [
					key,
					renamed(value, pairs.names.theirs),
				]),
			),
		}));
	const own = new Set(nodes.map(({ name }) => name));
	const touching = theirs.filter(({ from, to }) => own.has(from) || own.has(to));
	const result: Added = { nodes: [], wires: [], problems: [], unconnected: [], leftOut: [] };
	const wires = new Map<string, Wire>();
	for (const names of groupsOf([...own], touching)) {
		const inside = new Set(names);
		const group: Group = {
			nodes: nodes.filter(({ name }) => inside.has(name)),
			wires: touching.filter(({ from, to }) => inside.has(from) || inside.has(to)),
		};
		const fed = group.wires.some(({ from }) => alive.has(from));
		const feeding = group.wires.some(({ to }) => alive.has(to));
		const problems = problemsOf(group, pairs, alive, fed && feeding);
		const stranded = problems.length > 0 && !(fed && feeding);
		result.problems.push(...problems);
		if (stranded && unmerged === 'leaveOut') {
			result.leftOut.push(...names);
			continue;
		}
		if (stranded) result.unconnected.push(...names);
		result.nodes.push(...group.nodes);
		for (const wire of group.wires) {
			const reaches = (name: string) => inside.has(name) || (!stranded && alive.has(name));
			if (reaches(wire.from) && reaches(wire.to)) wires.set(wireKey(wire), wire);
		}
	}
	return { ...result, wires: [...wires.values()] };
}
