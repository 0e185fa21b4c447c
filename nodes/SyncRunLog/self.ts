import type { IExecuteFunctions } from 'n8n-workflow';
import type { DeskSelf } from '../../core/runLog/desk/compose';
import { readAll, valueOf } from '../shared/parameters';
import { explainUrl, language, operatorRecipients, sayDone } from './properties';

/** What the desk knows of itself: its settings, and the n8n that it stands in. */
export function selfOf(context: IExecuteFunctions): DeskSelf {
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
		planPage: () => '',
	};
}
