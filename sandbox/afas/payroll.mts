import { cycleOfEmployer } from '../world/catalogue.mts';
import { addDays } from '../world/dates.mts';
import { bonusCents, bookedIn, hasBonus } from '../world/ledger.mts';
import { before, daysOf, lastPaid } from '../world/payPeriods.mts';
import type { Cycle, Period } from '../world/payPeriods.mts';
import { AFAS_RUNS_SHOWN, afasWages } from '../world/payroll.mts';
import type { AfasPerson, Employment, World } from '../world/types.mts';
import type { RowSource } from './connectors.mts';

/** Salary lines, wage components and payroll plans as a customer's connectors show the ledger. */

/** Component numbers as this made-up customer set them; another customer has others. */
export const COMPONENTS = { accrual: 9001, balance: 9002, hourlyWage: 9003, bonus: 9004 } as const;

const FIRST_YEAR = 2015;

/**
 * The number of a plan. Numbers of one employer rise with time, those of two employers have nothing to
 * do with each other.
 */
const planId = (employer: string, { year, period }: Period): number =>
	(employer === '02' ? 40_000 : 90_000) + (year - FIRST_YEAR) * 20 + period;

export interface Plan {
	id: number;
	employer: string;
	at: Period;
}

const PLANS_SHOWN = 30;

export const plansOf = (world: World): Plan[] =>
	world.afas.employers.flatMap(({ id }) => {
		const cycle = cycleOfEmployer(id);
		const last = lastPaid(cycle, world.referenceDate);
		return Array.from({ length: PLANS_SHOWN }, (_run, steps) => {
			const at = before(cycle, last, steps);
			return { id: planId(id, at), employer: id, at };
		});
	});

let plans = new WeakMap<World, Plan[]>();
let wages = new WeakMap<AfasPerson, { employer: string; lines: WageLine[] }>();

/** After a change of a person or of the day: what was worked out before is worked out again. */
export function forgetPayroll(): void {
	plans = new WeakMap();
	wages = new WeakMap();
}

export function planOf({ world, index }: RowSource): Plan | undefined {
	const known = plans.get(world) ?? plansOf(world);
	plans.set(world, known);
	return known[index];
}

export interface WageLine {
	paid: number;
	concerns: number;
	code: number;
	text: string;
	/** EUR. */
	value: number;
}

/** The components that a run booked: what was built up, corrections beside it, and the balance. */
function linesOfRun(person: AfasPerson, employer: string, run: Period): WageLine[] {
	const cycle = cycleOfEmployer(employer);
	const booked = bookedIn(person, cycle, run);
	if (booked === null) return [];
	const paid = planId(employer, run);
	const line = (code: number, text: string, value: number, concerns = paid): WageLine => ({
		paid,
		concerns,
		code,
		text,
		value: value / 100,
	});
	const { entries, balance } = booked;
	const reserved = balance === null ? [] : entries;
	return [
		...reserved.map(({ concerns, accrual }) =>
			line(COMPONENTS.accrual, 'Reservering vakantietoeslag', accrual, planId(employer, concerns)),
		),
		...(balance === null
			? []
			: [line(COMPONENTS.balance, 'Saldo gereserveerde vakantietoeslag', balance)]),
		line(
			COMPONENTS.hourlyWage,
			'Bruto uurloon',
			afasWages(person, cycle, daysOf(cycle, run).last).hourly,
		),
		...(hasBonus(person) ? [line(COMPONENTS.bonus, 'Bonus', bonusCents(person))] : []),
	];
}

export function wageLinesOf({ person, employment, world }: RowSource): WageLine[] {
	const known = wages.get(person);
	if (known?.employer === employment.employerId) return known.lines;
	const cycle = cycleOfEmployer(employment.employerId);
	const last = lastPaid(cycle, world.referenceDate);
	const lines = Array.from({ length: AFAS_RUNS_SHOWN }, (_run, steps) =>
		linesOfRun(person, employment.employerId, before(cycle, last, steps)),
	).flat();
	wages.set(person, { employer: employment.employerId, lines });
	return lines;
}

export const wageLine = (source: RowSource): WageLine | undefined =>
	wageLinesOf(source)[source.index];

export interface SalaryLine {
	start: string;
	end: string | null;
	/** EUR; null where the line does not say. */
	hourly: number | null;
	monthly: number | null;
}

const euros = (amount: number | null): number | null => (amount === null ? null : amount / 100);

/** One line for each salary that was typed in. */
function typedLines(person: AfasPerson, { endDate }: Employment, cycle: Cycle): SalaryLine[] {
	const ordered = [...person.salaries].sort((a, b) => a.startDate.localeCompare(b.startDate));
	return ordered.map(({ startDate: start }, at) => {
		const next = ordered[at + 1]?.startDate;
		const { hourly, monthly } = afasWages(person, cycle, start);
		const end = next === undefined ? endDate : addDays(next, -1);
		return { start, end, hourly: euros(hourly), monthly: euros(monthly) };
	});
}

/** The salary lines of one employment: what it was, what it is, and for some what it will be. */
export function salaryLinesOf({ person, employment, world }: RowSource): SalaryLine[] {
	const cycle = cycleOfEmployer(employment.employerId);
	if (person.salaries.length > 1) return typedLines(person, employment, cycle);
	const { hourly, monthly } = afasWages(person, cycle, world.referenceDate);
	const now = { hourly: euros(hourly), monthly: euros(monthly) };
	const { startDate: start, endDate: end } = employment;
	const raised = addDays(world.referenceDate, -60);
	const coming = addDays(world.referenceDate, 45);
	const less = {
		hourly: euros(hourly - 50),
		monthly: monthly === null ? null : euros(monthly - 8000),
	};
	const more = {
		hourly: euros(hourly + 50),
		monthly: monthly === null ? null : euros(monthly + 8000),
	};
	const long = start < addDays(raised, -30) && end === null;
	if (long && person.employeeNumber % 5 === 2) {
		return [
			{ start, end: addDays(raised, -1), ...less },
			{ start: raised, end, ...now },
		];
	}
	if (long && person.employeeNumber % 7 === 3) {
		return [
			{ start, end: addDays(coming, -1), ...now },
			{ start: coming, end, ...more },
		];
	}
	return [{ start, end, ...now }];
}

export const salaryLine = (source: RowSource): SalaryLine | undefined =>
	salaryLinesOf(source)[source.index];

export const cycleText = ({ employment }: RowSource): string =>
	cycleOfEmployer(employment.employerId) === 'month' ? 'Maand' : '4 weken';

export const employerName = ({ employerId }: Employment, world: World): string | null =>
	world.afas.employers.find(({ id }) => id === employerId)?.name ?? null;
