import { isIssueCode, resolveCarried } from '../../issues';
import type { Language } from '../../issues';
import type { Outcome } from '../../model/plan';
import { GOOD_STATES } from '../columns';
import type { RunRecord } from '../columns';
import type { DeskCall } from '../deskCall';
import { waitedOf } from '../details';
import { endRecords } from '../end';
import type { RunItems } from '../end';
import { endsOfRun, previousEnd, sameProblems, saidBefore } from './ends';
import { say } from './text';
import { addressee, NOTHING } from './work';
import type { Addressee, Clock, DeskMessage, DeskRows, DeskWork, EnableRequest } from './work';

/** A plan is done with: rejected, expired, or applied. Each end is logged and told in one of the calls. */

/** Beyond this a message is no longer read. */
const MOST = 50;

export interface DoneOfRun extends Clock {
	call: DeskCall;
	start: RunRecord;
	known: RunItems;
	rows: DeskRows;
	language: Language;
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

/** Said once, by the first end of a run that went well after one that did not. */
export function worksAgain(record: RunRecord, rows: DeskRows, to: Addressee): DeskMessage[] {
	const before = previousEnd(rows, record.run);
	const isFirst = endsOfRun(rows, record.run).length === 0;
	if (before === null || before.state === 'good' || !isFirst || !GOOD_STATES.has(record.state)) {
		return [];
	}
	const t = say(to.language);
	const words = { problems: before.problems, applied: record.applied ?? 0 };
	return [
		{
			subject: t('worksAgain', { customer: to.customer }),
			text: t('worksAgainText', words),
			link: '',
			...to,
			kind: 'worksAgain',
		},
	];
}

function failedLine(
	{ action, external_id: id, code, message }: Outcome,
	language: Language,
): string {
	const said =
		isIssueCode(code) && message === '' ? resolveCarried({ code }, language).message : '';
	const words = { action: action ?? '', id: id ?? '?', what: message || said, code };
	return say(language)('failedOne', words);
}

function failedChanges(
	record: RunRecord,
	outcomes: readonly Outcome[],
	rows: DeskRows,
	to: Addressee,
): DeskMessage[] {
	const problems = record.problems ?? '';
	const told =
		saidBefore(previousEnd(rows, record.run), 'partly', problems) ||
		endsOfRun(rows, record.run).some((end) => sameProblems(end.problems, problems));
	if (record.state !== 'partly' || told) return [];
	const t = say(to.language);
	const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
	const lines = failed.slice(0, MOST).map((one) => failedLine(one, to.language));
	const rest = failed.length - MOST;
	return [
		{
			subject: t('failedChanges', { customer: to.customer, count: failed.length }),
			text: [...lines, ...(rest > 0 ? [t('heldMore', { count: rest })] : [])].join('\n'),
			link: '',
			...to,
			kind: 'failedChanges',
		},
	];
}

/** Only of the plan that somebody approved with it. */
function enableAfter(record: RunRecord, known: RunItems, to: Addressee): EnableRequest[] {
	const asked = known.rows.some(
		({ row, approval }) => row.plan.id === record.plan_id && approval?.enable === true,
	);
	if (record.decision !== 'approved' || !asked) return [];
	return [
		{
			workflow: record.workflow,
			failed: record.failed ?? 0,
			state: record.state,
			subject: say(to.language)('notEnabled', { customer: to.customer }),
			text: '',
			link: '',
			...to,
			kind: 'notEnabled',
		},
	];
}

export function doneOfRun({ call, start, known, rows, now, language }: DoneOfRun): DeskWork {
	const extras = { waited: waitedOf(call.start) };
	const log = endRecords({ start, came: cameIn(call, known), known, extras, now });
	const to = addressee(call, language);
	return {
		...NOTHING,
		log,
		tell: log.flatMap((record) => [
			...failedChanges(record, outcomesOf(record, known), rows, to),
			...worksAgain(record, rows, to),
		]),
		enable: log.flatMap((record) => enableAfter(record, known, to)),
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
