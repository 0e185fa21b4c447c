import { REASON_PREFIX, UNTIL_PREFIX } from '../../approval/form';
import { resolveIssue } from '../../issues';
import type { PlanRow } from '../../model/plan';
import { formatDate } from '../../ui/format';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { rowView } from '../rowView';
import type { RowView } from '../rowView';
import { canApprove } from './context';
import type { PageContext } from './context';

/** One person of the plan: who, why, on what evidence, and what changes field by field. */

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

function who(context: PageContext, row: PlanRow, view: RowView): Html {
	const { t, severalCompanies } = context;
	const ids = [
		row.email !== null && html`<span class="email">${isolated(row.email)}</span>`,
		row.external_id !== null && html`<code>${isolated(row.external_id)}</code>`,
		row.alleo_id !== null && html`<span>${t('account')} ${row.alleo_id}</span>`,
		severalCompanies &&
			row.alleo_company_id !== null &&
			html`<span>${t('alleoCompany')} ${row.alleo_company_id}</span>`,
	].filter((part) => part !== false);
	return html`<div class="who">
		<h4>${isolated(view.who)}</h4>
		<p class="ids">${ids}</p>
		${seenBefore(context, row)}
	</div>`;
}

function evidence({ evidence: facts }: RowView): Html | null {
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

const shown = ({ t }: PageContext, text: string | null): Html =>
	text === null ? html`<span class="muted">${t('empty')}</span>` : isolated(text);

function changes(context: PageContext, row: PlanRow, view: RowView): Html | null {
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

function leaveOut(context: PageContext, row: PlanRow, view: RowView): Html | null {
	const { t, form, rules, isReport, language } = context;
	if (isReport || row.action === 'hold' || !canApprove(rules)) return null;
	const forced = rules.forcedOut.get(row.row_id);
	if (forced !== undefined) {
		return html`<p class="forced">
			<strong>${t('forcedOut')}</strong> ${resolveIssue(forced, {}, language).message}
		</p>`;
	}
	const reason = form.exclusions.get(row.row_id);
	const until = form.untils.get(row.row_id) ?? '';
	const label = `${t('leaveOutReason')}: ${view.who}`;
	return html`<div class="leave">
		<label
			><input
				type="checkbox"
				name="excluded"
				value="${row.row_id}"
				${reason !== undefined && html` checked`}
			/>
			${t('leaveOut')}<span class="sr"> ${view.who}</span></label
		>
		<input
			class="leave-reason"
			name="${REASON_PREFIX}${row.row_id}"
			value="${reason ?? ''}"
			maxlength="500"
			placeholder="${t('leaveOutReason')}"
			aria-label="${label}"
			autocomplete="off"
		/>
		<label class="leave-until"
			>${t('rememberUntil')}<span class="sr">: ${view.who}</span>
			<input type="date" name="${UNTIL_PREFIX}${row.row_id}" value="${until}" autocomplete="off"
		/></label>
		${rememberedNote(context, row)}
	</div>`;
}

/** Why a box is ticked that nobody on this page ticked. */
function rememberedNote(context: PageContext, row: PlanRow): Html | null {
	const { t, language, formatInstant } = context;
	const remembered = context.history?.remembered.get(row.row_id);
	if (remembered === undefined) return null;
	return html`<p class="remembered muted">
		${t('rememberedNote', {
			who: remembered.approver,
			time: formatInstant(remembered.decided_at),
			until: formatDate(remembered.until, language),
		})}
	</p>`;
}

export function renderRow(context: PageContext, row: PlanRow, linkedName: string | null): Html {
	const { t } = context;
	const view = rowView(row, context.language);
	const amounts = view.amounts.map(({ text }) => text);
	return html`<li class="row">
		${who(context, row, view)}
		<div class="what">
			${view.why !== '' && html`<p class="why">${view.why}</p>`}
			${view.nextStep !== null &&
			html`<p class="step"><strong>${t('nextStep')}:</strong> ${view.nextStep}</p>`}
			${linkedName !== null &&
			html`<p class="linked">${icon('link')} ${t('linkedTo')} ${isolated(linkedName)}</p>`}
			${evidence(view)} ${changes(context, row, view)}
			${amounts.length > 0 &&
			html`<p class="budget"><strong>${t('budget')}:</strong> ${amounts.join('; ')}</p>`}
			${remarks(context, view)}
		</div>
		${leaveOut(context, row, view)}
	</li>`;
}
