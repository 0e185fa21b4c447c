import { z } from 'zod';
import type { Outcome, PlanRow } from '../../model/plan';
import type { PlanSummary } from '../../model/summary';
import { kindsIn } from '../../plan/count';
import { RunRecord } from '../columns';
import type { DeskCall } from '../deskCall';
import type { Addressee } from '../desk/compose';
import type { DeskRecord, DeskRows } from '../desk/work';
import { executionOf } from '../runPlans';
import { PlanOnRecord } from './columns';
import type { PlanUpdate } from './columns';
import { rowsOnRecord, writeRows } from './rows';
import type { KnownRow } from './rows';

/** The rows of the table of plans, from the records of runs that the desk writes at the same time. */

export interface KnownOfRun {
	summaries: readonly PlanSummary[];
	rows: readonly KnownRow[];
	outcomes: readonly Outcome[];
}

interface OfCall {
	call: DeskCall;
	/** Everything that is known of the run by now. */
	known: KnownOfRun;
	to: Addressee;
}

const isOf = (row: PlanRow, { plan_id: id, plan_hash: hash }: DeskRecord): boolean =>
	row.plan.id === id && row.plan.hash === hash;

function updateOf(record: DeskRecord, { call, known, to }: OfCall): PlanUpdate[] {
	const { plan_id: id, plan_hash: hash, state } = record;
	if (typeof id !== 'string' || typeof hash !== 'string' || state === undefined) return [];
	const summary = known.summaries.find(({ plan }) => plan.id === id && plan.hash === hash);
	const rows = known.rows.filter(({ row }) => isOf(row, record));
	const update: PlanUpdate = {
		plan_id: id,
		workflow: record.workflow,
		run: executionOf(record.run),
		customer: to.customer,
		language: to.language,
		time_zone: to.zone,
		state,
		reference_date: record.reference_date ?? null,
		made_at: summary?.plan.created_at ?? record.started_at ?? null,
		expires_at: record.expires_at ?? null,
		finished_at: record.finished_at ?? null,
		asked_by: call.asked_by === '' ? null : call.asked_by,
		decided_by: record.approver ?? null,
		decided_at: record.decided_at ?? null,
		comment: record.comment ?? null,
		problems: record.problems ?? null,
		counts: summary === undefined ? null : JSON.stringify(kindsIn(summary)),
		rows: writeRows(rowsOnRecord(rows, known.outcomes)),
	};
	return [update];
}

/**
 * Of a call of the desk: the plans that it is about.
 * @param log what the desk writes to the run log in this call; a run without a plan has no row here
 */
export const plansOnRecord = (log: readonly DeskRecord[], of: OfCall): PlanUpdate[] =>
	log.flatMap((record) => updateOf(record, of));

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The plans of runs that stopped, or were cut off: only that is known then, and the rest stays as it is.
 * @param log what the desk writes about those runs
 * @param rows of the run log, which say what plan such a run had
 */
export function plansStopped(log: readonly DeskRecord[], rows: DeskRows): PlanUpdate[] {
	const plans = new Map(
		(rows ?? []).map((row) => [JSON.stringify([row['workflow'], row['run']]), row['plan_id']]),
	);
	return log.flatMap(({ run, workflow, state, finished_at, problems }) => {
		const id = text(plans.get(JSON.stringify([workflow, run])));
		if (id === '' || (state !== 'failed' && state !== 'part')) return [];
		return [
			{
				plan_id: id,
				workflow,
				run: executionOf(run),
				state,
				finished_at: finished_at ?? null,
				problems: problems ?? null,
			},
		];
	});
}

/** A row of the run log, as far as it says something of its plan. */
const Logged = RunRecord.pick({
	run: true,
	workflow: true,
	customer: true,
	mode: true,
	state: true,
	reference_date: true,
	started_at: true,
	finished_at: true,
	expires_at: true,
	decided_at: true,
	comment: true,
	problems: true,
}).extend({ plan_id: z.string(), approver: z.string().nullable() });

/**
 * A plan of which only the run log knows, because its own row could not be written: without its rows, but
 * nobody is kept from deciding. Who asked for a dry run is not in the log; such a plan leads only that person
 * on, so that nobody decides in their name.
 */
export function planFromLog(row: unknown): PlanOnRecord | null {
	const { data } = Logged.safeParse(row);
	if (data === undefined) return null;
	const { run, mode, started_at: made_at, approver: decided_by, ...same } = data;
	const asked_by = mode === 'dryRun' ? '?' : null;
	return PlanOnRecord.parse({ ...same, run: executionOf(run), made_at, decided_by, asked_by });
}
