/**
 * The made-up world that every stand-in serves: what the HR systems hold today, and what Alleo
 * holds since "yesterday's sync". All dates are civil dates `YYYY-MM-DD`; a server adds the time
 * and zone that its vendor writes. Everything follows from the seed: same options, same world.
 */

import type { CaseName, Expected } from './expected.mts';

export type * from './expected.mts';

export type System = 'nmbrs' | 'afas';

export interface WorldOptions {
	/** Source records per HR system; at least all named cases exist, however small this is. */
	employees: number;
	seed: number;
	/** Today in Europe/Amsterdam. Cases are placed around it. */
	referenceDate: string;
	/** Which HR systems to fill; both when left out. */
	systems?: readonly System[];
	/** Cases to leave out, with their accounts: without moves and transfers no plan needs approval. */
	without?: readonly CaseName[];
}

export type Gender = 'male' | 'female' | 'undefined';

/** Service dates; `endDate` is the last day in service, null while open. */
export interface Employment {
	id: string;
	/** AFAS: DvId. */
	number: number;
	employerId: string;
	startDate: string;
	endDate: string | null;
	seniorityDate: string | null;
}

export interface Contract {
	id: string;
	startDate: string;
	endDate: string | null;
	indefinite: boolean;
	hoursPerWeek: number;
	createdAt: string;
}

/** Code and text that hold from a payroll period on (NMBRS: year and month). */
export interface PeriodRow {
	id: string;
	code: number;
	description: string;
	year: number;
	period: number;
	createdAt: string;
}

export interface ManagerRow {
	employeeId: string;
	firstName: string;
	lastName: string;
	email: string;
	year: number;
	period: number;
	createdAt: string;
}

export interface Schedule {
	id: string;
	startDate: string;
	parttimePercentage: number;
	hoursPerWeek: number;
	createdAt: string;
}

export interface Salary {
	id: string;
	startDate: string;
	type:
		| 'grossFulltimeSalary'
		| 'grossParttimeSalary'
		| 'grossHourlyWage'
		| 'netHourlyWageInclWageComp';
	value: number;
	createdAt: string;
}

/** Remaining leave in hours per kind. */
export interface Leave {
	statutory: number;
	extra: number;
}

export interface Names {
	firstName: string;
	firstNameInFull: string;
	initials: string;
	prefix: string | null;
	/** Birth name, as the HR system stores it (in one case with its prefix repeated). */
	lastName: string;
	partnerPrefix: string | null;
	partnerName: string | null;
	/** AFAS name use code: 0 birth, 1 partner-birth, 2 partner, 3 birth-partner. */
	nameUse: '0' | '1' | '2' | '3';
}

/** Values that a source client must drop; tests look for them in everything that leaves it. */
export interface Bait {
	bsn: string;
	street: string;
	houseNumber: number;
	zipCode: string;
	city: string;
	phone: string;
	iban: string;
}

export type BudgetField = `alleo_${'monthly' | 'oneoff'}_${string}_budget`;

export interface PersonBase extends Names {
	system: System;
	case: CaseName;
	expected: Expected;
	/** `nmbrs-<GUID>`, `afas-<EmployeeId>`. */
	externalId: string;
	/** NMBRS: REST GUID. AFAS: employee code with leading zeros. */
	employeeId: string;
	employeeNumber: number;
	/** NMBRS: GUID of the company. AFAS: employer code. */
	companyId: string;
	birthDate: string;
	gender: Gender;
	businessEmail: string | null;
	privateEmail: string | null;
	department: { code: number; description: string };
	function: { code: number; description: string };
	employments: Employment[];
	contracts: Contract[];
	schedules: Schedule[];
	salaries: Salary[];
	leave: Leave;
	/** As typed in the HR system: NMBRS text, AFAS typed values; null is an empty field. */
	extraFields: {
		alleo_access: string | boolean | null;
		alleo_filter: string | null;
		alleo_monthly_all_budget: string | number | null;
		alleo_oneoff_health_budget: string | number | null;
		/** Of another period or category; AFAS shows those that its setting `budgetFields` names. */
		[budget: BudgetField]: string | number | null;
	};
	bait: Bait;
}

/** One version of the personal data; in force from its period on, newest `createdAt` first. */
export interface PersonalInfo extends Names {
	id: string;
	createdAt: string;
	year: number;
	period: number;
	birthDate: string;
	gender: Gender;
	businessEmail: string | null;
	privateEmail: string | null;
	employeeType: string;
}

export interface NmbrsPerson extends PersonBase {
	system: 'nmbrs';
	/** The integer id of the same person in SOAP. */
	soapId: number;
	/** payroll, formerPayroll, applicant, newHire, external, …, or something unknown. */
	employeeType: string;
	personalInfo: PersonalInfo[];
	departments: PeriodRow[];
	functions: PeriodRow[];
	managers: ManagerRow[];
}

export interface AfasPerson extends PersonBase {
	system: 'afas';
	/** Stays with the human when the employee code changes. */
	personId: string;
	managerId: string | null;
}

export interface Debtor {
	debtorId: string;
	soapId: number;
	number: string;
	name: string;
}

export interface NmbrsCompany {
	companyId: string;
	soapId: number;
	number: string;
	name: string;
	debtorId: string;
	periodsPerYear: number;
	currentYear: number;
	currentPeriod: number;
	leaveGroups: Array<{ id: string; group: string; description: string; kind: keyof Leave }>;
}

export interface NmbrsWorld {
	debtors: Debtor[];
	companies: NmbrsCompany[];
	people: NmbrsPerson[];
}

export interface AfasWorld {
	employers: Array<{ id: string; name: string }>;
	people: AfasPerson[];
}

/** An employee in Alleo, keys as in the Customer API, plus the company that it lives in. */
export interface AlleoAccount {
	id: number;
	company_id: number;
	email: string;
	first_name: string;
	last_name: string;
	prefix: string | null;
	language: string | null;
	private_email: string | null;
	is_active: boolean;
	company_group_id: number | null;
	group_name: string | null;
	external_id: string | null;
	registration_date: string | null;
	offboarding_date: string | null;
	birthday: string | null;
	work_anniversary: string | null;
	last_active_date: string | null;
}

/** A case that exists in Alleo only (absent, foreign): there is no person to hang it on. */
export interface AlleoOnlyCase {
	system: System;
	case: CaseName;
	expected: Expected;
	alleoId: number;
}

export interface AlleoWorld {
	companies: Array<{ id: number; name: string; system: System }>;
	groups: Array<{ id: number; companyId: number; name: string | null }>;
	accounts: AlleoAccount[];
	onlyInAlleo: AlleoOnlyCase[];
}

export interface World {
	options: WorldOptions;
	referenceDate: string;
	nmbrs: NmbrsWorld;
	afas: AfasWorld;
	alleo: AlleoWorld;
}
