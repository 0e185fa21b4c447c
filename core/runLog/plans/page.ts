import type { Language } from '../../issues';
import { RowCounts } from '../../model/summary';
import { countsText } from '../../ui/actions';
import { renderDocument, shellOf } from '../../ui/document';
import { formatCount, formatDate } from '../../ui/format';
import { html, isolated } from '../../ui/html';
import type { Html, Piece } from '../../ui/html';
import { icon } from '../../ui/icons';
import { formatInstant, HOME_ZONE } from '../../ui/instant';
import { STYLE } from '../../ui/style';
import type { PlanOnRecord } from './columns';
import { inOrder, lineOf, PAGE_SIZE } from './lines';
import { readRows } from './rows';
import type { PlanState } from './state';
import { say } from './text';

/** The permanent page of a plan: in what state it is, who decided what, and what became of each row. */

const PLAN_STYLE =
	'main.plan{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}.plan .receipt{display:grid;gap:.25rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr))}.plan dt{font-size:.8125rem;color:var(--muted)}.plan td p{margin-top:.25rem}.plan td:nth-child(2),.plan summary{white-space:nowrap;overflow-wrap:normal}.plan .pages{display:flex;gap:1rem}@media (max-width:40rem){.plan thead{display:none}.plan tr{display:flex;flex-wrap:wrap;gap:0 .75rem;border-bottom:1px solid var(--line);padding:.375rem 0}.plan th,.plan td{border:0;padding:0}.plan tbody th{flex:1 0 100%}.plan td:last-child{margin-left:auto}}';

/** No script: the page only shows. */
export const PLAN_SHELL = shellOf(`${STYLE}${PLAN_STYLE}`, null);

export interface PlanPageInput {
	record: PlanOnRecord;
	/** Of a plan that waits and may be decided there is no such page: its address leads on. */
	state: Exclude<PlanState, 'decide'>;
	/** The permanent address of a newer plan of the same workflow; null where there is none. */
	newer: string | null;
	/** The address of the page of these lines, without its number, and that number from 1. */
	ownAddress: string;
	page: number;
}

type Tone = 'calm' | 'warn' | 'stop' | 'good-tone';

const TONES: Record<PlanPageInput['state'], Tone> = {
	theirs: 'calm',
	superseded: 'warn',
	applying: 'calm',
	applied: 'good-tone',
	partly: 'stop',
	rejected: 'calm',
	expired: 'warn',
	stopped: 'stop',
	nothing: 'good-tone',
	over: 'warn',
};

export const languageOf = (text: string | null): Language => (text === 'en' ? 'en' : 'nl');

const document = (language: Language, title: string, body: Piece): string =>
	renderDocument(PLAN_SHELL, {
		title,
		language,
		// n8n answers for the workflow and sets a policy of its own.
		carriesPolicy: true,
		withScript: false,
		body: html`<main class="plan">${body}</main>`,
	});

const banner = (tone: Tone, heading: string, body: Piece): Html =>
	html`<div class="banner ${tone}">
		<span class="banner-icon">${icon(tone === 'good-tone' ? 'check' : 'info')}</span>
		<div>
			<h1>${heading}</h1>
			${body}
		</div>
	</div>`;

function stateBanner({ record, state, newer }: PlanPageInput, language: Language): Html {
	const t = say(language);
	const who = record.asked_by ?? '';
	const problems = record.problems ?? '';
	const text = state === 'theirs' ? t('theirsText', { who }) : t(`${state}Text`);
	const isOld = newer !== null && state !== 'applied' && state !== 'nothing';
	return banner(
		TONES[state],
		t(state),
		html`<p>${text}</p>
			${state === 'stopped' && problems !== '' && html`<p>${t('stoppedAt', { problems })}</p>`}
			${isOld && html`<p><a class="button" href="${newer}">${t('toNewer')}</a></p>`}`,
	);
}

function facts({ record }: PlanPageInput, language: Language): Html {
	const t = say(language);
	const at = (instant: string | null): string | null =>
		instant === null ? null : formatInstant(instant, record.time_zone ?? HOME_ZONE, language);
	const day = record.reference_date === null ? null : formatDate(record.reference_date, language);
	const shown: Array<[label: string, value: string | null]> = [
		[t('decidedBy'), record.decided_by],
		[t('decidedAt'), at(record.decided_at)],
		[t('comment'), record.comment],
		[t('askedBy'), record.asked_by],
		[t('madeAt'), at(record.made_at)],
		[t('finishedAt'), at(record.finished_at)],
		[t('referenceDate'), day],
	];
	const known = shown.filter(([, value]) => value !== null && value !== '');
	return html`<dl class="receipt card">
		${known.map(
			([label, value]) =>
				html`<div>
					<dt>${label}</dt>
					<dd>${isolated(value ?? '')}</dd>
				</div>`,
		)}
		<div>
			<dt>${t('planId')}</dt>
			<dd><code>${record.plan_id}</code></dd>
		</div>
	</dl>`;
}

function pager({ ownAddress, page }: PlanPageInput, pages: number): Html | null {
	if (pages < 2) return null;
	const numbers = Array.from({ length: pages }, (_, index) => index + 1);
	return html`<p class="pages">
		${numbers.map((number) =>
			number === page
				? html`<strong aria-current="page">${number}</strong>`
				: html`<a href="${`${ownAddress}&page=${number}`}">${number}</a>`,
		)}
	</p>`;
}

/** How many of what, where the table knows it. */
function countsIn(cell: string | null, language: Language): string {
	try {
		const { data } = RowCounts.safeParse(JSON.parse(cell ?? ''));
		return data === undefined ? '' : countsText(data, language);
	} catch {
		return '';
	}
}

function lines(input: PlanPageInput, language: Language): Html {
	const t = say(language);
	const { record, state } = input;
	const kept = readRows(record.rows);
	if (kept === null) return html`<p>${t('rowsUnknown')}</p>`;
	const rows = inOrder(kept.rows);
	const counts = countsIn(record.counts, language);
	const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
	const page = Math.min(input.page, pages);
	const shown = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
	if (rows.length === 0) return html`${!kept.all && html`<p>${t('failuresOnly')}</p>`}`;
	return html`<h2>
			${t('people')} <span class="count">${formatCount(rows.length, language)}</span>
		</h2>
		${counts !== '' && html`<p>${counts}</p>`} ${!kept.all && html`<p>${t('failuresOnly')}</p>`}
		<div class="card">
			<table>
				<thead>
					<tr>
						<th scope="col">${t('name')}</th>
						<th scope="col">${t('action')}</th>
						<th scope="col">${t('result')}</th>
						<th scope="col"><span class="sr">${t('details')}</span></th>
					</tr>
				</thead>
				<tbody>
					${shown.map((row) => lineOf(row, state, language))}
				</tbody>
			</table>
		</div>
		${pager({ ...input, page }, pages)}`;
}

export function renderPlan(input: PlanPageInput): string {
	const { record } = input;
	const language = languageOf(record.language);
	const t = say(language);
	const customer = record.customer ?? '';
	const day = record.reference_date === null ? '' : formatDate(record.reference_date, language);
	const title = `${customer}: ${t('plan', { day })}`;
	return document(
		language,
		title,
		html`<p class="brand">
				${icon('logo')} <span>${t('product')}</span>
				<span class="muted">· ${isolated(title)}</span>
			</p>
			${stateBanner(input, language)} ${facts(input, language)} ${lines(input, language)}`,
	);
}

/** Why there is no plan to show. Says nothing of whether one exists where the link is not valid. */
export function renderNoPlan(
	kind: 'unknown' | 'gone' | 'unread',
	languages: readonly Language[],
): string {
	const [first = 'nl'] = languages;
	return document(
		first,
		say(first)(kind),
		languages.map((language) => {
			const t = say(language);
			return html`<div lang="${language}">
				${banner('warn', t(kind), html`<p>${t(`${kind}Text`)}</p>`)}
			</div>`;
		}),
	);
}
