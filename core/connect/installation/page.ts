import { resolveCarried } from '../../issues';
import type { Language } from '../../issues';
import type { Problem } from '../../model/result';
import { renderDocument, shellOf } from '../../ui/document';
import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { icon } from '../../ui/icons';
import { STYLE } from '../../ui/style';
import type { Pair } from '../../ui/texts';
import { bundled } from './bundle';
import { isComplete, hasChanged, URGENT } from './report';
import type { InstallationReport, PlaceInN8n, ToDo, WorkflowLine } from './report';
import { CHANGE_WORDS, DONE_WORDS, say, TO_DO_WORDS } from './text';

/** The page after the button: what there is now, what did not work, and what is left, each with its place. */

const word = ([en, nl]: Pair, language: Language): string => (language === 'en' ? en : nl);

const link = (url: string, label: string): Html => html`<a href="${url}">${label}</a>`;

function issueLine(problem: Problem, language: Language): Html {
	const { code, message, why, action } = resolveCarried(problem, language);
	const { detail } = problem;
	return html`<div class="issue">
		<p><strong>${isolated(message)}</strong></p>
		<p>${why} ${action} <code>${code}</code></p>
		${detail !== '' && html`<p class="hint">${say(language)('n8nSaid', { detail })}</p>`}
	</div>`;
}

function stateOf({ done, changes, published }: WorkflowLine, language: Language): string {
	const t = say(language);
	const details = done === 'updated' ? changes.map((one) => word(CHANGE_WORDS[one], language)) : [];
	const state = word(DONE_WORDS[done], language);
	const whole = details.length === 0 ? state : `${state} (${details.join(', ')})`;
	return done === 'failed' ? whole : `${whole}, ${t(published ? 'on' : 'off')}`;
}

const nameOf = ({ name, template }: PlaceInN8n, language: Language): string =>
	template === undefined ? name : `${name} (${word(bundled(template).title, language)})`;

const places = (all: readonly PlaceInN8n[], language: Language): Html[] =>
	all.map((one, index) => html`${index > 0 && ' · '}${link(one.url, nameOf(one, language))}`);

function workflowRow(line: WorkflowLine, language: Language): Html {
	const t = say(language);
	const { title, purpose } = bundled(line.template);
	const tone = line.issues.length > 0 ? 'warn' : 'check';
	const { workflows } = line;
	return html`<tr>
		<th scope="row">
			<span class="state ${tone}">${icon(tone)}</span>
			<div>
				${word(title, language)}
				<span class="hint">${word(purpose, language)}</span>
			</div>
		</th>
		<td>${stateOf(line, language)} ${line.issues.map((issue) => issueLine(issue, language))}</td>
		<td>
			${line.form !== null && html`${link(line.form, t('form'))} · `}
			${workflows.length === 1
				? workflows.map(({ url }) => link(url, t('editor')))
				: places(workflows, language)}
		</td>
	</tr>`;
}

function toDoItem({ key, places: where, address }: ToDo, language: Language): Html {
	const { title, how } = TO_DO_WORDS[key];
	return html`<li class="${URGENT.has(key) ? 'urgent' : 'todo'}">
		<p><strong>${word(title, language)}</strong></p>
		<p>${word(how, language)}</p>
		${address !== '' && html`<p>${say(language)('redirect', { address })}</p>`}
		${where.length > 0 && html`<p>${places(where, language)}</p>`}
	</li>`;
}

function countsOf({ workflows, tables, issues }: InstallationReport): {
	made: number;
	updated: number;
	kept: number;
	problems: number;
} {
	const all = [...workflows, ...tables];
	const count = (done: string): number => all.filter((line) => line.done === done).length;
	return {
		made: count('made'),
		updated: count('updated'),
		kept: count('kept'),
		problems: all.filter((line) => line.issues.length > 0).length + issues.length,
	};
}

function subjectOf(report: InstallationReport, language: Language): string {
	return say(language)(isComplete(report) ? 'titleComplete' : 'titlePartly');
}

function summaryOf(report: InstallationReport, language: Language): string {
	const t = say(language);
	return isComplete(report) && !hasChanged(report) ? t('unchanged') : t('counts', countsOf(report));
}

const PARTS = `
main{max-width:64rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;display:flex;flex-direction:column;gap:1.25rem}
.list th{display:flex;gap:.5rem;width:auto}
.list tr{display:grid;grid-template-columns:18rem 1fr 11rem;border-bottom:1px solid var(--line)}
.list tr>*{border-bottom:0}
.state.check{color:var(--green)}
.state.warn{color:var(--amber)}
th .hint{display:block;font-weight:400}
.issue{margin-top:.5rem;padding:.5rem .75rem;border-radius:.5rem;background:var(--amber-soft)}
ol{margin:0;padding-left:1.25rem}
ol>li+li{margin-top:.875rem}
.urgent{padding:.5rem .75rem;border-radius:.5rem;background:var(--red-soft)}
.urgent strong{color:var(--red)}
@media (max-width:48rem){.list thead{display:none}.list tr{display:block;padding:.5rem 0}.list td{display:block}}
`;

const SHELL = shellOf(`${STYLE}${PARTS}`.replaceAll('\n', ''), null);

export function renderInstallation(report: InstallationReport, language: Language): string {
	const t = say(language);
	const { workflows, tables, toDo, issues } = report;
	const broken = tables.filter((table) => table.issues.length > 0);
	const subject = subjectOf(report, language);
	const names = tables
		.filter((table) => table.issues.length === 0)
		.map(({ name, done }) => `${name} (${word(DONE_WORDS[done], language)})`)
		.join(', ');
	return renderDocument(SHELL, {
		title: subject,
		language,
		body: html`<main>
			<p class="brand">${icon('logo')} <span>Alleo</span></p>
			<h1>${subject}</h1>
			<p>${summaryOf(report, language)}</p>
			${issues.length > 0 &&
			html`<section class="card">
				<h2>${t('problems')}</h2>
				${issues.map((issue) => issueLine(issue, language))}
			</section>`}
			<section class="card">
				<h2>${t('toDo')}</h2>
				<ol>
					${toDo.map((one) => toDoItem(one, language))}
				</ol>
			</section>
			<section class="card">
				<h2>${t('workflows')}</h2>
				<table class="list">
					<thead>
						<tr>
							<th scope="col">${t('what')}</th>
							<th scope="col">${t('state')}</th>
							<th scope="col">${t('open')}</th>
						</tr>
					</thead>
					<tbody>
						${workflows.map((line) => workflowRow(line, language))}
					</tbody>
				</table>
			</section>
			<section class="card">
				<h2>${t('tables')}</h2>
				${names !== '' && html`<p>${names}</p>`}
				${broken.map(
					({ name, issues: found }) =>
						html`<p>${name}</p>
							${found.map((issue) => issueLine(issue, language))}`,
				)}
			</section>
			<p class="hint">${t('again')}</p>
		</main>`,
		carriesPolicy: true,
		withScript: false,
	});
}

/** The same in a message: a line each. */
export function sayInstallation(
	report: InstallationReport,
	language: Language,
): { subject: string; text: string } {
	const problem = (one: Problem): string => {
		const { code, message, action } = resolveCarried(one, language);
		return `${message} ${action} (${code})`;
	};
	const lines = report.workflows.map(
		(line) =>
			`${word(bundled(line.template).title, language)}: ${stateOf(line, language)}. ${line.issues.map(problem).join(' ')}`,
	);
	const tables = report.tables.flatMap(({ name, issues }) =>
		issues.map((one) => `${name}: ${problem(one)}`),
	);
	const left = report.toDo.map(({ key, places: where, address }) => {
		const { title, how } = TO_DO_WORDS[key];
		const urls = where.map(({ url }) => url).join(' ');
		const redirect = address === '' ? '' : say(language)('redirect', { address });
		return `${word(title, language)}: ${word(how, language)} ${redirect} ${urls}`;
	});
	return {
		subject: subjectOf(report, language),
		text: [summaryOf(report, language), ...report.issues.map(problem), ...tables, ...lines, ...left]
			.map((line) => line.trim())
			.join('\n'),
	};
}
