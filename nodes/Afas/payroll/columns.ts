import { done, failed, type Result } from '../../../core/model/result';
import { nameList } from '../api/nameList';
import type { ConnectorInfo } from '../api/schemas';
import { findColumn } from '../listing/plan';

/**
 * The columns of the payroll connectors by role. The customer's administrator names them, so every name
 * here is only a suggestion: it is taken when the connector has it and the node names no other.
 */

export interface Role {
	/** Usual names, the most usual first. */
	usual: readonly string[];
	/** Roles of one group: at least one of them must be there. */
	needed?: string;
}

type Roles = Readonly<Record<string, Role>>;

const PERSON = { usual: ['PersonId', 'Persoonsnummer', 'Nummer_persoon'] };

export const SALARY_ROLES = {
	employee: { usual: ['EmployeeId', 'Medewerker', 'employeeNumber'], needed: 'employee' },
	person: PERSON,
	hourlyWage: {
		usual: ['HourlyWage', 'GrossHourlyWage', 'Uurloon', 'Bruto_uurloon'],
		needed: 'wage',
	},
	monthlySalary: {
		usual: ['MonthlySalary', 'GrossMonthlySalary', 'Maandsalaris', 'Bruto_maandsalaris'],
		needed: 'wage',
	},
	start: { usual: ['StartDate', 'Begindatum', 'Begindatum_salaris', 'SalaryStart'] },
	end: { usual: ['EndDate', 'Einddatum', 'Einddatum_salaris', 'SalaryEnd'] },
	employment: { usual: ['DvId', 'Dienstverband', 'contractNumber', 'EmploymentId'] },
	hours: { usual: ['HoursPerWeek', 'HourPerWeek', 'Uren_per_week'] },
	cycle: { usual: ['PayCycle', 'Verloningsperiode', 'Periodetype'] },
	email: { usual: ['Mail', 'E-mail_werk', 'EmailWork'] },
	employmentStart: { usual: ['EmploymentStart', 'Datum_in_dienst', 'EmploymentStartDate'] },
	employmentEnd: { usual: ['EmploymentEnd', 'Datum_uit_dienst', 'EmploymentEndDate'] },
	employer: { usual: ['EmployerId', 'Werkgever_code', 'Werkgever'] },
	employerName: { usual: ['EmployerName', 'Werkgever_naam'] },
} as const satisfies Roles;

export const WAGE_ROLES = {
	employee: { usual: ['employeeNumber', 'EmployeeId', 'Medewerker'], needed: 'employee' },
	person: PERSON,
	component: { usual: ['code', 'Looncomponent', 'Component', 'Code'], needed: 'component' },
	value: { usual: ['value', 'Waarde', 'Bedrag', 'Amount'], needed: 'value' },
	description: { usual: ['Omschrijving', 'Description'] },
	paidYear: { usual: ['Jaar_betaald', 'YearPaid', 'Jaar', 'Year'] },
	paidPeriod: { usual: ['Periode_betaald', 'PeriodPaid', 'Periode', 'Period'] },
	forYear: { usual: ['Jaar_betrekking_op', 'YearConcerned'] },
	forPeriod: { usual: ['Periode_betrekking_op', 'PeriodConcerned'] },
	paidPlan: { usual: ['planIdBetaald', 'Plan_betaald', 'PlanIdPaid'] },
	forPlan: { usual: ['planIdBetrekkingOp', 'Plan_betrekking_op', 'PlanIdConcerned'] },
	employment: { usual: ['contractNumber', 'DvId', 'Dienstverband', 'EmploymentId'] },
	employer: { usual: ['EmployerId', 'Werkgever_code', 'Werkgever'] },
} as const satisfies Roles;

export const PLAN_ROLES = {
	plan: { usual: ['PlanId', 'Plan'], needed: 'plan' },
	year: { usual: ['Jaar', 'Year'], needed: 'year' },
	period: { usual: ['Periode', 'Period'], needed: 'period' },
} as const satisfies Roles;

export const LEAVE_ROLES = {
	employee: { usual: ['EmployeeId', 'Medewerker', 'employeeNumber'], needed: 'employee' },
	person: PERSON,
	type: { usual: ['Leavetype', 'Verlofsoort', 'Soort_verlof'], needed: 'type' },
	description: { usual: ['LeaveDescr', 'Omschrijving', 'Description'] },
	balance: { usual: ['Balance', 'Saldo'], needed: 'balance' },
	year: { usual: ['Year', 'Boekjaar', 'Jaar'] },
	period: { usual: ['Period', 'Verlofperiode', 'Periode'] },
	employment: { usual: ['DvId', 'Dienstverband', 'EmploymentId'] },
	employer: { usual: ['EmployerId', 'Werkgever_code', 'Werkgever'] },
} as const satisfies Roles;

/** The column of each role; null: the connector has none. */
export type Columns<R extends Roles> = { [K in keyof R]: string | null };

/**
 * Finds the column of each role. A column that the node names must be there; of a needed group one must
 * be found. Everything that is missing is named in one message, before the first row is read.
 */
export function resolveColumns<R extends Roles>(
	connector: string,
	info: ConnectorInfo,
	roles: R,
	given: Readonly<Partial<Record<string, string>>>,
): Result<Columns<R>> {
	const fields = new Map(info.fields.map((field) => [field.id, field]));
	const missing: string[] = [];
	const groups = new Map<string, { found: boolean; names: string[] }>();
	const columns: Record<string, string | null> = {};
	for (const [name, role] of Object.entries<Role>(roles)) {
		const typed = (given[name] ?? '').trim();
		const tried = typed === '' ? role.usual : [typed];
		const found = tried.map((one) => findColumn(fields, one)).find((id) => id !== null) ?? null;
		columns[name] = found;
		if (typed !== '' && found === null) missing.push(typed);
		if (role.needed === undefined) continue;
		const group = groups.get(role.needed) ?? { found: false, names: [] };
		group.found ||= found !== null || typed !== '';
		group.names.push(role.usual[0] ?? name);
		groups.set(role.needed, group);
	}
	for (const { found, names } of groups.values()) if (!found) missing.push(names.join(' or '));
	if (missing.length === 0) return done(columns as Columns<R>);
	const available = nameList([...fields.keys()]);
	return failed('AFAS_COLUMNS_MISSING', { connector, columns: nameList(missing), available });
}
