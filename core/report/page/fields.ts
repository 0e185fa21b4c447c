import { html, isolated } from '../../ui/html';
import type { Html, Piece } from '../../ui/html';
import { fieldChangeView } from '../fieldsView';
import type { FieldChangeView } from '../fieldsView';
import { postTo } from './context';
import type { PageContext } from './context';
import { writeChange } from './view';
import type { ChangeFilter } from './view';

/** What the plan changes, field by field; a field and a pair of values also choose what the list below shows. */

function chooser(context: PageContext, change: ChangeFilter, style: string, inner: Piece): Html {
	if (context.isReport) return html`<span class="${style}">${inner}</span>`;
	const value = writeChange(change);
	const pressed = writeChange(context.view.change) === value;
	return html`<button
		class="${style}"
		name="go"
		value="field:${value}"
		formnovalidate
		formaction="${postTo(context, 'people')}"
		aria-pressed="${pressed ? 'true' : 'false'}"
	>
		${inner}
	</button>`;
}

function pair(
	context: PageContext,
	field: string,
	{ people, from, to }: FieldChangeView['pairs'][number],
	index: number,
): Html {
	const value = (text: string | null): Html =>
		text === null ? html`<i>${context.t('empty')}</i>` : isolated(text);
	const inner = html`<strong>${people}×</strong> ${value(from)} <span aria-hidden="true">→</span
		><span class="sr">${context.t('fieldBecomes')}</span> ${value(to)}`;
	return html`<li>${chooser(context, { field, pair: index + 1 }, 'chip', inner)}</li>`;
}

function line(context: PageContext, view: FieldChangeView): Html {
	const { field, label, people, pairs, more, fresh } = view;
	const name = html`<strong>${label}</strong> <span class="muted">${people}</span>`;
	return html`<li>
		<div class="field-name">
			${chooser(context, { field, pair: null }, 'chip plain-chip', name)}
			${fresh !== null && html`<span class="pill">${fresh}</span>`}
		</div>
		${pairs.length > 0 &&
		html`<ul class="plain chips">
			${pairs.map((entry, index) => pair(context, field, entry, index))}
			${more !== null && html`<li class="muted">${more}</li>`}
		</ul>`}
	</li>`;
}

export function renderFields(context: PageContext): Html | null {
	const { t, summary, language } = context;
	if (summary.fields.length === 0) return null;
	return html`<section class="card fields" aria-labelledby="fields">
		<h2 id="fields">${t('fields')}</h2>
		<ul class="plain">
			${summary.fields.map((change) => line(context, fieldChangeView(change, language)))}
		</ul>
	</section>`;
}
