import type { Answers } from '../model/inbox';
import type { PayColumn } from './columns';

/** Where a salary source of the file comes from. */
export type SourceChoice =
	| { kind: 'none' }
	| { kind: 'holidayAllowanceAccrual' }
	| { kind: 'holidayAllowanceBalance' }
	/** A wage component or reservation that the source node was told to read, by its code. */
	| { kind: 'componentAccrual'; code: string }
	| { kind: 'componentBalance'; code: string };

export interface PayrollOptions {
	primary: SourceChoice;
	secondary: SourceChoice;
	/** Columns without which a person is held. */
	required: readonly PayColumn[];
	/** Hours that one day of leave stands for; null holds people whose leave is in days. */
	hoursPerDay: number | null;
	/** An accrual as payroll has it for its period, or converted to a month. */
	accrualPer: 'period' | 'month';
	/** What was answered in the inbox. */
	answers?: Answers;
}

/**
 * Alleo: "gross monthly accrual, such as holiday allowance" is the primary source; the hourly wage is
 * mandatory with Flex Leave (help centre, "Bulk Flex Salary Data Management").
 */
export const DEFAULT_PAYROLL_OPTIONS: PayrollOptions = {
	primary: { kind: 'holidayAllowanceAccrual' },
	secondary: { kind: 'none' },
	required: ['gross_hourly_wage'],
	hoursPerDay: null,
	accrualPer: 'period',
};

/** Limits of the plausibility checks; each holds one person for review. */
export interface PlausibilityLimits {
	/** Percent that an hourly wage may move. */
	wageMovePercent: number;
	/** Percent that hourly wage and monthly salary may differ at the contract hours. */
	hourlyMonthlyPercent: number;
	/** EUR per hour. */
	minimumWage: number;
	maximumWage: number;
	/** Hours that a leave balance may be below zero, as a positive number. */
	negativeLeaveHours: number;
}

export const DEFAULT_PLAUSIBILITY: PlausibilityLimits = {
	wageMovePercent: 20,
	hourlyMonthlyPercent: 10,
	minimumWage: 1,
	maximumWage: 500,
	negativeLeaveHours: 0,
};
