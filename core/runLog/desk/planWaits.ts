import type { PlanSummary } from '../../model/summary';
import type { DeskCall } from '../deskCall';
import { plansOf } from '../runPlans';
import { compose, timeFor } from './compose';
import type { Addressee, DeskMessage, DeskSelf } from './compose';
import { numbersText, say } from './text';
import { systemOf } from './work';

/** Somebody has to decide on a plan: what it does, until when, and where. */

export const waits = ({ needs_approval: needs, status }: PlanSummary): boolean =>
	needs && status !== 'empty';

export function planWaitsMessage(
	call: DeskCall,
	summaries: readonly PlanSummary[],
	to: Addressee,
	self: DeskSelf,
): DeskMessage[] {
	// Who asked for it by form sees the link there, and it goes to nobody else.
	if (call.asked_by !== '') return [];
	const plans = plansOf(call.run, summaries);
	const waiting = plans.find(({ summary }) => waits(summary))?.summary;
	if (waiting === undefined) return [];
	const t = say(to.language);
	const ready = plans.find(({ part }) => part === 'ready')?.summary;
	const { id, dataset, expires_at: until } = waiting.plan;
	// A plan for a file makes no account; whoever is not in the file is no change either.
	const isFile = dataset !== undefined;
	const link = self.planPage(id) || call.link;
	return [
		compose(to, 'planWaits', {
			subject: t(isFile ? 'waitsFile' : 'waits', { customer: to.customer, system: systemOf(call) }),
			lines: [
				isFile ? t('numbersFile', waiting.counts) : numbersText(waiting.rows, to.language),
				...(ready === undefined
					? []
					: [t('goesOn', { numbers: numbersText(ready.rows, to.language) })]),
				...waiting.fields_text,
				t('decide', { link }),
				t('decideUntil', { until: timeFor(to, until) }),
			],
			link,
		}),
	];
}
