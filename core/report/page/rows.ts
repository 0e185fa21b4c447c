import { ROW_KINDS, kindOf } from '../../plan/count';
import type { RowKind } from '../../model/summary';
import type { PlanRow } from '../../model/plan';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import type { IdentityQuestion } from '../../approval/choices';
import { postTo } from './context';
import type { PageContext } from './context';
import { formatCount } from '../../ui/format';
import { fieldLabel } from '../fields';
import { icon } from '../../ui/icons';
import { renderBudgetLines } from './budgetLines';
import { renderHolds } from './causes';
import { renderLine } from './line';

/** The people of the plan, grouped by action; search, filter and paging happen on the server. */

const nav = (context: PageContext, value: string, label: string | Html, disabled = false): Html =>
	html`<button
		class="button small"
		name="go"
		value="${value}"
		formnovalidate
		formaction="${postTo(context, 'people')}"
		${disabled && html` disabled`}
	>
		${label}
	</button>`;

/** Shows only what no earlier decided plan held; nothing where there is no earlier plan. */
function newFilter(context: PageContext): Html | null {
	const { t, view, rows, history, language } = context;
	if (history === undefined || history.since === null) return null;
	const count = rows.length - history.seen.size;
	return html`<button
		class="button small"
		name="go"
		value="new:${view.onlyNew === true ? '' : '1'}"
		formnovalidate
		formaction="${postTo(context, 'people')}"
		aria-pressed="${view.onlyNew === true ? 'true' : 'false'}"
	>
		${t('onlyNew', { count: formatCount(count, language) })}
	</button>`;
}

function toolbar(context: PageContext): Html {
	const { t, view, selection, language } = context;
	const { change } = view;
	const filtered =
		view.q !== '' || view.action !== null || view.onlyNew === true || change !== undefined;
	return html`<div class="toolbar" role="search">
		<label class="sr" for="q">${t('search')}</label>
		<input
			id="q"
			type="search"
			name="q"
			value="${view.q}"
			maxlength="100"
			placeholder="${t('search')}"
			autocomplete="off"
		/>
		${nav(context, 'search', t('searchButton'))} ${newFilter(context)}
		${filtered &&
		html`<span class="found"
				>${view.action !== null && html`<span class="pill">${t(view.action)}</span> `}${change !==
					undefined && html`<span class="pill">${fieldLabel(change.field, language)}</span> `}${t(
					'found_rows',
					{
						count: formatCount(selection.found, language),
					},
				)}</span
			>
			${nav(context, 'clear', t('clear'))}`}
		<span class="tools" hidden
			><button type="button" class="button small" data-fold>${t('fold')}</button></span
		>
		<p
			class="instant"
			aria-live="polite"
			data-text="${t('filteredHere', { count: '{count}' })}"
		></p>
	</div>`;
}

/** Above and below the list; the second one is no landmark of its own, or there would be two alike. */
function pager(context: PageContext, place: 'above' | 'below'): Html | null {
	const { t, selection, language } = context;
	const { page, pages, from, rows, found } = selection;
	if (pages === 1) return null;
	const count = (value: number): string => formatCount(value, language);
	const buttons = html` ${nav(context, 'page:1', t('firstPage'), page === 1)}
		${nav(context, `page:${page - 1}`, t('previous'), page === 1)}
		<span
			>${t('pageOf', { from: count(from), to: count(from + rows.length - 1), total: count(found) })}
			<span class="muted"
				>(${t('pageNumber', { page: count(page), pages: count(pages) })})</span
			></span
		>
		${nav(context, `page:${page + 1}`, t('next'), page === pages)}
		${nav(context, `page:${pages}`, t('lastPage'), page === pages)}`;
	return place === 'above'
		? html`<nav class="pager" aria-label="${t('pages')}">${buttons}</nav>`
		: html`<div class="pager">${buttons}</div>`;
}

/** The name on the other row of a move, or of the row that must go first. */
function namesOfLinked(rows: readonly PlanRow[], shown: readonly PlanRow[]): Map<string, string> {
	const wanted = new Set(
		shown.flatMap((row) => (row.linked_row_id === null ? [] : [row.linked_row_id])),
	);
	const names = new Map<string, string>();
	if (wanted.size === 0) return names;
	for (const row of rows) {
		if (wanted.has(row.row_id)) names.set(row.row_id, row.name ?? row.external_id ?? row.row_id);
	}
	return names;
}

/** The rows with a card of their own: of the two sides of one question only the first that is shown. */
function cardsOf({ questions }: PageContext, rows: readonly PlanRow[]): PlanRow[] {
	const asked = new Set<IdentityQuestion>();
	return rows.flatMap((row) => {
		const question = questions.get(row.row_id);
		if (question === undefined) return [row];
		if (asked.has(question)) return [];
		asked.add(question);
		return [question.rows[0]];
	});
}

const COLUMNS = [
	['name', 'name'],
	['why', 'reasonColumn'],
	['since', 'since'],
] as const;

/** The head of a list; what can be sorted is a button, and works without script. */
function columns(context: PageContext): Html {
	const { t, view, isReport } = context;
	const head = (by: (typeof COLUMNS)[number][0], label: string): Html => {
		if (isReport) return html`<span class="${by}">${label}</span>`;
		const sorted = view.sort?.by === by ? (view.sort.down ? 'down' : 'up') : null;
		const said = sorted === null ? null : html`<span class="sr"> ${t(sorted)}</span>`;
		return html`<button
			class="${by} sort${sorted !== null && html` ${sorted}`}"
			name="go"
			value="sort:${by}"
			formnovalidate
			formaction="${postTo(context, 'people')}"
			title="${t('sortBy', { column: label })}"
		>
			${label}${said}
		</button>`;
	};
	const [name, why, since] = COLUMNS.map(([by, key]) => head(by, t(key)));
	return html`<div class="heads">
		${name}<span class="what">${t('what')}</span>${why}${since}<span class="leave-head"></span>
	</div>`;
}

/** As they are found best: holds by their cause, budgets by what becomes of them; else one by one. */
function linesOf(
	context: PageContext,
	action: RowKind,
	rows: readonly PlanRow[],
	names: ReadonlyMap<string, string>,
): Html[] {
	if (context.view.sort === undefined) {
		if (action === 'hold') return renderHolds(context, rows);
		if (context.summary.plan.dataset === 'budgets') return renderBudgetLines(context, rows);
	}
	return rows.map((row) => renderLine(context, row, names.get(row.linked_row_id ?? '') ?? null));
}

function group(
	context: PageContext,
	action: RowKind,
	names: ReadonlyMap<string, string>,
): Html | null {
	const { t, selection, language } = context;
	const rows = cardsOf(
		context,
		selection.rows.filter((row) => kindOf(row) === action),
	);
	if (rows.length === 0) return null;
	const count = selection.foundPerAction[action];
	const lines = linesOf(context, action, rows, names);
	return html`<details class="group ${action}" open>
		<summary>
			<h3>
				${icon(action)} ${t(`${action}Title`)}
				<span class="count">${formatCount(count, language)}</span>
			</h3>
			<span class="group-note">${t(`${action}Note`)}</span>
		</summary>
		${columns(context)}
		<ul class="plain rows">
			${lines}
		</ul>
	</details>`;
}

export function renderRows(context: PageContext): Html {
	const { t, rows, selection, isReport } = context;
	const names = namesOfLinked(rows, selection.rows);
	const body =
		selection.rows.length === 0
			? html`<p class="card nobody">${t(rows.length === 0 ? 'noRows' : 'nobody')}</p>`
			: ROW_KINDS.map((action) => group(context, action, names));
	return html`<section id="people" aria-labelledby="people-title">
		<h2 id="people-title">${t('rows')}</h2>
		${!isReport && rows.length > 0 && toolbar(context)} ${!isReport && pager(context, 'above')}
		${body} ${!isReport && pager(context, 'below')}
	</section>`;
}
