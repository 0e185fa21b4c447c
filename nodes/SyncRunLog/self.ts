import type { IExecuteFunctions } from 'n8n-workflow';
import type { DeskSelf } from '../../core/runLog/desk/compose';
import type { PlanPlace } from '../../core/runLog/plans/address';
import { readAll, textOf, valueOf } from '../shared/parameters';
import { planAddress, signingKeyOf, webhooksAt } from '../shared/planAddress';
import { explainUrl, language, operatorRecipients, planPath, sayDone } from './properties';

/** Where this n8n shows plans, and the key that signs their addresses; without a page the path is empty. */
export async function placeOf(
	context: IExecuteFunctions,
): Promise<{ place: PlanPlace; signingKey: string }> {
	const own = textOf(context.getNodeParameter('ownAddress', 0, '')) ?? '';
	const path = valueOf(context, planPath.read(context));
	const place = { webhooks: webhooksAt(own), path };
	return { place, signingKey: path === '' ? '' : await signingKeyOf(context) };
}

/** What the desk knows of itself: its settings, and the n8n that it stands in. */
export async function selfOf(context: IExecuteFunctions): Promise<DeskSelf> {
	const { place, signingKey } = await placeOf(context);
	const settings = valueOf(
		context,
		readAll(context, { language, operatorRecipients, sayDone, explainUrl }),
	);
	const known: unknown =
		typeof context.getInstanceBaseUrl === 'function' ? context.getInstanceBaseUrl() : '';
	return {
		language: settings.language,
		zone: context.getTimezone(),
		operator: settings.operatorRecipients,
		sayDone: settings.sayDone,
		editor: typeof known === 'string' ? known.replace(/\/+$/, '') : '',
		explain: settings.explainUrl,
		planPage: (plan) => planAddress(place, signingKey, plan, 'look') ?? '',
	};
}
