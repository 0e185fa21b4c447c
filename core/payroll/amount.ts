import { isEmpty, readNumber } from '../normalize/mapping';

/** Amounts of a payroll report: text in, exact sums out. Missing stays missing, never zero. */

/** Finer than any payroll writes; sums are made in whole millionths, so that no binary noise stays. */
const SCALE = 1_000_000;

/** Minus signs that a report may write instead of the hyphen, or behind the number. */
const MINUS = /[\u2212\u2010\u2011\u2013]/g;

/** What an amount came to: a number, nothing, or a text that is none. */
export type ReadAmount = { kind: 'number'; value: number } | { kind: 'none' } | { kind: 'odd' };

const NONE: ReadAmount = { kind: 'none' };

/**
 * Reads `1234.56`, `1234,56`, `1.234,56`, `-12,50`, `12,50-`, `€ 12,50`. Empty and `-` are nothing. A
 * text with two readings (`1.250`) is odd: the person is held, not guessed.
 */
export function readAmount(value: unknown): ReadAmount {
	if (isEmpty(value)) return NONE;
	if (typeof value === 'number') {
		return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'odd' };
	}
	if (typeof value !== 'string') return { kind: 'odd' };
	const text = value.replace(MINUS, '-').replace(/[€\s]/g, '').replace(/^\+/, '');
	if (text === '' || text === '-') return NONE;
	const number = readNumber(/^[^-]+-$/.test(text) ? `-${text.slice(0, -1)}` : text);
	return number === null ? { kind: 'odd' } : { kind: 'number', value: number };
}

const clean = (units: number): number => {
	const value = units / SCALE;
	return Object.is(value, -0) ? 0 : value;
};

/** The exact sum; null of nothing. */
export const sumAmounts = (values: readonly number[]): number | null =>
	values.length === 0
		? null
		: clean(values.reduce((sum, value) => sum + Math.round(value * SCALE), 0));

/** To the cent, half a cent away from zero, as payroll rounds. */
export const toCents = (value: number): number =>
	(Math.sign(value) * Math.round(Math.round(Math.abs(value) * SCALE) / (SCALE / 100))) / 100 || 0;
