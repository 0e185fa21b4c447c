import { cycleOfCompany } from './catalogue.mts';
import { addDays, createdAt } from './dates.mts';
import { paysOutEachPeriod } from './ledger.mts';
import { daysOf, lastPaid, periodAt } from './payPeriods.mts';
import type { AfasPerson, BudgetField, NmbrsPerson, Salary, System, World } from './types.mts';

/**
 * Two months of pay and budgets in one made-up world: the first as payroll leaves it, the second with what
 * happens to people in between. Dates are fixed, so that the files are the same on every day.
 */

export const FIRST_MONTH = '2026-09-24';
export const SECOND_MONTH = '2026-10-24';

/** What becomes of one person between the two months. */
export type PayRole =
	| 'steady'
	| 'changed'
	| 'emptied'
	| 'zeroed'
	| 'leaver'
	| 'moved'
	| 'onceStays'
	| 'onceNew'
	| 'unknownCategory'
	| 'raised'
	| 'raisedTooMuch';

type Amounts = Partial<Record<BudgetField, number | null>>;

const MONTHLY = 'alleo_monthly_all_budget';
const ONCE = 'alleo_oneoff_health_budget';
const ONCE_FOR_ALL = 'alleo_oneoff_all_budget';
const SPORT = 'alleo_monthly_sport_budget';

/** Budgets that the AFAS customer has free fields for, beside the usual ones. */
export const MORE_BUDGETS: readonly BudgetField[] = [ONCE_FOR_ALL, SPORT];

/** Amounts that nobody else has: one of them in a wrong place is found. EUR. */
const BUDGETS: Record<PayRole, { first: Amounts; second: Amounts }> = {
	steady: { first: { [MONTHLY]: 31.17 }, second: { [MONTHLY]: 31.17 } },
	changed: { first: { [MONTHLY]: 57.43 }, second: { [MONTHLY]: 81.29 } },
	emptied: { first: { [MONTHLY]: 23.61 }, second: { [MONTHLY]: null } },
	zeroed: { first: { [MONTHLY]: 47.83 }, second: { [MONTHLY]: 0 } },
	leaver: { first: { [MONTHLY]: 61.37 }, second: { [MONTHLY]: 61.37 } },
	moved: {
		first: { [MONTHLY]: 43.19 },
		second: { [MONTHLY]: null, [ONCE_FOR_ALL]: 240.67 },
	},
	onceStays: { first: { [ONCE]: 150.73 }, second: { [ONCE]: 150.73 } },
	onceNew: { first: {}, second: { [ONCE]: 99.87 } },
	unknownCategory: { first: {}, second: { [SPORT]: 17.93 } },
	raised: { first: {}, second: {} },
	raisedTooMuch: { first: {}, second: {} },
};

const ROLES = Object.keys(BUDGETS) as PayRole[];

type Person = NmbrsPerson | AfasPerson;
export type PayRoles = Record<PayRole, Person>;

const peopleOf = (world: World, system: System): readonly Person[] =>
	system === 'nmbrs' ? world.nmbrs.people : world.afas.people;

/** People without a story of their own, who are paid by the month. */
function candidates(world: World, system: System): Person[] {
	const [company] = world.nmbrs.companies;
	const place = system === 'nmbrs' ? company?.companyId : world.afas.employers[0]?.id;
	return peopleOf(world, system)
		.filter((one) => one.case === 'unchanged' && one.companyId === place)
		.sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
}

/** Long in service, one salary for a full-time month, holiday allowance that is reserved. */
function canBeRaised(person: Person): boolean {
	const [salary, ...others] = person.salaries;
	const longAgo = addDays(FIRST_MONTH, -150);
	return (
		others.length === 0 &&
		salary?.type === 'grossFulltimeSalary' &&
		salary.startDate < longAgo &&
		!paysOutEachPeriod(person)
	);
}

/** Five percent passes; thirty has to be looked at. */
const RAISES: Partial<Record<PayRole, number>> = { raised: 5, raisedTooMuch: 30 };

function cast(world: World, system: System): PayRoles {
	const people = candidates(world, system);
	const take = (role: PayRole): Person => {
		const at = people.findIndex((one) => !(role in RAISES) || canBeRaised(one));
		const [one] = at < 0 ? [] : people.splice(at, 1);
		if (one === undefined)
			throw new Error(`Nobody of ${system} for "${role}": ask for more people`);
		return one;
	};
	const raised = Object.keys(RAISES) as PayRole[];
	const order = [...raised, ...ROLES.filter((role) => !raised.includes(role))];
	return Object.fromEntries(order.map((role) => [role, take(role)])) as PayRoles;
}

function write(person: Person, amounts: Amounts): void {
	const fields = person.extraFields;
	for (const [name, amount] of Object.entries(amounts)) {
		const typed = amount === null || person.system === 'afas' ? amount : String(amount);
		fields[name as BudgetField] = typed ?? null;
	}
}

/** Gives people their part in the story, and writes the budgets of the first month. */
function startSystem(world: World, system: System): PayRoles {
	const roles = cast(world, system);
	for (const role of ROLES) {
		write(roles[role], { [MONTHLY]: null, [ONCE]: null, ...BUDGETS[role].first });
	}
	return roles;
}

/** The first month; the world must have been made for `FIRST_MONTH`. */
export function startPayMonths(world: World): Record<System, PayRoles> {
	if (world.referenceDate !== FIRST_MONTH) throw new Error(`Make the world for ${FIRST_MONTH}`);
	return { nmbrs: startSystem(world, 'nmbrs'), afas: startSystem(world, 'afas') };
}

/**
 * A raise that is typed in late: it begins in the period that the first month's file was about, which is
 * closed, so that the next run corrects it.
 */
function raise(person: Person, percent: number): void {
	const [old] = person.salaries;
	if (old === undefined) throw new Error(`${person.externalId} has no salary`);
	const typed: Salary = {
		...old,
		id: old.id.replace(/^.{2}/, '5e'),
		startDate: daysOf('month', lastPaid('month', FIRST_MONTH)).first,
		createdAt: createdAt(addDays(FIRST_MONTH, -1)),
		value: Math.round(old.value * (100 + percent)) / 100,
	};
	person.salaries = [old, typed];
}

function leave(person: Person): void {
	const last = person.employments.at(-1);
	if (last === undefined) throw new Error(`${person.externalId} was never in service`);
	last.endDate = addDays(SECOND_MONTH, -3);
	for (const contract of person.contracts) contract.endDate ??= last.endDate;
	if (person.system !== 'nmbrs') return;
	person.employeeType = 'formerPayroll';
	for (const version of person.personalInfo) version.employeeType = 'formerPayroll';
}

/** What happens between the months. The stand-ins of a running sandbox must be told (`sandbox/nextMonth.mts`). */
export function toSecondMonth(world: World, parts: Record<System, PayRoles>): void {
	world.referenceDate = SECOND_MONTH;
	for (const company of world.nmbrs.companies) {
		const { year, period } = periodAt(cycleOfCompany(company), SECOND_MONTH);
		company.currentYear = year;
		company.currentPeriod = period;
	}
	for (const roles of Object.values(parts)) {
		for (const role of ROLES) write(roles[role], BUDGETS[role].second);
		for (const [role, percent] of Object.entries(RAISES)) raise(roles[role as PayRole], percent);
		leave(roles.leaver);
	}
}
