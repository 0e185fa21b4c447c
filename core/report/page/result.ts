import { changesIn, kindOf } from '../../plan/count';
import { approvedCounts } from '../../approval/approved';
import { appliedOf, chosenRow, questionsOf } from '../../approval/choices';
import type { FormProblem } from '../../approval/decide';
import { resolveCarried, resolveIssue } from '../../issues';
import type { Language } from '../../issues';
import type { Approval, FileDataset, PlanRow } from '../../model/plan';
import { renderDocument } from '../../ui/document';
import { formatCount } from '../../ui/format';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { otherNeeds } from '../identityView';
import { rowView } from '../rowView';
import { newerPlanLink } from './context';
import { permanentButton } from './permanent';
import { say } from './text';
import { APPROVAL_SHELL } from './shell';

/** The short pages after the form: decided, too late, or not accepted. */

export interface ResultInput {
	title: string;
	language: Language;
	/** Of a plan for a file. */
	dataset?: FileDataset;
	formatInstant: (instant: string) => string;
	/** The permanent address of the plan; '' or absent where there is none. */
	planAddress?: string;
}

const LONGEST_LIST = 200;

const shell = (input: ResultInput, heading: string, body: Html): string => {
	const t = say(input.language, input.dataset);
	const title = input.title === '' ? t('defaultTitle') : input.title;
	return renderDocument(APPROVAL_SHELL, {
		title: `${heading} – ${title}`,
		language: input.language,
		carriesPolicy: true,
		withScript: false,
		body: html`<main class="result">
			<p class="brand">
				${icon('logo')} <span>${t('product')}</span> <span class="muted">· ${isolated(title)}</span>
			</p>
			${body}
		</main>`,
	});
};

function leftOutList(
	input: ResultInput,
	rows: readonly PlanRow[],
	leftOut: ReadonlyMap<string, string>,
): Html | null {
	if (leftOut.size === 0) return null;
	const t = say(input.language, input.dataset);
	const lines = rows
		.filter((row) => leftOut.has(row.row_id))
		.slice(0, LONGEST_LIST)
		.map(
			(row) =>
				html`<li>
					${isolated(row.name ?? row.external_id ?? row.row_id)}
					<span class="muted">${t(kindOf(row))}: ${leftOut.get(row.row_id)}</span>
				</li>`,
		);
	const rest = leftOut.size - lines.length;
	return html`<h2>
			${t('leftOut')} <span class="count">${formatCount(leftOut.size, input.language)}</span>
		</h2>
		<ul>
			${lines}${rest > 0 &&
			html`<li>${t('andMore', { count: formatCount(rest, input.language) })}</li>`}
		</ul>`;
}

/** What became of every answer: what is applied for it, or what else is needed. */
function answerList(input: ResultInput, rows: readonly PlanRow[], approval: Approval): Html | null {
	const { language } = input;
	const t = say(language, input.dataset);
	const [chosen, others] = [new Set(approval.chosen), new Set(approval.others)];
	if (chosen.size + others.size === 0) return null;
	const names = (list: readonly PlanRow[]): string =>
		[...new Set(list.map((row) => rowView(row, language).who))].join(', ');
	const lines = questionsOf(rows).flatMap((question) => {
		const { key, rows: sides } = question;
		const [first] = sides;
		if (others.has(key)) {
			return html`<li>
				${isolated(names(sides))}
				<span class="muted">${t('other')}. ${otherNeeds(first, language)}</span>
			</li>`;
		}
		if (!chosen.has(key)) return [];
		const written = appliedOf(question).map((row) => {
			const { action, changes } = rowView(
				chosenRow(row, () => true),
				language,
			);
			return `${action}: ${changes.map(({ text }) => text).join('; ')}`;
		});
		return html`<li>
			${isolated(names(sides))} <span class="muted">${t('same')}. ${written.join('. ')}</span>
		</li>`;
	});
	const rest = lines.length - LONGEST_LIST;
	return html`<h2>
			${t('answers')} <span class="count">${formatCount(lines.length, language)}</span>
		</h2>
		<ul>
			${lines.slice(0, LONGEST_LIST)}${rest > 0 &&
			html`<li>${t('andMore', { count: formatCount(rest, language) })}</li>`}
		</ul>`;
}

/** What was decided, as a receipt: n8n shows it once, the run log keeps it. */
export function renderDecided(
	input: ResultInput,
	rows: readonly PlanRow[],
	approval: Approval,
	leftOut: ReadonlyMap<string, string>,
): string {
	const t = say(input.language, input.dataset);
	const approved = approval.decision === 'approved';
	const applied = changesIn(approvedCounts(rows, leftOut, approval.chosen ?? []));
	const heading = t(approval.decision);
	const detail = {
		approved:
			applied === 1
				? t('approvedNoteOne')
				: t('approvedNote', { count: formatCount(applied, input.language) }),
		rejected: t('rejectedNote'),
		expired: resolveIssue('APPROVAL_PLAN_EXPIRED', {}, input.language).action,
	}[approval.decision];
	const body = html`<div
			class="banner ${approved ? 'good-tone' : approval.decision === 'rejected' ? 'calm' : 'stop'}"
		>
			<span class="banner-icon">${icon(approved ? 'check' : 'info')}</span>
			<div>
				<h1>${heading}</h1>
				<p>${detail} ${approval.enable === true && t('approvedEnableNote')} ${t('closePage')}</p>
			</div>
		</div>
		<dl class="receipt card">
			${approval.approver !== '' &&
			html`<div>
				<dt>${t('decidedBy')}</dt>
				<dd>${isolated(approval.approver)}</dd>
			</div>`}
			<div>
				<dt>${t('decidedAt')}</dt>
				<dd>${input.formatInstant(approval.decided_at)}</dd>
			</div>
			${approval.comment !== null &&
			html`<div>
				<dt>${t('comment')}</dt>
				<dd>${isolated(approval.comment)}</dd>
			</div>`}
			<div>
				<dt>${t('planId')}</dt>
				<dd><code>${approval.plan_id}</code></dd>
			</div>
			<div>
				<dt>${t('planHash')}</dt>
				<dd><code>${approval.plan_hash}</code></dd>
			</div>
		</dl>
		${permanentButton(input.planAddress, input.language)} ${answerList(input, rows, approval)}
		${leftOutList(input, rows, leftOut)}`;
	return shell(input, heading, body);
}

/** A form that cannot count: says why and how to go on; the plan keeps waiting. */
export function renderRefused(input: ResultInput, problem: FormProblem, linkQuery: string): string {
	const t = say(input.language, input.dataset);
	const { message, why, action } = resolveCarried(problem, input.language);
	const { planAddress = '' } = input;
	const isOld = problem.code === 'APPROVAL_PLAN_SUPERSEDED';
	// The older one can still be rejected, on the page that decides; its permanent address only shows it.
	const again = planAddress === '' || isOld ? `?${linkQuery}` : planAddress;
	const toNewer = isOld ? newerPlanLink(input) : null;
	const newer =
		toNewer !== null && html`<a class="button primary" href="${toNewer}">${t('toNewerPlan')}</a>`;
	const body = html`<div class="banner stop">
			<span class="banner-icon">${icon('warn')}</span>
			<div>
				<h1>${t('refused')}</h1>
				<p>${message} ${why}</p>
				<p>${action}</p>
			</div>
		</div>
		<p><a class="button" href="${again}">${t('openAgain')}</a> ${newer}</p>`;
	return shell(input, t('refused'), body);
}

/** A decision that n8n did not take: another one was faster. */
export function renderDecidedAlready(input: ResultInput): string {
	const { message, why, action } = resolveIssue('APPROVAL_DECIDED_ALREADY', {}, input.language);
	const body = html`<div class="banner stop">
		<span class="banner-icon">${icon('info')}</span>
		<div>
			<h1>${message}</h1>
			<p>${why}</p>
			<p>${action}</p>
			${permanentButton(input.planAddress, input.language)}
		</div>
	</div>`;
	return shell(input, message, body);
}
