import { admitForFile } from '../../../../core/apply/admit';
import { Employee } from '../../../../core/model/employee';
import { fileOfPlan } from '../../../../core/apply/file/fromPlan';
import { account, approved, plan, planInput } from '../../../support/filePlan.mts';
import type { Raw } from '../../../support/filePlan.mts';

const NOW = '2026-11-28T07:00:00.000Z';

function build(items: unknown[]) {
	const result = admitForFile(items, { accept: 'approved', now: NOW, dataset: 'budgets' });
	if (!result.ok) throw new Error(result.code);
	return fileOfPlan('budgets', result.rows);
}

const person = (number: number, changes: Raw = {}): Employee =>
	Employee.parse({
		external_id: `nmbrs-${number}`,
		status: 'active',
		start_date: '2019-03-01',
		email: `mens${number}@example.nl`,
		first_name: 'Fenna',
		last_name: 'Voorbeeld',
		birthday: '1990-01-31',
		work_anniversary: '2019-03-01',
		source: { system: 'nmbrs', partition: 'company-1' },
		...changes,
	});

describe('budgets', () => {
	const source = [
		person(1, { budgets: { alleo_monthly_all_budget: 25, alleo_oneoff_health_budget: 100.5 } }),
		person(2, { budgets: { alleo_oneoff_all_budget: 0 } }),
		person(3, { budgets: { alleo_monthly_all_budget: 25, alleo_monthly_health_budget: 10 } }),
		person(4),
		person(5, { status: 'upcoming', budgets: { alleo_monthly_all_budget: 25 } }),
		person(6, { budgets: { alleo_monthly_sport_en_spel_budget: 12.5 } }),
		person(7, { budgets: { alleo_monthly_all_budget: 30 } }),
	];
	const alleo = [1, 2, 3, 4, 5, 6].map((n) => account(n));
	const input = planInput(0, { dataset: 'budgets', source, alleo });

	test('any category has its column; null and 0 are different', () => {
		const { rows } = plan(input);
		expect(build(approved(rows)).content).toBe(
			[
				'Email,alleo_monthly_all_budget,alleo_monthly_sport_en_spel_budget,alleo_oneoff_all_budget,alleo_oneoff_health_budget,Alleo ID',
				'mens1@example.nl,25.00,,,100.50,501',
				'mens2@example.nl,,,0,,502',
				'mens6@example.nl,,12.50,,,506',
				'',
			].join('\n'),
		);
	});

	test('at most one monthly budget; the others are counted by reason', () => {
		const { rows, summary } = plan(input);
		expect(rows.filter(({ action }) => action === 'hold')).toMatchObject([
			{ external_id: 'nmbrs-3', reason: { code: 'BUDGET_SEVERAL_MONTHLY' }, budgets: {} },
		]);
		expect(summary.file?.left_out).toEqual([
			{ code: 'FILE_NOT_IN_ALLEO', people: 1 },
			{ code: 'FILE_NOT_STARTED', people: 1 },
			{ code: 'FILE_NO_BUDGET', people: 1 },
		]);
		expect(summary.file?.companies).toMatchObject([
			{
				people: 3,
				columns: [{ column: 'alleo_monthly_all_budget', people: 1, total: 25 }, {}, {}, {}],
			},
		]);
	});
});
