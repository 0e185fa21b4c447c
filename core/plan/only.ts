import { groupBy } from '../model/collect';
import { resolveIssue } from '../issues';
import type { PlanNotice } from '../model/summary';
import type { Waits } from './people/claims';
import type { Draft } from './planHash';

/**
 * The rows of one person, out of a reading of everybody: with the other half of a move, the rows about the
 * same account, and whatever must be written before them. What only waits for one of these rows is left to
 * the next run, which finds it as it is then.
 */

const accountOf = (company: number | null, id: number | null): string[] =>
	id === null ? [] : [`account ${company ?? ''}/${id}`];

/** What rows share that hang together; both sides of one question name the account that its answer writes on. */
const keysOf = (row: Draft): string[] => [
	...(row.external_id === null ? [] : [`person ${row.external_id}`]),
	...accountOf(row.alleo_company_id, row.alleo_id),
	...accountOf(row.choice?.alleo_company_id ?? null, row.choice?.alleo_id ?? null),
];

/**
 * @param rows of the whole reading, in the order of execution, which is kept
 * @param only the external id of the person
 * @param waits which rows must be written before a row
 */
export function rowsOfOne(rows: readonly Draft[], only: string, waits: Waits): Draft[] {
	const pairs = rows.flatMap((row) => keysOf(row).map((key) => ({ key, row })));
	const together = groupBy(pairs, ({ key }) => key);
	const byId = new Map(rows.map((row) => [row.row_id, row]));
	const wanted = new Set(rows.filter(({ external_id: id }) => id === only));
	// A set is walked in the order of insertion, what is added on the way included.
	for (const row of wanted) {
		for (const first of waits.get(row) ?? []) wanted.add(first);
		const linked = byId.get(row.linked_row_id ?? '');
		if (linked !== undefined) wanted.add(linked);
		for (const key of keysOf(row)) {
			for (const other of together.get(key) ?? []) wanted.add(other.row);
			together.delete(key);
		}
	}
	return rows.filter((row) => wanted.has(row));
}

/** Said on the plan, so that nobody takes it for all that there is to do. */
export function aboutOne(): PlanNotice {
	const { code, message, action, params } = resolveIssue('PLAN_OF_ONE');
	return { external_id: null, name: null, code, message, action, params, date: null };
}
