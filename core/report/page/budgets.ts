import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { budgetView } from '../budgetView';
import type { BudgetBlock, BudgetRow } from '../budgetView';
import type { PageContext } from './context';

/** What budgets come to per Alleo company, of the new accounts and of everybody, and how they go to Alleo. */

const amounts = ({ people, monthly, oneoff }: BudgetRow): Html =>
	html`<td class="number">${people}</td>
		<td class="number">${monthly}</td>
		<td class="number">${oneoff}</td>`;

const line = (one: BudgetRow): Html =>
	html`<tr>
		<th scope="row">${isolated(one.name)}</th>
		${amounts(one)}
	</tr>`;

const table = ({ t }: PageContext, { title, companies, total }: BudgetBlock): Html =>
	html`<table>
		<caption>
			${title}
		</caption>
		<thead>
			<tr>
				<th scope="col">${t('alleoCompany')}</th>
				<th scope="col" class="number">${t('people')}</th>
				<th scope="col" class="number">EUR ${t('perMonth')}</th>
				<th scope="col" class="number">EUR ${t('oneOff')}</th>
			</tr>
		</thead>
		<tbody>
			${companies.map(line)}
		</tbody>
		${total !== null &&
		html`<tfoot>
			${line(total)}
		</tfoot>`}
	</table>`;

export function renderBudgets(context: PageContext): Html | null {
	const view = budgetView(context.summary, context.language);
	if (view === null) return null;
	return html`<section class="card budgets" aria-labelledby="budgets">
		<h2 id="budgets">${context.t('budgets')}</h2>
		${view.blocks.map((block) => table(context, block))}
		${view.warning !== null && html`<p class="bad">${icon('warn')} ${view.warning}</p>`}
		${view.sentences.map((sentence) => html`<p class="muted">${sentence}</p>`)}
	</section>`;
}
