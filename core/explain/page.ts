import { resolveCarried } from '../issues';
import type { IssueCode, IssueParams, Language } from '../issues';
import { formatDate } from '../ui/format';
import { Html, html, isolated } from '../ui/html';
import { STYLE } from '../ui/style';
import { markOf } from './markdown';
import { say } from './text';
import type { Step } from './types';

/**
 * The answers as a fragment of a page, for an n8n form's ending ("Show Text"): it brings its own
 * style along, needs no script, and escapes every value. Nothing remote is loaded.
 */

export interface PageAnswer {
	headline: string;
	steps: readonly Step[];
	/** Of the person, for a list to choose from: name, number, company, and no more. */
	label: string;
	/** The form that makes a plan of this person; null where there is nothing to apply. */
	apply: string | null;
}

export interface PageParts {
	title: string;
	question: string;
	referenceDate: string;
	remark: string | null;
	answers: readonly PageAnswer[];
	language: Language;
}

/** n8n's own page makes the body a column of 12-pixel text; the shared style turns that back. */
const OWN_STYLE = `
body{display:block}
.explain{max-width:52rem;margin:0 auto;padding:1.5rem 1rem 3rem;display:flex;flex-direction:column;gap:1.25rem}
.explain h1{font-size:1.375rem;margin:0 0 .25rem}
.explain h2{font-size:1.125rem;line-height:1.4;overflow-wrap:anywhere}
.explain .answer{padding:1.25rem}
.explain ol{list-style:none;margin:1rem 0 0;padding:0}
.explain ol>li{display:grid;grid-template-columns:1.75rem minmax(0,1fr);gap:.5rem;padding:.75rem 0;border-top:1px solid var(--line)}
.explain ol>li:last-child{padding-bottom:0}
.explain .mark{width:1.5rem;height:1.5rem;border-radius:50%;display:flex;align-items:center;justify-content:center;font-weight:700;font-size:.875rem;background:var(--bg);color:var(--muted);border:1px solid var(--line)}
.explain .ok .mark{background:var(--green-soft);color:var(--green);border-color:var(--green)}
.explain .stop .mark{background:var(--red-soft);color:var(--red);border-color:var(--red)}
.explain h3{font-size:.9375rem;margin:0}
.explain li p{overflow-wrap:anywhere}
.explain li ul{list-style:disc;margin:.25rem 0 0;padding:0 0 0 1.125rem}
.explain li li{overflow-wrap:anywhere}
.explain code{color:var(--muted)}
.explain .choice>summary{padding:.625rem .875rem;background:var(--card);border:1px solid var(--line);border-radius:.5rem;font-weight:600}
.explain .choice[open]>summary{margin-bottom:.5rem}
.explain .choice+.choice{margin-top:-.75rem}
.explain .apply{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin-top:1rem}
`.replaceAll('\n', '');

const TONES = { true: 'ok', false: 'stop', null: 'info' } as const;
const SPOKEN = { true: 'stepOk', false: 'stepStop', null: 'stepInfo' } as const;

/** Lines that start with a dash are a list; the others are sentences. */
function stepText(text: string): Html[] {
	const blocks: Html[] = [];
	let bullets: string[] = [];
	const close = (): void => {
		if (bullets.length > 0)
			blocks.push(
				html`<ul>
					${bullets.map((line) => html`<li>${isolated(line)}</li>`)}
				</ul>`,
			);
		bullets = [];
	};
	for (const line of text.split('\n')) {
		if (line.startsWith('- ')) bullets.push(line.slice(2));
		else {
			close();
			blocks.push(html`<p>${isolated(line)}</p>`);
		}
	}
	close();
	return blocks;
}

function stepItem(step: Step, language: Language): Html {
	const key = `${step.ok}` as const;
	return html`<li class="${TONES[key]}">
		<span class="mark" aria-hidden="true">${markOf(step.ok)}</span>
		<div>
			<h3>${step.title} <span class="sr">(${say(language)(SPOKEN[key])})</span></h3>
			${stepText(step.text)}${step.code !== null && html`<code>${step.code}</code>`}
		</div>
	</li>`;
}

const applyPart = (apply: string, language: Language): Html =>
	html`<p class="apply">
		<a class="button primary" href="${apply}" target="_blank" rel="noopener"
			>${say(language)('applyNow')}</a
		>
		<span class="hint">${say(language)('applyNote')}</span>
	</p>`;

const answerCard = ({ headline, steps, apply }: PageAnswer, language: Language): Html =>
	html`<article class="card answer">
		<h2>${isolated(headline)}</h2>
		<ol>
			${steps.map((step) => stepItem(step, language))}
		</ol>
		${apply !== null && applyPart(apply, language)}
	</article>`;

/** Several people fit the question: a list to choose from; each answer is one click away. */
const choice = (answer: PageAnswer, language: Language): Html =>
	html`<details class="choice">
		<summary>${isolated(answer.label)}</summary>
		${answerCard(answer, language)}
	</details>`;

const withStyle = (language: Language, body: Html): string =>
	html`<style>
			${new Html(STYLE)}${new Html(OWN_STYLE)}
		</style>
		<main class="explain" lang="${language}">${body}</main>`.markup;

/** What a form shows where no explanation can be given. */
export function renderProblem(
	code: IssueCode,
	params: IssueParams,
	title: string,
	language: Language,
): string {
	const { message, why, action } = resolveCarried({ code, params }, language);
	return withStyle(
		language,
		html`<header>
				${title !== '' && html`<p class="brand">${isolated(title)}</p>`}
				<h1>${say(language)('noExplanation')}</h1>
			</header>
			<article class="card answer">
				<h2>${isolated(message)}</h2>
				${why !== null && html`<p>${isolated(why)}</p>`}
				<p>${say(language)('toDo', { action })}</p>
				<p><code>${code}</code></p>
			</article>`,
	);
}

export function renderFragment(parts: PageParts): string {
	const { title, question, referenceDate, remark, answers, language } = parts;
	return withStyle(
		language,
		html`<header>
				${title !== '' && html`<p class="brand">${isolated(title)}</p>`}
				<h1>${say(language)('title')}</h1>
				<p class="muted">
					${say(language)('question')}: ${isolated(question)} · ${say(language)('judgedFor')}:
					${formatDate(referenceDate, language)}
				</p>
				${remark !== null && html`<p>${remark}</p>`}
			</header>
			${answers.length === 1
				? answers.map((answer) => answerCard(answer, language))
				: answers.map((answer) => choice(answer, language))}
			<p class="hint">${say(language)('onlyRead')}</p>`,
	);
}
