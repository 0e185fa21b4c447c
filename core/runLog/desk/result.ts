import { isFailure } from '../../plan/failure';
import type { FileDataset, Outcome, PlanRow } from '../../model/plan';
import { countOutcomes, totalOf } from '../../plan/count';
import type { OutcomeCounts } from '../../plan/count';
import { actionWord, doneText } from '../../ui/actions';
import { GOOD_STATES } from '../columns';
import type { RunRecord } from '../columns';
import { compose, timeFor } from './compose';
import type { Addressee, DeskMessage } from './compose';
import { endsOfRun, previousEnd, sameProblems, saidBefore } from './ends';
import { sayCode, sayProblems } from './sayCode';
import { say } from './text';
import type { DeskRows } from './work';

/** What became of a plan: one message for its end, with the result in it. */

/** Beyond this a message is no longer read. */
const MOST = 50;

const DONE = { budgets: 'doneBudgets', salaryLeave: 'doneSalaryLeave' } as const;

export interface AppliedResult {
	record: RunRecord;
	/** Of the rows of this plan. */
	outcomes: readonly Outcome[];
	rows: readonly PlanRow[];
	/** Of a plan for a file: which. */
	dataset: FileDataset | undefined;
	/** Where it can be looked at; empty where nowhere. */
	page: string;
}

interface ResultCounts extends OutcomeCounts {
	/** Who waits in the plan: nothing was to be done for them. */
	held: number;
}

/** Skipped is what was to be done and was not; whoever waits, or was left out on purpose, is none of it. */
function countsOf({ rows, outcomes }: AppliedResult): ResultCounts {
	const due = outcomes.filter((one) => one.outcome !== 'skipped' || isFailure(one));
	const held = outcomes.filter(({ outcome, code }) => outcome === 'skipped' && code === 'HELD');
	return { ...countOutcomes(rows, due), held: held.length };
}

/** Who decided, and what they wrote. */
function decidedLines({ decision, approver, decided_at: at, comment }: RunRecord, to: Addressee) {
	const t = say(to.language);
	const words = { who: approver || '?', when: timeFor(to, at ?? '') };
	if (decision === 'approved') return [t('approvedBy', words)];
	if (decision !== 'rejected') return [];
	return [
		t('rejectedBy', words),
		comment === null || comment === '' ? '' : t('comment', { comment }),
	];
}

function failedLines({ outcomes, rows }: AppliedResult, to: Addressee): string[] {
	const t = say(to.language);
	const names = new Map(rows.map(({ row_id: id, name }) => [id, name]));
	const failed = outcomes.filter(({ outcome }) => outcome === 'failed');
	const lines = failed.slice(0, MOST).map((one) => {
		const { row_id: row, external_id: id, action, code, message } = one;
		return t('failedLine', {
			action: action === null ? '' : actionWord(action, to.language),
			who: names.get(row ?? '') || id || '?',
			what: sayCode(code, message, to.language) || message,
			code,
		});
	});
	const rest = failed.length - MOST;
	return [...lines, ...(rest > 0 ? [t('more', { count: rest })] : [])];
}

/** The numbers of what was carried out, what was not, and who decided. */
export function resultLines(result: AppliedResult, to: Addressee): string[] {
	const { record, page } = result;
	const t = say(to.language);
	const line = (
		key: 'alreadySo' | 'skipped' | 'excluded' | 'failedToo' | 'stillHeld',
		count: number,
	) => (count === 0 ? '' : t(key, { count }));
	const { applied, already, skipped, failed, held } = countsOf(result);
	return [
		totalOf(applied) === 0 ? '' : t('appliedNumbers', { counts: doneText(applied, to.language) }),
		line('alreadySo', totalOf(already)),
		line('skipped', totalOf(skipped)),
		line('excluded', record.excluded ?? 0),
		line('failedToo', totalOf(failed)),
		line('stillHeld', held),
		...decidedLines(record, to),
		page === '' ? '' : t('result', { link: page }),
	];
}

/** Said once, by the first end of a run that went well after one that did not. */
export function worksAgain(
	record: RunRecord,
	rows: DeskRows,
	to: Addressee,
	lines: readonly string[],
	page = '',
): DeskMessage[] {
	const before = previousEnd(rows, record.run);
	const isFirst = endsOfRun(rows, record.run).length === 0;
	if (before === null || before.state === 'good' || !isFirst || !GOOD_STATES.has(record.state)) {
		return [];
	}
	const t = say(to.language);
	return [
		compose(to, 'worksAgain', {
			subject: t('worksAgain', { customer: to.customer }),
			lines: [
				t('worksAgainText', { problems: sayProblems(before.problems, to.language) }),
				...(lines.length === 0 ? [t('nothingToDo')] : lines),
			],
			link: page,
		}),
	];
}

/** Said when Alleo refuses something else than in the run before. */
export function failedChanges(result: AppliedResult, rows: DeskRows, to: Addressee): DeskMessage[] {
	const { record, outcomes, page } = result;
	const problems = record.problems ?? '';
	const told =
		saidBefore(previousEnd(rows, record.run), 'partly', problems) ||
		endsOfRun(rows, record.run).some((end) => sameProblems(end.problems, problems));
	if (record.state !== 'partly' || told) return [];
	const t = say(to.language);
	const { customer } = to;
	const count = outcomes.filter(({ outcome }) => outcome === 'failed').length;
	return [
		compose(to, 'failedChanges', {
			subject: count === 1 ? t('failedOne', { customer }) : t('failedMany', { customer, count }),
			lines: [...failedLines(result, to), ...resultLines(result, to)],
			link: page,
		}),
	];
}

function doneSubject(result: AppliedResult, { customer, language }: Addressee): string {
	const { record, dataset } = result;
	const t = say(language);
	if (record.state === 'rejected') return t('rejected', { customer });
	if (record.state === 'expired') return t('expired', { customer });
	if (dataset !== undefined) return t(DONE[dataset], { customer });
	const count = totalOf(countsOf(result).applied);
	if (count === 0) return t('doneNone', { customer });
	return count === 1 ? t('doneOne', { customer }) : t('doneMany', { customer, count });
}

/** Whether a person wants to know of it: what only found everything as it should be is no news. */
function isNews(result: AppliedResult): boolean {
	const { state, decision, applied } = result.record;
	const skipped = totalOf(countsOf(result).skipped);
	if (state === 'rejected' || state === 'expired') return true;
	if (state !== 'applied' && state !== 'partly') return false;
	return (applied ?? 0) > 0 || (state === 'applied' && (decision !== null || skipped > 0));
}

export function doneMessage(result: AppliedResult, to: Addressee): DeskMessage[] {
	const { record, page } = result;
	if (!isNews(result)) return [];
	const t = say(to.language);
	const isApplied = record.state === 'applied' || record.state === 'partly';
	return [
		compose(to, 'done', {
			subject: doneSubject(result, to),
			lines: [
				...resultLines(result, to),
				record.state === 'expired' ? t('expiredText') : '',
				isApplied && record.decision === null ? t('itself') : '',
			],
			link: page,
		}),
	];
}
