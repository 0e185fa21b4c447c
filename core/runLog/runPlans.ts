import type { PlanRef } from '../model/plan';
import type { PlanSummary } from '../model/summary';

/** The one or two plans of a run, and under which key of the run log each stands. */

/** Behind the id of the execution, for what went on by itself while the rest of the same reading waits. */
const READY_SUFFIX = ':ready';

export const readyRun = (run: string): string => `${run}${READY_SUFFIX}`;

/** The execution that a record is about: two records can be about one. */
export const executionOf = (run: string): string =>
	run.endsWith(READY_SUFFIX) ? run.slice(0, -READY_SUFFIX.length) : run;

/** `only` where the reading made one plan. */
export type PlanPart = 'only' | 'waiting' | 'ready';

export interface RunPlan {
	/** The key of its record. */
	run: string;
	summary: PlanSummary;
	part: PlanPart;
}

export const isOf = (row: { plan: PlanRef }, { plan }: { plan: PlanRef }): boolean =>
	row.plan.id === plan.id && row.plan.hash === plan.hash;

/** Of the newest reading among the summaries, the plan that waits first. */
export function plansOf(run: string, summaries: readonly PlanSummary[]): RunPlan[] {
	const newest = summaries.reduce<PlanSummary | null>(
		(kept, one) => (kept === null || one.plan.created_at >= kept.plan.created_at ? one : kept),
		null,
	);
	if (newest === null) return [];
	const other = summaries.find(
		({ plan, needs_approval }) =>
			plan.created_at === newest.plan.created_at && needs_approval !== newest.needs_approval,
	);
	if (other === undefined) return [{ run, summary: newest, part: 'only' }];
	const [waiting, ready] = newest.needs_approval ? [newest, other] : [other, newest];
	return [
		{ run, summary: waiting, part: 'waiting' },
		{ run: readyRun(run), summary: ready, part: 'ready' },
	];
}
