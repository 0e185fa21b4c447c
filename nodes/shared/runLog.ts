import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { kindOf } from './outcome';
import { isEmpty } from './parameters';

/** The run log as a node gets it: rows of a Data Table, read with an expression. */

/** What the panel has before anybody wires the run log. */
const NOT_WIRED = '[]';

/** Each node says what it makes of the rows. */
export const historyField = (description: string): INodeProperties => ({
	displayName: 'Earlier Runs',
	name: 'history',
	type: 'json',
	default: NOT_WIRED,
	description,
});

/** Whether nobody wired the run log: what the panel has is judged, not what an expression gives. */
export const isNotWired = (panel: unknown): boolean => isEmpty(panel) || panel === NOT_WIRED;

/** What the expression gives; null, which is no run log, where it failed: a log must not stop a sync. */
export function historyOf(context: IExecuteFunctions): unknown {
	try {
		return context.getNodeParameter('history', 0, '');
	} catch (error) {
		context.logger.warn('The run log could not be read', { error: kindOf(error) });
		return null;
	}
}
