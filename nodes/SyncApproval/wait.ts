import type { IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { isExpired } from '../../core/approval/rules';
import type { CarriedIssue } from '../../core/issues';
import { problem } from '../../core/model/result';
import { instantNow } from '../shared/clock';
import { kindOf, carriedError, type NodeErrorExtras } from '../shared/outcome';
import { notePlan } from './newest';
import { LONGEST_WAIT_HOURS, SUMMARY_EXPRESSION } from './properties';
import { readPlan } from './readPlan';

const HOUR_MS = 3_600_000;

export type WaitResult = { ok: true; until: Date } | { ok: false; error: NodeOperationError };

/** The Summary parameter; an expression that fails is said to be the Summary's, not a stack trace. */
function summaryParameter(
	context: IExecuteFunctions,
): { ok: true; value: unknown } | { ok: false; detail: string } {
	try {
		return { ok: true, value: context.getNodeParameter('summary', 0, '') };
	} catch (error) {
		return { ok: false, detail: kindOf(error) };
	}
}

/** Checks that the items are one whole plan and says how long its decision may take. */
export function prepareWait(context: IExecuteFunctions): WaitResult {
	const refuse = (issue: CarriedIssue, extras: NodeErrorExtras = {}): WaitResult => ({
		ok: false,
		error: carriedError(context.getNode(), issue, { itemIndex: 0, ...extras }),
	});
	if (context.isToolExecution()) return refuse(problem('APPROVAL_NOT_BY_TOOL'));
	const summary = summaryParameter(context);
	if (!summary.ok) {
		const params = { problem: 'the expression failed', expression: SUMMARY_EXPRESSION };
		return refuse(problem('APPROVAL_SUMMARY_UNREADABLE', params), { detail: summary.detail });
	}
	const result = readPlan(context.getInputData(), summary.value);
	if (!result.ok) return refuse(result, { itemIndex: result.itemIndex });
	const now = instantNow();
	const expiresAt = result.plan.expires_at;
	if (isExpired(expiresAt, now)) return refuse(problem('APPROVAL_PLAN_EXPIRED'));
	const hours = Number(context.getNodeParameter('limitWaitHours', 0, 24));
	if (!(hours > 0 && hours <= LONGEST_WAIT_HOURS)) {
		return refuse(problem('APPROVAL_WAIT_INVALID', { limit: LONGEST_WAIT_HOURS }));
	}
	notePlan(context.getWorkflow().id ?? '', result.plan);
	const until = Math.min(Date.parse(now) + hours * HOUR_MS, Date.parse(expiresAt));
	return { ok: true, until: new Date(until) };
}
