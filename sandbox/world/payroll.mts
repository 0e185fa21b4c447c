import { cycleOfCompany, cycleOfEmployer } from './catalogue.mts';
import { bonusCents, bookedIn, cents, divide, hasBonus, salaryOn, scheduleOn } from './ledger.mts';
import { before, lastPaid, runDay } from './payPeriods.mts';
import type { Cycle, Period } from './payPeriods.mts';
import type { AfasPerson, NmbrsPerson, PersonBase, System, World } from './types.mts';

/**
 * What salary and leave must come to for everybody, to the cent: the answer that a run over the stand-ins
 * is held against. It follows from the ledger alone and shares no code with the package.
 */

export interface ExpectedPayroll {
	system: System;
	externalId: string;
	companyId: string;
	email: string | null;
	/** `held`: the figures must not be used, for the reason given. */
	status: 'ok' | 'held';
	heldBecause: string | null;
	inService: boolean | null;
	period: Period;
	payCycle: Cycle;
	/** Amounts in cents; null: the source does not have it, so it must be empty and never zero. */
	hourlyWageCents: number | null;
	monthlySalaryCents: number | null;
	accrualCents: number | null;
	balanceCents: number | null;
	bonusCents: number | null;
	/** Corrections of earlier periods that are in the accrual. */
	corrections: number;
	statutoryHours: number;
	nonStatutoryHours: number;
}

export interface PayrollQuestion {
	/** The setting of the Nmbrs node; null derives no hourly wage from a monthly salary. */
	fullTimeHoursPerMonth: number | null;
}

const isThere = (person: PersonBase, day: string): boolean =>
	person.employments.some(
		({ startDate, endDate }) => startDate <= day && (endDate === null || endDate >= day),
	);

/** Nmbrs: the type decides over an end in the past; a type that says nothing decides nothing. */
function nmbrsService(person: NmbrsPerson, today: string): boolean | null {
	const there = isThere(person, today);
	const open = person.employments.some(
		({ startDate, endDate }) => startDate <= today && endDate === null,
	);
	if (person.employeeType === 'payroll') {
		return there || person.employments.every(({ startDate }) => startDate <= today);
	}
	if (person.employeeType !== 'formerPayroll') return null;
	if (!there) return false;
	return open ? null : true;
}

interface Wages {
	hourly: number | null;
	monthly: number | null;
	problem: string | null;
}

/** Nmbrs: what the salary in force gives, in the cycle of the company. */
function nmbrsWages(
	person: NmbrsPerson,
	cycle: Cycle,
	today: string,
	{ fullTimeHoursPerMonth }: PayrollQuestion,
): Wages {
	const [salary, schedule] = [salaryOn(person, today), scheduleOn(person, today)];
	if (salary === undefined) return { hourly: null, monthly: null, problem: 'NMBRS_SALARY_NONE' };
	if (salary.type === 'netHourlyWageInclWageComp') {
		return { hourly: null, monthly: null, problem: 'NMBRS_SALARY_NOT_GROSS' };
	}
	const value = cents(salary.value);
	if (salary.type === 'grossHourlyWage') return { hourly: value, monthly: null, problem: null };
	const percentage = schedule?.parttimePercentage ?? 0;
	const isShare = salary.type === 'grossParttimeSalary';
	const share = isShare ? value : divide(value * percentage, 100);
	if (cycle === 'fourWeeks') {
		const hundredths = Math.round((schedule?.hoursPerWeek ?? 0) * 4 * 100);
		return { hourly: divide(share * 100, hundredths), monthly: null, problem: null };
	}
	if (fullTimeHoursPerMonth === null) return { hourly: null, monthly: share, problem: null };
	const hundredths = Math.round(fullTimeHoursPerMonth * 100);
	const hourly = isShare
		? divide(value * 100 * 100, hundredths * percentage)
		: divide(value * 100, hundredths);
	return { hourly, monthly: share, problem: null };
}

const reserveOf = (person: NmbrsPerson | AfasPerson, cycle: Cycle, at: Period) => {
	const booked = bookedIn(person, cycle, at);
	const known = booked !== null && booked.balance !== null;
	const sum = booked?.entries.reduce((total, { accrual }) => total + accrual, 0) ?? 0;
	return {
		paid: booked !== null,
		accrualCents: known ? sum : null,
		balanceCents: booked?.balance ?? null,
		corrections: Math.max(0, (booked?.entries.length ?? 0) - 1),
	};
};

/** Types that the node reads when nothing is chosen; an unknown type is read too, and held. */
const OUT_OF_SCOPE = new Set([
	'applicant',
	'newHire',
	'external',
	'formerExternal',
	'rejectedApplicant',
]);

function nmbrsPerson(
	person: NmbrsPerson,
	cycle: Cycle,
	today: string,
	question: PayrollQuestion,
): ExpectedPayroll {
	const at = lastPaid(cycle, today);
	const { paid, ...reserve } = reserveOf(person, cycle, at);
	const inService = nmbrsService(person, today);
	const wages = nmbrsWages(person, cycle, today, question);
	const start = person.employments
		.filter(({ startDate }) => startDate <= today)
		.reduce((latest, { startDate }) => (startDate > latest ? startDate : latest), '');
	const missing = !paid && start <= runDay(cycle, at) ? 'NMBRS_PAYSLIP_MISSING' : null;
	const because = inService === false ? null : (wages.problem ?? missing);
	return {
		system: 'nmbrs',
		externalId: person.externalId,
		companyId: person.companyId,
		email: person.businessEmail,
		status: because === null ? 'ok' : 'held',
		heldBecause: because,
		inService,
		period: at,
		payCycle: cycle,
		hourlyWageCents: wages.hourly,
		monthlySalaryCents: wages.monthly,
		...reserve,
		bonusCents: paid && hasBonus(person) ? bonusCents(person) : null,
		statutoryHours: person.leave.statutory,
		nonStatutoryHours: person.leave.extra,
	};
}

/** AFAS: hours of a full-time month and week, by which this made-up customer makes hourly wages. */
const MONTH_HUNDREDTHS = 17_333;
const WEEK_HOURS = 40;

/** What the salary line of an AFAS person says on a day, in cents; before the first line, what that will say. */
export function afasWages(
	person: AfasPerson,
	cycle: Cycle,
	day: string,
): { hourly: number; monthly: number | null } {
	const salary = salaryOn(person, day) ?? person.salaries[0];
	const schedule = person.schedules[0];
	const value = cents(salary?.value ?? 0);
	if (salary?.type === 'grossHourlyWage') return { hourly: value, monthly: null };
	if (cycle === 'fourWeeks') return { hourly: divide(value, 4 * WEEK_HOURS), monthly: null };
	const monthly = divide(value * (schedule?.parttimePercentage ?? 100), 100);
	return { hourly: divide(value * 100, MONTH_HUNDREDTHS), monthly };
}

/** The employment that counts: the one in force, else the next, else the last. */
function afasEmployer(person: AfasPerson, today: string): string {
	const ordered = [...person.employments].sort((a, b) => a.startDate.localeCompare(b.startDate));
	const there = ordered.filter(
		({ startDate, endDate }) => startDate <= today && (endDate === null || endDate >= today),
	);
	const shown =
		there.at(-1) ?? ordered.find(({ startDate }) => startDate > today) ?? ordered.at(-1);
	return shown?.employerId ?? person.companyId;
}

/** Runs that a customer's connector on wage components still shows. */
export const AFAS_RUNS_SHOWN = 3;

/** The last run that booked something for this person, of those that are shown; else the last run. */
function afasLatest(person: AfasPerson, cycle: Cycle, today: string): Period {
	const last = lastPaid(cycle, today);
	const shown = Array.from({ length: AFAS_RUNS_SHOWN }, (_run, steps) =>
		before(cycle, last, steps),
	);
	return shown.find((at) => bookedIn(person, cycle, at) !== null) ?? last;
}

function afasPerson(person: AfasPerson, today: string): ExpectedPayroll {
	const employer = afasEmployer(person, today);
	const cycle = cycleOfEmployer(employer);
	const at = afasLatest(person, cycle, today);
	const inService = isThere(person, today);
	// The line of somebody who has left, or is to come, is not in force.
	const wages = inService ? afasWages(person, cycle, today) : { hourly: null, monthly: null };
	const { paid, ...reserve } = reserveOf(person, cycle, at);
	return {
		system: 'afas',
		externalId: person.externalId,
		companyId: employer,
		email: person.businessEmail,
		status: 'ok',
		heldBecause: null,
		inService,
		period: at,
		payCycle: cycle,
		hourlyWageCents: wages.hourly,
		monthlySalaryCents: wages.monthly,
		...reserve,
		bonusCents: paid && hasBonus(person) ? bonusCents(person) : null,
		statutoryHours: person.leave.statutory,
		nonStatutoryHours: person.leave.extra,
	};
}

/** The whole answer: one entry for each person that a payroll operation must give. */
export function expectedPayroll(
	world: World,
	question: PayrollQuestion = { fullTimeHoursPerMonth: null },
): ExpectedPayroll[] {
	const today = world.referenceDate;
	const cycles = new Map(
		world.nmbrs.companies.map((company) => [company.companyId, cycleOfCompany(company)]),
	);
	return [
		...world.nmbrs.people
			.filter(({ employeeType }) => !OUT_OF_SCOPE.has(employeeType))
			.map((person) =>
				nmbrsPerson(person, cycles.get(person.companyId) ?? 'month', today, question),
			),
		...world.afas.people.map((person) => afasPerson(person, today)),
	];
}
