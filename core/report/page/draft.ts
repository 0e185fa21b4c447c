import type { DraftDifference } from '../../model/draft';
import { formatCount } from '../../ui/format';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import type { PageContext } from './context';

/** That the plan is one of an unpublished version, and by which settings that differs from what runs every day. */

/** More than these are folded: they would push the plan off the screen. */
const SHOWN = 3;
/** A mapping can be a program; its beginning says which one it is. */
const LONGEST_VALUE = 200;

function value({ t }: PageContext, text: string | null): Html {
	if (text === null) return html`<span class="muted">${t('draftAbsent')}</span>`;
	if (text === '') return html`<span class="muted">${t('empty')}</span>`;
	return isolated(text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text);
}

function differencesTable(context: PageContext, differences: readonly DraftDifference[]): Html {
	const { t, language, isReport } = context;
	const rows = differences.map(
		({ node, setting, from, to }) =>
			html`<tr>
				<th scope="row">${isolated(setting)} <span class="muted">${isolated(node)}</span></th>
				<td>${value(context, from)}</td>
				<td>${value(context, to)}</td>
			</tr>`,
	);
	const table = html`<table>
		<thead>
			<tr>
				<th scope="col">${t('draftSetting')}</th>
				<th scope="col">${t('draftPublished')}</th>
				<th scope="col">${t('draftHere')}</th>
			</tr>
		</thead>
		<tbody>
			${rows}
		</tbody>
	</table>`;
	if (differences.length <= SHOWN) return table;
	const count = formatCount(differences.length, language);
	return html`<details${isReport && html` open`}><summary>${t('draftShowAll', { count })}</summary>${table}</details>`;
}

export function renderDraft(context: PageContext): Html | null {
	const { t, draft, language } = context;
	if (draft === undefined || draft === null) return null;
	const { published, differences, unknown } = draft;
	const count = formatCount(differences.length, language);
	const said =
		differences.length > 0
			? differences.length === 1
				? t('draftDiffersOne')
				: t('draftDiffers', { count })
			: !unknown && t(published ? 'draftSame' : 'draftFirst');
	// Without a difference or a comparison nobody knows whether it is published.
	const title = unknown && differences.length === 0 ? 'draftEditor' : 'draft';
	return html`<div class="banner warn draft">
		<span class="banner-icon">${icon('note')}</span>
		<div>
			<p class="banner-title">${t(title)}</p>
			<p>${said} ${unknown && t('draftUnknown')}</p>
			${differences.length > 0 && differencesTable(context, differences)}
		</div>
	</div>`;
}
