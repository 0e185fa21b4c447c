import { sumEuros } from '../../model/budget';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { companyName } from '../companies';
import type { PageContext } from './context';
import { formatCount, formatEuro } from '../../ui/format';

/** What the new accounts release, per Alleo company. */

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
			html`<th scope="row">
				${isolated(companyName(context.summary, total.alleo_company_id, context.language))}
			</th>`,
			total.people,
			total.monthly_eur,
			total.oneoff_eur,
		),
	);
	const all = line(
		html`<th scope="row">${t('total')}</th>`,
		totals.reduce((sum, { people }) => sum + people, 0),
		sumEuros(totals.map((total) => total.monthly_eur)),
		sumEuros(totals.map((total) => total.oneoff_eur)),
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
