import type { PlanRow } from '../../model/plan';
import type { BudgetTotal } from '../../model/summary';
import { readBudget } from '../fields';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import type { PageContext } from './context';
import { formatCount, formatEuro } from '../../ui/format';

/** Money: what a new account releases per person, and the totals per Alleo company. */

/** The budgets of one row in words: "€ 25,00 per month, all benefits". */
export function budgetWords({ t, language }: PageContext, row: PlanRow): string[] {
	return Object.entries(row.budgets).map(([field, amount]) => {
		const { period, category } = readBudget(field, language);
		const when = period === null ? '' : ` ${t(period === 'monthly' ? 'perMonth' : 'oneOff')}`;
		return `${formatEuro(amount, language)}${when}, ${category}`;
	});
}

const sum = (
	totals: readonly BudgetTotal[],
	key: 'people' | 'monthly_eur' | 'oneoff_eur',
): number => totals.reduce((cents, total) => cents + Math.round(total[key] * 100), 0) / 100;

export function renderBudgets(context: PageContext): Html | null {
	const { t, summary, language } = context;
	const totals = summary.budgets;
	if (totals.length === 0) return null;
	const line = (head: Html, people: number, monthly: number, oneoff: number): Html =>
		html`<tr>
			${head}
			<td class="number">${formatCount(people, language)}</td>
			<td class="number">${formatEuro(monthly, language)}</td>
			<td class="number">${formatEuro(oneoff, language)}</td>
		</tr>`;
	const rows = totals.map((total) =>
		line(
			html`<th scope="row">${total.alleo_company_id}</th>`,
			total.people,
			total.monthly_eur,
			total.oneoff_eur,
		),
	);
	const all = line(
		html`<th scope="row">${t('total')}</th>`,
		sum(totals, 'people'),
		sum(totals, 'monthly_eur'),
		sum(totals, 'oneoff_eur'),
	);
	return html`<section class="card budgets" aria-labelledby="budgets">
		<h2 id="budgets">${t('budgets')}</h2>
		<table>
			<thead>
				<tr>
					<th scope="col">${t('alleoCompany')}</th>
					<th scope="col" class="number">${t('people')}</th>
					<th scope="col" class="number">EUR ${t('perMonth')}</th>
					<th scope="col" class="number">EUR ${t('oneOff')}</th>
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
			${totals.length > 1 &&
			html`<tfoot>
				${all}
			</tfoot>`}
		</table>
		<p class="muted">${t('budgetNote')}</p>
	</section>`;
}
