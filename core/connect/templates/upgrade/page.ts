import type { Language } from '../../../issues';
import { Html, html, isolated } from '../../../ui/html';
import { STYLE } from '../../../ui/style';
import { commonLines, countsOf, inOrder, linesOf, say } from './words';
import type { WorkflowReport } from './words';

/** What an upgrade does to each workflow, as a fragment of a page and as markdown. */

const OWN_STYLE = `
body{display:block}
.upgrade{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem;display:flex;flex-direction:column;gap:1rem}
.upgrade h1{font-size:1.375rem;margin:0}
.upgrade h2{font-size:1rem;overflow-wrap:anywhere}
.upgrade .card{padding:1rem 1.25rem}
.upgrade ul{margin:.5rem 0 0;padding:0 0 0 1.125rem}
.upgrade li{overflow-wrap:anywhere}
`.replaceAll('\n', '');

/** Only what n8n's forms let through: no class, no style. */
function plain(reports: readonly WorkflowReport[], language: Language): Html {
	const common = commonLines(reports, language);
	const entry = (report: WorkflowReport): Html => {
		const { workflow, url, customer, outcome } = report;
		const lines = linesOf(report, language).filter((line) => !common.includes(line));
		return html`<h4>
				<a href="${url}" target="_blank" rel="noopener">${isolated(customer)}</a>:
				${say(language)(outcome)}
			</h4>
			${customer !== workflow && html`<p>${isolated(workflow)}</p>`}
			${lines.length > 0 &&
			html`<ul>
				${lines.map((line) => html`<li>${isolated(line)}</li>`)}
			</ul>`}`;
	};
	return html`<p>${say(language)('counts', countsOf(reports))}</p>
		${reports.length === 0 && html`<p>${say(language)('nothing')}</p>`}
		${common.length > 0 &&
		html`<h4>${say(language)('common')}</h4>
			<ul>
				${common.map((line) => html`<li>${isolated(line)}</li>`)}
			</ul>`}
		${inOrder(reports).map(entry)}
		<p>${say(language)('back')}</p>`;
}

/** For a page of n8n's Form node, as an HTML element. */
export const renderList = (reports: readonly WorkflowReport[], language: Language): string =>
	plain(reports, language).markup;

/** For the ending of a form ("Show Text"): it brings its own style along. */
export const renderPage = (reports: readonly WorkflowReport[], language: Language): string =>
	html`<style>
			${new Html(STYLE)}${new Html(OWN_STYLE)}
		</style>
		<main class="upgrade" lang="${language}">
			<h1>${say(language)('title')}</h1>
			<article class="card">${plain(reports, language)}</article>
		</main>`.markup;

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|]/g, '\\$&');

export function renderMarkdown(reports: readonly WorkflowReport[], language: Language): string {
	const sections = inOrder(reports).map((report) => {
		const { customer, outcome } = report;
		const lines = linesOf(report, language).map((line) => `- ${escaped(line)}`);
		return [`### ${escaped(customer)}: ${say(language)(outcome)}`, ...lines].join('\n');
	});
	return [
		`## ${say(language)('title')}`,
		say(language)('counts', countsOf(reports)),
		...sections,
		say(language)('back'),
	].join('\n\n');
}
