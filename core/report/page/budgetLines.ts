import { groupBy } from '../../model/collect';
import type { PlanRow } from '../../model/plan';
import { formatCount } from '../../ui/format';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import { budgetEffects } from '../budgetEffects';
import { rowView } from '../rowView';
import type { PageContext } from './context';
import { renderLine } from './line';

/** The lines of a plan of budgets by what becomes of them; whose budget stays is a number to unfold. */

const UNCHANGED = 'BUDGET_UNCHANGED';

function block(context: PageContext, code: string, rows: readonly PlanRow[]): Html {
	const { t, language, selection, isReport } = context;
	const [first] = rows;
	const title = first === undefined ? code : rowView(first, language).why;
	const notes = code === UNCHANGED ? [t('budgetsSameNote')] : budgetEffects(rows, language);
	const isOpen = isReport || code !== UNCHANGED || context.view.q !== '';
	const count = selection.updatedBy.get(code) ?? rows.length;
	return html`<li class="cause">
		<details${isOpen && html` open`}>
			<summary>
				<span class="cause-what">${title} <span class="count">${formatCount(count, language)}</span></span>
			</summary>
			${notes.map((note) => html`<p class="step muted">${note}</p>`)}
			<ul class="plain rows">
				${rows.map((row) => renderLine(context, row, null, false))}
			</ul>
		</details>
	</li>`;
}

export const renderBudgetLines = (context: PageContext, rows: readonly PlanRow[]): Html[] =>
	[...groupBy(rows, ({ reason }) => reason.code)].map(([code, own]) => block(context, code, own));
