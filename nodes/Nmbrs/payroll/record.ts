import { isCivilDate } from '../../../core/model/dates';
import {
	findingsOf,
	type LeaveBalance,
	type PayCycle,
	type PayrollRecord,
} from '../../../core/payroll/record';
import { itemIssue, type IssueCode } from '../../../core/issues';
import { externalIdOf } from '../../../core/normalize/externalId';
import { grossPay, type PayNotice, type PayProblem } from '../../../core/payroll/grossPay';
import { leaveBalancesOf, unknownLeave } from '../../../core/payroll/leaveRules';
import type { Notice } from '../../shared/source/source';
import type { ScheduleRow } from '../api/schemas';
import { inForceByDate } from '../employee/inForce';
import type { RawEmployee } from '../employee/rawEmployee';
import type { Figures } from './figures';
import { inService } from './service';
import type { NmbrsPayrollSettings } from './settings';

/** What SOAP adds to one person. */
export interface SoapPart {
	figures: Figures;
	/** null: leave comes from REST or is not read. */
	leave: LeaveBalance[] | null;
}

export interface RecordInput {
	person: RawEmployee;
	soap: SoapPart;
	cycle: PayCycle | null;
	period: { year: number; period: number } | null;
	settings: NmbrsPayrollSettings;
}

const NOTICES = {
	partTimeApplied: 'NMBRS_PART_TIME_APPLIED',
	hourlyDerived: 'NMBRS_HOURLY_DERIVED',
	cycleUnknown: 'NMBRS_PAY_CYCLE_UNKNOWN',
	notMonthly: 'NMBRS_PAY_CYCLE_NOT_MONTHLY',
} as const satisfies Record<PayNotice, IssueCode>;

const PROBLEMS = {
	noSalary: 'NMBRS_SALARY_NONE',
	notGross: 'NMBRS_SALARY_NOT_GROSS',
	unknownType: 'NMBRS_SALARY_TYPE_UNKNOWN',
	noPercentage: 'NMBRS_PERCENTAGE_MISSING',
} as const satisfies Record<PayProblem, IssueCode>;

const FIELD: Record<PayNotice, string> = {
	partTimeApplied: 'gross_monthly_salary',
	hourlyDerived: 'gross_hourly_wage',
	cycleUnknown: 'gross_monthly_salary',
	notMonthly: 'gross_monthly_salary',
};

/** Leave of the REST list, with its kind by the table; the balance as Nmbrs gives it. */
const restLeave = (person: RawEmployee, settings: NmbrsPayrollSettings): LeaveBalance[] =>
	settings.leave === 'rest'
		? (person.leave ?? []).flatMap((group) => leaveBalancesOf(group, group.balance, settings))
		: [];

interface Pay {
	hourly: number | null;
	monthly: number | null;
	/** First day of the salary in force; of a payslip only the period is known. */
	since: string | null;
	issue: Notice | null;
	notices: Notice[];
}

const civil = (date: string | null): string | null =>
	date !== null && isCivilDate(date) ? date : null;

/**
 * Since when the wage in force is what it is: the salary's first day, and of a wage that is made with the
 * hours of a schedule the later one of both. null: not known for sure.
 */
function sinceOf(person: RawEmployee, notices: readonly PayNotice[], day: string): string | null {
	const salary = civil(person.salary?.startDate ?? null);
	if (salary === null || !notices.includes('hourlyDerived')) return salary;
	const rows = (person.histories['schedules'] ?? []) as ScheduleRow[];
	const schedule = civil(inForceByDate(rows, day)?.startDate ?? null);
	return schedule === null || schedule < salary ? salary : schedule;
}

/** Gross pay: the payslip's where the settings name its component, else the salary in force. */
function payOf({ person, soap, cycle, settings }: RecordInput): Pay {
	const { figures } = soap;
	const { hourlyWageComponent, monthlySalaryComponent, fullTimeHoursPerMonth } = settings;
	const { hourly, monthly, notices, problem } = grossPay(person.salary ?? null, {
		cycle,
		parttimePercentage: person.schedule?.parttimePercentage ?? null,
		hoursPerWeek: person.schedule?.hoursPerWeek ?? null,
		fullTimeHoursPerMonth,
	});
	const hourlyWage = hourlyWageComponent === '' ? hourly : figures.hourlyWage;
	const monthlySalary = monthlySalaryComponent === '' ? monthly : figures.monthlySalary;
	const fromPayslip = hourlyWageComponent !== '' && figures.hourlyWage !== null;
	const kept = notices.filter((notice) =>
		FIELD[notice] === 'gross_hourly_wage'
			? hourlyWageComponent === ''
			: monthlySalaryComponent === '',
	);
	return {
		hourly: hourlyWage,
		monthly: monthlySalary,
		since: fromPayslip ? null : sinceOf(person, notices, settings.referenceDate),
		issue: problem === null || fromPayslip ? null : itemIssue(PROBLEMS[problem], 'salary'),
		notices: kept.map((notice) => itemIssue(NOTICES[notice], FIELD[notice])),
	};
}

/** One person's payroll record. What is wrong holds only people who are, or may be, in service. */
export function toRecord(input: RecordInput): PayrollRecord {
	const { person, soap, cycle, period, settings } = input;
	const { figures } = soap;
	const pay = payOf(input);
	const leave = soap.leave ?? restLeave(person, settings);
	const service = inService(person, settings.referenceDate);
	const unknown = unknownLeave(leave);
	const dates = person.notices.filter(({ code }) => code === 'NMBRS_DATE_UNREADABLE');
	const wrong = [...dates, ...(pay.issue === null ? [] : [pay.issue]), ...figures.issues];
	const leaves =
		unknown === 0 ? [] : [itemIssue('NMBRS_LEAVE_GROUP_UNKNOWN', 'leave', { count: unknown })];
	const remarks = [...pay.notices, ...figures.notices, ...leaves];
	const { id, number, name } = person.company;
	return {
		external_id: externalIdOf('nmbrs', person.employeeId),
		source: {
			system: 'nmbrs',
			partition: person.partition,
			employee_id: person.employeeId,
			employee_number: person.employeeNumber,
		},
		company: { id, number, name },
		email: person.businessEmail,
		period,
		pay_cycle: cycle,
		gross_hourly_wage: pay.hourly,
		wage_since: pay.since,
		gross_monthly_salary: pay.monthly,
		holiday_allowance_accrual: figures.accrual,
		holiday_allowance_balance: figures.balance,
		other_sources: figures.others,
		corrections: figures.corrections,
		leave,
		hours_per_week: person.schedule?.hoursPerWeek ?? null,
		in_service: service,
		start_date: civil(person.startDate),
		end_date: civil(person.endDate),
		...findingsOf(service, wrong, remarks),
	};
}
