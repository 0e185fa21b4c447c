import { presentFieldsDetail, FIELDS_PRESENT } from '../../core/model/fieldsPresent';
import type { AlleoEmployee } from '../../core/model/employee';
import { normalize } from '../../core/normalize';
import { readLastBudgets } from '../../core/plan/file/lastBudgets';
import { diff } from '../../core/plan/people';
import type { BudgetsSent } from '../../core/plan/budgetsDiffer';
import type { DiffOptions } from '../../core/plan/options';
import { withReport } from '../../core/report/markdown';
import { inputOf as diffInput, onlyPlan } from './people.mts';
import { inputOf, nmbrs } from '../unit/normalize/support.mts';
import type { Raw } from '../unit/normalize/support.mts';

/** The plan of people and what it says of budgets, from source records on. */

export const idOf = (n: number): string => `5f0c2d1e-0000-4000-8000-00000000030${n}`;

export const FIELDS = ['alleo_monthly_all_budget', 'alleo_oneoff_health_budget'];

export const person = (n: number, extraFields: Raw = {}, changes: Raw = {}): Raw =>
	nmbrs({
		employeeId: idOf(n),
		employeeNumber: String(n),
		firstName: `Noor${n}`,
		businessEmail: `noor${n}@voorbeeld.nl`,
		birthDate: `199${n}-05-04`,
		partition: 'c-1',
		extraFields,
		extraFieldsStatus: 'read',
		...changes,
	});

export const gone = { employeeType: 'formerPayroll', endDate: '2026-10-31' };
export const left = {
	...gone,
	employments: [
		{ employmentId: 'e1', startDate: '2020-03-01', endDate: '2026-10-31', seniorityDate: null },
	],
};

export const account = (n: number, changes: Partial<AlleoEmployee> = {}): Raw => ({
	id: 500 + n,
	company_id: 41,
	is_active: true,
	email: `noor${n}@voorbeeld.nl`,
	first_name: `Noor${n}`,
	prefix: 'van',
	last_name: 'Testen',
	language: 'nl',
	external_id: `nmbrs-${idOf(n)}`,
	birthday: `199${n}-05-04`,
	work_anniversary: '2020-03-01',
	group_name: 'Verkoop',
	company_group_id: 7,
	...changes,
});

export const part = (complete = true, fields: string[] | null = FIELDS): Raw => ({
	partition: 'c-1',
	name: 'Voorbeeld B.V.',
	complete,
	employees: 2,
	checks:
		fields === null
			? []
			: [{ code: FIELDS_PRESENT, ok: true, detail: presentFieldsDetail(fields) }],
});

export const file = (...lines: string[]) =>
	readLastBudgets([`Email,${FIELDS.join(',')},Sent Before`, ...lines, ''].join('\n'));

export function run(
	records: Raw[],
	alleo: Raw[],
	budgets: BudgetsSent | undefined,
	more: { options?: Partial<DiffOptions>; coverage?: Raw[] } = {},
) {
	const people = normalize(inputOf(records));
	if (!people.ok) throw new Error(people.problem.code);
	const input = diffInput(people.value, alleo, more.options, more.coverage ?? [part()]);
	const plan = onlyPlan(diff({ ...input, ...(budgets === undefined ? {} : { budgets }) }));
	return withReport(plan, 'nl');
}

export const daily = (...lines: string[]): BudgetsSent => ({ way: 'daily', last: file(...lines) });

export const budgetNotices = ({ summary }: ReturnType<typeof run>) =>
	summary.notices.filter(({ code }) => code === 'BUDGET_NOT_AS_SENT');

export const textOf = (plan: ReturnType<typeof run>): string => plan.summary.report_markdown;
