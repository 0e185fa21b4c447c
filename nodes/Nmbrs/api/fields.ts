import { z } from 'zod';

import { parseCivilDate } from '../../../core/dates';

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

export const Text = z.unknown().transform(readText);
export const DateText = z.unknown().transform(readDate);
export const Num = z.unknown().transform(readNumber);
export const Flag = z.unknown().transform((value) => (typeof value === 'boolean' ? value : null));

/** Valid from this payroll year and period on; null = since ever. */
export const Period = z
	.object({ year: Num, period: Num })
	.nullish()
	.catch(null)
	.transform((given) =>
		given?.year == null ? null : { year: given.year, period: given.period ?? 1 },
	);
export type Period = z.infer<typeof Period>;
