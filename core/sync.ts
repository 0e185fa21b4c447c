import { admit } from './apply/admit';
import type { CallFault } from './apply/port';
import { applyPlans } from './apply/run';
import type { RunOptions } from './apply/run';
import { decide } from './approval/decide';
import type { DecisionForm } from './approval/form';
import { decisionRules } from './approval/rules';
import type { Language } from './issues';
import type { Outcome } from './model/plan';
import { carriedFailure, done } from './model/result';
import type { Result } from './model/result';
import { normalize } from './normalize';
import type { NormalizeInput } from './normalize';
import { diff } from './plan/people';
import type { DiffInput } from './plan/people';
import { withReport } from './report/markdown';
import type { ReportedPlan } from './report/markdown';

/**
 * The whole sync on one page; in n8n each step is a node, and what is between two steps are items.
 *
 *   HR system                                                            Alleo
 *      │ records, coverage                                      accounts │
 *      ▼                                                                 │
 *   normalize ── people ──► diff ◄───────────────────────────────────────┤
 *   (who is in service)      │ plan: a row for each change, and guards;  │
 *                            │    two where only a part needs approval   │
 *                            │ report: the plan in words                 │
 *                            ▼                                           │
 *                         decide  somebody approves, or nobody has to    │
 *                            │ rows, with the answer on each             │
 *                            ▼                                           │
 *                         admit   the rows of whole plans, unaltered,    │
 *                            │    approved and not expired, or nothing   │
 *                            ▼                                           │
 *                         apply ◄── present state, row by row ──────────►│
 *                            │
 *                            ▼
 *                     an outcome for every row
 *
 * How a person gets a row stands at the head of plan/people/judge.ts; how rows are written in apply/run.ts.
 */

export interface SyncInput extends Omit<DiffInput, 'source'>, Omit<NormalizeInput, 'options'> {
	/** The rules of normalizing; those of the plan are `options`. */
	inService: NormalizeInput['options'];
	/** Of the report. */
	language: Language;
}

export const SYNC_STEPS = ['normalize', 'diff', 'report', 'decide', 'admit', 'apply'] as const;
export type SyncStep = (typeof SYNC_STEPS)[number];

/** What is outside: Alleo and the stop of the run (`RunOptions`), a person, a clock, and whoever measures. */
export interface Outside<F extends CallFault> extends RunOptions<F> {
	/** What a person answers on a plan that needs one; null when nobody did in time. */
	answer: (plan: ReportedPlan) => Promise<DecisionForm | null>;
	/** The present instant, ISO 8601 UTC. */
	now: () => string;
	/** Told when a step is done. */
	passed?: (step: SyncStep) => void;
}

export interface SyncEnd {
	plan: ReportedPlan;
	/** `none`: no row to write. `refused`: nobody approved it. */
	ended: 'applied' | 'none' | 'refused';
	/** In the order of the plan; empty unless applied. */
	outcomes: Outcome[];
}

/**
 * @returns what became of each plan, in the order in which they were carried out: what is ready before
 * anybody is asked. One that cannot go on is the last.
 */
export async function sync<F extends CallFault>(
	{ inService, language, ...input }: SyncInput,
	outside: Outside<F>,
): Promise<Result<ReadonlyArray<Result<SyncEnd>>>> {
	const people = normalize({ ...input, options: inService });
	if (!people.ok) return carriedFailure(people.problem);
	outside.passed?.('normalize');
	const plans = diff({ ...input, source: people.value });
	if (!plans.ok) return plans;
	outside.passed?.('diff');
	const reported = plans.value.map((plan) => withReport(plan, language));
	outside.passed?.('report');
	const ends: Array<Result<SyncEnd>> = [];
	for (const plan of reported.reverse()) {
		const end = await carryOut(plan, outside);
		ends.push(end);
		if (!end.ok) break;
	}
	return done(ends);
}

/** The second half: what becomes of a plan. */
export async function carryOut<F extends CallFault>(
	plan: ReportedPlan,
	outside: Outside<F>,
): Promise<Result<SyncEnd>> {
	const ending = (ended: SyncEnd['ended'], outcomes: Outcome[] = []): Result<SyncEnd> =>
		done({ plan, ended, outcomes });
	if (plan.rows.length === 0) return ending('none');
	const rows = await decidedRows(plan, outside);
	outside.passed?.('decide');
	if (rows === null) return ending('refused');
	const admission = admit(rows, { accept: 'approvedOrReady', now: outside.now(), companies: [] });
	if (!admission.ok) return carriedFailure(admission);
	outside.passed?.('admit');
	const applied = await applyPlans(outside, admission.plans);
	if (!applied.ok) return carriedFailure(applied.fault.result);
	outside.passed?.('apply');
	return ending('applied', applied.outcomes);
}

/** The rows as they may go on: with an approval on each, as they are where none is needed, or none. */
async function decidedRows<F extends CallFault>(
	plan: ReportedPlan,
	outside: Outside<F>,
): Promise<readonly object[] | null> {
	const { rows, summary } = plan;
	if (!summary.needs_approval) return rows;
	const form = await outside.answer(plan);
	if (form === null) return null;
	const { guards, partitions, plan: ref } = summary;
	const now = outside.now();
	const rules = decisionRules({ rows, guards, partitions, expiresAt: ref.expires_at, now });
	const verdict = decide({ plan: ref, rows, rules, form, requireComment: false, now });
	if (verdict.kind !== 'decided' || verdict.approval.decision !== 'approved') return null;
	return rows.map((row) => ({ ...row, approval: verdict.approval }));
}
