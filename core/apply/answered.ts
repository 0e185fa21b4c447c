import { appliedOf, chosenRow, offersChoice, questionsOf } from '../approval/choices';
import type { Approval, PlanRow } from '../model/plan';

/** Holds that a person settled: those of the same person become the row that the plan offered for it. */

/** Settled without a write of its own: by the row of the same question, or as somebody else. */
export type SettledHold = { with: string } | 'other';

export interface SettledRows {
	/** The rows that apply goes by, each in the place of its own. */
	rows: PlanRow[];
	/** By row_id. */
	answered: ReadonlyMap<string, SettledHold>;
}

/**
 * One choice that two rows carry is applied once, for the first of the two that was chosen; the halves of
 * a move are two.
 *
 * @param rows of a plan whose hashes and approval hold: what was chosen, was offered
 */
export function settle(rows: readonly PlanRow[], approval: Approval | null): SettledRows {
	const chosen = new Set(approval?.chosen ?? []);
	const answered = new Map<string, SettledHold>();
	for (const rowId of approval?.others ?? []) answered.set(rowId, 'other');
	if (chosen.size === 0) return { rows: [...rows], answered };
	const held = new Set(rows.filter((row) => row.action === 'hold').map((row) => row.row_id));
	const applied = new Map<string, PlanRow>();
	const isHeld = (rowId: string): boolean => held.has(rowId) && !applied.has(rowId);
	for (const question of questionsOf(rows)) {
		const [first, ...rest] = question.rows
			.filter(offersChoice)
			.filter((row) => chosen.has(row.row_id));
		if (first === undefined) continue;
		applied.set(first.row_id, chosenRow(first, isHeld));
		const other = first.external_id ?? first.row_id;
		const seconds = new Set(appliedOf(question).slice(1));
		for (const row of rest) {
			if (seconds.has(row)) applied.set(row.row_id, chosenRow(row, isHeld));
			else answered.set(row.row_id, { with: other });
		}
	}
	return { rows: rows.map((row) => applied.get(row.row_id) ?? row), answered };
}
