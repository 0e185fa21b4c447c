import type { IWebhookFunctions } from 'n8n-workflow';
import type { Parameter } from '../shared/parameters';

/** What the page needs of a parameter. It was checked before the wait; an expression may still fail now. */
export function onPage<T>(
	context: IWebhookFunctions,
	{ field, parse }: Parameter<T>,
	otherwise: T,
): T {
	try {
		const read = parse(context.getNodeParameter(field.name, field.default));
		return read.ok ? read.value : otherwise;
	} catch {
		return otherwise;
	}
}
