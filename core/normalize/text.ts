import { Unreadable } from './mapping';
import type { Findings } from './findings';

/** Alleo's limits, in Unicode characters (vendor SDK, src/alleo/models.py). */
export const TEXT_LIMIT = 1000;
export const EMAIL_LIMIT = 100;

const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
const LINE_SPACE = /[\t\n\r\u2028\u2029]+/g;
/** Control characters, halves of a character, and marks that turn the reading direction around. */
const UNUSABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Length in Unicode characters, as Alleo counts; counted only where it can matter. */
const tooLong = (text: string, limit: number): boolean =>
	text.length > limit && (text.length > 2 * limit || Array.from(text).length > limit);

/**
 * A text as Alleo may have it: trimmed, on one line, null when there is nothing. Numbers are taken as
 * text (codes); lists, groups of fields and yes/no are not. Whatever cannot be used is a finding.
 */
export function readText(
	value: unknown,
	field: string,
	findings: Findings,
	limit: number = TEXT_LIMIT,
): string | null {
	if (value === null || value === undefined || value === '') return null;
	if (typeof value === 'string') {
		if (value.length <= limit && PLAIN.test(value)) return value;
		const text = value.replace(LINE_SPACE, ' ').trim();
		if (text === '') return null;
		if (UNUSABLE.test(text)) return findings.add('TEXT_UNUSABLE', field);
		return tooLong(text, limit) ? findings.add('TEXT_TOO_LONG', field, { limit }) : text;
	}
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'bigint') return String(value);
	if (value instanceof Unreadable) return findings.add(value.code, field);
	return findings.add('VALUE_NOT_TEXT', field);
}

/** One e-mail address; the server decides more strictly, this refuses what no server takes. */
const ADDRESS =
	/^[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu;

/** True for one e-mail address of a length that Alleo takes. */
export const isEmail = (text: string): boolean =>
	text.length <= EMAIL_LIMIT && ADDRESS.test(text) && !UNUSABLE.test(text);
