import { resolveIssue } from '../../issues';
import type { Outcome } from '../../model/plan';
import type { RunRecord } from '../columns';
import type { DeskCall } from '../deskCall';
import { waitedOf } from '../details';
import { endRecords } from '../end';
import type { RunItems } from '../end';
import { addressee, compose } from './compose';
import type { Addressee, DeskMessage, DeskSelf } from './compose';
import { doneMessage, failedChanges, resultLines, worksAgain } from './result';
import type { AppliedResult } from './result';
import { say } from './text';
import { NOTHING } from './work';
import type { Clock, DeskRows, DeskWork, EnableRequest } from './work';

/** A plan is done with: rejected, expired, or applied. Each end is logged and told in one of the calls. */

export interface DoneOfRun extends Clock {
	call: DeskCall;
	start: RunRecord;
	known: RunItems;
	rows: DeskRows;
	deskSelf: DeskSelf;
}

/**
 * What came in with this call. n8n hands over what was applied and what failed one after the other, and
 * each time everything of the run is known; the first item says which of it came.
 */
function cameIn({ came }: DeskCall, { rows, outcomes }: RunItems): RunItems {
	const { outcome, plan } = came;
	if (typeof outcome === 'string') {
		const failed = outcome === 'failed';
		const own = outcomes.filter((one) => (one.outcome === 'failed') === failed);
		return { summaries: [], rows: [], outcomes: own };
	}
	const { id } = { id: null, ...(typeof plan === 'object' ? plan : null) };
	return { summaries: [], rows: rows.filter(({ row }) => row.plan.id === id), outcomes: [] };
}

/** Why it was not switched on, where that is known beforehand; else what n8n says stands in the message. */
function notEnabledLines({ record, page }: AppliedResult, { language }: Addressee): string[] {
	const { failed, state } = record;
	const refused =
		(failed ?? 0) > 0
			? resolveIssue('SYNC_NOT_ENABLED_FAILURES', { failed: failed ?? 0 }, language)
			: state === 'applied'
				? null
				: resolveIssue('SYNC_NOT_ENABLED_UNFINISHED', { state }, language);
	if (refused === null) return [];
	const lines = [`${refused.message} ${refused.action} (${refused.code})`];
	return page === '' ? lines : [...lines, say(language)('result', { link: page })];
}

/** Only of the plan that somebody approved with it. */
function enableAfter(result: AppliedResult, known: RunItems, to: Addressee): EnableRequest[] {
	const { record, page } = result;
	const asked = known.rows.some(
		({ row, approval }) => row.plan.id === record.plan_id && approval?.enable === true,
	);
	if (record.decision !== 'approved' || !asked) return [];
	return [
		{
			workflow: record.workflow,
			failed: record.failed ?? 0,
			state: record.state,
			...compose(to, 'notEnabled', {
				subject: say(to.language)('notEnabled', { customer: to.customer }),
				lines: notEnabledLines(result, to),
				link: page,
			}),
		},
	];
}

export function doneOfRun({ call, start, known, rows, now, deskSelf }: DoneOfRun): DeskWork {
	const extras = { waited: waitedOf(call.start) };
	const log = endRecords({ start, came: cameIn(call, known), known, extras, now });
	const to = addressee(call, deskSelf);
	const results = log.map((record) => resultOf(record, known, deskSelf));
	return {
		...NOTHING,
		log,
		tell: results.flatMap((result) => told(result, rows, to, deskSelf)),
		enable: results.flatMap((result) => enableAfter(result, known, to)),
	};
}

/** One message about each end: what is wrong, else that it works again, else the result. */
function told(
	result: AppliedResult,
	rows: DeskRows,
	to: Addressee,
	deskSelf: DeskSelf,
): DeskMessage[] {
	const failed = failedChanges(result, rows, to);
	if (failed.length > 0) return failed;
	const { record, page } = result;
	const again = worksAgain(record, rows, to, resultLines(result, to), page);
	return again.length > 0 || !deskSelf.sayDone ? again : doneMessage(result, to);
}

function resultOf(record: RunRecord, known: RunItems, deskSelf: DeskSelf): AppliedResult {
	const { plan_id: id } = record;
	const { plan = null } = known.summaries.find((summary) => summary.plan.id === id) ?? {};
	return {
		record,
		outcomes: outcomesOf(record, known),
		rows: known.rows.flatMap(({ row }) => (row.plan.id === id ? [row] : [])),
		dataset: plan?.dataset,
		page: id === null ? '' : deskSelf.planPage(id),
	};
}

/** The outcomes of the rows of one plan; those of no known row stand with every plan. */
function outcomesOf({ plan_id: id }: RunRecord, { rows, outcomes }: RunItems): Outcome[] {
	const plans = new Map(rows.map(({ row }) => [row.row_id, row.plan.id]));
	return outcomes.filter(({ row_id: row }) => {
		const plan = plans.get(row ?? '');
		return plan === undefined || plan === id;
	});
}
