import type { IExecuteFunctions } from 'n8n-workflow';
import { isExpired } from '../../core/approval/rules';
import type { CarriedIssue } from '../../core/issues';
import { done, problem, type Result } from '../../core/model/result';
import { instantNow } from '../shared/clock';
import { kindOf, toError } from '../shared/outcome';
import { readAll } from '../shared/parameters';
import { notePlan } from './newest';
import { checkedBeforeTheWait, SUMMARY_EXPRESSION } from './properties';
import { readPlan } from './readPlan';

const HOUR_MS = 3_600_000;

/** The Summary parameter; an expression that fails is said to be the Summary's, not a stack trace. */
function summaryParameter(context: IExecuteFunctions): Result<unknown, string> {
	try {
		return done(context.getNodeParameter('summary', 0, ''));
	} catch (error) {
		return { ok: false, problem: kindOf(error) };
	}
}

/** Until when the decision on the items may take, which are one whole plan. Throws where they are not. */
export function prepareWait(context: IExecuteFunctions): Date {
	const refuse = (issue: CarriedIssue & { detail?: string }, item = 0) =>
		toError(context, issue, item);
	if (context.isToolExecution()) throw refuse(problem('APPROVAL_NOT_BY_TOOL'));
	const summary = summaryParameter(context);
	if (!summary.ok) {
		const params = { problem: 'the expression failed', expression: SUMMARY_EXPRESSION };
		throw refuse(problem('APPROVAL_SUMMARY_UNREADABLE', params, summary.problem));
	}
	const result = readPlan(context.getInputData(), summary.value);
	if (!result.ok) throw refuse(result, result.itemIndex);
	const now = instantNow();
	const expiresAt = result.plan.expires_at;
	if (isExpired(expiresAt, now)) throw refuse(problem('APPROVAL_PLAN_EXPIRED'));
	const settings = readAll(context, checkedBeforeTheWait);
	if (!settings.ok) throw refuse(settings.problem);
	const hours = settings.value.limitWaitHours;
	notePlan(context.getWorkflow().id ?? '', result.plan);
	const until = Math.min(Date.parse(now) + hours * HOUR_MS, Date.parse(expiresAt));
	return new Date(until);
}
