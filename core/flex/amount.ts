import { isEmpty, readNumber } from '../mapping';
import type { FlexFindings } from './findings';

/** Amounts of payroll: read once, counted without binary noise. Missing stays missing, never zero. */

/** Decimals that are kept: finer than any payroll writes, coarser than what binary numbers make of them. */
const DECIMALS = 6;

/** 21.849999999999998 is 21.85; nothing that a vendor wrote is rounded by this. */
export const withoutNoise = (value: number): number => {
	const rounded = Number(value.toFixed(DECIMALS));
	return Object.is(rounded, -0) ? 0 : rounded;
};

/** Half a cent goes up, away from zero: the way of payroll. */
export const toCents = (value: number): number =>
	(Math.sign(value) * Math.round(withoutNoise(Math.abs(value) * 100))) / 100 || 0;

/** The number, null where there is none, or a finding where it cannot be read in one way. */
export function readAmount(value: unknown, field: string, findings: FlexFindings): number | null {
	if (isEmpty(value)) return null;
	const number = readNumber(value);
	if (number === null) {
		findings.hold('FLEX_AMOUNT_UNREADABLE', field, { field });
		return null;
	}
	return withoutNoise(number);
}

/** The sum; null where nothing is known or a part of it is missing. */
export function sumOf(values: ReadonlyArray<number | null>): number | null {
	let sum = 0;
	for (const value of values) {
		if (value === null) return null;
		sum = withoutNoise(sum + value);
	}
	return values.length === 0 ? null : sum;
}
