import { admit } from '../../../core/apply/admit';
import { applyPlans } from '../../../core/apply/run';
import { decide } from '../../../core/approval/decide';
import type { DecisionForm } from '../../../core/approval/form';
import { decisionRules } from '../../../core/approval/rules';
import type { AlleoEmployee } from '../../../core/model/employee';
import type { Approval, Outcome, PlanRow } from '../../../core/model/plan';
import type { Plan } from '../../../core/plan/finish';
import type { DiffOptions } from '../../../core/plan/options';
import { NO_PAST } from '../../../core/plan/past';
import type { Past } from '../../../core/plan/past';
import { withReport } from '../../../core/report/markdown';
import type { RunRecord } from '../../../core/runLog/columns';
import { readPast } from '../../../core/runLog/past';
import { endRecord, planRecord, startRecord, stopRecord } from '../../../core/runLog/record';
import { plansOf as recordsOf } from '../../../core/runLog/runPlans';
import { around } from '../listAlleo.mts';
import type { ListAlleo } from '../listAlleo.mts';
import { plansOf } from './plans.mts';
import type { Vendor } from './records.mts';
import type { Worker } from './staff.mts';

/** One run a day with its log, as the workflow does it: plan, send out what is ready, ask for the rest. */

export const WORKFLOW = 'w1';

/** What somebody answers on a plan that waits; null: nobody did in time. */
export type Answer = (plan: Plan) => DecisionForm | null;

export interface Today {
	vendor: Vendor;
	day: string;
	staff: readonly Worker[];
	alleo: ListAlleo;
	options?: Partial<DiffOptions>;
	coverage?: readonly object[];
	answer: Answer;
	/** The rows of the Data Table as they are; the run adds its own. */
	log: RunRecord[];
	/** Whether the log can be read today; `none`: nobody wired it. */
	reading?: Past['log'];
	/** After so many writes the execution is gone. */
	stopAfter?: number;
	/** How the log knows of that: not at all, or by the error workflow. */
	goneAs?: 'silent' | 'failed';
}

export interface Sent {
	row: PlanRow;
	outcome: Outcome;
	/** Somebody approved it. */
	asked: boolean;
}

/** What Alleo really saw, whatever the outcomes and the log say. */
export interface Effect {
	day: string;
	action: 'create' | 'reactivate' | 'deactivate';
	externalId: string;
	accountId: number;
	alleoCompany: number;
	/** Of the row. */
	partition: string | null;
	asked: boolean;
}

export interface Ran {
	plans: Plan[];
	past: Past;
	/** In the order in which they went out. */
	sent: Sent[];
	effects: Effect[];
	/** The answer on the plan that waited; null where none did, or nobody answered. */
	approval: Approval | null;
	/** The run lived to write the answer down. */
	isWritten: boolean;
}

const pastOf = ({ log, day, reading = 'read' }: Today): Past => {
	if (reading === 'none') return NO_PAST;
	return readPast(reading === 'read' ? log.map((row) => ({ ...row })) : null, WORKFLOW, day);
};

function approvalOf(plan: Plan, answer: Answer, now: string): Approval | null {
	const form = answer(plan);
	if (form === null) return null;
	const { rows, summary } = plan;
	const { guards, partitions, plan: ref } = summary;
	const rules = decisionRules({ rows, guards, partitions, expiresAt: ref.expires_at, now });
	const verdict = decide({ plan: ref, rows, rules, form, requireComment: false, now });
	return verdict.kind === 'decided' ? verdict.approval : null;
}

async function apply(
	today: Today,
	plan: Plan,
	approval: Approval | null,
	now: string,
): Promise<Outcome[]> {
	const items = plan.rows.map((row) => (approval === null ? row : { ...row, approval }));
	const admission = admit(items, { accept: 'approvedOrReady', now, companies: [] });
	if (!admission.ok) throw new Error(`not admitted: ${JSON.stringify(admission)}`);
	const { alleo, stopAfter = Infinity } = today;
	const from = alleo.writes;
	const isStopped = (): boolean => alleo.writes - from >= stopAfter;
	const applied = await applyPlans(around(alleo, now, { isStopped }), admission.plans);
	if (!applied.ok) throw new Error(`not applied: ${JSON.stringify(applied.fault)}`);
	return applied.outcomes;
}

function effectsOf(
	{ day, alleo }: Today,
	before: readonly AlleoEmployee[],
	rows: readonly PlanRow[],
	asked: boolean,
): Effect[] {
	const was = new Map(before.map((entry) => [entry.id, entry.is_active]));
	return alleo.accounts.flatMap((entry): Effect[] => {
		const had = was.get(entry.id);
		if (had === entry.is_active) return [];
		const action = had === undefined ? 'create' : entry.is_active ? 'reactivate' : 'deactivate';
		const row = rows.find((one) =>
			action === 'create' ? one.external_id === entry.external_id : one.alleo_id === entry.id,
		);
		return [
			{
				day,
				action,
				externalId: entry.external_id ?? '',
				accountId: entry.id,
				alleoCompany: entry.company_id,
				partition: row?.partition ?? null,
				asked,
			},
		];
	});
}

/** As the error workflow writes it over the row. */
const stopped = ({ run, workflow }: RunRecord): ReturnType<typeof stopRecord> =>
	stopRecord({ run, workflow, node: 'Apply to Alleo', error: '', version: '0.0.0', now: '' });

/** What the Diff makes of the day, before anything goes out. */
export function plannedOn(today: Today): Pick<Ran, 'past' | 'plans'> {
	const { vendor, day, staff, alleo, options = {}, coverage } = today;
	const past = pastOf(today);
	const plans = plansOf({
		vendor,
		day,
		staff,
		alleo: alleo.accounts.map((entry) => ({ ...entry })),
		options: { ...options, past },
		...(coverage === undefined ? {} : { coverage }),
	});
	return { past, plans };
}

export async function runDay(today: Today): Promise<Ran> {
	const { vendor, day, alleo, log } = today;
	const now = `${day}T04:00:00.000Z`;
	const { past, plans } = plannedOn(today);
	const records = recordsOf(
		day,
		plans.map((plan) => withReport(plan, 'en').summary),
	);
	const sent: Sent[] = [];
	const effects: Effect[] = [];
	let given: Approval | null = null;
	let isWritten = false;
	// The ready plan goes out before somebody is asked about the other one.
	for (const [at, plan] of [...plans.entries()].reverse()) {
		const record = records[at];
		if (record === undefined) throw new Error('a plan without a record');
		const start = startRecord({
			run: record.run,
			workflow: WORKFLOW,
			customer: 'Voorbeeld',
			source: vendor,
			mode: 'daily',
			referenceDate: day,
			remembered: past.leftOut.size,
			version: '0.0.0',
			now: `${day}T03:00:00.000Z`,
		});
		const { rows } = plan;
		const { summary, part } = record;
		if (rows.length === 0) {
			log.push(endRecord({ start, summary, part, rows: [], outcomes: [], now }));
			continue;
		}
		const asks = summary.needs_approval;
		const approval = asks ? approvalOf(plan, today.answer, now) : null;
		if (asks) given = approval;
		const goes = !asks || approval?.decision === 'approved';
		const from = alleo.writes;
		const before = alleo.accounts.map((entry) => ({ ...entry }));
		const outcomes = goes ? await apply(today, plan, approval, now) : [];
		effects.push(...effectsOf(today, before, rows, asks));
		outcomes.forEach((outcome, place) => {
			const row = [...rows].sort((a, b) => a.position - b.position)[place];
			if (row !== undefined) sent.push({ row, outcome, asked: asks });
		});
		const isGone = goes && alleo.writes - from >= (today.stopAfter ?? Infinity);
		// What somebody answered is written at the end, which this run does not reach.
		const planned = planRecord(start, { summary, part, rows });
		if (isGone) log.push(today.goneAs === 'failed' ? { ...planned, ...stopped(start) } : planned);
		else {
			isWritten ||= approval !== null;
			const answered = rows.map((row) => ({ row, approval }));
			log.push(endRecord({ start, summary, part, rows: answered, outcomes, now }));
		}
		if (isGone) break;
	}
	return { plans, past, sent, effects, approval: given, isWritten };
}
