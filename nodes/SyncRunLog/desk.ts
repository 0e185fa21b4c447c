import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readHistory } from '../../core/explain/history';
import type { PlanSummary } from '../../core/model/summary';
import { RunRecord } from '../../core/runLog/columns';
import { readDeskCall } from '../../core/runLog/deskCall';
import type { DeskCall } from '../../core/runLog/deskCall';
import { addressee, setting } from '../../core/runLog/desk/compose';
import type { DeskSelf } from '../../core/runLog/desk/compose';
import { endWith, openRuns } from '../../core/runLog/desk/cut';
import type { RunEnd } from '../../core/runLog/desk/cut';
import { doneOfRun } from '../../core/runLog/desk/done';
import { passOn } from '../../core/runLog/desk/message';
import { planOfRun } from '../../core/runLog/desk/plan';
import { startOfRun } from '../../core/runLog/desk/start';
import { stopOfRun } from '../../core/runLog/desk/stop';
import type { DeskRows, DeskWork } from '../../core/runLog/desk/work';
import type { PlanUpdate } from '../../core/runLog/plans/columns';
import { waitingPlan, withoutLinks } from '../../core/runLog/plans/lead';
import { plansOnRecord, plansStopped } from '../../core/runLog/plans/record';
import { startRecord } from '../../core/runLog/record';
import { executionOf } from '../../core/runLog/runPlans';
import { version } from '../../package.json';
import { civilToday, instantNow } from '../shared/clock';
import { isRecord, textOf, valueOf } from '../shared/parameters';
import { selfOf } from './deskSelf';
import type { SelfInN8n } from './deskSelf';

/** The stage "Desk": reads the call and the rows, and lets core/runLog/desk decide. */

/** What leaves the node, output by output: Log, Tell, Enable, Reconnect, Answer, Plans. */
export type DeskOutputs = IDataObject[][];

/** The rows that came in; n8n gives one empty item where there are none, and a failed reading says so. */
function rowsOf(context: IExecuteFunctions): DeskRows {
	const items = context.getInputData(0);
	const failed = items.some(
		({ json, error }) => error !== undefined || json['error'] !== undefined,
	);
	return failed
		? null
		: items.map(({ json }) => json).filter((json) => Object.keys(json).length > 0);
}

/** Executions that n8n knows to be over, and how. */
async function endedOf(
	context: IExecuteFunctions,
	rows: DeskRows,
	run: string,
): Promise<ReadonlyMap<string, RunEnd>> {
	const ended = new Map<string, RunEnd>();
	for (const id of new Set(openRuns(rows, run).map((open) => executionOf(open.run)))) {
		try {
			const data = await context.getExecutionDataById(id);
			if (data === undefined) ended.set(id, 'gone');
			else if (data.resultData.error !== undefined) ended.set(id, endWith(data.resultData.error));
		} catch {
			// Not known; the time that has passed decides.
		}
	}
	return ended;
}

function startOf(call: DeskCall, now: string): RunRecord {
	const { start, run, workflow, source, mode } = call;
	const parsed = RunRecord.safeParse(start);
	// Data that somebody pinned to "Desk: start" is of another run, whose row must stay as it is.
	if (parsed.success && parsed.data.run === run && parsed.data.workflow === workflow) {
		return parsed.data;
	}
	// A log must not stop the run it is about: without a readable start the record begins here.
	const customer = setting(call, 'customer_name') || call.workflow_name;
	const given = { customer, referenceDate: '', remembered: 0 };
	return startRecord({ run, workflow, source, mode, ...given, version, now });
}

const outputsOf = (
	work: DeskWork,
	answer: object | null,
	plans: readonly PlanUpdate[],
): DeskOutputs => [
	work.log.map((record) => ({ ...record })),
	work.tell.map((message) => ({ ...message })),
	work.enable.map((request) => ({ ...request })),
	work.reconnect.map((request) => ({ ...request })),
	answer === null ? [] : [{ ...answer }],
	plans.map((plan) => ({ ...plan })),
];

function stopped(
	context: IExecuteFunctions,
	given: Record<string, unknown>,
	rows: DeskRows,
	deskSelf: DeskSelf,
): DeskOutputs {
	const work = stopOfRun({
		stopped: given['stopped'],
		found: given['found'],
		rows,
		deskSelf,
		desk: textOf(context.getWorkflow().id) ?? '',
		ownRun: context.getExecutionId(),
		now: instantNow(),
		version,
	});
	return outputsOf(work, null, plansStopped(work.log, rows));
}

async function called(
	context: IExecuteFunctions,
	call: DeskCall,
	rows: DeskRows,
	deskSelf: SelfInN8n,
): Promise<DeskOutputs> {
	const now = instantNow();
	if (call.event === 'start') {
		const ended = await endedOf(context, rows, call.run);
		const today = civilToday(context.getTimezone());
		const given = { call, rows, today, ended, deskSelf, now, version };
		const { work, answer } = startOfRun(given);
		return outputsOf(work, answer, plansStopped(work.log, rows));
	}
	const told = ({ tell, enable, reconnect }: DeskWork): number =>
		tell.length + enable.length + reconnect.length;
	if (call.event === 'message') {
		const work = passOn(call, deskSelf);
		return outputsOf(work, { link: call.link, told: told(work) }, []);
	}
	const known = readHistory(call.items);
	const start = startOf(call, now);
	const of = { call, start, known, rows, deskSelf, now, version };
	const about = { call, known, to: addressee(call, deskSelf) };
	if (call.event === 'plan') {
		const address = addressOf(call, known.summaries, deskSelf);
		const { work, link } = planOfRun({ ...of, call: { ...call, link: address ?? call.link } });
		const plans = plansOnRecord(work.log, about);
		const log = address === null ? work.log : withoutLinks(work.log);
		return outputsOf({ ...work, log }, { link, told: told(work) }, plans);
	}
	const work = doneOfRun(of);
	const answer = { link: '', told: told(work) };
	return outputsOf(work, answer, plansOnRecord(work.log, about));
}

/**
 * The permanent address of the plan that waits; null where none does, or this n8n has no page for plans.
 * Whoever asked for the plan by form decides in the name of their login: only their address leads on.
 */
function addressOf(
	call: DeskCall,
	summaries: readonly PlanSummary[],
	deskSelf: SelfInN8n,
): string | null {
	const plan = waitingPlan(call.run, summaries);
	return plan === null ? null : deskSelf.addressOf(plan, call.asked_by === '' ? 'look' : 'decide');
}

export async function deskOutputs(context: IExecuteFunctions): Promise<DeskOutputs> {
	const deskSelf = await selfOf(context);
	const given: unknown = context.getNodeParameter('call', 0, {});
	const rows = rowsOf(context);
	if (isRecord(given) && given['event'] === 'stop') return stopped(context, given, rows, deskSelf);
	return await called(context, valueOf(context, readDeskCall(given)), rows, deskSelf);
}
