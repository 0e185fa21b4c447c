import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../shared/parameters';

/** What an expression in a parameter gave, as rows. */

export const object = (value: unknown): IDataObject =>
	isRecord(value) ? (value as IDataObject) : {};

export function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}

/** Items as n8n's expressions give them (`$('…').all()`), plain rows, or their JSON. */
export function rowsOf(value: unknown): IDataObject[] {
	const given = typeof value === 'string' ? parse(value) : value;
	return (Array.isArray(given) ? given : []).map((item) => {
		const entry = object(item);
		return entry['json'] === undefined ? entry : object(entry['json']);
	});
}
