import type { INodeExecutionData } from 'n8n-workflow';
import { verifyPlan } from '../../core/plan/planHash';
import type { Filling, IssueCode, IssueParams, PlacesOf } from '../../core/issues';
import { PlanRow } from '../../core/model/plan';
import type { PlanRef } from '../../core/model/plan';
import { shapeProblem } from '../../core/model/shape';
import { readSummary } from '../../core/model/summary';
import type { PlanSummary } from '../../core/model/summary';
import { SUMMARY_EXPRESSION } from './properties';

/** A plan that is whole and unaltered, with its own summary; or why the items are not that. */
export type PlanResult =
	| { ok: true; plan: PlanRef; rows: PlanRow[]; summary: PlanSummary }
	| { ok: false; code: IssueCode; params: IssueParams; itemIndex: number };

const failure = <C extends IssueCode>(
	code: C,
	itemIndex: number,
	...[params = {}]: Filling<Exclude<PlacesOf<C>, 'item'>>
): PlanResult => ({
	ok: false,
	code,
	itemIndex,
	params: { item: itemIndex + 1, ...params },
});

const REFUSALS = {
	PLAN_EMPTY: 'APPROVAL_ROWS_EXPECTED',
	PLAN_MIXED: 'APPROVAL_PLAN_MIXED',
	PLAN_ROW_ALTERED: 'APPROVAL_PLAN_ALTERED',
	PLAN_ROW_DUPLICATE: 'APPROVAL_PLAN_INCOMPLETE',
	PLAN_INCOMPLETE: 'APPROVAL_PLAN_INCOMPLETE',
} as const satisfies Record<string, IssueCode>;

/**
 * Reads the items as rows of one plan and checks every hash.
 * @param given the value of the Summary parameter
 */
export function readPlan(items: readonly INodeExecutionData[], given: unknown): PlanResult {
	const rows: PlanRow[] = [];
	for (let index = 0; index < items.length; index++) {
		const parsed = PlanRow.safeParse(items[index]?.json);
		if (!parsed.success) {
			const problem = shapeProblem(parsed.error);
			return failure('APPROVAL_ROWS_EXPECTED', index, { problem });
		}
		rows.push(parsed.data);
	}
	const check = verifyPlan(rows);
	if (!check.ok) {
		return failure(REFUSALS[check.code], Math.max(0, Math.min(check.row, rows.length - 1)), {
			count: rows.length,
			problem: 'there are no items',
		});
	}
	const summary = readSummary(given);
	if (!summary.ok) {
		return failure('APPROVAL_SUMMARY_UNREADABLE', 0, {
			problem: summary.problem,
			expression: SUMMARY_EXPRESSION,
		});
	}
	if (summary.value.plan.hash !== check.plan.hash) {
		return failure('APPROVAL_SUMMARY_OTHER_PLAN', 0);
	}
	return { ok: true, plan: check.plan, rows, summary: summary.value };
}
