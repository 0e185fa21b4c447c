import type { INodeProperties } from 'n8n-workflow';
import { isEmpty, isRecord } from './parameters';
import type { Row } from './parameters';

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

/** The value of the parameter; n8n gives JSON from the panel as text. @throws on text that is no JSON */
export const asValue = (given: unknown): unknown =>
	typeof given === 'string' && given !== '' ? JSON.parse(given) : given;

/** The row in an item of n8n, or the row as it is. */
export const asRow = (item: Row): Row => (isRecord(item['json']) ? item['json'] : item);
