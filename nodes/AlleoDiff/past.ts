import type { IExecuteFunctions } from 'n8n-workflow';
import { NO_PAST } from '../../core/plan/past';
import type { Past } from '../../core/plan/past';
import { readPast } from '../../core/runLog/past';
import { kindOf } from '../shared/outcome';
import { isNotWired } from '../shared/runLog';

/** What earlier runs did and left, of the run log that the panel names; nothing where it names none. */
export function past(context: IExecuteFunctions, referenceDate: string): Past {
	if (isNotWired(context.getNode().parameters['history'])) return NO_PAST;
	return readPast(given(context), context.getWorkflow().id ?? '', referenceDate);
}

/** null, which is no run log: the expression failed. */
function given(context: IExecuteFunctions): unknown {
	try {
		return context.getNodeParameter('history', 0, '');
	} catch (error) {
		context.logger.warn('Alleo Diff plans without earlier runs', { error: kindOf(error) });
		return null;
	}
}
