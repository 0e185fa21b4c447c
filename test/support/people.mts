import type { PlanSummary } from '../../core/model/summary';
import type { Result } from '../../core/model/result';
import type { Plan } from '../../core/plan/finish';
import { diff } from '../../core/plan/people';
import type { DiffInput, Plans } from '../../core/plan/people';
import { DEFAULT_OPTIONS } from '../../core/plan/options';
import type { DiffOptions } from '../../core/plan/options';
import type { AlleoEmployee, Employee } from '../../core/model/employee';
import type { PlanRow } from '../../core/model/plan';
import { withReport } from '../../core/report/markdown';
import type { SyncEnd } from '../../core/sync';

/** Builders of invented people for the tests of the diff. */

export const TODAY = '2026-11-24';

export const person = (number: number, overrides: Partial<Employee> = {}): Employee => ({
	external_id: `nmbrs-${number}`,
	status: 'active',
	reason: { code: 'IN_SERVICE', text: 'In service.', params: {} },
	start_date: '2020-01-01',
	end_date: null,
	email: `person${number}@example.nl`,
	private_email: null,
	first_name: `First${number}`,
	prefix: null,
	last_name: `Last${number}`,
	language: 'nl',
	birthday: `19${String(60 + (number % 40)).padStart(2, '0')}-0${1 + (number % 9)}-1${number % 10}`,
	work_anniversary: '2020-01-01',
	group: 'Kantoor',
	alleo_filter: null,
	employment_type: null,
	budgets: {},
	company: { id: 'c1', number: '1', name: 'Voorbeeld BV' },
	source: {
		system: 'nmbrs',
		partition: 'c1',
		employee_id: String(number),
		employee_number: String(number),
	},
	issues: [],
	notices: [],
	clear: [],
	unmapped: [],
	...overrides,
});

export const held = (
	number: number,
	code: string,
	field: string | null,
	overrides: Partial<Employee> = {},
): Employee =>
	person(number, {
		status: 'held',
		email: null,
		issues: [{ code, field, message: 'Held.', action: 'Repair it.', params: {} }],
		...overrides,
	});

/** The account as yesterday's sync left it. */
export const account = (number: number, overrides: Partial<AlleoEmployee> = {}): AlleoEmployee => ({
	id: 1000 + number,
	company_id: 41,
	is_active: true,
	email: `person${number}@example.nl`,
	private_email: null,
	first_name: `First${number}`,
	prefix: null,
	last_name: `Last${number}`,
	language: 'nl',
	company_group_id: 7,
	group_name: 'Kantoor',
	external_id: `nmbrs-${number}`,
	birthday: person(number).birthday,
	work_anniversary: '2020-01-01',
	registration_date: '2026-01-01T08:00:00',
	offboarding_date: null,
	last_active_date: null,
	...overrides,
});

export const range = (from: number, to: number): number[] =>
	Array.from({ length: to - from + 1 }, (_, index) => from + index);

export const covered = (partition = 'c1', employees = 1, complete = true): object => ({
	partition,
	name: partition,
	complete,
	employees,
	pages: 1,
	checks: [],
	error: complete ? null : { code: 'NETWORK', message: 'The connection was lost.' },
});

export interface Run {
	rows: PlanRow[];
	summary: PlanSummary;
}

export const inputOf = (
	source: readonly unknown[],
	alleo: readonly unknown[],
	options: Partial<DiffOptions> = {},
	coverage: readonly unknown[] = [covered()],
): DiffInput => ({
	source,
	alleo,
	coverage,
	options: { ...DEFAULT_OPTIONS, companyId: 41, ...options },
	referenceDate: TODAY,
	createdAt: '2026-11-24T03:00:00.000Z',
	expiresAt: '2026-11-25T03:00:00.000Z',
});

/** The one plan of a reading; fails the test where there are two, or none. */
export function onlyPlan(result: Result<Plans>): Plan {
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
	const [plan, ready] = result.value;
	if (ready !== undefined) throw new Error('The reading gave two plans, and one was expected');
	return plan;
}

/** What became of the one plan of a sync. */
export function onlyEnd(result: Result<ReadonlyArray<Result<SyncEnd>>>): SyncEnd {
	if (!result.ok) throw new Error(`stopped: ${result.problem.code}`);
	const [end, ...more] = result.value;
	if (end === undefined || more.length > 0) throw new Error('One plan was expected');
	if (!end.ok) throw new Error(`not carried out: ${end.problem.code}`);
	return end.value;
}

/** Runs the diff and fails the test when the input was refused, or gave two plans. */
export const run = (
	source: readonly unknown[],
	alleo: readonly unknown[],
	options: Partial<DiffOptions> = {},
	coverage: readonly unknown[] = [covered()],
): Run => withReport(onlyPlan(diff(inputOf(source, alleo, options, coverage))), 'en');

/** As `run`, for a reading that gives two: what waits and what is ready. */
export function runTwo(
	source: readonly unknown[],
	alleo: readonly unknown[],
	options: Partial<DiffOptions> = {},
	coverage: readonly unknown[] = [covered()],
): { waiting: Run; ready: Run } {
	const result = diff(inputOf(source, alleo, options, coverage));
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
	const [waiting, ready] = result.value;
	if (ready === undefined) throw new Error('The reading gave one plan, and two were expected');
	return { waiting: withReport(waiting, 'en'), ready: withReport(ready, 'en') };
}

export const tripped = (summary: PlanSummary): string[] =>
	summary.guards.filter((guard) => guard.tripped).map((guard) => guard.code);

/** `action code` of each row, in the order of execution. */
export const outline = (rows: readonly PlanRow[]): string[] =>
	rows.map((row) => `${row.action} ${row.external_id} ${row.reason.code}`);
