import { isCivilDate } from '../../model/dates';
import type { PlanRow } from '../../model/plan';
import { kindOf } from '../../plan/count';
import { formatDate } from '../../ui/format';
import { html, isolated } from '../../ui/html';
import type { Html, Piece } from '../../ui/html';
import { rowView } from '../rowView';
import type { RowView } from '../rowView';
import { companyName } from '../companies';
import type { PageContext } from './context';
import { renderLeave } from './leave';
import { renderMore } from './row';
import { sinceOf } from './sort';

/** One person of the plan on one line: name, what, why, since. Everything else unfolds below it. */

/** From one company to another, by name; null where the two are not both known. */
function wayOf(context: PageContext, row: PlanRow): Html | null {
	const move = context.selection.moves.get(row.row_id);
	const [from, to] = [move?.leave.alleo_company_id ?? null, move?.arrive.alleo_company_id ?? null];
	if (from === null || to === null) return null;
	const name = (id: number): Html => isolated(companyName(context.summary, id, context.language));
	return html`${name(from)} → ${name(to)}`;
}

/** What the reader tells people of one name apart by, where nothing is changed. */
const identityOf = (row: PlanRow): string =>
	row.email ?? String(row.evidence['employee_number'] ?? row.external_id ?? '');

const isBudgets = ({ plan }: PlanRow): boolean => plan.dataset === 'budgets';

/** In a few words what happens. */
function whatOf(context: PageContext, row: PlanRow, view: RowView): Piece {
	const { t } = context;
	const kind = kindOf(row);
	if (context.questions.has(row.row_id)) return html`<span class="pill">${t('isSameShort')}</span>`;
	if (kind === 'move') return wayOf(context, row) ?? identityOf(row);
	if (kind === 'hold' || kind === 'create' || kind === 'deactivate') return identityOf(row);
	const changes = view.changes.filter(({ field }) => field !== 'is_active');
	const [first] = changes;
	if (first === undefined) return identityOf(row);
	// What stops and what is new of one person's budgets belong together, each with its amounts.
	if (isBudgets(row)) return isolated(changes.map(({ text }) => text).join('; '));
	return changes.length === 1
		? isolated(first.text)
		: html`${isolated(changes.map(({ label }) => label).join(', '))}`;
}

function isNew({ history }: PageContext, row: PlanRow): boolean {
	return history !== undefined && history.since !== null && !history.seen.has(row.row_id);
}

/** Unfolded: a question that was answered on this form, so that nobody decides with an answer out of sight. */
function startsOpen({ questions, history, form }: PageContext, row: PlanRow): boolean {
	const key = questions.get(row.row_id)?.key ?? '';
	return form.answers.has(key) && history?.others.has(key) !== true;
}

/**
 * @param linkedName of the row that this one belongs to, where that is not on the same line
 * @param saysWhy false where the list above the row says it for all
 */
export function renderLine(
	context: PageContext,
	row: PlanRow,
	linkedName: string | null,
	saysWhy = true,
): Html {
	const { t, language } = context;
	const view = rowView(row, language);
	const since = sinceOf(row);
	const isQuestion = context.questions.has(row.row_id);
	return html`<li class="row${isQuestion && html` question`}">
		<details class="line" ${startsOpen(context, row) && html` open`}>
			<summary>
				<span class="who"
					><strong>${isolated(view.who)}</strong>${isNew(context, row) &&
					html` <span class="pill">${t('new')}</span>`}</span
				>
				<span class="what">${whatOf(context, row, view)}</span>
				<span class="reason">${saysWhy && view.why}</span>
				<span class="since">${isCivilDate(since) && formatDate(since, language)}</span>
			</summary>
			${renderMore(context, row, view, linkedName)}
		</details>
		${renderLeave(context, row, view)}
	</li>`;
}
