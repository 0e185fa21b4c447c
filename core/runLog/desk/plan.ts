import type { Language } from '../../issues';
import type { PlanSummary } from '../../model/summary';
import type { DeskCall } from '../deskCall';
import { waitedOf } from '../details';
import { endRecords, planRecords } from '../end';
import type { RunItems } from '../end';
import type { RunRecord } from '../columns';
import { countsText } from '../../ui/actions';
import { plansOf } from '../runPlans';
import { worksAgain } from './done';
import { heldMessages } from './held';
import { say } from './text';
import { addressee, NOTHING, systemOf } from './work';
import type { Addressee, Clock, DeskMessage, DeskRows, DeskWork } from './work';

/** The plan is made: it is logged, and whoever has to decide gets the link. */

export interface PlanOfRun extends Clock {
	call: DeskCall;
	start: RunRecord;
	known: RunItems;
	rows: DeskRows;
	language: Language;
}

const LONGEST_TEXT = 20_000;

function waitsMessage(
	call: DeskCall,
	summaries: readonly PlanSummary[],
	to: Addressee,
): DeskMessage[] {
	// Who asked for it by form sees the link there, and it goes to nobody else.
	if (call.asked_by !== '') return [];
	const plans = plansOf(call.run, summaries);
	const waiting = plans.find(({ summary }) => waits(summary))?.summary;
	if (waiting === undefined) return [];
	const t = say(to.language);
	const ready = plans.find(({ part }) => part === 'ready')?.summary;
	// A plan for a file makes no account; whoever is not in the file is no change either.
	const isFile = waiting.plan.dataset !== undefined;
	const lines = [
		isFile
			? t('numbersFile', waiting.counts)
			: t('numbers', { counts: countsText(waiting.rows, to.language) }),
		...(ready === undefined ? [] : [t('goesOn', { counts: countsText(ready.rows, to.language) })]),
		...waiting.fields_text,
		t('decide', { link: call.link }),
	];
	return [
		{
			subject: t(isFile ? 'waitsFile' : 'waits', { customer: to.customer, system: systemOf(call) }),
			text: lines.join('\n').slice(0, LONGEST_TEXT),
			link: call.link,
			...to,
			kind: 'waits',
		},
	];
}

const waits = ({ needs_approval: needs, status }: PlanSummary): boolean =>
	needs && status !== 'empty';

export function planOfRun(input: PlanOfRun): { work: DeskWork; link: string } {
	const { call, start, known, rows, now, language } = input;
	const { summaries } = known;
	const came: RunItems = { summaries, rows: [], outcomes: [] };
	// Where there is nothing to do, the plan is the end.
	const waited = waitedOf(call.start);
	const ended = endRecords({ start, came, known, extras: { waited }, now });
	const over = new Map(ended.map((record) => [record.run, record]));
	// Who asked by form, and nobody else, was shown the link: the name on the page rests on that.
	const extras = { waited, ...(call.asked_by === '' ? { link: call.link } : {}) };
	const log = planRecords(start, known, extras).map((record) => over.get(record.run) ?? record);
	const to = addressee(call, language);
	const plain = known.rows.map(({ row }) => row);
	return {
		work: {
			...NOTHING,
			log,
			tell: [
				...ended.flatMap((record) => worksAgain(record, rows, to)),
				...heldMessages({ rows: plain, log: rows, run: call.run, system: systemOf(call), to }),
				...waitsMessage(call, summaries, to),
			],
		},
		link: summaries.some(waits) ? call.link : '',
	};
}
