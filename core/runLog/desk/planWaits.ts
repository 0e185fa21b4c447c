import { resolveIssue } from '../../issues';
import type { PlanSummary } from '../../model/summary';
import { kindsIn } from '../../plan/count';
import { countsText } from '../../ui/actions';
import type { DeskCall } from '../deskCall';
import { plansOf } from '../runPlans';
import { compose, timeFor } from './compose';
import type { Addressee, DeskMessage } from './compose';
import { openQuestionsOf } from '../inbox/call';
import { questionsLine } from './held';
import { say } from './text';
import { systemOf } from './work';

/** Somebody has to decide on a plan: what it does, until when, and where. */

export const waits = ({ needs_approval: needs, status }: PlanSummary): boolean =>
	needs && status !== 'empty';

/** That nothing can stand out, because there is no earlier file. */
function withoutFile({ file }: PlanSummary, { language }: Addressee): string[] {
	if (file?.previous === 'none') return [resolveIssue('FLEX_FIRST_FILE', {}, language).message];
	if (file?.previous === 'gone') return [resolveIssue('FILE_PREVIOUS_GONE', {}, language).message];
	return [];
}

const WAITS = { budgets: 'waitsBudgets', salaryLeave: 'waitsSalaryLeave' } as const;

export function planWaitsMessage(
	call: DeskCall,
	summaries: readonly PlanSummary[],
	to: Addressee,
): DeskMessage[] {
	// Who asked for it by form sees the link there, and it goes to nobody else.
	if (call.asked_by !== '') return [];
	const plans = plansOf(call.run, summaries);
	const waiting = plans.find(({ summary }) => waits(summary))?.summary;
	if (waiting === undefined) return [];
	const t = say(to.language);
	const ready = plans.find(({ part }) => part === 'ready')?.summary;
	const { dataset, expires_at: until } = waiting.plan;
	// A plan for a file makes no account; whoever is not in the file is no change either.
	const { link } = call;
	return [
		compose(to, 'planWaits', {
			subject: t(dataset === undefined ? 'waits' : WAITS[dataset], {
				customer: to.customer,
				system: systemOf(call),
			}),
			lines: [
				dataset !== undefined
					? t('numbersFile', waiting.counts)
					: t('numbers', { counts: countsText(kindsIn(waiting), to.language) }),
				...withoutFile(waiting, to),
				...(ready === undefined
					? []
					: [t('goesOn', { counts: countsText(kindsIn(ready), to.language) })]),
				...waiting.fields_text,
				questionsLine(openQuestionsOf(call), to.language),
				t('decide', { link }),
				t('decideUntil', { until: timeFor(to, until) }),
			],
			link,
		}),
	];
}
