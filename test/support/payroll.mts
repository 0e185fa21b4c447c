import { PayrollRecord } from '../../core/payroll/record';
import type { ExpectedPayroll } from '../../sandbox/world/payroll.mts';

/** Holding payroll records against the world's answer, to the cent. */

export const readRecords = (items: readonly unknown[]): PayrollRecord[] =>
	items.map((item) => PayrollRecord.parse(item));

const inCents = (value: PayrollRecord['gross_hourly_wage']): number | null =>
	value === null ? null : Math.round(Number(value) * 100);

const hoursOf = (record: PayrollRecord, type: string): number | null => {
	const balances = record.leave.filter((one) => one.type === type);
	return balances.length === 0
		? null
		: balances.reduce((sum, { balance }) => sum + Number(balance), 0);
};

/** The part of a record that the world has an answer to. */
export const asExpected = (record: PayrollRecord): Partial<ExpectedPayroll> => ({
	system: record.source.system === 'afas' ? 'afas' : 'nmbrs',
	externalId: record.external_id ?? '',
	companyId: record.company.id ?? '',
	email: record.email,
	status: record.issues.length === 0 ? 'ok' : 'held',
	heldBecause: record.issues[0]?.code ?? null,
	inService: record.in_service,
	payCycle: record.pay_cycle as ExpectedPayroll['payCycle'],
	hourlyWageCents: inCents(record.gross_hourly_wage),
	monthlySalaryCents: inCents(record.gross_monthly_salary),
	accrualCents: inCents(record.holiday_allowance_accrual),
	balanceCents: inCents(record.holiday_allowance_balance),
	statutoryHours: hoursOf(record, 'statutory') ?? 0,
	nonStatutoryHours: hoursOf(record, 'nonStatutory') ?? 0,
});

/** The expectation without what `asExpected` does not have. */
export function comparable(expected: ExpectedPayroll): Partial<ExpectedPayroll> {
	const { period: _period, bonusCents: _bonus, corrections: _corrections, ...rest } = expected;
	return rest;
}

export const byId = <T extends { externalId?: string }>(list: readonly T[]): T[] =>
	[...list].sort((a, b) => (a.externalId ?? '').localeCompare(b.externalId ?? ''));
