import type { Fault } from './faults.mts';

/** Faults inside a page of rows; works on the three vendors' pages (`data` or `rows`, totals beside it). */

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const rowsKey = (page: Json): string | null =>
	['data', 'rows'].find((key) => Array.isArray(page[key])) ?? null;

function shrink(page: Json, by: number): void {
	const minus = (holder: Json, key: string): void => {
		const value = holder[key];
		if (typeof value === 'number') holder[key] = Math.max(0, value - by);
	};
	minus(page, 'count');
	if (isObject(page['pagination'])) minus(page['pagination'], 'totalRecords');
}

const isVanished = (row: unknown, value: string): boolean =>
	isObject(row) &&
	['id', 'companyId', 'debtorId', 'EmployerId'].some((key) => String(row[key]) === value);

/** The page before this one, by caller's path without the paging parameters. */
export type PageMemory = Map<string, string>;

const PAGING = /([?&])(skip|take|limit|pageNumber|pageSize)=[^&]*/g;
export const pageKey = (url: string): string => url.replace(PAGING, '$1');

/** Applies the page faults to a JSON answer; anything that is no page stays as it is. */
export function alterPage(
	payload: string,
	url: string,
	faults: readonly Fault[],
	memory: PageMemory,
): string {
	const key = pageKey(url);
	let text = payload;
	for (const fault of faults) {
		if (fault.kind === 'repeatedPage') {
			text = memory.get(key) ?? text;
			continue;
		}
		const parsed: unknown = JSON.parse(text);
		if (fault.kind === 'vanished' && Array.isArray(parsed)) {
			text = JSON.stringify(parsed.filter((row) => !isVanished(row, fault.value ?? '')));
			continue;
		}
		if (!isObject(parsed)) continue;
		const at = rowsKey(parsed);
		if (at === null) continue;
		const rows = parsed[at] as unknown[];
		if (fault.kind === 'emptyPage') parsed[at] = [];
		if (fault.kind === 'truncatedPage') parsed[at] = rows.slice(0, Math.floor(rows.length / 2));
		if (fault.kind === 'shrunkTotals') shrink(parsed, fault.by ?? 1);
		if (fault.kind === 'vanished') {
			parsed[at] = rows.filter((row) => !isVanished(row, fault.value ?? ''));
		}
		text = JSON.stringify(parsed);
	}
	return text;
}
