/** What a panel, an expression or a tool may give for one value, before anybody says what it means. */

export type Row = Record<string, unknown>;

export const isRecord = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing was given: a box that is empty, or an expression that reads an empty one. */
export const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** The text of a text or a number, without spaces around it; null for anything else. */
export function textOf(value: unknown): string | null {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	return Number.isFinite(value) ? String(value) : null;
}

/** An ID that is a whole number, as Alleo's are; null for anything else. */
export const idOf = (text: string): number | null =>
	/^\d{1,15}$/.test(text) ? Number(text) : null;

/** The text of a picker, or of the text that an expression gives in its place. */
export const pickedText = (value: unknown): string | null =>
	textOf(isRecord(value) ? value['value'] : value);

/** A list of names: an array, or text with commas; each name once. Null for anything else. */
export function namesOf(value: unknown): string[] | null {
	const parts = (Array.isArray(value) ? value : [value]).map(textOf);
	const names = new Set<string>();
	for (const part of parts) {
		if (part === null) return null;
		for (const name of part.split(',')) if (name.trim() !== '') names.add(name.trim());
	}
	return [...names];
}

interface DateTime {
	toISO(): string | null;
}

/** Luxon's DateTime, as n8n's expressions make it. */
const isDateTime = (value: unknown): value is DateTime =>
	typeof value === 'object' &&
	value !== null &&
	'toISO' in value &&
	typeof value.toISO === 'function';

/** A DateTime as its ISO text, which has its own day; anything else as it is. */
export const withoutDateTime = (value: unknown): unknown =>
	isDateTime(value) ? value.toISO() : value;
