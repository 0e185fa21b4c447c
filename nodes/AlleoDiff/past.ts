import type { IExecuteFunctions } from 'n8n-workflow';
import { NO_PAST } from '../../core/plan/past';
import type { Past } from '../../core/plan/past';
import { kindOf } from '../shared/outcome';
import { isRecord } from '../shared/parameters';
import { asRow, asValue, isNotWired } from '../shared/runLog';

/** What earlier runs did and left, of the run log that the panel names; nothing where it names none. */
export function past(context: IExecuteFunctions): Past {
	if (isNotWired(context.getNode().parameters['history'])) return NO_PAST;
	return rowsOf(context) === null ? { ...NO_PAST, log: 'unreadable' } : NO_PAST;
}

/** null: what the panel names gave no list. */
function rowsOf(context: IExecuteFunctions): unknown[] | null {
	try {
		const value = asValue(context.getNodeParameter('history', 0, ''));
		return Array.isArray(value)
			? value.map((item: unknown) => (isRecord(item) ? asRow(item) : item))
			: null;
	} catch (error) {
		context.logger.warn('Alleo Diff plans without earlier runs', { error: kindOf(error) });
		return null;
	}
}
