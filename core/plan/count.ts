import { put } from '../model/collect';
import type { Outcome, PlanRow } from '../model/plan';
import { ActionCounts, RowCounts } from '../model/summary';
import type { PlanSummary, RowKind } from '../model/summary';
import { movesOf } from './moves';
import type { Move } from './moves';

/**
 * The one count of a plan. Message, page, form, report, table, run log, fleet page and Explain show it, and
 * whoever approves confirms its off-boardings, so that no two of them can name different numbers.
 */

/** Takeovers before all, as nobody asked for them; then off-boardings, which no next run undoes. */
export const ROW_KINDS: readonly RowKind[] = [
	'takeover',
	'deactivate',
	'move',
	'hold',
	'reactivate',
	'create',
	'update',
];

type Counted = Pick<
	PlanRow,
	| 'row_id'
	| 'action'
	| 'reason'
	| 'linked_row_id'
	| 'external_id'
	| 'alleo_company_id'
	| 'email'
	| 'choice'
>;

export const isTakeover = ({ action, reason }: Pick<PlanRow, 'action' | 'reason'>): boolean =>
	action === 'update' && reason.code === 'TAKEOVER';

/**
 * What a row does. The end of an account that its person leaves for another company is a move, no
 * off-boarding: nobody loses access by it. That holds for a move that stopped half way as well, of which
 * only the end is left to do.
 */
export function kindOf(row: Pick<PlanRow, 'action' | 'reason'>): RowKind {
	if (row.action === 'hold') return 'hold';
	if (row.reason.code === 'MOVE') return 'move';
	return isTakeover(row) ? 'takeover' : row.action;
}

/** Each row once, under its kind; the two rows of a move are one move. A transfer has one row. */
export function countRows(rows: readonly Counted[]): RowCounts {
	const counts = RowCounts.parse({});
	for (const row of rows) counts[kindOf(row)]++;
	counts.move -= new Set(movesOf(rows.filter((row) => kindOf(row) === 'move')).values()).size;
	return counts;
}

/** The same rows by action, as the summary and the run log have them: a move is its person's arrival. */
export function countActions(rows: readonly Counted[]): ActionCounts {
	const counts = ActionCounts.parse({});
	for (const { action } of rows) counts[action]++;
	const moves = new Set(movesOf(rows).values());
	for (const { leave } of moves) counts[leave.action]--;
	return counts;
}

/** The counts for people of a summary; one of before knows neither moves nor takeovers. */
export const kindsIn = ({ kinds, rows }: Pick<PlanSummary, 'kinds' | 'rows'>): RowCounts =>
	kinds ?? RowCounts.parse(rows);

/** What a plan changes: all but who waits. */
export const changesIn = (counts: RowCounts): number =>
	ROW_KINDS.reduce((sum, kind) => (kind === 'hold' ? sum : sum + counts[kind]), 0);

/** The worse one of the two rows of a move says what became of it. */
const WORST: readonly Outcome['outcome'][] = ['failed', 'skipped', 'applied', 'already'];

export type OutcomeCounts = Record<Outcome['outcome'], RowCounts>;

/**
 * What became of the rows of a plan, counted as `countRows` counts them: a move once. What a hold became,
 * where somebody answered it, is in its outcome.
 *
 * @param outcomes of these rows, each row once; one of no known row counts by its action
 */
export function countOutcomes(
	rows: readonly Counted[],
	outcomes: readonly Outcome[],
): OutcomeCounts {
	const actions = new Map(outcomes.map(({ row_id: id, action }) => [id, action]));
	const done = rows.map((row) =>
		row.choice && (actions.get(row.row_id) ?? 'hold') !== 'hold' ? { ...row, ...row.choice } : row,
	);
	const byId = new Map(done.map((row) => [row.row_id, row]));
	const moves = movesOf(done.filter((row) => kindOf(row) === 'move'));
	const pairs = new Map<Move<Counted>, Outcome['outcome'][]>();
	const counts: OutcomeCounts = {
		applied: RowCounts.parse({}),
		already: RowCounts.parse({}),
		skipped: RowCounts.parse({}),
		failed: RowCounts.parse({}),
	};
	for (const { row_id: id, outcome, action } of outcomes) {
		const move = moves.get(id ?? '');
		const row = byId.get(id ?? '');
		if (move !== undefined) put(pairs, move, outcome);
		else counts[outcome][row === undefined ? (action ?? 'hold') : kindOf(row)]++;
	}
	for (const halves of pairs.values()) {
		const worst = WORST.find((kind) => halves.includes(kind));
		if (worst !== undefined) counts[worst].move++;
	}
	return counts;
}

/** Of an outcome of all kinds together, those of people who wait included. */
export const totalOf = (counts: RowCounts): number => changesIn(counts) + counts.hold;
