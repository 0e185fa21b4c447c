import { parseCivilDate } from '../../../core/model/dates';
import type { AfasRow, AfasValue } from '../api/schemas';

/** How the cells of one column are read. */
export type CellKind = 'date' | 'key' | 'plain';

/** Control characters such as NUL, which no name holds; line breaks and tabs stay. */
const CONTROL = /(?![\t\r\n])\p{Cc}/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

/** What stands where a character was lost on the way. */
const LOST = '\uFFFD';

/** Only such cells need a second look; nearly every cell goes without. */
const SUSPECT = /[\p{Cc}\p{Cs}\uFFFD]/u;

const cleanText = (text: string): string => text.replace(CONTROL, '').replace(LONE_SURROGATE, LOST);

/**
 * Reads the cells of one listing. Blank is null; a date is cut to `YYYY-MM-DD` and never shifted
 * (AFAS's `Z` does not mean UTC); control characters are taken out. A key stays as it is, but
 * trimmed: leading zeros matter, and two keys must never become one. A date that cannot be read is
 * left as it came, so that it is noticed instead of taken for "no date".
 */
export class CellReader {
	/** Set when a cell since the last reset was unreadable or damaged, so that its row gets a notice. */
	odd = false;

	/** Dates repeat: reading each spelling once saves most of the work. */
	readonly #dates = new Map<string, string | null>();

	/** Undefined when a cell holds a list or an object, which no column of a GetConnector can. */
	read(value: unknown, kind: CellKind): AfasValue | undefined {
		if (value === null || value === undefined) return null;
		if (typeof value === 'number') return kind === 'key' ? String(value) : value;
		if (typeof value === 'boolean') return value;
		if (typeof value !== 'string') return undefined;
		const text = value.trim();
		if (text === '') return null;
		if (kind === 'key') return text;
		if (kind === 'date') return this.#date(text);
		if (!SUSPECT.test(text)) return text;
		const clean = cleanText(text);
		if (clean.includes(LOST)) this.odd = true;
		return clean;
	}

	#date(text: string): string {
		let date = this.#dates.get(text);
		if (date === undefined) {
			date = parseCivilDate(text);
			this.#dates.set(text, date);
		}
		if (date === null) this.odd = true;
		return date ?? text;
	}
}

/** Text of a cell; null for a column that is not there, or is empty. Keys keep their leading zeros. */
export function textCell(row: AfasRow | undefined, column: string | null): string | null {
	const value = column === null ? null : row?.[column];
	return value === null || value === undefined || value === '' ? null : String(value);
}
