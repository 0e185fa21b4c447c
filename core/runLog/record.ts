import { countBy } from '../model/collect';
import type { Approval, Outcome, PlanRow } from '../model/plan';
import type { PlanSummary } from '../model/summary';
import { codeIn } from './codeIn';
import { RunRecord } from './columns';
import type { RunState } from './columns';
import { writeExclusions } from '../approval/exclusions';
import { countOutcomes, totalOf } from '../plan/count';
import { joinSignatures } from '../plan/signature';
import type { PlanPart } from './runPlans';
import type { RunExtras } from './details';
import { detailsOf } from './writeDetails';

/** Builds the row of the run log: at the start, when the plan is there, at the end, when it stopped. */

export interface StartInput {
	run: string;
	workflow: string;
	customer: string;
	source: string;
	/** `dryRun` or `daily`. */
	mode: string;
	referenceDate: string;
	remembered: number;
	version: string;
	/** The present instant, ISO 8601 UTC. */
	now: string;
}

const EMPTY = Object.fromEntries(Object.keys(RunRecord.shape).map((name) => [name, null]));

export const startRecord = (input: StartInput): RunRecord => ({
	...(EMPTY as unknown as RunRecord),
	run: input.run,
	workflow: input.workflow,
	customer: input.customer,
	source: input.source,
	mode: input.mode,
	state: 'started',
	reference_date: input.referenceDate,
	started_at: input.now,
	remembered: input.remembered,
	version: input.version,
});

/** Each once: a check may trip for today and for the last days. */
const trippedGuards = ({ guards }: PlanSummary): string =>
	[...new Set(guards.flatMap(({ code, tripped }) => (tripped ? [code] : [])))].join(', ');

/** A plan, and what of it is known; `part` says which of two plans of one reading it is. */
export interface Planned {
	summary: PlanSummary;
	part?: PlanPart;
	rows?: readonly PlanRow[];
	outcomes?: readonly Outcome[];
	extras?: RunExtras;
}

/** The rows of the plan by action, as the limits over the last days count them again (past.ts). */
const proposed = ({ rows }: PlanSummary): Partial<RunRecord> => ({
	to_create: rows.create,
	to_update: rows.update,
	to_reactivate: rows.reactivate,
	to_deactivate: rows.deactivate,
	on_hold: rows.hold,
});

/** The plan is made; what it needs next is the state. */
export function planRecord(
	start: RunRecord,
	{ summary, part = 'only', rows = [], outcomes = [], extras = {} }: Planned,
): RunRecord {
	const { plan } = summary;
	const waits = summary.needs_approval ? 'waiting' : 'applying';
	const state = summary.status === 'empty' ? 'nothing' : waits;
	const { waited = [] } = extras;
	const kept = state === 'waiting' ? extras : { waited };
	return {
		...start,
		state,
		reference_date: summary.reference_date,
		plan_id: plan.id,
		plan_hash: plan.hash,
		plan_status: summary.status,
		expires_at: plan.expires_at,
		people: summary.counts.source,
		...proposed(summary),
		counts: JSON.stringify(detailsOf(summary, part, rows, outcomes, kept)),
		guards: trippedGuards(summary),
	};
}

export interface EndInput {
	start: RunRecord;
	summary: PlanSummary | null;
	part?: PlanPart;
	rows: ReadonlyArray<{ row: PlanRow; approval: Approval | null }>;
	outcomes: readonly Outcome[];
	/** Without the link: nothing waits any more. */
	extras?: Omit<RunExtras, 'link'>;
	now: string;
}

function endState({ summary, rows, outcomes }: EndInput, approval: Approval | null): RunState {
	if (outcomes.length > 0) {
		return outcomes.some(({ outcome }) => outcome === 'failed') ? 'partly' : 'applied';
	}
	if (approval?.decision === 'rejected') return 'rejected';
	if (approval?.decision === 'expired') return 'expired';
	if (approval !== null) return 'failed'; // approved, and apply gave no outcome
	if (summary?.status === 'empty') return 'nothing';
	// n8n passes an undecided plan on as it came in.
	if (rows.length > 0 && summary?.needs_approval !== false) return 'expired';
	return 'failed';
}

const LONGEST_PROBLEMS = 500;

/** "ALLEO_REJECTED x3, NETWORK": how often, most frequent first. */
function failureCodes(outcomes: readonly Outcome[]): string {
	const counts = countBy(outcomes, ({ outcome, code }) => (outcome === 'failed' ? code : null));
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.map(([code, count]) => (count === 1 ? code : `${code} x${count}`))
		.join(', ')
		.slice(0, LONGEST_PROBLEMS);
}

const secondsBetween = (from: string | null, to: string): number | null => {
	const seconds = Math.round((Date.parse(to) - Date.parse(from ?? '')) / 1000);
	return Number.isNaN(seconds) ? null : Math.max(0, seconds);
};

/** The plan is done with: what was decided, by whom, and what became of every row. */
export function endRecord(input: EndInput): RunRecord {
	const { start, summary, part = 'only', rows, outcomes, extras = {}, now } = input;
	const { waited = [] } = extras;
	const approval = rows.find((entry) => entry.approval !== null)?.approval ?? null;
	const plain = rows.map(({ row }) => row);
	const state = endState(input, approval);
	const became = countOutcomes(plain, outcomes);
	return {
		...(summary === null
			? start
			: planRecord(start, { summary, part, rows: plain, outcomes, extras: { waited } })),
		state,
		finished_at: now,
		duration_seconds: secondsBetween(start.started_at, now),
		decision: approval?.decision ?? (state === 'expired' ? 'expired' : null),
		approver: approval?.approver ?? null,
		comment: approval?.comment ?? null,
		decided_at: approval?.decided_at ?? null,
		excluded: approval?.excluded.length ?? null,
		exclusions: approval === null ? null : writeExclusions(plain, approval),
		applied: totalOf(became.applied),
		already: totalOf(became.already),
		skipped: totalOf(became.skipped),
		failed: totalOf(became.failed),
		problems: failureCodes(outcomes),
		signatures: joinSignatures(plain),
	};
}

export type StopRecord = Pick<
	RunRecord,
	'run' | 'workflow' | 'state' | 'finished_at' | 'problems' | 'version'
>;

export interface StopInput {
	run: string;
	workflow: string;
	/** The node where the run stopped; empty when it never started. */
	node: string;
	/** Message and description of the error. Only a code of the catalogue is kept of it. */
	error: string;
	version: string;
	now: string;
}

/** Only the columns that a stop knows, so that what was written before stays as it is. */
export function stopRecord({ run, workflow, node, error, version, now }: StopInput): StopRecord {
	const code = codeIn(error);
	const problems = [node === '' ? 'trigger' : node, ...(code === null ? [] : [code])];
	return {
		run,
		workflow,
		state: 'failed',
		finished_at: now,
		problems: problems.join(': ').slice(0, LONGEST_PROBLEMS),
		version,
	};
}
