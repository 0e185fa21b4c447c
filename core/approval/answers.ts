import type { IssueCode } from '../issues';
import type { PlanRow } from '../model/plan';
import { appliedOf, chosenRow, clashOf, offersChoice, questionsOf } from './choices';
import type { IdentityQuestion } from './choices';
import type { HoldAnswer, DecisionForm } from './form';
import type { DecisionRules } from './rules';

/** The answers of a form against what the plan asks: nothing counts that was not offered. */

export interface Settled {
	/** row_ids, in the order of the plan's questions; a pair with both its rows. */
	chosen: string[];
	others: string[];
}

export type AnswersVerdict =
	| ({ ok: true } & Settled)
	| { ok: false; code: Extract<IssueCode, `APPROVAL_CHOICE_${string}`> };

/** The one answer to a question, wherever in the pair it was given. */
function answerTo({ rows }: IdentityQuestion, form: DecisionForm): HoldAnswer | 'both' | null {
	const given = new Set(rows.flatMap((row) => form.answers.get(row.row_id) ?? []));
	const [answer = null] = given;
	return given.size > 1 ? 'both' : answer;
}

/** Rows that carry the choice; a hold that is only linked to them has nothing to apply. */
const idsOf = (rows: readonly PlanRow[]): string[] => rows.map(({ row_id: id }) => id);

export function readAnswersOf(
	rows: readonly PlanRow[],
	form: DecisionForm,
	rules: Pick<DecisionRules, 'forcedOut'>,
): AnswersVerdict {
	const settled: Settled = { chosen: [], others: [] };
	if (form.answers.size === 0) return { ok: true, ...settled };
	const asked = new Set<string>();
	for (const question of questionsOf(rows)) {
		for (const row of question.rows) asked.add(row.row_id);
		const answer = answerTo(question, form);
		if (answer === 'both') return { ok: false, code: 'APPROVAL_CHOICE_BOTH' };
		if (answer === null) continue;
		const carriers = question.rows.filter(offersChoice);
		if (answer === 'other') settled.others.push(...idsOf(carriers));
		else if (carriers.some((row) => rules.forcedOut.has(row.row_id))) {
			return { ok: false, code: 'APPROVAL_CHOICE_NOT_OFFERED' };
		} else if (!withheld(form, question)) settled.chosen.push(...idsOf(carriers));
	}
	const stranger = [...form.answers.keys()].some((key) => !asked.has(key));
	return stranger ? { ok: false, code: 'APPROVAL_CHOICE_NOT_OFFERED' } : { ok: true, ...settled };
}

/** "Approve without off-boardings" promises that everybody keeps access, by an answer too. */
const withheld = ({ decision }: DecisionForm, question: IdentityQuestion): boolean =>
	decision === 'approveWithoutOffboardings' &&
	appliedOf(question).some(({ choice }) => choice.action === 'deactivate');

/** Who gets what somebody else gets too by these answers; null where all can be applied together. */
export function clashingWith(
	rows: readonly PlanRow[],
	chosen: readonly string[],
	out: ReadonlyMap<string, string>,
): PlanRow | null {
	if (chosen.length === 0) return null;
	const answered = new Set(chosen);
	const applied = rows.filter((row) => row.action !== 'hold' && !out.has(row.row_id));
	for (const question of questionsOf(rows)) {
		if (!answered.has(question.key)) continue;
		for (const row of appliedOf(question)) applied.push(chosenRow(row, () => true));
	}
	const clash = clashOf(applied);
	return clash === null ? null : (applied[clash] ?? null);
}
