import { mustBeTicked } from '../../approval/choices';
import { REASON_PREFIX, UNTIL_PREFIX } from '../../approval/form';
import { resolveCarried } from '../../issues';
import type { PlanRow } from '../../model/plan';
import { daysBetween, isCivilDate } from '../../model/dates';
import { formatCount, formatDate } from '../../ui/format';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { rowView } from '../rowView';
import type { RowView } from '../rowView';
import { renderChanges } from './changes';
import { canApprove } from './context';
import type { PageContext } from './context';
import { renderGrounds, renderQuestion, renderTick } from './identity';

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

function person(context: PageContext, row: PlanRow, view: RowView): Html {
	const { t, severalCompanies } = context;
	const ids = [
		row.email !== null && html`<span class="email">${isolated(row.email)}</span>`,
		row.external_id !== null && html`<code>${isolated(row.external_id)}</code>`,
		row.alleo_id !== null && html`<span>${t('account')} ${row.alleo_id}</span>`,
		severalCompanies &&
			row.alleo_company_id !== null &&
			html`<span>${t('alleoCompany')} ${row.alleo_company_id}</span>`,
	].filter((part) => part !== false);
	return html`<h4>${isolated(view.who)}</h4>
		<p class="ids">${ids}</p>
		${seenBefore(context, row)}`;
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

function leaveOut(context: PageContext, row: PlanRow, view: RowView): Html | null {
	const { t, form, rules, isReport, language } = context;
	if (isReport || row.action === 'hold' || !canApprove(rules)) return null;
	if (mustBeTicked(row)) return renderTick(context, row, view);
	const forced = rules.forcedOut.get(row.row_id);
	if (forced !== undefined) {
		return html`<p class="forced">
			<strong>${t('forcedOut')}</strong> ${resolveCarried({ code: forced }, language).message}
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

/** The other side of a question, which shares its card: what the HR system says of it. */
function otherSide(context: PageContext, row: PlanRow): Html {
	const view = rowView(row, context.language);
	return html`<div class="other-side">
		<p class="why">
			<strong>${isolated(view.who)}</strong>
			${row.external_id !== null && html`<code>${isolated(row.external_id)}</code>`}
		</p>
		${evidence(row, view)}
	</div>`;
}

export function renderRow(context: PageContext, row: PlanRow, linkedName: string | null): Html {
	const { t } = context;
	const view = rowView(row, context.language);
	const amounts = view.amounts.map(({ text }) => text);
	const question = context.questions.get(row.row_id);
	const others = question?.rows.slice(1) ?? [];
	return html`<li class="row${question !== undefined && html` question`}">
		<div class="who">
			${person(context, row, view)}
			${others.map((other) => person(context, other, rowView(other, context.language)))}
		</div>
		<div class="what">
			${heldSince(context, row)} ${view.why !== '' && html`<p class="why">${view.why}</p>`}
			${view.nextStep !== null &&
			html`<p class="step"><strong>${t('nextStep')}:</strong> ${view.nextStep}</p>`}
			${linkedName !== null &&
			others.length === 0 &&
			html`<p class="linked">${icon('link')} ${t('linkedTo')} ${isolated(linkedName)}</p>`}
			${evidence(row, view)} ${others.map((other) => otherSide(context, other))}
			${renderGrounds(context, row)} ${renderChanges(context, row, view)}
			${amounts.length > 0 &&
			html`<p class="budget"><strong>${t('budget')}:</strong> ${amounts.join('; ')}</p>`}
			${remarks(context, view)} ${question !== undefined && renderQuestion(context, question)}
		</div>
		${leaveOut(context, row, view)}
	</li>`;
}
