import { isRecord } from '../../shared/parameters';
import { z } from 'zod';

import { parseCivilDate } from '../../../core/model/dates';

/**
 * The field types of the raw schemas. Lenient in form (a number where text is expected), never in
 * meaning: what cannot be read stays visible, so that the person is held and not guessed.
 */

/** Control characters (NUL included) and halves of surrogate pairs have no place in a name or code. */
export const cleanText = (text: string): string | null => {
	const clean = text
		.replace(/[\t\r\n]+/g, ' ')
		.replace(/[\p{Cc}\p{Cs}]/gu, '')
		.trim();
	return clean === '' ? null : clean;
};

/** Text, or null for absent and empty. A structure where text belongs is no text. */
export function readText(value: unknown): string | null {
	if (typeof value === 'string') return cleanText(value);
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** .NET's way of saying "no date". */
const NO_DATE = '0001-01-01';

/**
 * A civil date, null for absent, or the unreadable text as it came: a date that is taken for absent
 * would turn a leaver into somebody in service.
 */
export function readDate(value: unknown): string | null {
	if (value === null || value === undefined || value === '') return null;
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
	const date = parseCivilDate(text);
	if (date === NO_DATE) return null;
	return date ?? cleanText(text)?.slice(0, 40) ?? null;
}

export const readNumber = (value: unknown): number | null => {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

export const readFlag = (value: unknown): boolean | null =>
	typeof value === 'boolean' ? value : null;

type Reader = (value: unknown) => unknown;
type Shape = Readonly<Record<string, Reader>>;
type Fields<S extends Shape> = { [K in keyof S]: ReturnType<S[K]> };

/** Reads the named fields and nothing else: whatever the vendor adds is dropped here. */
function readFields<S extends Shape>(shape: S, given: Record<string, unknown>): Fields<S> {
	const fields: Record<string, unknown> = {};
	for (const name in shape) fields[name] = shape[name]?.(given[name]);
	return fields as Fields<S>;
}

/**
 * The schema of a row: an object of which only the named fields remain, each read by its reader. One
 * zod step per row and not one per field: twenty fields of 100,000 people cost seconds otherwise.
 */
export const row = <S extends Shape>(shape: S) =>
	z.custom<Record<string, unknown>>(isRecord).transform((given) => readFields(shape, given));

/** A part of a row; where it is missing, each of its fields is. */
export const part =
	<S extends Shape>(shape: S) =>
	(value: unknown): Fields<S> =>
		readFields(shape, isRecord(value) ? value : {});

/** A payroll period of a company: the year, and 1 to 12, 13 or 53 by its pay cycle. */
export interface PayPeriod {
	year: number;
	period: number;
}

/** Valid from this payroll year and period on; null = since ever. */
export function readPeriod(value: unknown): PayPeriod | null {
	if (!isRecord(value)) return null;
	const year = readNumber(value['year']);
	return year === null ? null : { year, period: readNumber(value['period']) ?? 1 };
}

/** A code of the customer, and what it is called. */
export interface CodedValue {
	code: string | null;
	description: string | null;
}
