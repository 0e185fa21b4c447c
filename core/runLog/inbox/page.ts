import type { InboxRow } from '../../approval/inbox/row';
import { isOpen } from '../../approval/inbox/row';
import type { Language } from '../../issues';
import { compareText } from '../../model/collect';
import { renderDocument, shellOf } from '../../ui/document';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { BASE } from '../../ui/style';
import { isTargetGone, questionItem } from './question';
import { say } from './text';

/** The page on which support answers the questions of one customer. No script; nothing remote. */

const OWN = `
main{max-width:52rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;display:grid;gap:1.25rem}
header h1{margin-bottom:.375rem}
form{display:grid;gap:1.25rem}
section{display:grid;gap:.75rem}
.question{border:1px solid var(--line);border-radius:.75rem;background:var(--card);padding:.75rem 1.125rem 1rem;margin:0;min-width:0;display:grid;gap:.5rem}
.question legend{float:left;width:100%;font-size:1.125rem;font-weight:600;padding:0;overflow-wrap:anywhere}
.answers{display:flex;flex-wrap:wrap;gap:.5rem}
.choice{display:inline-flex;align-items:center;gap:.5rem;padding:.4375rem .75rem;border:1px solid var(--line-strong);border-radius:.5rem;background:var(--card);cursor:pointer;overflow-wrap:anywhere}
.choice:has(:checked){border-color:var(--accent);background:var(--accent-soft);font-weight:600}
select{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--line-strong);border-radius:.5rem;padding:.5rem .625rem;max-width:100%}
.banner{display:flex;gap:.75rem;align-items:flex-start;padding:.75rem 1.125rem;border-radius:.75rem;background:var(--green-soft);border:1px solid var(--green)}
.banner .icon{color:var(--green);margin-top:.25em}
.banner.warn{background:var(--amber-soft);border-color:var(--amber)}
.banner.warn .icon{color:var(--amber)}
.idle:not(:has(details[open])) .go{display:none}
.go{position:sticky;bottom:0;background:var(--bg);padding:.75rem 0;display:flex;flex-wrap:wrap;gap:1rem;align-items:center}
.go label{font-weight:600}
.go input{width:16rem}
details.answered>summary{font-weight:600;font-size:1.125rem}
details.answered[open]>summary{margin-bottom:.75rem}
details.answered .question+.question{margin-top:.75rem}
.past ul{padding-left:1.25rem}
`;

const SHELL = shellOf(`${BASE}${OWN}`.replaceAll('\n', ''), null);

export interface InboxNote {
	tone: 'good' | 'warn';
	text: string;
}

export interface InboxPage {
	customer: string;
	rows: readonly InboxRow[];
	language: Language;
	/** Who answers, as n8n's login or the link says; empty: the page asks. */
	by: string;
	/** What was typed as a name, where the page asks. */
	typed: string;
	notes: readonly InboxNote[];
}

/** The most people first, then by value: the same order every time. */
const ordered = (rows: readonly InboxRow[]): InboxRow[] =>
	[...rows].sort(
		(a, b) => b.people - a.people || compareText(a.kind, b.kind) || compareText(a.value, b.value),
	);

const noteItem = ({ tone, text }: InboxNote): Html =>
	html`<div class="banner ${tone}" role="status">
		${icon(tone === 'good' ? 'check' : 'warn')}
		<p>${isolated(text)}</p>
	</div>`;

function whoAnswers({ by, typed, language }: InboxPage): Html {
	const t = say(language);
	if (by !== '') return html`<span class="muted">${isolated(t('as', { name: by }))}</span>`;
	return html`<label for="by">${t('name')}</label
		><input id="by" name="by" value="${typed}" maxlength="120" autocomplete="name" autofocus />`;
}

export function renderInbox(page: InboxPage): string {
	const { customer, language } = page;
	const t = say(language);
	const rows = ordered(page.rows);
	const open = rows.filter((row) => isOpen(row) || (row.people > 0 && isTargetGone(row)));
	const answered = rows.filter((row) => row.people > 0 && !open.includes(row));
	const gone = rows.filter(({ people, answer }) => people === 0 && answer !== '');
	let at = 0;
	const items = (some: readonly InboxRow[]): Html[] =>
		some.map((row) => questionItem({ row, at: at++, language }));
	const folded = (some: readonly InboxRow[], title: string): Html | false =>
		some.length > 0 &&
		html`<details class="answered">
			<summary>${title}</summary>
			${items(some)}
		</details>`;
	return renderDocument(SHELL, {
		title: t('title', { customer }),
		language,
		body: html`<main>
			<header>
				<h1>${t('title', { customer })}</h1>
				<p class="muted">${t('intro')}</p>
			</header>
			${page.notes.map(noteItem)}
			<form method="post" ${open.length === 0 && html`class="idle"`}>
				<section>
					<h2>${t('open', { count: open.length })}</h2>
					${open.length === 0 ? html`<p>${t('none')}</p>` : items(open)}
				</section>
				${folded(answered, t('answered', { count: answered.length }))}
				${folded(gone, t('gone', { count: gone.length }))}
				${rows.length > 0 &&
				html`<div class="go">
					<button class="button primary" type="submit">${t('save')}</button>${whoAnswers(page)}
				</div>`}
			</form>
		</main>`,
		carriesPolicy: false,
		withScript: false,
	});
}

/** What is shown where there is no inbox to show: a link that is over, an n8n that does not answer. */
export const renderInboxProblem = (
	{ message, action }: { message: string; action: string },
	language: Language,
): string =>
	renderDocument(SHELL, {
		title: say(language)('problem'),
		language,
		body: html`<main>
			<h1>${say(language)('problem')}</h1>
			<p>${isolated(message)}</p>
			<p>${isolated(action)}</p>
		</main>`,
		carriesPolicy: false,
		withScript: false,
	});
