import { budgetPeriod, toCents } from '../model/budget';
import type { BudgetTotal } from '../model/summary';

export interface Budgeted {
	alleo_company_id: number | null;
	budgets: Readonly<Record<string, number>>;
}

/** What people's budgets come to per Alleo company, in EUR; whoever has none, or no company, is not in it. */
export function budgetTotals(people: Iterable<Budgeted>): BudgetTotal[] {
	const totals = new Map<number, { people: number; monthly: number; oneoff: number }>();
	for (const { alleo_company_id: company, budgets } of people) {
		const amounts = Object.entries(budgets);
		if (company === null || amounts.length === 0) continue;
		const total = totals.get(company) ?? { people: 0, monthly: 0, oneoff: 0 };
		total.people++;
		for (const [field, amount] of amounts) {
			const period = budgetPeriod(field);
			if (period !== null) total[period] += toCents(amount);
		}
		totals.set(company, total);
	}
	return [...totals]
		.sort(([a], [b]) => a - b)
		.map(([alleo_company_id, { people: count, monthly, oneoff }]) => ({
			alleo_company_id,
			people: count,
			monthly_eur: monthly / 100,
			oneoff_eur: oneoff / 100,
		}));
}
