import type { PlanRow } from '../model/plan';
import type { RowCounts } from '../model/summary';
import { countRows } from '../plan/count';
import { appliedOf, chosenRow, questionsOf } from './choices';

/**
 * What an approval applies, counted: all rows but who is left out, and what the answers make of holds.
 *
 * @param out row_ids of the rows that are left out
 * @param chosen row_ids of holds that were answered "the same person"
 */
export function approvedCounts(
	rows: readonly PlanRow[],
	out: ReadonlyMap<string, unknown>,
	chosen: readonly string[],
): RowCounts {
	const same = new Set(chosen);
	const answered = same.size === 0 ? [] : questionsOf(rows).filter(({ key }) => same.has(key));
	return countRows([
		...rows.filter(({ action, row_id: id }) => action !== 'hold' && !out.has(id)),
		...answered.flatMap(appliedOf).map((row) => chosenRow(row, () => true)),
	]);
}
