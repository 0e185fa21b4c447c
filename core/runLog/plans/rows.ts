import { z } from 'zod';
import { OutcomeKind } from '../../model/plan';
import type { Approval, Outcome, PlanRow } from '../../model/plan';
import { RowCounts } from '../../model/summary';
import { kindOf } from '../../plan/count';
import { movesOf } from '../../plan/moves';

/** What became of each row of a plan, small enough to keep 10,000 of them in one cell. */

const PlanLine = z.object({
	row_id: z.string(),
	/** What the row does, as it is counted: the two rows of a move are one. */
	action: RowCounts.keyof(),
	name: z.string().nullable(),
	external_id: z.string().nullable(),
	/** Why the row is in the plan. */
	reason: z.string(),
	/** Null: nothing was done about it, or not yet. */
	outcome: z.union([OutcomeKind, z.literal('leftOut')]).nullable(),
	/** Of the outcome; null where there is none. */
	code: z.string().nullable(),
});
export type PlanLine = z.infer<typeof PlanLine>;

/** A cell of this many characters holds some 25,000 rows; one that is longer keeps only what failed. */
export const LONGEST_CELL = 4_000_000;

/** As it is written: values in one order, since names of keys would be half of it. */
const Cell = z.object({
	/** `failures`: the rows were too many. */
	kept: z.enum(['all', 'failures']),
	rows: z.array(
		z.tuple([
			PlanLine.shape.action,
			PlanLine.shape.external_id,
			PlanLine.shape.name,
			PlanLine.shape.reason,
			PlanLine.shape.outcome,
			PlanLine.shape.code,
			/** Empty where it follows from the action and the external id, which is nearly always. */
			z.string(),
		]),
	),
});

export interface KnownRow {
	row: PlanRow;
	approval: Approval | null;
}

/** The worse of two, for the two rows of a move. */
const WORST: ReadonlyArray<PlanLine['outcome']> = [
	'failed',
	'skipped',
	'leftOut',
	null,
	'already',
	'applied',
];

type Became = Pick<PlanLine, 'outcome' | 'code'>;

const worse = (one: Became, other: Became): Became =>
	WORST.indexOf(other.outcome) < WORST.indexOf(one.outcome) ? other : one;

/** A hold that somebody answered became what the answer does. */
const asAnswered = (row: PlanRow, outcome: Outcome | undefined): PlanRow =>
	row.choice && (outcome?.action ?? 'hold') !== 'hold' ? { ...row, ...row.choice } : row;

/**
 * @param rows of one plan, as it was made or as it was decided
 * @param outcomes as far as they are known by now; those of other rows are passed over
 */
export function rowsOnRecord(rows: readonly KnownRow[], outcomes: readonly Outcome[]): PlanLine[] {
	const became = new Map(outcomes.map((outcome) => [outcome.row_id, outcome]));
	const moves = movesOf(rows.map(({ row }) => row));
	const of = (row: PlanRow, approval: Approval | null): Became => {
		const outcome = became.get(row.row_id);
		// Of a held row nothing was to be done: it waits, as before.
		if (outcome !== undefined && outcome.code !== 'HELD') {
			const isLeftOut = outcome.code === 'EXCLUDED';
			return { outcome: isLeftOut ? 'leftOut' : outcome.outcome, code: outcome.code };
		}
		const isLeftOut = approval?.excluded.includes(row.row_id) === true;
		return { outcome: isLeftOut ? 'leftOut' : null, code: null };
	};
	const approvals = new Map(rows.map(({ row, approval }) => [row.row_id, approval]));
	return rows.flatMap(({ row, approval }) => {
		const move = moves.get(row.row_id);
		if (move !== undefined && move.arrive.row_id !== row.row_id) return [];
		const own = of(row, approval);
		const both =
			move === undefined
				? own
				: worse(own, of(move.leave, approvals.get(move.leave.row_id) ?? null));
		return [
			{
				row_id: row.row_id,
				action: kindOf(asAnswered(row, became.get(row.row_id))),
				name: row.name,
				external_id: row.external_id,
				reason: row.reason.code,
				...both,
			},
		];
	});
}

const usualId = (row: Pick<PlanLine, 'action' | 'external_id'>): string =>
	`${row.action}-${row.external_id ?? ''}`;

const write = (kept: 'all' | 'failures', rows: readonly PlanLine[]): string =>
	JSON.stringify({
		kept,
		rows: rows.map((row) => {
			const { row_id: id, action, external_id, name, reason, outcome, code } = row;
			return [action, external_id, name, reason, outcome, code, id === usualId(row) ? '' : id];
		}),
	});

/** @param longest characters; what is longer keeps only what failed or was passed over, then nothing */
export function writeRows(rows: readonly PlanLine[], longest = LONGEST_CELL): string {
	const all = write('all', rows);
	if (all.length <= longest) return all;
	const failed = rows.filter(({ outcome }) => outcome === 'failed' || outcome === 'skipped');
	const some = write('failures', failed);
	return some.length <= longest ? some : write('failures', []);
}

export interface KeptRows {
	/** False: only what failed was kept. */
	all: boolean;
	rows: PlanLine[];
}

/** @returns null for no text, or one that is no such JSON */
export function readRows(cell: string | null): KeptRows | null {
	if (cell === null || cell === '') return null;
	try {
		const parsed = Cell.safeParse(JSON.parse(cell));
		if (!parsed.success) return null;
		const rows = parsed.data.rows.map(
			([action, external_id, name, reason, outcome, code, id]): PlanLine => {
				const row_id = id === '' ? usualId({ action, external_id }) : id;
				return { row_id, action, name, external_id, reason, outcome, code };
			},
		);
		return { all: parsed.data.kept === 'all', rows };
	} catch {
		return null;
	}
}
