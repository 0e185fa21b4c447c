import { z } from 'zod';
import { CivilDate } from '../model/dates';
import { CompanyRef, EXTERNAL_ID_PATTERN, Issue, SourceRef } from '../model/employee';
import { Ask } from '../model/inbox';
import { PayCycle, PayrollPeriod } from './record';

/**
 * The normalized record: one person and period, amounts read. Employee Normalize gives it (dataset salary and
 * leave), Alleo Diff takes it. Salary class: it may go into the file of Alleo and nowhere else.
 */

const amount = z.number().finite().nullable().default(null);
const date = CivilDate.nullable().default(null);

export const NormalizedPayroll = z.object({
	external_id: z.string().regex(EXTERNAL_ID_PATTERN).nullable(),
	/** `held`: something could not be read; then no amount is in the record. */
	status: z.enum(['ok', 'held']),
	period: PayrollPeriod.nullable().default(null),
	pay_cycle: PayCycle.nullable().default(null),
	/** EUR per hour. */
	gross_hourly_wage: amount,
	/** First day of the wage in force, where the source says it. */
	wage_since: date,
	/** How many earlier periods are corrected in the salary sources of this one. */
	corrections: z.number().int().nonnegative().default(0),
	/** EUR per month; for the plausibility check only. */
	gross_monthly_salary: amount,
	/** For the plausibility check only. */
	hours_per_week: amount,
	/** EUR; which source it is, is a setting. 0 stops the budget in Alleo, null leaves the cell empty. */
	primary_source: amount,
	secondary_source: amount,
	statutory_leave_hours: amount,
	non_statutory_leave_hours: amount,
	/** EUR. */
	holiday_allowance: z
		.object({ accrual: amount, balance: amount })
		.default({ accrual: null, balance: null }),
	/** EUR per hour of an earlier period, where the source told; for the plausibility check only. */
	earlier_hourly_wage: amount,
	/** null: the source does not say; Alleo's account decides then. */
	in_service: z.boolean().nullable().default(null),
	start_date: date,
	end_date: date,
	company: CompanyRef.default({}),
	source: SourceRef,
	issues: z.array(Issue).default([]),
	notices: z.array(Issue).default([]),
	/** What somebody decides once for all who have it (core/model/inbox.ts). */
	asks: z.array(Ask).optional(),
});
export type NormalizedPayroll = z.infer<typeof NormalizedPayroll>;

/** For `sensitiveOutputFields` of Employee Normalize: every amount of the record. */
export const SENSITIVE_PAY_FIELDS = [
	'gross_hourly_wage',
	'gross_monthly_salary',
	'primary_source',
	'secondary_source',
	'statutory_leave_hours',
	'non_statutory_leave_hours',
	'holiday_allowance',
	'earlier_hourly_wage',
] as const satisfies ReadonlyArray<keyof NormalizedPayroll>;

/** `2026-11`, `2026-3` for the third period; how a reader and the setting "Reviewed People" write it. */
export const periodText = (period: PayrollPeriod | null): string =>
	period === null ? '-' : `${period.year}-${period.period}`;
