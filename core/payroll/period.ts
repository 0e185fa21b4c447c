import { addDays, isCivilDate, toDayNumber } from '../model/dates';
import type { CivilDate } from '../model/dates';
import type { PayCycle, PayrollPeriod } from './record';

/**
 * Which payroll period a day is in. Weeks and four weeks are counted as the Dutch tax office does: period 1
 * begins on the Monday of the week that 4 January is in, so it may begin in December.
 */

const MONTHS: Partial<Record<PayCycle, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
const WEEKS: Partial<Record<PayCycle, number>> = { week: 1, fourWeeks: 4 };

/** 1 January 1970 was a Thursday. */
const mondayOf = (date: CivilDate): CivilDate =>
	addDays(date, -((((toDayNumber(date) + 3) % 7) + 7) % 7));

const firstMonday = (year: number): CivilDate => mondayOf(`${String(year).padStart(4, '0')}-01-04`);

/** A thirteenth period of four weeks takes the 53rd week that some years have. */
const LAST_OF_FOUR_WEEKS = 13;

/** The period that a day is in; null where the cycle is not known or the day is none. */
export function periodOf(date: CivilDate, cycle: PayCycle | null): PayrollPeriod | null {
	if (cycle === null || !isCivilDate(date)) return null;
	const year = Number(date.slice(0, 4));
	const months = MONTHS[cycle];
	if (months !== undefined) {
		return { year, period: Math.ceil(Number(date.slice(5, 7)) / months) };
	}
	const weeks = WEEKS[cycle] ?? 1;
	const own = date >= firstMonday(year + 1) ? year + 1 : date < firstMonday(year) ? year - 1 : year;
	const week = Math.floor((toDayNumber(date) - toDayNumber(firstMonday(own))) / 7);
	const period = Math.floor(week / weeks) + 1;
	return { year: own, period: weeks === 4 ? Math.min(period, LAST_OF_FOUR_WEEKS) : period };
}

/** Periods of one cycle in their order; null comes before all. */
export const periodOrder = (period: PayrollPeriod | null): number =>
	period === null ? -1 : period.year * 100 + period.period;
