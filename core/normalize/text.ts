import { Unreadable } from './mapping';
import type { Findings } from './findings';

/** Alleo's limits, in Unicode characters (vendor SDK, src/alleo/models.py). */
export const TEXT_LIMIT = 1000;
export const EMAIL_LIMIT = 100;

const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;
const LINE_SPACE = /[\t\n\r\u2028\u2029]+/g;
/** Control characters, halves of a character, and marks that turn the reading direction around. */
const UNUSABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/u;
/** Marks that turn the reading direction around: an address with one is not what it looks like. */
export const TURNS = /[\u202a-\u202e\u2066-\u2069]/;
/** What stands where a letter was lost on the way. */
const LOST = '\ufffd';
/** Marks that nobody sees and no language needs; the two joiners of Asian scripts stay. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** `Ren&amp;eacute;e` and `RenÃ©e`: a text that was put into another writing once too often. */
const TWICE =
	/&(?:amp;)*(?:#\d{2,6}|#x[\dA-Fa-f]{2,5}|[A-Za-z]{2,8}\d{0,2});|[ÂÃ][\u0080-\u00bf]|â\u20ac/;

/** Length in Unicode characters, as Alleo counts; counted only where it can matter. */
const tooLong = (text: string, limit: number): boolean =>
	text.length > limit && (text.length > 2 * limit || Array.from(text).length > limit);

/** A text with more in it than plain letters: in one spelling (NFC), without what nobody sees. */
function readLetters(
	value: string,
	field: string,
	findings: Findings,
	limit: number,
): string | null {
	const line = value.replace(LINE_SPACE, ' ').trim();
	if (UNUSABLE.test(line)) return findings.add('TEXT_UNUSABLE', field);
	const text = line.normalize('NFC').replace(UNSEEN, '').trim();
	if (text === '') return null;
	if (text.includes(LOST)) return findings.add('TEXT_DAMAGED', field);
	if (TWICE.test(text)) findings.note('TEXT_ENCODED_TWICE', field);
	return tooLong(text, limit) ? findings.add('TEXT_TOO_LONG', field, { limit }) : text;
}

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
		if (value.includes('&') || !PLAIN.test(value))
			return readLetters(value, field, findings, limit);
		return value.length <= limit ? value : readLetters(value, field, findings, limit);
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
	text.length <= EMAIL_LIMIT && ADDRESS.test(text) && !UNUSABLE.test(text) && !text.includes(LOST);
