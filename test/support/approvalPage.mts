import { decide } from '../../core/approval/decide';
import type { ApprovalVerdict } from '../../core/approval/decide';
import { EMPTY_FORM } from '../../core/approval/form';
import type { DecisionForm } from '../../core/approval/form';
import { decisionRules } from '../../core/approval/rules';
import { readSummary } from '../../core/model/summary';
import { countRows } from '../../core/plan/count';
import type { PageInput } from '../../core/report/page/context';
import { FIRST_VIEW } from '../../core/report/page/view';
import { DURING } from './approvalPlan.mts';
import type { Plan } from './approvalPlan.mts';

/** What the page is rendered from, for a plan as Alleo Diff gives it. */
export function pageInput(
	plan: Plan,
	given: Partial<PageInput> & { now?: string } = {},
): PageInput {
	const { now = DURING, ...overrides } = given;
	const read = readSummary(plan.summary);
	if (!read.ok) throw new Error(read.problem);
	const summary = read.value;
	const { guards, partitions } = summary;
	const { rows } = plan;
	return {
		title: 'Bakkerij Van Dijk',
		language: 'en',
		summary,
		rows,
		rules: decisionRules({ rows, guards, partitions, expiresAt: summary.plan.expires_at, now }),
		view: FIRST_VIEW,
		form: EMPTY_FORM,
		problems: [],
		requireComment: false,
		formatInstant: (instant) => instant,
		linkQuery: 'signature=abc123',
		...overrides,
	};
}

/** A form that approves this plan, unless the overrides say otherwise. */
export const formFor = (plan: Plan, overrides: Partial<DecisionForm> = {}): DecisionForm => ({
	...EMPTY_FORM,
	planHash: plan.summary.plan.hash,
	decision: 'approve',
	approver: 'Sanne Support',
	// The tick that is asked for where the plan off-boards anybody.
	offboardings: String(countRows(plan.rows).deactivate),
	...overrides,
});

/** The page as a reader gets it: without markup, style and script. */
export const visibleText = (page: string): string =>
	page
		.replace(/<(style|script|title)>[\s\S]*?<\/\1>/g, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&#96;/g, '`')
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, ' ');

interface Given {
	form?: Partial<DecisionForm>;
	requireComment?: boolean;
	now?: string;
}

/** Posts a form on a plan, as a person does who approves unless told otherwise. */
export function decideOn(
	plan: Plan,
	{ form = {}, requireComment = false, now = DURING }: Given = {},
): ApprovalVerdict {
	const { rows, summary } = plan;
	const { guards, partitions } = summary;
	const rules = decisionRules({
		rows,
		guards,
		partitions,
		expiresAt: summary.plan.expires_at,
		now,
	});
	return decide({
		plan: summary.plan,
		rows,
		rules,
		form: formFor(plan, form),
		requireComment,
		now,
	});
}

export const codes = (verdict: ApprovalVerdict): string[] =>
	verdict.kind === 'incomplete'
		? verdict.problems.map((problem) => problem.code)
		: [verdict.kind === 'refused' ? verdict.problem.code : verdict.approval.decision];

export const excluded = (verdict: ApprovalVerdict): string[] => {
	if (verdict.kind !== 'decided') throw new Error(`not decided: ${codes(verdict).join()}`);
	return [...verdict.approval.excluded].sort();
};
