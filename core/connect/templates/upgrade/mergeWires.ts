import type { Workflow } from '../workflow';
import type { Pairs } from './pairs';
import type { UpgradeProblem } from './problems';
import { renameWires, wireKey, wiresOf } from './wires';
import type { Wire } from './wires';

/** The wires of the new template, with what a person changed in those of the old one. */

export interface MergedWires {
	/** Between nodes of the template. */
	wires: Wire[];
	/** Of the stored workflow, under the new names: the ones of added nodes are among them. */
	theirs: Wire[];
	problems: UpgradeProblem[];
}

export function mergeWires(
	pairs: Pairs,
	{ base, stored, next }: { base: Workflow; stored: Workflow; next: Workflow },
): MergedWires {
	const { names, kept } = pairs;
	const nodesOf = ({ nodes }: Workflow) => new Set(nodes.map(({ name }) => name));
	const present = nodesOf(stored);
	const real = wiresOf(stored.connections).filter(
		({ from, to }) => present.has(from) && present.has(to),
	);
	const was = renameWires(wiresOf(base.connections), names.base);
	const theirs = renameWires(real, names.theirs);
	const will = renameWires(wiresOf(next.connections), names.next);
	const stays = new Set(kept.map(({ next: node }) => names.next(node.name)));
	const [before, now, after] = [was, theirs, will].map((list) => new Set(list.map(wireKey)));
	const both = ({ from, to }: Wire): boolean => stays.has(from) && stays.has(to);
	const cut = was.filter((wire) => both(wire) && now?.has(wireKey(wire)) !== true);
	const own = theirs.filter((wire) => both(wire) && before?.has(wireKey(wire)) !== true);
	const cutKeys = new Set(cut.map(wireKey));
	const wires = [
		...will.filter((wire) => !cutKeys.has(wireKey(wire))),
		...own.filter((wire) => after?.has(wireKey(wire)) !== true),
	];
	const storedAs = new Map(
		kept.map(({ theirs: own, next: node }) => [names.next(node.name), own.name]),
	);
	const called = (name: string): string => storedAs.get(name) ?? name;
	// The new template goes another way there: what a person cut, or put in between, has no place in it.
	const problems = cut
		.filter((wire) => after?.has(wireKey(wire)) !== true)
		.map(({ from, to }) => ({
			code: 'UPGRADE_WIRE_CUT' as const,
			params: { node: called(from), other: called(to) },
			node: called(from),
			optional: false,
		}));
	return { wires, theirs, problems };
}
