import { parseCivilDate } from '../../../core/dates';
import type { AfasValue } from '../api/schemas';

/** How the cells of one column are read. */
export type CellKind = 'date' | 'key' | 'plain';

/** Control characters such as NUL, which no name holds; line breaks and tabs stay. */
const CONTROL = /(?![\t\r\n])\p{Cc}/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/** Only such cells need a second look; nearly every cell goes without. */
const SUSPECT = /(?![\t\r\n])[\p{Cc}\p{Cs}]/u;

function cleanText(text: string): string {
	if (!SUSPECT.test(text)) return text;
	return text.replace(CONTROL, '').replace(LONE_SURROGATE, '\uFFFD');
}

/**
 * One cell as it leaves the client: blank is null, a date is cut to `YYYY-MM-DD` and never shifted
 * (AFAS's `Z` does not mean UTC), control characters are taken out. A key stays as it is, but
 * trimmed: leading zeros matter, and two keys must never become one. A date that cannot be read is
 * left as it came, so that it is noticed instead of taken for "no date".
 */
export function readCell(value: unknown, kind: CellKind): AfasValue | undefined {
	if (value === null || value === undefined) return null;
	if (typeof value === 'number') return kind === 'key' ? String(value) : value;
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (text === '') return null;
	if (kind === 'key') return text;
	if (kind === 'date') return parseCivilDate(text) ?? text;
	return cleanText(text);
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
