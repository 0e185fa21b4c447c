import { readSummary } from '../../core/model/summary';
import type { PlanSummary } from '../../core/model/summary';
import { endRecord, startRecord } from '../../core/runLog/record';
import type { EndInput } from '../../core/runLog/record';
import type { RunRecord } from '../../core/runLog/columns';
import type { DeskSelf } from '../../core/runLog/desk/compose';
import type { Approval, Outcome, PlanRow } from '../../core/model/plan';
import { makePlan } from './approvalPlan.mts';
import type { Plan } from './approvalPlan.mts';

/** Rows of the run log for tests, made from plans with real hashes. */

/** A desk with nothing of its own: as one that was saved before it had settings. */
export const deskSelf = (changes: Partial<DeskSelf> = {}): DeskSelf => ({
	language: 'nl',
	zone: 'Europe/Amsterdam',
	operator: [],
	sayDone: false,
	editor: '',
	explain: '',
	planPage: () => '',
	...changes,
});

export const DAY = '2026-11-24';

export const viewOf = (plan: Plan): PlanSummary => {
	const read = readSummary(plan.summary);
	if (!read.ok) throw new Error(read.problem);
	return read.value;
};

export const plan = (): Plan =>
	makePlan([
		{ action: 'deactivate', external_id: 'nmbrs-1' },
		{ action: 'update', external_id: 'nmbrs-2' },
		{ action: 'create', external_id: 'nmbrs-3' },
		{ action: 'hold', external_id: 'nmbrs-4' },
	]);

export const start = (): RunRecord =>
	startRecord({
		run: '17',
		workflow: 'w1',
		customer: 'Bakkerij Van Dijk',
		source: 'nmbrs',
		mode: 'daily',
		referenceDate: DAY,
		remembered: 0,
		version: '0.1.0',
		now: '2026-11-24T03:00:00.000Z',
	});

export function approvalOf(rows: readonly PlanRow[], changes: Partial<Approval> = {}): Approval {
	const { id, hash } = rows[0]!.plan;
	return {
		plan_id: id,
		plan_hash: hash,
		decision: 'approved',
		approver: 'Anke Voorbeeld',
		comment: 'Gezien',
		decided_at: '2026-11-24T09:30:00.000Z',
		excluded: [],
		exclusions: [],
		...changes,
	};
}

export const outcomeOf = (
	row: PlanRow,
	outcome: Outcome['outcome'],
	code = 'APPLIED',
): Outcome => ({
	row_id: row.row_id,
	action: row.action,
	external_id: row.external_id,
	alleo_id: row.alleo_id,
	outcome,
	code,
	message: '',
	http_status: null,
	request_id: null,
});

export function end(given: Plan, changes: Partial<EndInput> = {}, approval?: Approval): RunRecord {
	return endRecord({
		start: start(),
		summary: viewOf(given),
		rows: given.rows.map((row) => ({ row, approval: approval ?? null })),
		outcomes: [],
		now: '2026-11-24T09:31:00.000Z',
		...changes,
	});
}

/** A run that was approved with these exclusions. */
export const decidedRun = (given: Plan, changes: Partial<Approval> = {}): RunRecord =>
	end(
		given,
		{ outcomes: given.rows.map((row) => outcomeOf(row, 'applied')) },
		approvalOf(given.rows, changes),
	);

export const leftOut = (
	given: Plan,
	index: number,
	until: string | null,
	decidedAt?: string,
): RunRecord => {
	const row_id = given.rows[index]!.row_id;
	return decidedRun(given, {
		excluded: [row_id],
		exclusions: [{ reason: 'Gaat later uit dienst', row_ids: [row_id], until }],
		...(decidedAt === undefined ? {} : { decided_at: decidedAt }),
	});
};
