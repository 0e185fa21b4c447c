import { readLastBudgets } from '../../../../core/plan/file/lastBudgets';
import type { BudgetsSent } from '../../../../core/plan/budgetsDiffer';
import { renderPage } from '../../../../core/report/page';
import { pageInput, visibleText } from '../../../support/approvalPage.mts';
import { person, left, account, run, daily, textOf } from '../../../support/budgetPeople.mts';

/** How the page says what becomes of budgets, and what they come to. */

describe('the page', () => {
	const page = (plan: ReturnType<typeof run>, language: 'en' | 'nl'): string =>
		visibleText(renderPage(pageInput(plan, { language })));

	test('shows the totals, how they go, and who differs under one heading', () => {
		const records = [1, 2, 3].map((n) => person(n, { alleo_monthly_all_budget: 30 + (n % 2) }));
		const lines = [1, 2, 3].map((n) => `noor${n}@voorbeeld.nl,25.00,,`);
		const plan = run(
			records,
			[1, 2, 3].map((n) => account(n)),
			daily(...lines),
		);
		const english = page(plan, 'en');
		for (const text of [
			'Everybody in service',
			'3 €92.00 €0.00',
			'3 people have other budgets than in the last budget file',
			'Budgets that are not as in the last budget file',
			'Noor2 van Testen',
			'monthly budget (all categories): €25.00 → €31.00',
		]) {
			expect(english).toContain(text);
		}
		expect(page(plan, 'nl')).toContain('maandbudget (alle categorieën): € 25,00 → € 31,00');
	});

	test('what is about nobody has no name before it', () => {
		const failed: BudgetsSent = { way: 'daily', last: readLastBudgets('<html>') };
		const plan = run([person(1)], [account(1)], failed);
		expect(page(plan, 'en')).toContain('The last budget file could not be read');
		expect(page(plan, 'en')).not.toContain('Name unknown');
		expect(textOf(plan)).not.toContain('Naam onbekend');
	});
});

describe('the totals', () => {
	test('of new accounts and of everybody in service, by Alleo company, without who is on hold', () => {
		const records = [
			person(1, { alleo_monthly_all_budget: 25 }),
			person(2, { alleo_monthly_all_budget: 30.1, alleo_oneoff_health_budget: 0.2 }),
			person(3, { alleo_monthly_all_budget: 99 }, { employeeType: 'iets' }),
			person(4, { alleo_monthly_all_budget: 99 }, left),
		];
		const { summary } = run(records, [account(1)], { way: 'monthly', last: { state: 'none' } });
		expect(summary.budgets).toEqual([
			{ alleo_company_id: 41, people: 1, monthly_eur: 30.1, oneoff_eur: 0.2 },
		]);
		expect(summary.budget_file).toEqual({
			way: 'monthly',
			last: 'none',
			companies: [{ alleo_company_id: 41, people: 2, monthly_eur: 55.1, oneoff_eur: 0.2 }],
			differing: 0,
			held: 1,
			unsure: 0,
		});
	});

	test.each([
		['none', 'bereiken deze budgetten niemand'],
		['daily', 'dat elke dag wordt gemaakt'],
		['monthly', 'met het volgende maandelijkse budgetbestand'],
		['other', 'op een andere manier'],
	] as const)('how they go: %s', (way, text) => {
		const records = [person(1, { alleo_monthly_all_budget: 25 })];
		const plan = run(records, [account(1)], { way, last: { state: 'none' } });
		expect(textOf(plan)).toContain(text);
	});
});
