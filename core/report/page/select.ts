import { offersChoice } from '../../approval/choices';
import { countRows, kindOf, ROW_KINDS } from '../../plan/count';
import { countBy } from '../../model/collect';
import { NOTHING_SEEN } from '../../runLog/compare';
import type { Change, PlanRow } from '../../model/plan';
import { RowCounts } from '../../model/summary';
import type { FieldChange, RowKind } from '../../model/summary';
import { movesOf } from '../../plan/moves';
import type { Move } from '../../plan/moves';
import { countedChanges } from '../../plan/fieldChanges';
import { plain } from './plainText';
import { inOrder } from './sort';
import type { ChangeFilter, Sort, ViewQuery } from './view';

/** Which rows one page shows: grouped as a reader wants them, filtered and cut on the server. */

export const PAGE_SIZE = 100;

export interface Selection {
	/** Of the whole plan. */
	counts: RowCounts;
	total: number;
	/** Lines that match the view's action and text; the two rows of a move are one line. */
	found: number;
	/** Those of them per group. */
	foundPerAction: Record<RowKind, number>;
	page: number;
	pages: number;
	/** The rows of this page, of a move the account that the person gets. */
	rows: PlanRow[];
	/** How many of the found a plan of budgets has of each kind, by its code. */
	updatedBy: ReadonlyMap<string, number>;
	/** How many of the found are held for each cause, by its code; questions stand by themselves. */
	heldBy: ReadonlyMap<string, number>;
	/** Every move of the plan, by the ids of both its rows. */
	moves: ReadonlyMap<string, Move<PlanRow>>;
	/** The place of the first line among the found, from 1. */
	from: number;
}

const haystack = (row: PlanRow): string =>
	plain(`${row.name ?? ''} ${row.email ?? ''} ${row.external_id ?? ''} ${row.alleo_id ?? ''}`);

const emptyGroups = (): Record<RowKind, PlanRow[]> => ({
	takeover: [],
	move: [],
	deactivate: [],
	hold: [],
	reactivate: [],
	create: [],
	update: [],
});

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
	const moves = movesOf(rows);
	const groups = emptyGroups();
	for (const row of rows) {
		if (moves.get(row.row_id)?.leave === row) continue;
		const group = kindOf(row);
		if (view.action !== null && group !== view.action) continue;
		if (view.onlyNew === true && seen.has(row.row_id)) continue;
		if (fits !== null && !fits(row)) continue;
		if (words.length > 0) {
			const other = moves.get(row.row_id)?.leave;
			const text = `${haystack(row)} ${other === undefined ? '' : haystack(other)}`;
			if (!words.every((word) => text.includes(word))) continue;
		}
		groups[group].push(row);
	}
	const foundPerAction = RowCounts.parse({});
	for (const group of ROW_KINDS) foundPerAction[group] = groups[group].length;
	const found = ROW_KINDS.reduce((sum, group) => sum + groups[group].length, 0);
	const pages = Math.max(1, Math.ceil(found / pageSize));
	const page = Math.min(view.page, pages);
	const from = (page - 1) * pageSize;
	return {
		counts: countRows(rows),
		total: rows.length,
		found,
		foundPerAction,
		page,
		pages,
		rows: pageOf(groups, from, pageSize, view.sort ?? null),
		updatedBy: countBy(groups.update, ({ reason }) => reason.code),
		heldBy: countBy(
			groups.hold.filter((row) => !offersChoice(row)),
			({ reason }) => reason.code,
		),
		moves,
		from: from + 1,
	};
}

/** Only the groups that the page touches are sorted: a page of 10,000 rows sorts one group. */
function pageOf(
	groups: Record<RowKind, PlanRow[]>,
	from: number,
	pageSize: number,
	sort: Sort | null,
): PlanRow[] {
	const page: PlanRow[] = [];
	let start = 0;
	for (const action of ROW_KINDS) {
		const group = groups[action];
		const first = Math.max(0, from - start);
		const last = Math.min(group.length, from + pageSize - start);
		if (first < last) page.push(...inOrder(action, group, sort).slice(first, last));
		start += group.length;
	}
	return page;
}
