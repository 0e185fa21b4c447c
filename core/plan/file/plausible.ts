import type { PayColumn } from '../../payroll/columns';
import { PAY_COLUMNS } from '../../payroll/columns';
import type { PlausibilityLimits } from '../../payroll/options';
import type { PayCycle } from '../../payroll/record';
import { periodOf, periodOrder } from '../../payroll/period';
import { periodText } from '../../payroll/normalized';
import type { NormalizedPayroll } from '../../payroll/normalized';
import type { Cause } from './proposal';

/**
 * Figures that can be read and are still unlikely: they hold the person until somebody has looked. The
 * causes name limits, never the figures.
 */

/** What somebody types into "Reviewed People" after a look: this person, this period, no other. */
export const reviewKey = (record: NormalizedPayroll): string =>
	`${record.external_id ?? ''}@${periodText(record.period)}`;

const WEEKS_PER_MONTH = 52 / 12;

/** Weeks that a salary of the cycle may stand for; a "monthly" salary of a four-weekly payroll is often of four weeks. */
const WEEKS: Record<PayCycle, number> = {
	month: WEEKS_PER_MONTH,
	fourWeeks: 4,
	week: 1,
	quarter: 13,
	halfYear: 26,
	year: 52,
};

/** Percent that `value` is away from `base`. */
const deviation = (value: number, base: number): number =>
	base === 0 ? (value === 0 ? 0 : Infinity) : (Math.abs(value - base) / Math.abs(base)) * 100;

function mismatch(record: NormalizedPayroll, limits: PlausibilityLimits): boolean {
	const { gross_hourly_wage: wage, gross_monthly_salary: salary, hours_per_week: hours } = record;
	if (wage === null || salary === null || hours === null || hours <= 0 || wage <= 0) return false;
	const weeks = [WEEKS_PER_MONTH, WEEKS[record.pay_cycle ?? 'month']];
	return weeks.every(
		(count) => deviation(salary, wage * hours * count) > limits.hourlyMonthlyPercent,
	);
}

/** Money is never below zero; leave may be, as far as the settings say. */
function negatives(record: NormalizedPayroll, limits: PlausibilityLimits): string[] {
	const floors: ReadonlyArray<readonly [string, number | null, number]> = [
		...(Object.keys(PAY_COLUMNS) as PayColumn[]).map(
			(column) =>
				[
					PAY_COLUMNS[column],
					record[column],
					column.endsWith('_leave_hours') ? -limits.negativeLeaveHours : 0,
				] as const,
		),
		['Holiday Allowance Balance', record.holiday_allowance.balance, 0],
	];
	return floors.flatMap(([field, value, floor]) =>
		value !== null && value < floor ? [field] : [],
	);
}

/** Columns that hold what was built up in a period, corrections of earlier ones included. */
const CORRECTED: ReadonlySet<string> = new Set([
	PAY_COLUMNS.primary_source,
	PAY_COLUMNS.secondary_source,
]);

export interface PlausibilityInput {
	record: NormalizedPayroll;
	limits: PlausibilityLimits;
	/** EUR per hour in the previous file; null where it is not known. */
	previousWage: number | null;
	/** The newest period of the same company and pay cycle. */
	latest: NormalizedPayroll['period'];
}

export function implausibilities(input: PlausibilityInput): Cause[] {
	const { record, limits, previousWage, latest } = input;
	const key = reviewKey(record);
	const causes: Cause[] = [];
	const add = (code: Cause['code'], params: Cause['params'] = {}): void => {
		causes.push({ code, params: { ...params, key } });
	};
	const wage = record.gross_hourly_wage;
	const earlier = previousWage ?? record.earlier_hourly_wage;
	if (wage !== null && earlier !== null && deviation(wage, earlier) > limits.wageMovePercent) {
		const closed = closedPeriod(record);
		const limit = limits.wageMovePercent;
		if (closed === null) add('FLEX_WAGE_MOVED', { limit });
		else add('FLEX_WAGE_MOVED_BACK', { limit, ...closed });
	}
	if (wage !== null && wage >= 0 && (wage < limits.minimumWage || wage > limits.maximumWage)) {
		add('FLEX_WAGE_RANGE', { minimum: limits.minimumWage, maximum: limits.maximumWage });
	}
	if (mismatch(record, limits)) add('FLEX_HOURLY_MONTHLY', { limit: limits.hourlyMonthlyPercent });
	for (const field of negatives(record, limits)) {
		if (record.corrections === 0 || !CORRECTED.has(field)) add('FLEX_NEGATIVE', { field });
		else add('FLEX_NEGATIVE_CORRECTED', { field, count: record.corrections });
	}
	if (isBehind(record.period, latest)) {
		add('FLEX_PERIOD_BEHIND', { period: periodText(record.period), latest: periodText(latest) });
	}
	return causes;
}

type Period = NormalizedPayroll['period'];

/**
 * The period in which the wage in force began, where that was closed before the period of these figures:
 * the change was entered afterwards. null: it began later, or nobody says when.
 */
export function closedPeriod(record: NormalizedPayroll): { since: string; closed: string } | null {
	const { wage_since: since, period, pay_cycle: cycle } = record;
	const closed = since === null ? null : periodOf(since, cycle);
	if (since === null || closed === null || period === null) return null;
	return periodOrder(closed) < periodOrder(period) ? { since, closed: periodText(closed) } : null;
}

/** Without a period there is nothing to be behind with: the figures are those of today. */
const isBehind = (period: Period, latest: Period): boolean =>
	period !== null && latest !== null && periodOrder(period) < periodOrder(latest);

const groupOf = (record: NormalizedPayroll): string =>
	`${record.source.system}|${record.company.id ?? record.source.partition ?? ''}|${record.pay_cycle ?? ''}`;

/** The newest period for each company and pay cycle, of people who are in service. */
export function latestPeriods(
	records: readonly NormalizedPayroll[],
): (record: NormalizedPayroll) => Period {
	const latest = new Map<string, Period>();
	for (const record of records) {
		if (record.in_service === false) continue;
		const key = groupOf(record);
		if (periodOrder(record.period) > periodOrder(latest.get(key) ?? null))
			latest.set(key, record.period);
	}
	return (record) => latest.get(groupOf(record)) ?? null;
}
