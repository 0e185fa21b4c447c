import type { IWebhookFunctions } from 'n8n-workflow';
import { kindOf } from '../shared/outcome';
import { isRecord } from '../shared/parameters';

/**
 * The rows of the run log, given as items, as their JSON, or as text. The log only marks rows and ticks
 * boxes: whatever is wrong with it, the page is shown without.
 */
export function readRunLog(context: IWebhookFunctions): Array<Record<string, unknown>> {
	try {
		const given: unknown = context.getNodeParameter('history', '');
		const value: unknown = typeof given === 'string' && given !== '' ? JSON.parse(given) : given;
		return (Array.isArray(value) ? value : [value])
			.filter(isRecord)
			.map((item) => (isRecord(item['json']) ? item['json'] : item))
			.filter((row) => Object.keys(row).length > 0);
	} catch (error) {
		context.logger.warn('Sync Approval shows the plan without earlier runs', {
			error: kindOf(error),
		});
		return [];
	}
}
