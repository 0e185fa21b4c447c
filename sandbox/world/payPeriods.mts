import { addDays, daysBetween } from './dates.mts';

/** Payroll periods of the made-up employers: calendar months, or thirteen times four weeks from 1 January. */

export type Cycle = 'month' | 'fourWeeks';

export interface Period {
	year: number;
	period: number;
}

export const periodsPerYear = (cycle: Cycle): number => (cycle === 'month' ? 12 : 13);

const two = (number: number): string => String(number).padStart(2, '0');

/** First and last day of a period; the thirteenth of four weeks ends with the year. */
export function daysOf(cycle: Cycle, { year, period }: Period): { first: string; last: string } {
	if (cycle === 'month') {
		const first = `${year}-${two(period)}-01`;
		const next = period === 12 ? `${year + 1}-01-01` : `${year}-${two(period + 1)}-01`;
		return { first, last: addDays(next, -1) };
	}
	const first = addDays(`${year}-01-01`, 28 * (period - 1));
	return { first, last: period === 13 ? `${year}-12-31` : addDays(first, 27) };
}

/** The period that a day lies in. */
export function periodAt(cycle: Cycle, day: string): Period {
	const year = Number(day.slice(0, 4));
	if (cycle === 'month') return { year, period: Number(day.slice(5, 7)) };
	const passed = daysBetween(`${year}-01-01`, day);
	return { year, period: Math.min(13, Math.floor(passed / 28) + 1) };
}

export const before = (cycle: Cycle, { year, period }: Period, steps = 1): Period => {
	const count = periodsPerYear(cycle);
	const number = year * count + (period - 1) - steps;
	return { year: Math.floor(number / count), period: (number % count) + 1 };
};

/** The last period whose run is locked: the one before the present one. */
export const lastPaid = (cycle: Cycle, today: string): Period =>
	before(cycle, periodAt(cycle, today));

/** The day on which a run is made and locked. */
export const runDay = (cycle: Cycle, at: Period): string => addDays(daysOf(cycle, at).last, -6);

export const rankOf = ({ year, period }: Period): number => year * 100 + period;
