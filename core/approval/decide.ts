import { daysBetween, isCivilDate } from '../model/dates';
import { resolveCarried } from '../issues';
import type { Filling, IssueCode, IssueParams, Language, PlacesOf } from '../issues';
import type { Approval, PlanRef, PlanRow } from '../model/plan';
import { approvedCounts } from './approved';
import { clashingWith, readAnswersOf } from './answers';
import { mustBeTicked } from './choices';
import type { DecisionForm } from './form';
import type { DecisionRules } from './rules';

/** Turns a posted form into an approval, or says what is missing. Never decides on doubt. */

/** What is wrong with a posted form. */
export interface FormProblem {
	code: IssueCode;
	params: IssueParams;
	/** The form field it is about, for the page to mark. */
	field: 'approver' | 'comment' | 'offboardings' | 'reason' | null;
}

export type ApprovalVerdict =
	/** The answer that goes on with every row; `leftOut` says why, per row_id. */
	| { kind: 'decided'; approval: Approval; leftOut: ReadonlyMap<string, string> }
	/** Something to correct; the form is shown again with what was typed. */
	| { kind: 'incomplete'; problems: FormProblem[] }
	/** The form is not of this plan: nothing in it counts. */
	| { kind: 'refused'; problem: FormProblem };

export interface DecideInput {
	plan: PlanRef;
	rows: readonly PlanRow[];
	rules: DecisionRules;
	form: DecisionForm;
	requireComment: boolean;
	/** Of the reasons that nobody typed; English when left out. */
	language?: Language;
	/** The present instant, ISO 8601 UTC. */
	now: string;
}

/** Characters; enough for a sentence, small enough to travel with every row. */
export const TEXT_LIMITS = { approver: 200, comment: 2000, reason: 500 } as const;

const problem = <C extends IssueCode>(
	code: C,
	field: FormProblem['field'] = null,
	...[params = {}]: Filling<PlacesOf<C>>
): FormProblem => ({ code, field, params });

const tooLong = (field: keyof typeof TEXT_LIMITS): FormProblem =>
	problem('APPROVAL_TEXT_TOO_LONG', field, { field, limit: TEXT_LIMITS[field] });

/** An exclusion that nobody looks at again is a mistake that nobody sees. */
export const LONGEST_MEMORY_DAYS = 400;

/** Yesterday counts: the form may be older than midnight, or come from another time zone. */
function isRememberDay(until: string, now: string): boolean {
	const today = now.slice(0, 10);
	if (!isCivilDate(until) || !isCivilDate(today)) return false;
	const days = daysBetween(today, until);
	return days >= -1 && days <= LONGEST_MEMORY_DAYS;
}

function formProblems(input: DecideInput, out: ReadonlyMap<string, string>): FormProblem[] {
	const { form, rules, requireComment, now } = input;
	const problems: FormProblem[] = [];
	const approves = form.decision !== 'reject';
	if (approves && rules.lockedBy.length > 0) {
		problems.push(problem('APPROVAL_LOCKED', null, { guards: rules.lockedBy.join(', ') }));
	}
	if (form.approver === '') problems.push(problem('APPROVAL_NAME_MISSING', 'approver'));
	if (form.approver.length > TEXT_LIMITS.approver) problems.push(tooLong('approver'));
	if (requireComment && form.comment === '') {
		problems.push(problem('APPROVAL_COMMENT_MISSING', 'comment'));
	}
	if (form.comment.length > TEXT_LIMITS.comment) problems.push(tooLong('comment'));
	if (!approves) return problems;
	problems.push(...confirmProblems(input, out));
	const reasons = [...form.exclusions.values(), form.reason];
	if (reasons.some((text) => text.length > TEXT_LIMITS.reason)) problems.push(tooLong('reason'));
	problems.push(...enableProblems(form, rules));
	const days = [...form.untils].filter(([rowId]) => form.exclusions.has(rowId));
	if (days.some(([, until]) => !isRememberDay(until, now))) {
		problems.push(problem('APPROVAL_UNTIL_WRONG', 'reason', { days: LONGEST_MEMORY_DAYS }));
	}
	const unexplained = [...form.exclusions.values()].filter((reason) => reason === '').length;
	if (unexplained > 0 && form.reason === '') {
		problems.push(problem('APPROVAL_REASON_MISSING', 'reason', { count: unexplained }));
	}
	return problems;
}

/**
 * The tick posts the number, so that typed and ticked are one field with one meaning. Nobody ticks for
 * off-boardings that are all left out.
 */
function confirmProblems(
	{ rows, form, rules }: DecideInput,
	out: ReadonlyMap<string, string>,
): FormProblem[] {
	const { confirmOffboardings: how, offboardings, safeWithoutOffboardings } = rules;
	const isSafe = form.decision === 'approveWithoutOffboardings' && safeWithoutOffboardings;
	if (how === null || isSafe || isNumber(form.offboardings, offboardings)) return [];
	if (how === 'typed') return [problem('APPROVAL_COUNT_WRONG', 'offboardings')];
	return approvedCounts(rows, out, []).deactivate === 0
		? []
		: [problem('APPROVAL_OFFBOARDINGS_OPEN', 'offboardings', { count: offboardings })];
}

/**
 * Enabling lets the next morning's run apply by itself what this plan left out only once. A day makes
 * that run remember the row, and ask.
 */
function enableProblems(form: DecisionForm, rules: DecisionRules): FormProblem[] {
	if (form.decision !== 'approveAndEnable') return [];
	if (!rules.canEnable) return [problem('APPROVAL_ENABLE_NOT_OFFERED')];
	const open = [...form.exclusions.keys()].filter((rowId) => !form.untils.has(rowId)).length;
	return open === 0 ? [] : [problem('APPROVAL_ENABLE_LEFT_OUT', 'reason', { count: open })];
}

const isNumber = (typed: string, expected: number): boolean =>
	/^\d{1,7}$/.test(typed) && Number(typed) === expected;

/** Rows that an approval leaves out, with the reason: chosen, by decision, by guard, or by a link. */
export function leftOut(
	input: Pick<DecideInput, 'rows' | 'rules' | 'form' | 'language'>,
): Map<string, string> {
	const { rows, rules, form } = input;
	const text = (code: IssueCode): string => resolveCarried({ code }, input.language).message;
	const out = new Map<string, string>();
	for (const row of rows) {
		if (row.action === 'hold') continue;
		const chosen = form.exclusions.get(row.row_id);
		const forced = rules.forcedOut.get(row.row_id);
		if (forced !== undefined) out.set(row.row_id, text(forced));
		else if (chosen !== undefined) out.set(row.row_id, chosen === '' ? form.reason : chosen);
		else if (mustBeTicked(row) && !form.taken.has(row.row_id)) {
			out.set(row.row_id, text('LEFT_OUT_NOT_TICKED'));
		} else if (form.decision === 'approveWithoutOffboardings' && row.action === 'deactivate') {
			out.set(row.row_id, text('LEFT_OUT_OFFBOARDINGS'));
		}
	}
	leaveOutLinked(rows, out, text('LEFT_OUT_LINKED'));
	return out;
}

/**
 * A row that waits for one that is left out cannot be applied either; the two rows of a move stand
 * or fall together, or a person would have two accounts or none.
 */
function leaveOutLinked(rows: readonly PlanRow[], out: Map<string, string>, reason: string): void {
	const linked = rows.filter((row) => row.linked_row_id !== null && row.action !== 'hold');
	for (let before = -1; before !== out.size; ) {
		before = out.size;
		for (const row of linked) {
			const partner = row.linked_row_id ?? '';
			if (out.has(partner) && !out.has(row.row_id)) out.set(row.row_id, reason);
			else if (row.reason.code === 'MOVE' && out.has(row.row_id) && !out.has(partner)) {
				out.set(partner, reason);
			}
		}
	}
}

/**
 * The reasons of a person, each with its day and its rows. Every row carries the whole approval, so a reason that
 * many rows share is kept once, and what the decision itself explains is not repeated.
 */
function byReason(
	{ form }: DecideInput,
	out: ReadonlyMap<string, string>,
): NonNullable<Approval['exclusions']> {
	const groups = new Map<string, NonNullable<Approval['exclusions']>[number]>();
	for (const [rowId, reason] of out) {
		if (!form.exclusions.has(rowId)) continue;
		const until = form.untils.get(rowId);
		const key = JSON.stringify([reason, until ?? null]);
		const group = groups.get(key);
		if (group !== undefined) group.row_ids.push(rowId);
		else groups.set(key, { reason, row_ids: [rowId], ...(until === undefined ? {} : { until }) });
	}
	return [...groups.values()];
}

function belongsToPlan({ form, plan, rows }: DecideInput): boolean {
	if (form.damaged || form.planHash !== plan.hash) return false;
	const named = [...form.exclusions.keys(), ...form.taken];
	if (named.length === 0) return true;
	const ids = new Set(rows.map((row) => row.row_id));
	return named.every((rowId) => ids.has(rowId));
}

/** The approval of a plan nobody decided in time; goes out on "Not approved". */
export const expiredApproval = (plan: PlanRef, now: string): Approval => ({
	plan_id: plan.id,
	plan_hash: plan.hash,
	decision: 'expired',
	approver: '',
	comment: null,
	decided_at: now,
	excluded: [],
	exclusions: [],
});

export function decide(input: DecideInput): ApprovalVerdict {
	const { form, plan, rules, now } = input;
	if (!belongsToPlan(input)) {
		return { kind: 'refused', problem: problem('APPROVAL_FORM_TAMPERED') };
	}
	if (rules.expired) {
		return { kind: 'decided', approval: expiredApproval(plan, now), leftOut: new Map() };
	}
	if (rules.supersededAt !== null && form.decision !== null && form.decision !== 'reject') {
		return { kind: 'refused', problem: problem('APPROVAL_PLAN_SUPERSEDED') };
	}
	if (form.decision === null) {
		return { kind: 'incomplete', problems: [problem('APPROVAL_DECISION_UNKNOWN')] };
	}
	const answers = readAnswersOf(input.rows, form, rules);
	if (!answers.ok) return { kind: 'refused', problem: problem(answers.code) };
	const rejected = form.decision === 'reject';
	const { chosen, others } = rejected ? { chosen: [], others: [] } : answers;
	const out = rejected ? new Map<string, string>() : leftOut(input);
	const problems = formProblems(input, out);
	const clash = clashingWith(input.rows, chosen, out);
	if (clash !== null) {
		const who = clash.name ?? clash.external_id ?? clash.row_id;
		problems.push(problem('APPROVAL_ANSWERS_CLASH', null, { who }));
	}
	if (problems.length > 0) return { kind: 'incomplete', problems };
	return {
		kind: 'decided',
		approval: {
			plan_id: plan.id,
			plan_hash: plan.hash,
			decision: rejected ? 'rejected' : 'approved',
			approver: form.approver,
			comment: form.comment === '' ? null : form.comment,
			decided_at: now,
			excluded: [...out.keys()],
			exclusions: rejected ? [] : byReason(input, out),
			...(chosen.length > 0 ? { chosen } : {}),
			...(others.length > 0 ? { others } : {}),
			...(form.decision === 'approveAndEnable' ? { enable: true } : {}),
		},
		leftOut: out,
	};
}
