import type { PayCycle } from './record';
import { toCents } from './amount';

/**
 * Gross hourly wage and gross monthly salary from the salary row in force. What the row does not say
 * is derived only where the contract makes it exact; everything else stays null.
 */

/** A salary row as Nmbrs has it (REST `salaries`): the type says what the value means. */
export interface SalaryInForce {
	type: string | null;
	value: number | null;
}

export interface PayTerms {
	cycle: PayCycle | null;
	/** Of the schedule in force; null: not known. */
	parttimePercentage: number | null;
	hoursPerWeek: number | null;
	/** Hours of a full-time month, where the customer has set them; else a month has no fixed hours. */
	fullTimeHoursPerMonth: number | null;
}

/** How a value came about, where the vendor did not write it. */
export type PayNotice = 'partTimeApplied' | 'hourlyDerived' | 'cycleUnknown' | 'notMonthly';

/** Why there is no gross pay at all. */
export type PayProblem = 'noSalary' | 'notGross' | 'unknownType' | 'noPercentage';

export interface GrossPay {
	hourly: number | null;
	monthly: number | null;
	notices: PayNotice[];
	problem: PayProblem | null;
}

const NOT_GROSS: ReadonlySet<string> = new Set([
	'netParttimeSalaryInclWageComp',
	'netParttimeSalaryExclWageComp',
	'netHourlyWageExclWageComp',
	'netHourlyWageInclWageComp',
	'employerCosts',
]);

/** Weeks in a period, where that is a whole number: only then hours a week give hours a period. */
const WEEKS: Partial<Record<PayCycle, number>> = { week: 1, fourWeeks: 4 };

const none = (problem: PayProblem): GrossPay => ({
	hourly: null,
	monthly: null,
	notices: [],
	problem,
});

/** What the person earns in a pay period, part-time applied. */
function periodSalary(
	type: string,
	value: number,
	percentage: number | null,
): { amount: number; applied: boolean } | null {
	if (type === 'grossParttimeSalary') return { amount: value, applied: false };
	if (percentage === null) return null;
	if (percentage === 100) return { amount: value, applied: false };
	return { amount: toCents((value * percentage) / 100), applied: true };
}

/** The hourly wage that a period salary comes to, where the hours of the period are known for sure. */
function hourlyOf(fullTime: number | null, amount: number, terms: PayTerms): number | null {
	const { cycle, hoursPerWeek, fullTimeHoursPerMonth } = terms;
	const weeks = cycle === null ? undefined : WEEKS[cycle];
	if (weeks !== undefined && hoursPerWeek !== null && hoursPerWeek > 0) {
		return toCents(amount / (weeks * hoursPerWeek));
	}
	if (cycle !== 'month' || fullTimeHoursPerMonth === null || fullTime === null) return null;
	return toCents(fullTime / fullTimeHoursPerMonth);
}

/**
 * Reads the row in force. An hourly wage gives no month: hours differ from month to month. A salary is
 * a month's only where the company pays by the month; in four weeks or a week the schedule's hours give
 * the hourly wage exactly.
 */
export function grossPay(salary: SalaryInForce | null, terms: PayTerms): GrossPay {
	if (salary === null || salary.value === null) return none('noSalary');
	const { type, value } = salary;
	if (type === 'grossHourlyWage') {
		return { hourly: value, monthly: null, notices: [], problem: null };
	}
	if (type !== 'grossFulltimeSalary' && type !== 'grossParttimeSalary') {
		return none(type !== null && NOT_GROSS.has(type) ? 'notGross' : 'unknownType');
	}
	const period = periodSalary(type, value, terms.parttimePercentage);
	const share = terms.parttimePercentage ?? 0;
	const partTimeValue = share > 0 ? (value * 100) / share : null;
	const fullTime = type === 'grossFulltimeSalary' ? value : partTimeValue;
	const hourly = period === null ? null : hourlyOf(fullTime, period.amount, terms);
	const notices: PayNotice[] = [];
	if (period?.applied === true) notices.push('partTimeApplied');
	if (hourly !== null) notices.push('hourlyDerived');
	if (terms.cycle === null) notices.push('cycleUnknown');
	else if (terms.cycle !== 'month') notices.push('notMonthly');
	return {
		hourly,
		monthly: terms.cycle === 'month' ? (period?.amount ?? null) : null,
		notices,
		problem: period === null ? 'noPercentage' : null,
	};
}
