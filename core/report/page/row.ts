import type { PlanRow } from '../../model/plan';
import { daysBetween, isCivilDate } from '../../model/dates';
import { formatCount, formatDate } from '../../ui/format';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { rowView } from '../rowView';
import type { RowView } from '../rowView';
import { renderChanges } from './changes';
import { companyName } from '../companies';
import type { PageContext } from './context';
import { renderGrounds, renderQuestion } from './identity';

/** All about one person of the plan: ids, evidence, and what changes field by field. Behind the line of the row. */

/** The same proposal was decided on before, or nobody has seen it yet. */
function seenBefore({ t, history, formatInstant }: PageContext, row: PlanRow): Html | null {
	if (history === undefined || history.since === null) return null;
	const when = history.seen.get(row.row_id);
	return when === undefined
		? html`<p class="seen">
				<span class="pill">${t('newSince', { time: formatInstant(history.since) })}</span>
			</p>`
		: html`<p class="seen muted">${t('seenBefore', { time: formatInstant(when) })}</p>`;
}

/** E-mail, ids and company: what tells two people of one name apart. */
function ids(context: PageContext, row: PlanRow): Html {
	const { t, severalCompanies } = context;
	const parts = [
		row.email !== null && html`<span class="email">${isolated(row.email)}</span>`,
		row.external_id !== null && html`<code>${isolated(row.external_id)}</code>`,
		row.alleo_id !== null && html`<span>${t('account')} ${row.alleo_id}</span>`,
		severalCompanies &&
			row.alleo_company_id !== null &&
			html`<span
				>${isolated(companyName(context.summary, row.alleo_company_id, context.language))}</span
			>`,
	].filter((part) => part !== false);
	return html`<p class="ids">${parts}</p>`;
}

/** Since when somebody waits, in days: said once, above the rest. */
function heldSince({ t, summary, language }: PageContext, row: PlanRow): Html | null {
	const since = row.evidence['held_since'];
	if (!saysHeldSince(row) || typeof since !== 'string') return null;
	const days = isCivilDate(summary.reference_date) ? daysBetween(since, summary.reference_date) : 0;
	const date = formatDate(since, language);
	const said =
		days < 1
			? t('heldNew')
			: days === 1
				? t('heldSinceOne', { date })
				: t('heldSince', { date, days: formatCount(days, language) });
	return html`<p class="held-since">${icon('hold')} ${said}</p>`;
}

const saysHeldSince = ({ action, evidence }: PlanRow): boolean =>
	action === 'hold' && isCivilDate(String(evidence['held_since'] ?? ''));

function evidence(row: PlanRow, { evidence: all }: RowView): Html | null {
	const facts = saysHeldSince(row) ? all.filter(({ key }) => key !== 'held_since') : all;
	if (facts.length === 0) return null;
	return html`<dl class="evidence">
		${facts.map(
			({ label, text }) =>
				html`<div>
					<dt>${label}</dt>
					<dd>${isolated(text)}</dd>
				</div>`,
		)}
	</dl>`;
}

function remarks({ t }: PageContext, { notices }: RowView): Html | null {
	if (notices.length === 0) return null;
	return html`<ul class="notes plain">
		${notices.map(
			(note) =>
				html`<li>
					${icon('note')}
					<span
						><span class="sr">${t('notice')}: </span>${note.message}
						${note.action !== null && html`<span class="muted">${note.action}</span>`}</span
					>
				</li>`,
		)}
	</ul>`;
}

/** The other side of a question, or the account that a move ends: it shares the line of the first. */
function otherSide(context: PageContext, row: PlanRow): Html {
	const view = rowView(row, context.language);
	return html`<div class="other-side">
		<p class="why"><strong>${isolated(view.who)}</strong></p>
		${ids(context, row)} ${evidence(row, view)}
		${row.action !== 'hold' && renderChanges(context, row, view)}
	</div>`;
}

export function renderMore(
	context: PageContext,
	row: PlanRow,
	view: RowView,
	linkedName: string | null,
): Html {
	const { t, questions, selection } = context;
	const amounts = view.amounts.map(({ text }) => text);
	const question = questions.get(row.row_id);
	const leave = selection.moves.get(row.row_id)?.leave;
	const others = question?.rows.slice(1) ?? (leave === undefined ? [] : [leave]);
	return html`<div class="more">
		${ids(context, row)} ${seenBefore(context, row)} ${heldSince(context, row)}
		${view.why !== '' && html`<p class="why">${view.why}</p>`}
		${view.nextStep !== null &&
		html`<p class="step"><strong>${t('nextStep')}:</strong> ${view.nextStep}</p>`}
		${linkedName !== null &&
		others.length === 0 &&
		html`<p class="linked">${icon('link')} ${t('linkedTo')} ${isolated(linkedName)}</p>`}
		${evidence(row, view)} ${renderGrounds(context, row)} ${renderChanges(context, row, view)}
		${others.map((other) => otherSide(context, other))}
		${amounts.length > 0 &&
		html`<p class="budget"><strong>${t('budget')}:</strong> ${amounts.join('; ')}</p>`}
		${remarks(context, view)} ${question !== undefined && renderQuestion(context, question)}
	</div>`;
}
