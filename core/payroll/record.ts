import { z } from 'zod';
import { CompanyRef, EXTERNAL_ID_PATTERN, Issue, SourceRef } from '../model/employee';
import { CivilDate } from '../model/dates';

/**
 * The payroll record: what `payroll: getAll` of the source nodes gives on output 1, one item for each
 * person of the source, about that person's latest payroll period. Salary-class: it may go into the
 * pay file and nowhere else, no log, page, summary or message.
 *
 * Amounts are in EUR and hours in hours, both as the vendor wrote them: a number, or text with a
 * decimal comma or point. `core/payroll` parses them. What the source does not have is null, never 0.
 */

/** `1234.56`, `'1234,56'`, `'1.234,56'` or null. Nothing is rounded or converted before core/payroll parses it. */
export const Amount = z.union([z.number().finite(), z.string()]).nullable().default(null);
export type Amount = z.infer<typeof Amount>;

/** How often the employer pays: the length of a period. */
export const PayCycle = z.enum(['month', 'fourWeeks', 'week', 'quarter', 'halfYear', 'year']);
export type PayCycle = z.infer<typeof PayCycle>;

/** Period 1 to 12 of months, 1 to 13 of four weeks, 1 to 53 of weeks, within a payroll year. */
export const PayrollPeriod = z.object({
	year: z.number().int().min(1900).max(2999),
	period: z.number().int().min(1).max(53),
});
export type PayrollPeriod = z.infer<typeof PayrollPeriod>;

/** Statutory leave is the minimum by law (wettelijk), nonStatutory what comes on top (bovenwettelijk). */
export const LeaveType = z.enum(['statutory', 'nonStatutory', 'other']);
export type LeaveType = z.infer<typeof LeaveType>;

const text = z.string().nullable().default(null);
const date = CivilDate.nullable().default(null);

/** A further source of budget that the node's settings choose, such as a bonus. */
export const OtherSource = z.object({
	/** Number of the wage component, or name of the reservation, as the settings name it. */
	code: z.string().min(1),
	description: text,
	/** EUR of the record's period, corrections of earlier periods included. */
	accrual: Amount,
	/** EUR reserved at the end of the record's period. */
	balance: Amount,
});
export type OtherSource = z.infer<typeof OtherSource>;

/** One leave balance: what is left, in the unit that the source counts in. */
export const LeaveBalance = z.object({
	/** The vendor's name or code of the leave group or leave type. */
	group: text,
	type: LeaveType.default('other'),
	balance: Amount,
	/** null: the vendor does not say; hours and days must never be mixed. */
	unit: z.enum(['hours', 'days']).nullable().default(null),
});
export type LeaveBalance = z.infer<typeof LeaveBalance>;

export const PayrollRecord = z.object({
	/** As Employee Normalize makes it: `nmbrs-<employeeId>`, `afas-<EmployeeId>`, `afas-p-<PersonId>`. */
	external_id: z.string().regex(EXTERNAL_ID_PATTERN).nullable(),
	source: SourceRef,
	company: CompanyRef.default({}),
	/** Business e-mail where the source has it. The file takes the one of Alleo's own account. */
	email: text,
	/** Period of the accrual and of corrections that were paid in it; null when no run was read. */
	period: PayrollPeriod.nullable().default(null),
	pay_cycle: PayCycle.nullable().default(null),
	/** EUR per hour. null unless the source has it, or salary and contract hours give it exactly. */
	gross_hourly_wage: Amount,
	/** First day of the wage or salary in force; null where the source does not say. */
	wage_since: date,
	/** EUR per month of what the person really works (part-time applied). null unless known for a month. */
	gross_monthly_salary: Amount,
	/** EUR built up in `period`, corrections of earlier periods that were paid in it included. */
	holiday_allowance_accrual: Amount,
	/** EUR reserved at the end of `period`. */
	holiday_allowance_balance: Amount,
	other_sources: z.array(OtherSource).default([]),
	/** How many earlier periods are corrected in what was built up in `period`. */
	corrections: z.number().int().nonnegative().default(0),
	leave: z.array(LeaveBalance).default([]),
	hours_per_week: Amount,
	/** null: the source does not say. The last day counts as in service. */
	in_service: z.boolean().nullable().default(null),
	start_date: date,
	end_date: date,
	/** What should have been read for this person and could not: core/payroll holds the person. */
	issues: z.array(Issue).default([]),
	/** Remarks that hold nobody, such as "not asked for" or how a value was derived. */
	notices: z.array(Issue).default([]),
});
export type PayrollRecord = z.infer<typeof PayrollRecord>;

/** The fields of salary class, for `sensitiveOutputFields` and for tests that look for leaks. */
export const SALARY_FIELDS = [
	'gross_hourly_wage',
	'gross_monthly_salary',
	'holiday_allowance_accrual',
	'holiday_allowance_balance',
	'other_sources',
	'leave',
] as const satisfies ReadonlyArray<keyof PayrollRecord>;

/**
 * What is wrong with somebody's figures, beside what is only worth saying. Nothing is asked of somebody who
 * is known not to be in service: there it holds nobody.
 */
export const findingsOf = <T>(
	inService: boolean | null,
	issues: readonly T[],
	notices: readonly T[],
): { issues: T[]; notices: T[] } =>
	inService === false
		? { issues: [], notices: [...notices, ...issues] }
		: { issues: [...issues], notices: [...notices] };
