import { isNewerPlan } from '../../core/approval/rules';
import type { PlanRef } from '../../core/model/plan';

/**
 * The newest plan of each workflow that asked for a decision in this process of n8n. It only makes the
 * page of an older plan say so. After a restart, or where other processes serve the pages (queue mode),
 * nothing is known and the older page stays open: applying checks every row against Alleo anyway.
 */
const newest = new Map<string, PlanRef>();

export function notePlan(workflow: string, plan: PlanRef): void {
	const known = newest.get(workflow);
	if (workflow !== '' && (known === undefined || isNewerPlan(plan, known))) {
		newest.set(workflow, plan);
	}
}

/** @returns the instant at which a newer plan of the workflow was made; null when none is known */
export function newerPlanThan(workflow: string, plan: PlanRef): string | null {
	const known = newest.get(workflow);
	return known !== undefined && isNewerPlan(known, plan) ? known.created_at : null;
}
