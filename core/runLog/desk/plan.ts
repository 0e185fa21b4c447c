import type { DeskCall } from '../deskCall';
import { waitedOf } from '../details';
import { endRecords, planRecords } from '../end';
import type { RunItems } from '../end';
import type { RunRecord } from '../columns';
import { openQuestionsOf } from '../inbox/call';
import { addressee } from './compose';
import type { DeskSelf } from './compose';
import { heldMessages } from './held';
import { planWaitsMessage, waits } from './planWaits';
import { worksAgain } from './result';
import { NOTHING, systemOf } from './work';
import type { Clock, DeskRows, DeskWork } from './work';

/** The plan is made: it is logged, and whoever has to decide gets the link. */

export interface PlanOfRun extends Clock {
	call: DeskCall;
	start: RunRecord;
	known: RunItems;
	rows: DeskRows;
	deskSelf: DeskSelf;
}

export function planOfRun(input: PlanOfRun): { work: DeskWork; link: string } {
	const { call, start, known, rows, now, deskSelf } = input;
	const { summaries } = known;
	const came: RunItems = { summaries, rows: [], outcomes: [] };
	// Where there is nothing to do, the plan is the end.
	const waited = waitedOf(call.start);
	const ended = endRecords({ start, came, known, extras: { waited }, now });
	const over = new Map(ended.map((record) => [record.run, record]));
	// Who asked by form, and nobody else, was shown the link: the name on the page rests on that.
	const extras = { waited, ...(call.asked_by === '' ? { link: call.link } : {}) };
	const log = planRecords(start, known, extras).map((record) => over.get(record.run) ?? record);
	const to = addressee(call, deskSelf);
	const plain = known.rows.map(({ row }) => row);
	const [first] = plain;
	// While it waits the page leads on to the decision: of a run by form, only for who asked for it.
	const page = call.asked_by === '' && first !== undefined ? deskSelf.planPage(first.plan.id) : '';
	const questions = openQuestionsOf(call);
	const { run } = call;
	const held = {
		rows: plain,
		log: rows,
		run,
		system: systemOf(call),
		to,
		deskSelf,
		page,
		questions,
	};
	return {
		work: {
			...NOTHING,
			log,
			tell: [
				...ended.flatMap((record) => worksAgain(record, rows, to, [])),
				...heldMessages(held),
				...planWaitsMessage(call, summaries, to),
			],
		},
		link: summaries.some(waits) ? call.link : '',
	};
}
