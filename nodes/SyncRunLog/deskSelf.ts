import type { IExecuteFunctions } from 'n8n-workflow';
import type { DeskSelf } from '../../core/runLog/desk/compose';
import type { PlanRight } from '../../core/runLog/plans/address';
import { readAll, valueOf } from '../shared/parameters';
import { planAddress, signingKeyOf, webhooksAt } from '../shared/planAddress';
import { explainUrl, operatorRecipients, sayDone } from './deskProperties';
import { planPath } from './planPageProperties';
import { language } from './properties';

/** What the desk knows of itself: its settings, and the n8n that it stands in. */
export interface SelfInN8n extends DeskSelf {
	/** The permanent address of a plan; null where this n8n has no page for plans. */
	addressOf: (plan: string, right: PlanRight) => string | null;
}

const textOrNone = (given: unknown): string => (typeof given === 'string' ? given : '');

/** Where the webhooks of this n8n are: as its own execution says, which is no part of the call. */
function webhooksOf(context: IExecuteFunctions): string {
	try {
		return webhooksAt(textOrNone(context.evaluateExpression('{{ $execution.resumeUrl }}', 0)));
	} catch {
		// Without it messages lead to the page of n8n that decides.
		return '';
	}
}

export async function selfOf(context: IExecuteFunctions): Promise<SelfInN8n> {
	const settings = valueOf(
		context,
		readAll(context, { language, operatorRecipients, sayDone, explainUrl, planPath }),
	);
	const known: unknown =
		typeof context.getInstanceBaseUrl === 'function' ? context.getInstanceBaseUrl() : '';
	const key = settings.planPath === '' ? '' : await signingKeyOf(context);
	const place = { webhooks: key === '' ? '' : webhooksOf(context), path: settings.planPath };
	const addressOf = (plan: string, right: PlanRight): string | null =>
		key === '' ? null : planAddress(place, key, plan, right);
	return {
		language: settings.language,
		zone: context.getTimezone(),
		operator: settings.operatorRecipients,
		sayDone: settings.sayDone,
		editor: textOrNone(known).replace(/\/+$/, ''),
		explain: settings.explainUrl,
		planPage: (plan) => addressOf(plan, 'look') ?? '',
		addressOf,
	};
}
