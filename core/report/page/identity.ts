import { appliedOf, chosenRow } from '../../approval/choices';
import type { ChoiceRow, IdentityQuestion } from '../../approval/choices';
import { ANSWER_PREFIX, NOT_NOW } from '../../approval/form';
import { resolveCarried } from '../../issues';
import type { Ground, PlanRow } from '../../model/plan';
import { html, isolated } from '../../ui/html';
import type { Html, Piece } from '../../ui/html';
import { icon } from '../../ui/icons';
import { comparesRecords, groundViews, otherNeeds } from '../identityView';
import { rowView } from '../rowView';
import type { RowView } from '../rowView';
import { renderChanges } from './changes';
import { canApprove } from './context';
import { companyName } from '../companies';
import type { PageContext } from './context';

/** Who is who: both records side by side, what "the same person" would do, and the three answers. */

const SIGNS = { agrees: 'check', differs: 'differs', unknown: 'unknown' } as const satisfies Record<
	Ground['says'],
	string
>;

/** Both records side by side; nothing where the plan compared nothing. */
export function renderGrounds(context: PageContext, row: PlanRow): Html | null {
	const { t, language } = context;
	const views = groundViews(row, language);
	if (views.length === 0) return null;
	const [ours, theirs] = [t('inSource'), t(comparesRecords(row) ? 'inOther' : 'inAlleo')];
	const cell = (head: string, text: string | null): Html =>
		html`<td role="cell" data-of="${head}">
			${text === null ? html`<span class="muted">${t('empty')}</span>` : isolated(text)}
		</td>`;
	const head = (text: string): Html => html`<th scope="col" role="columnheader">${text}</th>`;
	return html`<table class="grounds" role="table">
		<caption>
			${t('compared')}
		</caption>
		<thead role="rowgroup">
			<tr role="row">
				${[t('ground'), ours, theirs, t('says')].map(head)}
			</tr>
		</thead>
		<tbody role="rowgroup">
			${views.map(
				({ label, source, other, says, saysText }) =>
					html`<tr role="row">
						<th scope="row" role="rowheader">${label}</th>
						${cell(ours, source)} ${cell(theirs, other)}
						<td role="cell" class="says ${says}">${icon(SIGNS[says])} ${saysText}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}

/** The box of a takeover for which only the address speaks: without its tick the row is left out. */
export function renderTick({ t, form }: PageContext, row: PlanRow, view: RowView): Html {
	return html`<div class="leave take">
		<label
			><input
				type="checkbox"
				name="taken"
				value="${row.row_id}"
				aria-describedby="take-${row.row_id}"
				${form.taken.has(row.row_id) && html` checked`}
			/>
			${t('takeTick')}<span class="sr"> ${view.who}</span></label
		>
		<p class="hint" id="take-${row.row_id}">${t('onlyAddress')}</p>
	</div>`;
}

const whatSameDoes = (context: PageContext, question: IdentityQuestion): Html =>
	html`<div class="same-does">
		${appliedOf(question).map((row) => whatIsWritten(context, row))}
	</div>`;

function whatIsWritten(context: PageContext, row: ChoiceRow): Html {
	const { t, language } = context;
	const applied = chosenRow(row, () => true);
	const view = rowView(applied, language);
	return html`<p>
			<strong>${t('sameDoes')}:</strong> ${view.action}${applied.alleo_id !== null &&
			html`, ${t('account')} ${applied.alleo_id}`}${context.severalCompanies &&
			applied.alleo_company_id !== null &&
			html`, ${isolated(companyName(context.summary, applied.alleo_company_id, context.language))}`}.
			${view.why}
		</p>
		${renderChanges(context, applied, view)}`;
}

/** Who answered "somebody else" to the same question, and when. */
function answeredBefore({ t, history, formatInstant }: PageContext, key: string): Html | null {
	const before = history?.others.get(key);
	if (before === undefined) return null;
	const { approver: who, decided_at: when } = before;
	return html`<p class="remembered">
		${icon('check')} ${t('answeredOther', { who, time: formatInstant(when) })}
	</p>`;
}

function choices(context: PageContext, question: IdentityQuestion): Html {
	const { t, form, rules, language } = context;
	const [first] = question.rows;
	const { key } = question;
	const forced = question.rows.map((row) => rules.forcedOut.get(row.row_id)).find(Boolean);
	const given = form.answers.get(key) ?? NOT_NOW;
	const choice = (value: string, label: string, hint: Piece): Html =>
		html`<div class="answer">
			<label
				><input
					type="radio"
					name="${ANSWER_PREFIX}${key}"
					value="${value}"
					aria-describedby="${value}-${key}"
					${given === value && html` checked`}
				/>
				${label}</label
			>
			<p class="hint" id="${value}-${key}">${hint}</p>
		</div>`;
	const names = question.rows.map((row) => rowView(row, language).who);
	const needs = `${t('otherHint')} ${otherNeeds(first, language)}`;
	return html`<fieldset class="answers">
		<legend>${t('isSame')}<span class="sr"> ${[...new Set(names)].join(', ')}</span></legend>
		${forced === undefined
			? choice('same', t('same'), t('sameHint'))
			: html`<p class="forced">${resolveCarried({ code: forced }, language).message}</p>`}
		${choice('other', t('other'), needs)} ${choice(NOT_NOW, t('later'), t('laterHint'))}
	</fieldset>`;
}

/** What was answered before is folded away: it is told, and not asked again until somebody opens it. */
export function renderQuestion(context: PageContext, question: IdentityQuestion): Html {
	const { t, isReport, rules } = context;
	const before = answeredBefore(context, question.key);
	const asks = !isReport && canApprove(rules);
	const body = html`${whatSameDoes(context, question)} ${asks && choices(context, question)}`;
	if (before === null) return body;
	return html`${before}
		<details${isReport && html` open`}><summary>${t('isSame')}</summary>${body}</details>`;
}
