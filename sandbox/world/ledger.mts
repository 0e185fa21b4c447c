import { before, daysOf, periodsPerYear, rankOf, runDay } from './payPeriods.mts';
import type { Cycle, Period } from './payPeriods.mts';
import type { PersonBase, Salary, Schedule } from './types.mts';

/**
 * What everybody was paid: the ledger from which the stand-ins write payslips and wage components. All
 * amounts in whole cents. Nothing here is random: it follows from the person and the period.
 */

/** What one run books for one period: its own, or an earlier one that it corrects. */
export interface Entry {
	concerns: Period;
	/** Gross pay in cents; a difference in a correction. */
	gross: number;
	/** Holiday allowance built up, in cents; a difference in a correction. */
	accrual: number;
}

export interface Booked {
	entries: Entry[];
	/** Holiday allowance reserved after the run, in cents; null: it is paid out every period. */
	balance: number | null;
}

/** Half up, away from zero, in whole numbers. */
export const divide = (numerator: number, denominator: number): number =>
	Math.sign(numerator) * Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));

export const cents = (euros: number): number => Math.round(euros * 100);

type Payee = Pick<
	PersonBase,
	'employments' | 'salaries' | 'schedules' | 'employeeNumber' | 'system'
> & { employeeType?: string };

/**
 * The row in force on a day.
 * @param typedBy leaves out what was typed in after this day: a run knows nothing of it
 */
export function salaryOn(person: Payee, day: string, typedBy?: string): Salary | undefined {
	return [...person.salaries]
		.filter((row) => row.startDate <= day)
		.filter((row) => typedBy === undefined || row.createdAt.slice(0, 10) <= typedBy)
		.sort((a, b) => a.startDate.localeCompare(b.startDate))
		.at(-1);
}

export const scheduleOn = (person: Payee, day: string): Schedule | undefined =>
	person.schedules.filter((row) => row.startDate <= day).at(-1);

/** Gross pay of a period in cents, as a run knew it: hours times wage, or the share of the salary. */
function grossOf(person: Payee, cycle: Cycle, at: Period, run: Period = at): number {
	const { last } = daysOf(cycle, at);
	const known = person.salaries.length > 1 ? runDay(cycle, run) : undefined;
	const [salary, schedule] = [salaryOn(person, last, known), scheduleOn(person, last)];
	if (salary === undefined || schedule === undefined) return 0;
	const value = cents(salary.value);
	if (salary.type === 'grossParttimeSalary') return value;
	if (salary.type === 'grossFulltimeSalary') {
		return divide(value * schedule.parttimePercentage, 100);
	}
	const quarters = Math.round(schedule.hoursPerWeek * 100);
	return cycle === 'fourWeeks'
		? divide(value * quarters * 4, 100)
		: divide(value * quarters * 52, 1200);
}

/** Paid in a run: in service in its period, and known when the run was made. */
export function isPaidIn(person: Payee, cycle: Cycle, at: Period): boolean {
	const { first } = daysOf(cycle, at);
	const made = runDay(cycle, at);
	if (person.system === 'nmbrs' && !/^(payroll|formerPayroll)$/.test(person.employeeType ?? '')) {
		return false;
	}
	return person.employments.some(
		({ startDate, endDate }) => startDate <= made && (endDate === null || endDate >= first),
	);
}

/** Nobody's holiday allowance is the same; every twenty-third person gets it with the pay. */
export const paysOutEachPeriod = ({ employeeNumber }: Payee): boolean => employeeNumber % 23 === 7;

/** Corrections that a run books, in cents of holiday allowance: for one or two earlier periods. */
function correctionsOf(person: Payee, cycle: Cycle, at: Period): Entry[] {
	const turn = (person.employeeNumber + at.period) % 9;
	const planned =
		turn === 4
			? [{ steps: 1, accrual: -1250 }]
			: turn === 7
				? [
						{ steps: 1, accrual: 735 },
						{ steps: 2, accrual: 311 },
					]
				: [];
	return planned.flatMap(({ steps, accrual }) => {
		const concerns = before(cycle, at, steps);
		const known = isPaidIn(person, cycle, concerns);
		return known ? [{ concerns, gross: divide(accrual * 100, 8), accrual }] : [];
	});
}

/** How far back a run looks for salaries that were typed in after their period was closed. */
const LOOKS_BACK = 3;

/** What a salary that was typed in late adds to periods that earlier runs closed. */
function latelyTyped(person: Payee, cycle: Cycle, at: Period): Entry[] {
	if (person.salaries.length < 2) return [];
	const known = before(cycle, at);
	return Array.from({ length: LOOKS_BACK }, (_period, step) => before(cycle, at, step + 1))
		.filter((concerns) => isPaidIn(person, cycle, concerns))
		.flatMap((concerns) => {
			const gross = grossOf(person, cycle, concerns, at) - grossOf(person, cycle, concerns, known);
			return gross === 0 ? [] : [{ concerns, gross, accrual: divide(gross * 8, 100) }];
		});
}

/** What corrects one period stands on one payslip. */
function perPeriod(corrections: readonly Entry[]): Entry[] {
	const merged = new Map<number, Entry>();
	for (const one of corrections) {
		const { gross = 0, accrual = 0 } = merged.get(rankOf(one.concerns)) ?? {};
		const { concerns } = one;
		merged.set(rankOf(concerns), {
			concerns,
			gross: gross + one.gross,
			accrual: accrual + one.accrual,
		});
	}
	return [...merged.values()];
}

function entriesOf(person: Payee, cycle: Cycle, at: Period): Entry[] {
	if (!isPaidIn(person, cycle, at)) return [];
	const gross = grossOf(person, cycle, at);
	const own = { concerns: at, gross, accrual: divide(gross * 8, 100) };
	return [
		own,
		...perPeriod([...correctionsOf(person, cycle, at), ...latelyTyped(person, cycle, at)]),
	];
}

/** Holiday allowance is paid out in May, or in the sixth period of four weeks; from then on it starts anew. */
const PAID_OUT: Record<Cycle, number> = { month: 5, fourWeeks: 6 };

/** What a run booked for one person; null: the person is not in the run. */
export function bookedIn(person: Payee, cycle: Cycle, at: Period): Booked | null {
	const entries = entriesOf(person, cycle, at);
	if (entries.length === 0) return null;
	if (paysOutEachPeriod(person)) return { entries, balance: null };
	let balance = 0;
	for (let steps = 0; steps < periodsPerYear(cycle); steps += 1) {
		const run = before(cycle, at, steps);
		if (run.period === PAID_OUT[cycle]) break;
		for (const { accrual } of entriesOf(person, cycle, run)) balance += accrual;
	}
	return { entries, balance };
}

export const sameRun = (one: Period, other: Period): boolean => rankOf(one) === rankOf(other);

/** One in five has a bonus on the payslip: a second source of budget. */
export const hasBonus = ({ employeeNumber }: Payee): boolean => employeeNumber % 5 === 2;
export const bonusCents = ({ employeeNumber }: Payee): number => 10_000 + employeeNumber * 5;
