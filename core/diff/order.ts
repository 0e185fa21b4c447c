import type { AlleoEmployee, Employee } from '../employee';
import { canonicalJson } from '../hash';
import type { Json } from '../hash';
import type { RowAction } from '../plan';
import type { Waits } from './claims';
import type { DraftRow } from './planHash';
import type { Draft } from './rows';

/**
 * The order of the rows is the order of execution: identifiers are freed first (deactivations and
 * e-mail changes away), then updates, re-activations, creates; what is held comes last. The same
 * plan has the same order whatever the order of the input.
 */

const PHASE: Record<RowAction, number> = {
	deactivate: 0,
	update: 1,
	reactivate: 2,
	create: 3,
	hold: 4,
};

/** How many rows must go one after the other before this one: 0 for most. Waits are free of cycles (claims.ts). */
function depths(waits: Waits): (row: Draft) => number {
	const known = new Map<Draft, number>();
	const depthOf = (row: Draft): number => {
		const depth = known.get(row);
		if (depth !== undefined) return depth;
		const before = waits.get(row) ?? [];
		const own = before.length === 0 ? 0 : 1 + Math.max(...before.map(depthOf));
		known.set(row, own);
		return own;
	};
	return depthOf;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A re-activation that frees an address another row needs goes before updates do. */
function phaseOf(row: Draft, needed: ReadonlySet<Draft>): number {
	return row.action === 'reactivate' && needed.has(row) ? PHASE.update : PHASE[row.action];
}

/** People and accounts in one order, so that nothing downstream depends on how the items arrived. */
export function sortInputs(
	people: readonly Employee[],
	accounts: readonly AlleoEmployee[],
): { people: Employee[]; accounts: AlleoEmployee[] } {
	return {
		people: [...people].sort(
			(a, b) =>
				compareText(a.external_id ?? '~', b.external_id ?? '~') ||
				compareText(canonicalJson(a as unknown as Json), canonicalJson(b as unknown as Json)),
		),
		accounts: [...accounts].sort((a, b) => a.company_id - b.company_id || a.id - b.id),
	};
}

export function orderRows(drafts: readonly Draft[], waits: Waits): DraftRow[] {
	const depthOf = depths(waits);
	const needed = new Set([...waits.values()].flat());
	const keyed = drafts.map((row) => ({ row, phase: phaseOf(row, needed), depth: depthOf(row) }));
	keyed.sort(
		(a, b) =>
			a.phase - b.phase ||
			a.depth - b.depth ||
			compareText(a.row.external_id ?? '~', b.row.external_id ?? '~') ||
			(a.row.alleo_id ?? 0) - (b.row.alleo_id ?? 0) ||
			compareText(canonicalJson(a.row as unknown as Json), canonicalJson(b.row as unknown as Json)),
	);
	const used = new Map<string, number>();
	return keyed.map(({ row }, position) => {
		const count = (used.get(row.row_id) ?? 0) + 1;
		used.set(row.row_id, count);
		return { ...row, row_id: count === 1 ? row.row_id : `${row.row_id}-${count}`, position };
	});
}
