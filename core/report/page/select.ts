import { isTakeover, mustBeTicked } from '../../approval/choices';
import { NOTHING_SEEN } from '../../runLog/compare';
import type { PlanRow, RowAction } from '../../model/plan';

/** Which rows one page shows: grouped as a reader wants them, filtered and cut on the server. */

/** What a page keeps together: the rows of one action, and the takeovers apart from the updates. */
export type RowGroup = RowAction | 'takeover';

export const groupOf = (row: PlanRow): RowGroup => (isTakeover(row) ? 'takeover' : row.action);

/** Takeovers before all, as nobody asked for them; then off-boardings, which no next run undoes. */
export const GROUPS: readonly RowGroup[] = [
	'takeover',
	'deactivate',
	'hold',
	'reactivate',
	'create',
	'update',
];

export const PAGE_SIZE = 100;

export interface ViewQuery {
	action: RowGroup | null;
	q: string;
	/** From 1. */
	page: number;
	/** Only rows that no earlier decided plan held. */
	onlyNew?: true;
}

export const FIRST_VIEW: ViewQuery = { action: null, q: '', page: 1 };

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

const LONGEST_SEARCH = 100;

/** Reads page, q, action and new from a query or a form; nonsense becomes the first page of everything. */
export function readView(page: string, q: string, action: string, onlyNew = ''): ViewQuery {
	const number = /^\d{1,6}$/.test(page) ? Number(page) : 1;
	return {
		action: GROUPS.find((group) => group === action) ?? null,
		q: q.trim().slice(0, LONGEST_SEARCH),
		page: Math.max(1, number),
		...(onlyNew === '1' ? { onlyNew: true as const } : {}),
	};
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

export function selectRows(
	rows: readonly PlanRow[],
	view: ViewQuery,
	pageSize: number = PAGE_SIZE,
	seen: ReadonlyMap<string, string> = NOTHING_SEEN.seen,
): Selection {
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
