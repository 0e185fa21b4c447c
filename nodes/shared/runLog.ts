import type { INodeProperties } from 'n8n-workflow';
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
