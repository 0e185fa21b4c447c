import { isRecord } from '../../shared/parameters';
import { readText, type RowReader } from '../api/fields';
import type { Listing } from './listing';
import type { CoverageCheck } from '../../shared/source/coverage';

/** The histories of a list by employee, and what was wrong with its rows. */
export interface Histories<T> {
	byEmployee: Map<string, T[]>;
	/** Employees that were listed more than once. */
	duplicates: number;
	/** Records without employee id, or history rows that are no row. */
	unreadable: number;
}

/**
 * The history in an item: the array under `key` whatever its case (sources disagree on
 * `variableWageComponents`), else the only array there is. `null` when there is none.
 */
function historyOf(item: Record<string, unknown>, key: string): unknown[] | null {
	const exact = item[key];
	if (Array.isArray(exact)) return exact;
	const lower = key.toLowerCase();
	const named = Object.entries(item).find(([name]) => name.toLowerCase() === lower)?.[1];
	if (Array.isArray(named)) return named;
	// `employees` carries one object instead of a history.
	if (isRecord(named)) return [named];
	const arrays = Object.values(item).filter(Array.isArray);
	return arrays.length === 1 ? (arrays[0] ?? null) : null;
}

/** Reads the rows of a listing: one item per employee with an array of rows. Pure. */
export function readHistories<T>(
	items: readonly unknown[],
	key: string,
	readRow: RowReader<T>,
): Histories<T> {
	const byEmployee = new Map<string, T[]>();
	let duplicates = 0;
	let unreadable = 0;
	for (const item of items) {
		const id = isRecord(item) ? readText(item['employeeId']) : null;
		if (!isRecord(item) || id === null) {
			unreadable += 1;
			continue;
		}
		if (byEmployee.has(id)) {
			duplicates += 1;
			continue;
		}
		const history: T[] = [];
		const rows = historyOf(item, key);
		// Several lists under names that nobody knows: which is the history is not known, so it is not "none".
		if (rows === null && Object.values(item).some(Array.isArray)) unreadable += 1;
		for (const row of rows ?? []) {
			const read = readRow(row);
			if (read === null) unreadable += 1;
			else history.push(read);
		}
		byEmployee.set(id, history);
	}
	return { byEmployee, duplicates, unreadable };
}

/** The checks of one list; a check that is not ok makes the company incomplete. */
export function checkListing(listing: Listing, histories: Histories<unknown>): CoverageCheck[] {
	const { list, rows, totalRecords, totalsStable, gap, pages } = listing;
	const unique = histories.byEmployee.size;
	const expected = totalRecords ?? unique;
	const announced = totalRecords === null ? 'no total announced' : `${totalRecords} announced`;
	return [
		{
			code: 'TOTALS_MATCH',
			ok: !gap && rows.length === (totalRecords ?? rows.length) && unique === expected,
			detail: `${list}: ${unique} read, ${announced}, ${pages} page(s)`,
		},
		{ code: 'TOTALS_STABLE', ok: totalsStable, detail: list },
		{
			code: 'NO_DUPLICATE_KEYS',
			ok: histories.duplicates === 0,
			detail: `${list}: ${histories.duplicates} twice`,
		},
		{
			code: 'ROWS_READABLE',
			ok: histories.unreadable === 0,
			detail: `${list}: ${histories.unreadable} unreadable`,
		},
	];
}
