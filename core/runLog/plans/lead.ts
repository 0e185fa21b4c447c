import { linkCleared } from '../details';
import type { DeskRecord } from '../desk/work';
import { plansOf } from '../runPlans';
import type { PlanSummary } from '../../model/summary';

/** The plan of a run that waits, which is the one that its messages lead to; null where none does. */
export function waitingPlan(run: string, summaries: readonly PlanSummary[]): string | null {
	const waiting = plansOf(run, summaries).find(
		({ summary }) => summary.needs_approval && summary.status !== 'empty',
	);
	return waiting?.summary.plan.id ?? null;
}

/** Records without a link: the permanent address is made of the plan's id where somebody needs it. */
export const withoutLinks = (log: readonly DeskRecord[]): DeskRecord[] =>
	log.map((record) => {
		const counts = linkCleared(record.counts);
		return counts === undefined ? record : { ...record, counts };
	});
