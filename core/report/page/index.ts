import { PAGE_SIZE, selectRows } from './select';
import { renderBudgets } from './budgets';
import { permanentView, postTo, questionsByRow } from './context';
import type { PageContext, PageInput } from './context';
import { renderDecision } from './decision';
import { renderGone, renderProblems } from './problems';
import { renderDocument } from '../../ui/document';
import { renderCoverage, renderGuards } from './guards';
import { renderFields } from './fields';
import { renderFile } from './file';
import { renderHeader } from './header';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import { renderNotices } from './notices';
import { renderOverview } from './overview';
import { openQuestions } from './questions';
import { renderRows } from './rows';
import { say } from './text';
import { APPROVAL_SHELL } from './shell';
import { FIRST_VIEW } from './view';

/** The plan as a page to decide on, and as one file to keep or to send to the customer. */

const main = (context: PageContext): Html =>
	html`${renderOverview(context)} ${renderFields(context)} ${renderGuards(context)}
	${renderCoverage(context)} ${renderBudgets(context)} ${renderFile(context)} ${renderRows(context)}
	${renderNotices(context)}`;

const hasSeveralCompanies = ({ rows }: PageInput): boolean => {
	const first = rows.find((row) => row.alleo_company_id !== null)?.alleo_company_id;
	return rows.some((row) => row.alleo_company_id !== null && row.alleo_company_id !== first);
};

const documentTitle = ({ t, title }: PageContext): string =>
	[t('dryRun'), title === '' ? t('defaultTitle') : title].join(' – ');

export function renderPage(input: PageInput): string {
	const { rows, view, history, summary } = input;
	const selection = selectRows(rows, view, PAGE_SIZE, history?.seen, summary.fields);
	const questions = questionsByRow(rows);
	const context: PageContext = {
		...input,
		view: { ...input.view, page: selection.page },
		t: say(input.language, input.summary.plan.dataset),
		selection,
		questions,
		severalCompanies: hasSeveralCompanies(input),
		isReport: false,
	};
	// The hidden first button is what Enter in a text field presses: it shows the page again and can
	// never decide.
	const permanent = permanentView(context);
	const place = permanent !== null && html` action="${permanent}" data-permanent="${permanent}"`;
	const body = html`<a class="skip" href="#people">${context.t('toRows')}</a>
		<form method="post" autocomplete="off" ${place}>
			<button
				class="sr"
				name="go"
				value="search"
				formnovalidate
				formaction="${postTo(context, 'people')}"
				tabindex="-1"
				aria-hidden="true"
			></button>
			<div class="columns">
				<div>${renderHeader(context)} ${renderProblems(context)} ${renderGone(context)}</div>
				<main>
					${openQuestions(summary.inbox, input.inboxUrl ?? '', input.language)} ${main(context)}
				</main>
				${renderDecision(context)}
			</div>
		</form>`;
	return renderDocument(APPROVAL_SHELL, {
		title: documentTitle(context),
		language: input.language,
		body,
		carriesPolicy: false,
		withScript: true,
	});
}

/** Everything on one page, without form, paging or links: a file that opens anywhere, for ever. */
export function renderReport(input: PageInput): string {
	const selection = selectRows(input.rows, FIRST_VIEW, Math.max(1, input.rows.length));
	const questions = questionsByRow(input.rows);
	const context: PageContext = {
		...input,
		view: FIRST_VIEW,
		t: say(input.language, input.summary.plan.dataset),
		selection,
		questions,
		severalCompanies: hasSeveralCompanies(input),
		isReport: true,
	};
	const body = html`<div class="columns single">
		${renderHeader(context)}
		<main>
			${main(context)}
			<p class="muted fingerprint">
				${context.t('planId')} <code>${input.summary.plan.id}</code> · ${context.t('planHash')}
				<code>${input.summary.plan.hash}</code>
			</p>
		</main>
	</div>`;
	return renderDocument(APPROVAL_SHELL, {
		title: documentTitle(context),
		language: input.language,
		body,
		carriesPolicy: true,
		withScript: false,
	});
}
