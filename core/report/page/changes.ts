import type { PlanRow } from '../../model/plan';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import type { RowView } from '../rowView';
import type { PageContext } from './context';

/** What a row changes, field by field; of a new account only what it gets. */

const shown = ({ t }: PageContext, text: string | null): Html =>
	text === null ? html`<span class="muted">${t('empty')}</span>` : isolated(text);

export function renderChanges(context: PageContext, row: PlanRow, view: RowView): Html | null {
	const { t, isReport } = context;
	if (view.changes.length === 0) return null;
	const isNew = row.action === 'create';
	const lines = view.changes.map(
		({ label, from, to }) =>
			html`<tr role="row">
				<th scope="row" role="rowheader">${label}</th>
				${!isNew && html`<td class="from" role="cell">${shown(context, from)}</td>`}
				<td class="to" role="cell">${shown(context, to)}</td>
			</tr>`,
	);
	const table = html`<table class="changes" role="table">
		<thead role="rowgroup">
			<tr role="row">
				<th scope="col" role="columnheader">${t('field')}</th>
				${!isNew && html`<th scope="col" role="columnheader">${t('from')}</th>`}
				<th scope="col" role="columnheader">${t('to')}</th>
			</tr>
		</thead>
		<tbody role="rowgroup">
			${lines}
		</tbody>
	</table>`;
	if (!isNew) return table;
	return html`<details${isReport && html` open`}><summary>${t('fieldsSet', { count: lines.length })}</summary>${table}</details>`;
}
