import { readAmount as readPayrollAmount, sumAmounts } from './amount';
import type { PayrollFindings } from './findings';

/** Amounts of a payroll record: read once, added without binary noise. Missing stays missing, never zero. */

/** 21.849999999999998 is 21.85; nothing that a vendor wrote is rounded by this. */
export const withoutNoise = (value: number): number => sumAmounts([value]) ?? 0;

/** The number, null where there is none, or a finding where it cannot be read in one way. */
export function readAmount(
	value: unknown,
	field: string,
	findings: PayrollFindings,
): number | null {
	const amount = readPayrollAmount(value);
	if (amount.kind === 'number') return withoutNoise(amount.value);
	if (amount.kind === 'odd') findings.hold('FLEX_AMOUNT_UNREADABLE', field, { field });
	return null;
}

/** The sum; null where nothing is known or a part of it is missing. */
export function sumOf(values: ReadonlyArray<number | null>): number | null {
	const known = values.flatMap((value) => value ?? []);
	return known.length === values.length ? sumAmounts(known) : null;
}
