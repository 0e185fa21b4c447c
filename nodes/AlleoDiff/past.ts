import type { IExecuteFunctions } from 'n8n-workflow';
import { NO_PAST } from '../../core/plan/past';
import type { Past } from '../../core/plan/past';
import { hasApplied, readPast } from '../../core/runLog/past';
import { historyOf, isNotWired } from '../shared/runLog';

/** What earlier runs did and left, of the run log that the panel names; nothing where it names none. */
export function past(context: IExecuteFunctions, referenceDate: string): Past {
	if (isNotWired(context.getNode().parameters['history'])) return NO_PAST;
	return readPast(historyOf(context), context.getWorkflow().id ?? '', referenceDate);
}

/** Whether the run log that the panel names knows a file that this workflow sent. */
export const hasSentFile = (context: IExecuteFunctions): boolean =>
	!isNotWired(context.getNode().parameters['history']) &&
	hasApplied(historyOf(context), context.getWorkflow().id ?? '');
