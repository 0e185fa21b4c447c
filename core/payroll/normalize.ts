import { z } from 'zod';
import { stop, type Normalized } from '../normalize/runs';
import type { Issue } from '../model/employee';
import { toCents } from './amount';
import { payrollAnswers } from './answered';
import type { PayrollAnswers } from './answered';
import { readAmount } from './fieldAmount';
import { PAY_COLUMN_KEYS, PAY_COLUMNS } from './columns';
import type { PayColumn } from './columns';
import { PayrollFindings } from './findings';
import { readLeave } from './leave';
import type { PayrollOptions, SourceChoice } from './options';
import { Amount, PayrollRecord } from './record';
import type { PayCycle } from './record';
import type { NormalizedPayroll } from './normalized';

/** Payroll record in, normalized record out: one for each person, held where something cannot be read. */

/** Months in one period of a cycle. */
const MONTHS: Record<PayCycle, number> = {
	month: 1,
	fourWeeks: 12 / 13,
	week: 12 / 52,
	quarter: 3,
	halfYear: 6,
	year: 12,
};

const Incoming = PayrollRecord.extend({
	/** Where the source knows an earlier wage: for the plausibility check. */
	previous: z.object({ gross_hourly_wage: Amount }).nullable().default(null),
});
type Incoming = z.infer<typeof Incoming>;

const ACCRUALS: ReadonlySet<SourceChoice['kind']> = new Set([
	'holidayAllowanceAccrual',
	'componentAccrual',
]);

function chosen(record: Incoming, choice: SourceChoice): unknown {
	if (choice.kind === 'none') return null;
	if (choice.kind === 'holidayAllowanceAccrual') return record.holiday_allowance_accrual;
	if (choice.kind === 'holidayAllowanceBalance') return record.holiday_allowance_balance;
	const component = record.other_sources.find(({ code }) => code.trim() === choice.code);
	return choice.kind === 'componentAccrual' ? component?.accrual : component?.balance;
}

function salarySource(
	record: Incoming,
	choice: SourceChoice,
	column: PayColumn,
	options: PayrollOptions,
	findings: PayrollFindings,
): number | null {
	const amount = readAmount(chosen(record, choice), PAY_COLUMNS[column], findings);
	const cycle = record.pay_cycle;
	if (amount === null || cycle === null || cycle === 'month' || !ACCRUALS.has(choice.kind)) {
		return amount;
	}
	if (options.accrualPer === 'month') return toCents(amount / MONTHS[cycle]);
	findings.note('FLEX_ACCRUAL_NOT_MONTHLY', PAY_COLUMNS[column], { cycle });
	return amount;
}

type Amounts = Pick<
	NormalizedPayroll,
	| PayColumn
	| 'gross_monthly_salary'
	| 'hours_per_week'
	| 'holiday_allowance'
	| 'earlier_hourly_wage'
>;

const NO_AMOUNTS: Amounts = {
	gross_hourly_wage: null,
	gross_monthly_salary: null,
	hours_per_week: null,
	primary_source: null,
	secondary_source: null,
	statutory_leave_hours: null,
	non_statutory_leave_hours: null,
	holiday_allowance: { accrual: null, balance: null },
	earlier_hourly_wage: null,
};

function readAmounts(
	record: Incoming,
	options: PayrollOptions,
	findings: PayrollFindings,
): Amounts {
	const read = (value: unknown, field: string): number | null => readAmount(value, field, findings);
	const leave = readLeave(record.leave, options.hoursPerDay, findings);
	return {
		gross_hourly_wage: read(record.gross_hourly_wage, PAY_COLUMNS.gross_hourly_wage),
		gross_monthly_salary: read(record.gross_monthly_salary, 'Gross Monthly Salary'),
		hours_per_week: read(record.hours_per_week, 'Hours per Week'),
		primary_source: salarySource(record, options.primary, 'primary_source', options, findings),
		secondary_source: salarySource(
			record,
			options.secondary,
			'secondary_source',
			options,
			findings,
		),
		statutory_leave_hours: leave.statutory,
		non_statutory_leave_hours: leave.nonStatutory,
		holiday_allowance: {
			accrual: read(record.holiday_allowance_accrual, 'Holiday Allowance Accrual'),
			balance: read(record.holiday_allowance_balance, 'Holiday Allowance Balance'),
		},
		earlier_hourly_wage: read(record.previous?.gross_hourly_wage, 'Earlier Hourly Wage'),
	};
}

/** What has to be there is looked for only where everything could be read: one cause is enough. */
function checkPresence(amounts: Amounts, options: PayrollOptions, findings: PayrollFindings): void {
	if (findings.issues.length > 0) return;
	if (PAY_COLUMN_KEYS.every((column) => amounts[column] === null)) {
		findings.hold('FLEX_NOTHING_KNOWN');
		return;
	}
	for (const column of options.required) {
		const field = PAY_COLUMNS[column];
		if (amounts[column] === null) findings.hold('FLEX_VALUE_MISSING', field, { field });
	}
}

const LEAVE_UNKNOWN: ReadonlySet<string> = new Set([
	'NMBRS_LEAVE_GROUP_UNKNOWN',
	'AFAS_LEAVE_TYPE_UNKNOWN',
]);

/** What the source said of leave without a place holds no longer where every group of it was answered. */
const stillSaid = (leave: PayrollRecord['leave'], { code }: Issue): boolean =>
	!LEAVE_UNKNOWN.has(code) || leave.some(({ type }) => type === 'other');

function normalizeRecord(given: Incoming, answered: PayrollAnswers): NormalizedPayroll {
	const { options } = answered;
	const record = { ...given, leave: answered.leave(given) };
	const findings = new PayrollFindings();
	findings.issues.push(...record.issues);
	findings.notices.push(...record.notices.filter((notice) => stillSaid(record.leave, notice)));
	if (options.answers?.read === false) findings.note('INBOX_NOT_READ');
	const asks = answered.asks(given);
	const unknown = answered.inDoubt(asks);
	if (unknown !== null) findings.hold('INBOX_ANSWER_UNKNOWN', null, { name: unknown });
	if (record.external_id === null) findings.hold('FLEX_ID_MISSING', 'external_id');
	const amounts = readAmounts(record, options, findings);
	checkPresence(amounts, options, findings);
	const held = findings.issues.length > 0;
	return {
		external_id: record.external_id,
		status: held ? 'held' : 'ok',
		period: record.period,
		pay_cycle: record.pay_cycle,
		// Who is held needs no amounts, so none of them travels on.
		...(held ? NO_AMOUNTS : amounts),
		wage_since: record.wage_since,
		corrections: record.corrections,
		in_service: record.in_service,
		start_date: record.start_date,
		end_date: record.end_date,
		company: record.company,
		source: record.source,
		issues: findings.issues,
		notices: findings.notices,
		...(asks.length === 0 ? {} : { asks }),
	};
}

/** Reads the items of a payroll operation; an item that is none stops the run. */
export function normalizePayroll(
	records: readonly unknown[],
	options: PayrollOptions,
): Normalized<NormalizedPayroll[]> {
	const value: NormalizedPayroll[] = [];
	const answered = payrollAnswers(options);
	for (let item = 0; item < records.length; item++) {
		const parsed = Incoming.safeParse(records[item]);
		if (!parsed.success) {
			const issue = parsed.error.issues[0];
			// The message of a schema can repeat the value that it refuses; the place is enough.
			const problem = `"${issue?.path.join('.') ?? ''}" is missing or unusable`;
			const params = { item: item + 1, problem };
			return stop('FLEX_ITEM_MALFORMED', params, item);
		}
		value.push(normalizeRecord(parsed.data, answered));
	}
	return { ok: true, value };
}
