import { withoutNoise } from '../../payroll/fieldAmount';

/** Numbers of the files: a point as decimal sign, no thousands, no currency sign; an empty cell is not 0. */

const MORE_THAN_CENTS = /\.\d{3,}$/;

/** `256.40`, `0`, `21.3456`; never rounded, because payroll stays the source of truth. */
export function euroCell(value: number | null): string {
	if (value === null) return '';
	const text = String(withoutNoise(value));
	if (text === '0' || MORE_THAN_CENTS.test(text)) return text;
	return withoutNoise(value).toFixed(2);
}

/** `36.5`, `112`. */
export const hoursCell = (value: number | null): string =>
	value === null ? '' : String(withoutNoise(value));
