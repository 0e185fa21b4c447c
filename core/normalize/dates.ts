import { isCivilDate, meansNever, parseCivilDate } from '../model/dates';
import { Unreadable, isEmpty } from './mapping';
import type { Findings } from './findings';

/** .NET writes 0001-01-01 for "no date", old files 1753 or 1899: none of them is a date of a person. */
const EARLIEST = '1900-01-01';

/** Days repeat a lot (thousands of people, some 20,000 birthdays): what is no plain day is parsed once. */
const parsed = new Map<string, string | null>();
const REMEMBERED = 50_000;

function parse(text: string): string | null {
	if (isCivilDate(text)) return text >= EARLIEST ? text : null;
	const known = parsed.get(text);
	if (known !== undefined) return known;
	const date = parseCivilDate(text);
	const usable = date !== null && date >= EARLIEST ? date : null;
	if (parsed.size >= REMEMBERED) parsed.clear();
	if (text.length <= 40) parsed.set(text, usable);
	return usable;
}

/** Marks a date that stands there but cannot be read. */
export const UNREADABLE_DATE: unique symbol = Symbol('unreadable date');

/** A civil date, null for an empty value, or the mark; never a shifted or guessed day. */
export function toDate(value: unknown): string | null | typeof UNREADABLE_DATE {
	if (isEmpty(value)) return null;
	if (typeof value !== 'string') return UNREADABLE_DATE;
	return parse(value) ?? UNREADABLE_DATE;
}

/** An end as given: `given` without `end` is one that means "never". */
export interface Ending {
	end: string | null;
	given: boolean;
}

/** As toDate, for an end: the far ones that mean "never" are open. */
export function toEnd(value: unknown): Ending | typeof UNREADABLE_DATE {
	const date = toDate(value);
	if (date === UNREADABLE_DATE) return date;
	return { end: date === null || meansNever(date) ? null : date, given: date !== null };
}

/** As toEnd, with the finding that belongs to it; an end that cannot be read is none here. */
export function readEnd(value: unknown, field: string, findings: Findings): Ending {
	const given = readDate(value, field, findings);
	const ending = given === null ? null : toEnd(given);
	return ending === null || ending === UNREADABLE_DATE ? { end: null, given: false } : ending;
}

/** As toDate, with the finding that belongs to it. */
export function readDate(value: unknown, field: string, findings: Findings): string | null {
	if (value instanceof Unreadable) return findings.add(value.code, field);
	const date = toDate(value);
	return date === UNREADABLE_DATE ? findings.add('DATE_UNREADABLE', field) : date;
}
