import { mustBeTicked } from '../../approval/choices';
import { NOTHING_SEEN } from '../../runLog/compare';
import type { Change, PlanRow } from '../../model/plan';
import type { FieldChange } from '../../model/summary';
import { countedChanges } from '../../plan/fieldChanges';
import { GROUPS, groupOf } from './groups';
import type { RowGroup } from './groups';
import type { ChangeFilter, ViewQuery } from './view';

/** Which rows one page shows: grouped as a reader wants them, filtered and cut on the server. */

export const PAGE_SIZE = 100;

export interface Selection {
	/** Rows of the whole plan per group. */
	counts: Record<RowGroup, number>;
	total: number;
	/** Rows that match the view's action and text. */
	found: number;
	/** Those of them per group. */
	foundPerAction: Record<RowGroup, number>;
	page: number;
	pages: number;
	/** The rows of this page, and the place of the first one among the found, from 1. */
	rows: PlanRow[];
	from: number;
}

/** Lower case without accents, so that `jose` finds José. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const haystack = (row: PlanRow): string =>
	plain(`${row.name ?? ''} ${row.email ?? ''} ${row.external_id ?? ''} ${row.alleo_id ?? ''}`);

const emptyCounts = (): Record<RowGroup, number> => ({
	takeover: 0,
	deactivate: 0,
	hold: 0,
	reactivate: 0,
	create: 0,
	update: 0,
});

/** The rows of one group by name; those without a name at the end, in the order of the plan. */
function byName(rows: readonly PlanRow[]): PlanRow[] {
	return rows
		.map((row) => ({ row, key: row.name === null ? '\uffff' : plain(row.name) }))
		.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.position - b.row.position))
		.map(({ row }) => row);
}

/** Takeovers that wait for a tick stand before those that do not. */
const inOrder = (group: RowGroup, rows: readonly PlanRow[]): PlanRow[] =>
	group === 'takeover'
		? [...byName(rows.filter(mustBeTicked)), ...byName(rows.filter((row) => !mustBeTicked(row)))]
		: byName(rows);

/** Whether a row has the change that the view asks for. What the summary does not know, nobody has. */
function changeTest(
	wanted: ChangeFilter,
	fields: readonly FieldChange[],
): (row: PlanRow) => boolean {
	const known = fields.find(({ field }) => field === wanted.field);
	const pair = wanted.pair === null ? null : known?.pairs[wanted.pair - 1];
	if (known === undefined || pair === undefined) return () => false;
	const fits = ({ field, from, to }: Change): boolean =>
		field === known.field && (pair === null || (from === pair.from && to === pair.to));
	return (row) => countedChanges(row).some(fits);
}

/**
 * @param seen row_ids of an earlier decided plan
 * @param fields of the summary, for a view of one change
 */
export function selectRows(
	rows: readonly PlanRow[],
	view: ViewQuery,
	pageSize: number = PAGE_SIZE,
	seen: ReadonlyMap<string, string> = NOTHING_SEEN.seen,
	fields: readonly FieldChange[] = [],
): Selection {
	const fits = view.change === undefined ? null : changeTest(view.change, fields);
	const words = plain(view.q)
		.split(/\s+/)
		.filter((word) => word !== '');
	const counts = emptyCounts();
	const groups: Record<RowGroup, PlanRow[]> = {
		takeover: [],
		deactivate: [],
		hold: [],
		reactivate: [],
		create: [],
		update: [],
	};
	for (const row of rows) {
		const group = groupOf(row);
		counts[group]++;
		if (view.action !== null && group !== view.action) continue;
		if (view.onlyNew === true && seen.has(row.row_id)) continue;
		if (fits !== null && !fits(row)) continue;
		if (words.length > 0) {
			const text = haystack(row);
			if (!words.every((word) => text.includes(word))) continue;
		}
		groups[group].push(row);
	}
	const foundPerAction = emptyCounts();
	for (const group of GROUPS) foundPerAction[group] = groups[group].length;
	const found = GROUPS.reduce((sum, group) => sum + groups[group].length, 0);
	const pages = Math.max(1, Math.ceil(found / pageSize));
	const page = Math.min(view.page, pages);
	const from = (page - 1) * pageSize;
	return {
		counts,
		total: rows.length,
		found,
		foundPerAction,
		page,
		pages,
		rows: pageOf(groups, from, pageSize),
		from: from + 1,
	};
}

/** Only the groups that the page touches are sorted: a page of 10,000 rows sorts one group. */
function pageOf(groups: Record<RowGroup, PlanRow[]>, from: number, pageSize: number): PlanRow[] {
	const page: PlanRow[] = [];
	let start = 0;
	for (const action of GROUPS) {
		const group = groups[action];
		const first = Math.max(0, from - start);
		const last = Math.min(group.length, from + pageSize - start);
		if (first < last) page.push(...inOrder(action, group).slice(first, last));
		start += group.length;
	}
	return page;
}
