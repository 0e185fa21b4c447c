import { isRecord } from '../../shared/parameters';
import { parseCivilDate } from '../../../core/model/dates';

/**
 * The field types of the raw schemas. Lenient in form (a number where text is expected), never in
 * meaning: what cannot be read stays visible, so that the person is held and not guessed.
 */

/** Few texts hold any of what is cleaned away. */
const ODD = /[\p{Cc}\p{Cs}]/u;

/** Control characters (NUL included) and halves of surrogate pairs have no place in a name or code. */
export const cleanText = (text: string): string | null => {
	const plain = ODD.test(text)
		? text.replace(/[\t\r\n]+/g, ' ').replace(/[\p{Cc}\p{Cs}]/gu, '')
		: text;
	const clean = plain.trim();
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

type PartsOf<P> = { [K in keyof P]: (fields: P[K] extends Shape ? Fields<P[K]> : never) => void };
/** The fields of all parts in one. */
type Flat<P> = PartsOf<P>[keyof P] extends (fields: infer F) => void ? F : never;

/**
 * Reads one row: an object of which only the named fields remain, each read by its reader; null for
 * what is no object. No zod here: a row has dozens of fields, and a run reads a million of them.
 */
export type RowReader<T> = (value: unknown) => T | null;

/** What a reader of rows gives. */
export type RowOf<R> = R extends RowReader<infer T> ? T : never;

const NOTHING: Readonly<Record<string, unknown>> = {};

/**
 * The reader of a row with these fields, and with the fields of its parts beside them. Whatever the
 * vendor adds is dropped here; where a part is missing, each of its fields is.
 */
export function row<S extends Shape>(shape: S): RowReader<Fields<S>>;
export function row<S extends Shape, P extends Readonly<Record<string, Shape>>>(
	shape: S,
	parts: P,
): RowReader<Fields<S> & Flat<P>>;
export function row(shape: Shape, parts: Readonly<Record<string, Shape>> = {}): RowReader<object> {
	const own = Object.entries(shape);
	const inParts = Object.entries(parts).map(
		([name, part]) => [name, Object.entries(part)] as const,
	);
	return (value) => {
		if (!isRecord(value)) return null;
		const fields: Record<string, unknown> = {};
		for (const [name, read] of own) fields[name] = read(value[name]);
		for (const [part, named] of inParts) {
			const given = value[part];
			const inside = isRecord(given) ? given : NOTHING;
			for (const [name, read] of named) fields[name] = read(inside[name]);
		}
		return fields;
	};
}

/** A reader whose rows are told in other words. */
export const reworded =
	<T, U>(read: RowReader<T>, reword: (row: T) => U): RowReader<U> =>
	(value) => {
		const given = read(value);
		return given === null ? null : reword(given);
	};

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
