import { z } from 'zod';

/**
 * Civil dates: ten characters `YYYY-MM-DD`, never an instant. Nothing in core holds a `Date`, so no
 * time zone can shift a birthday by a day (SPEC I10).
 */

const DAYS_PER_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean =>
	(year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
	month === 2 && isLeapYear(year) ? 29 : (DAYS_PER_MONTH[month - 1] ?? 0);

/** The digits of `text` from one place up to another as a number; NaN where there is anything else. */
function digits(text: string, from: number, until: number): number {
	let value = 0;
	for (let at = from; at < until; at++) {
		const digit = text.charCodeAt(at) - ZERO;
		if (digit < 0 || digit > 9) return NaN;
		value = value * 10 + digit;
	}
	return value;
}

const ZERO = 48;
const DASH = 45;

/**
 * True for a real calendar day written as `YYYY-MM-DD`. Read by hand: a sync asks this of every date
 * of every person several times, and a pattern takes five times as long.
 */
export function isCivilDate(value: string): boolean {
	if (value.length !== 10 || value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH)
		return false;
	const [year, month, day] = [digits(value, 0, 4), digits(value, 5, 7), digits(value, 8, 10)];
	return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const CivilDate = z.string().refine(isCivilDate, 'not a calendar date YYYY-MM-DD');
export type CivilDate = z.infer<typeof CivilDate>;

/**
 * Reads what vendors write for a date: ISO with or without time and zone, or Dutch `dd-mm-yyyy`.
 * Midnight and its zone are cut off, never converted: AFAS writes a `Z` that does not mean UTC. Any
 * other time is no date: `2026-03-09T23:00:00Z` is the midnight of another day somewhere.
 * Returns null for anything else; the caller holds the person, it never guesses.
 */
export function parseCivilDate(value: string): CivilDate | null {
	const text = value.trim();
	const iso =
		/^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:[.,]0+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text);
	if (iso?.[1] !== undefined) return isCivilDate(iso[1]) ? iso[1] : null;
	const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: 00:00(?::00)?)?$/.exec(text);
	if (dutch === null) return null;
	const [, day = '', month = '', year = ''] = dutch;
	const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isCivilDate(date) ? date : null;
}

/**
 * The day that a date-time says itself, its time and zone cut off: for when something was made or
 * written down, never for a date of a person. Null as parseCivilDate.
 */
export const dayOfTime = (value: string): CivilDate | null =>
	parseCivilDate(
		value.trim().replace(/[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?$/i, ''),
	);

/** Days since 1970-01-01 of a civil date (proleptic Gregorian); pure arithmetic, no clock. */
export function toDayNumber(date: CivilDate): number {
	const year = Number(date.slice(0, 4));
	const month = Number(date.slice(5, 7));
	const day = Number(date.slice(8, 10));
	const shifted = month <= 2 ? year - 1 : year;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra =
		yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146097 + dayOfEra - 719468;
}

/** The civil date so many days later, or earlier for a negative number; the inverse of `toDayNumber`. */
export function addDays(date: CivilDate, days: number): CivilDate {
	const shifted = toDayNumber(date) + days + 719468;
	const era = Math.floor(shifted / 146097);
	const dayOfEra = shifted - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36524) -
			Math.floor(dayOfEra / 146096)) /
			365,
	);
	const dayOfYear =
		dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	const pad = (value: number, width: number): string => String(value).padStart(width, '0');
	return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Whole days from `from` to `to`; negative when `to` lies before `from`. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
	toDayNumber(to) - toDayNumber(from);

/** Days that a system writes where it knows none: SQL's zero, Unix's, Excel's and .NET's. */
export const NO_DAYS: ReadonlySet<CivilDate> = new Set([
	'1900-01-01',
	'1970-01-01',
	'1899-12-30',
	'0001-01-01',
]);

/** An end so far away that it means "never", such as 9999-12-31: the employment is open. */
export const meansNever = (end: CivilDate): boolean => end >= '2100';
