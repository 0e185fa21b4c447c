import { compareText } from '../model/collect';
import type { AlleoEmployee, Employee } from '../model/employee';
import { canonicalWriter } from '../model/hash';
import type { Json } from '../model/hash';
import type { RowAction } from '../model/plan';
import type { Waits } from './people/claims';
import type { Draft } from './planHash';

/**
 * The order of the rows is the order of execution: identifiers are freed first (deactivations and
 * e-mail changes away), then updates, re-activations, creates; what is held comes last. The account
 * that a move leaves ends after the new one is there. The same plan has the same order whatever the
 * order of the input.
 */

const PHASE: Record<RowAction, number> = {
	deactivate: 0,
	update: 1,
	reactivate: 2,
	create: 3,
	hold: 4,
};

/** How many rows must go one after the other before a row: 0 for most. Waits are in order (claims.ts). */
function depths(waits: Waits): (row: Draft) => number {
	const known = new Map<Draft, number>();
	const depthOf = (row: Draft): number => known.get(row) ?? 0;
	for (const [row, before] of waits) known.set(row, 1 + Math.max(...before.map(depthOf)));
	return depthOf;
}

/** Breaks ties by content; each text is made once, because without ids everybody is a tie. */
function byContent(): (a: object, b: object) => number {
	const texts = new Map<object, string>();
	const write = canonicalWriter();
	const textOf = (value: object): string => {
		const known = texts.get(value);
		if (known !== undefined) return known;
		const text = write(value as { [key: string]: Json });
		texts.set(value, text);
		return text;
	};
	return (a, b) => compareText(textOf(a), textOf(b));
}

/**
 * A re-activation that frees an address another row needs goes before updates do; the end of an
 * account that its person has moved away from goes after the beginning of the new one.
 */
function phases(waits: Waits): (row: Draft) => number {
	const needed = new Set([...waits.values()].flat());
	const own = (row: Draft): number =>
		row.action === 'reactivate' && needed.has(row) ? PHASE.update : PHASE[row.action];
	return (row) =>
		row.action === 'deactivate' ? Math.max(own(row), ...(waits.get(row) ?? []).map(own)) : own(row);
}

/** In one order, so that nothing downstream depends on how the items arrived. */
export function sortPeople(people: readonly Employee[]): Employee[] {
	const compare = byContent();
	return [...people].sort(
		(a, b) => compareText(a.external_id ?? '~', b.external_id ?? '~') || compare(a, b),
	);
}

export function sortAccounts(accounts: readonly AlleoEmployee[]): AlleoEmployee[] {
	const compare = byContent();
	return [...accounts].sort((a, b) => a.company_id - b.company_id || a.id - b.id || compare(a, b));
}

const NO_WAITS: Waits = new Map();

export function orderRows(drafts: readonly Draft[], waits: Waits = NO_WAITS): Draft[] {
	const depthOf = depths(waits);
	const phaseOf = phases(waits);
	const keyed = drafts.map((row) => ({ row, phase: phaseOf(row), depth: depthOf(row) }));
	const compare = byContent();
	keyed.sort(
		(a, b) =>
			a.phase - b.phase ||
			a.depth - b.depth ||
			compareText(a.row.external_id ?? '~', b.row.external_id ?? '~') ||
			(a.row.alleo_id ?? 0) - (b.row.alleo_id ?? 0) ||
			compare(a.row, b.row),
	);
	return keyed.map(({ row }) => row);
}
