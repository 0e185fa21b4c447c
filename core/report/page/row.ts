import { isIssueCode, resolveCarried } from '../../issues';
import { REASON_PREFIX, UNTIL_PREFIX } from '../../approval/form';
import { formatDate } from '../../ui/format';
import type { FieldValue, PlanRow } from '../../model/plan';
import { fieldLabel, fieldValue } from '../fields';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { budgetWords } from './budgets';
import { canApprove } from './context';
import type { PageContext } from './context';
import { icon } from '../../ui/icons';
import { wordsOf } from './words';

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

function who(context: PageContext, row: PlanRow): Html {
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
		<h4>${isolated(row.name ?? t('unnamed'))}</h4>
		<p class="ids">${ids}</p>
		${seenBefore(context, row)}
	</div>`;
}

/** The code of the status as a sentence; "in service, because: in service" is said once. */
function evidenceValue(key: string, value: FieldValue, { language }: PageContext): string | null {
	if (key === 'reason') {
		return typeof value === 'string' && value !== 'IN_SERVICE' && isIssueCode(value)
			? resolveCarried({ code: value }, language).message
			: null;
	}
	return fieldValue(key, value, language);
}

function evidence(context: PageContext, row: PlanRow): Html | null {
	const facts = Object.entries(row.evidence).flatMap(([key, value]) => {
		const text = evidenceValue(key, value, context);
		return text === null || text.includes('{')
			? []
			: [
					html`<div>
						<dt>${fieldLabel(key, context.language)}</dt>
						<dd>${isolated(text)}</dd>
					</div>`,
				];
	});
	return facts.length === 0 ? null : html`<dl class="evidence">${facts}</dl>`;
}

const shown = (context: PageContext, field: string, value: FieldValue): Html => {
	const text = fieldValue(field, value, context.language);
	return text === null ? html`<span class="muted">${context.t('empty')}</span>` : isolated(text);
};

function changes(context: PageContext, row: PlanRow): Html | null {
	const { t, language, isReport } = context;
	if (row.changes.length === 0 || row.action === 'hold') return null;
	const isNew = row.action === 'create';
	const lines = row.changes.map(
		({ field, from, to }) =>
			html`<tr role="row">
				<th scope="row" role="rowheader">${fieldLabel(field, language)}</th>
				${!isNew && html`<td class="from" role="cell">${shown(context, field, from)}</td>`}
				<td class="to" role="cell">${shown(context, field, to)}</td>
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
	return html`<details${isReport && html` open`}><summary>${t('fieldsSet', { count: row.changes.length })}</summary>${table}</details>`;
}

/** Remarks, and for a held person the step that resolves it. */
function remarks(context: PageContext, row: PlanRow): Html | null {
	const { t, language } = context;
	const notes = row.notices
		.filter((notice) => notice.code !== row.reason.code)
		.map((notice) => wordsOf(notice.code, notice.params, notice, language));
	if (notes.length === 0) return null;
	return html`<ul class="notes plain">
		${notes.map(
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

function leaveOut(context: PageContext, row: PlanRow): Html | null {
	const { t, form, rules, isReport, language } = context;
	if (isReport || row.action === 'hold' || !canApprove(rules)) return null;
	const forced = rules.forcedOut.get(row.row_id);
	if (forced !== undefined) {
		return html`<p class="forced">
			<strong>${t('forcedOut')}</strong> ${resolveCarried({ code: forced }, language).message}
		</p>`;
	}
	const reason = form.exclusions.get(row.row_id);
	const until = form.untils.get(row.row_id) ?? '';
	const label = `${t('leaveOutReason')}: ${row.name ?? t('unnamed')}`;
	return html`<div class="leave">
		<label
			><input
				type="checkbox"
				name="excluded"
				value="${row.row_id}"
				${reason !== undefined && html` checked`}
			/>
			${t('leaveOut')}<span class="sr"> ${row.name ?? t('unnamed')}</span></label
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
			>${t('rememberUntil')}<span class="sr">: ${row.name ?? t('unnamed')}</span>
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
	const { t, language } = context;
	const reason = wordsOf(
		row.reason.code,
		row.reason.params,
		{ message: row.reason.text },
		language,
	);
	const showsBudgets = row.action === 'create' || row.plan.dataset === 'budgets';
	const budgets = showsBudgets ? budgetWords(context, row) : [];
	return html`<li class="row">
		${who(context, row)}
		<div class="what">
			${reason.message !== '' && html`<p class="why">${reason.message}</p>`}
			${(row.action === 'hold' || row.reason.code === 'TRANSFER' || row.reason.code === 'MOVE') &&
			reason.action !== null &&
			html`<p class="step"><strong>${t('nextStep')}:</strong> ${reason.action}</p>`}
			${linkedName !== null &&
			html`<p class="linked">${icon('link')} ${t('linkedTo')} ${isolated(linkedName)}</p>`}
			${evidence(context, row)} ${changes(context, row)}
			${budgets.length > 0 &&
			html`<p class="budget"><strong>${t('budget')}:</strong> ${budgets.join('; ')}</p>`}
			${remarks(context, row)}
		</div>
		${leaveOut(context, row)}
	</li>`;
}
