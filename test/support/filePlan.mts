import { DEFAULT_BUDGET_LIMITS } from '../../core/model/budget';
import type { AlleoEmployee } from '../../core/model/employee';
import type { PlanSummary } from '../../core/model/summary';
import type { FilePlanInput } from '../../core/plan/file';
import { planOfFile } from '../../core/plan/file';
import { DEFAULT_BUDGET_FILE_OPTIONS } from '../../core/plan/file/budgets/options';
import { DEFAULT_FILE_LIMITS } from '../../core/plan/file/guards';
import { normalizePayroll } from '../../core/payroll/normalize';
import { DEFAULT_PLAUSIBILITY, DEFAULT_PAYROLL_OPTIONS } from '../../core/payroll/options';
import type { PayrollOptions } from '../../core/payroll/options';
import type { NormalizedPayroll } from '../../core/payroll/normalized';
import type { PlanRow } from '../../core/model/plan';
import { withReport } from '../../core/report/markdown';

/** Made-up payroll records, as the payroll operations give them, and the plan that follows. */

export type Raw = Record<string, unknown>;

export const payroll = (number: number, changes: Raw = {}): Raw => ({
	external_id: `nmbrs-${number}`,
	source: {
		system: 'nmbrs',
		partition: 'company-1',
		employee_id: String(number),
		employee_number: String(1000 + number),
	},
	company: { id: 'company-1', number: '10', name: 'Bakkerij BV' },
	email: `bron${number}@example.nl`,
	period: { year: 2026, period: 11 },
	pay_cycle: 'month',
	gross_hourly_wage: 20 + number / 100,
	gross_monthly_salary: null,
	holiday_allowance_accrual: 250 + number / 100,
	holiday_allowance_balance: 1500 + number / 100,
	other_sources: [],
	leave: [
		{ group: 'Wettelijk', type: 'statutory', balance: 80, unit: 'hours' },
		{ group: 'Bovenwettelijk', type: 'nonStatutory', balance: 24.5, unit: 'hours' },
	],
	hours_per_week: 36,
	in_service: true,
	start_date: '2020-01-01',
	end_date: null,
	issues: [],
	notices: [],
	...changes,
});

export const account = (number: number, changes: Partial<AlleoEmployee> = {}): Raw => ({
	id: 500 + number,
	company_id: 41,
	is_active: true,
	email: `mens${number}@example.nl`,
	first_name: 'Mens',
	prefix: null,
	last_name: `Nummer${number}`,
	external_id: `nmbrs-${number}`,
	...changes,
});

export function flexRecords(
	records: Raw[],
	options: Partial<PayrollOptions> = {},
): NormalizedPayroll[] {
	const result = normalizePayroll(records, { ...DEFAULT_PAYROLL_OPTIONS, ...options });
	if (!result.ok)
		throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`);
	return result.value;
}

export const flexRecord = (
	changes: Raw = {},
	options: Partial<PayrollOptions> = {},
): NormalizedPayroll => flexRecords([payroll(1, changes)], options)[0]!;

export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** The input of a plan of `count` people who are all in Alleo and all right. */
export function planInput(count: number, changes: Partial<FilePlanInput> = {}): FilePlanInput {
	return {
		dataset: 'salaryLeave',
		source: flexRecords(range(count).map((number) => payroll(number))),
		alleo: range(count).map((number) => account(number)),
		coverage: [{ partition: 'company-1', name: 'Bakkerij BV', complete: true, employees: count }],
		previous: { state: 'none' },
		lastBudgets: { state: 'none' },
		lastWritten: null,
		folder: null,
		sentBefore: false,
		options: {
			companyId: null,
			approval: 'always',
			plausibility: DEFAULT_PLAUSIBILITY,
			limits: DEFAULT_FILE_LIMITS,
			reviewed: [],
			budgetLimits: DEFAULT_BUDGET_LIMITS,
			budgetLines: DEFAULT_BUDGET_FILE_OPTIONS,
		},
		referenceDate: '2026-11-28',
		createdAt: '2026-11-28T05:00:00.000Z',
		expiresAt: '2026-12-01T05:00:00.000Z',
		nonce: 'nonce-of-a-test',
		...changes,
	};
}

export function plan(input: FilePlanInput): { rows: PlanRow[]; summary: PlanSummary } {
	const result = planOfFile(input);
	if (!result.ok) throw new Error(JSON.stringify(result.problem));
	return withReport(result.value, 'nl');
}

/** What happened to one person of the plan: the code of their row, or nothing. */
export const codeOf = (rows: readonly PlanRow[], number: number): string | undefined =>
	rows.find(({ external_id: id }) => id === `nmbrs-${number}`)?.reason.code;

/** An approval of all rows, as Sync Approval adds it. */
export function approved(rows: readonly PlanRow[], excluded: string[] = []): Raw[] {
	const { id, hash } = rows[0]!.plan;
	const approval = {
		plan_id: id,
		plan_hash: hash,
		decision: 'approved',
		approver: 'Anke Voorbeeld',
		comment: null,
		decided_at: '2026-11-28T06:00:00.000Z',
		excluded,
	};
	return rows.map((row) => ({ ...row, approval }));
}
