import { html, isolated } from '../../ui/html';
import type { Html } from '../../ui/html';
import { fileView } from '../fileView';
import type { FileView } from '../fileView';
import { companyName } from '../companies';
import { budgetEffects } from '../budgetEffects';
import type { PageContext } from './context';

/** What a plan for a file would send, in aggregates: no figure of one person is on the page. */

type Company = FileView['companies'][number];

const total = (
	{ t }: PageContext,
	{ total: value, withheld }: Company['columns'][number],
): Html | string =>
	withheld ? html`<span class="muted">${t('fileWithheld')}</span>` : (value ?? '');

function companyTable(context: PageContext, company: Company): Html {
	const { t } = context;
	return html`<table>
		<caption>
			${isolated(companyName(context.summary, company.id, context.language))}:
			${t('filePeople', { people: company.people })}
		</caption>
		<thead>
			<tr>
				<th scope="col">${t('fileColumn')}</th>
				<th scope="col" class="number">${t('fileFilled')}</th>
				<th scope="col" class="number">${t('total')}</th>
			</tr>
		</thead>
		<tbody>
			${company.columns.map(
				(column) =>
					html`<tr>
						<th scope="row">${column.label}</th>
						<td class="number">${column.people}</td>
						<td class="number">${total(context, column)}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}

function counts({ t }: PageContext, title: string, entries: FileView['remarks']): Html | null {
	if (entries.length === 0) return null;
	return html`<h3>${title}</h3>
		<table>
			<thead>
				<tr>
					<th scope="col">${t('fileReason')}</th>
					<th scope="col" class="number">${t('people')}</th>
				</tr>
			</thead>
			<tbody>
				${entries.map(
					({ people, message, action }) =>
						html`<tr>
							<th scope="row">
								${message} ${action !== null && html`<span class="muted">${action}</span>`}
							</th>
							<td class="number">${people}</td>
						</tr>`,
				)}
			</tbody>
		</table>`;
}

/** What a plan of budgets comes to, and what is known of what becomes of it. */
function budgetTable(context: PageContext, budgets: FileView['budgets']): Html | null {
	const { t, summary, rows, language } = context;
	if (budgets.length === 0) return null;
	const name = (id: number | null): string =>
		id === null ? t('total') : companyName(summary, id, language);
	type Line = FileView['budgets'][number];
	const columns: ReadonlyArray<readonly [label: string, of: (line: Line) => string | number]> = [
		[t('budgetsNewPeople'), ({ people }) => people.new],
		[t('budgetsChangedPeople'), ({ people }) => people.changed],
		[t('budgetsStoppedPeople'), ({ people }) => people.stopped],
		[t('budgetsSamePeople'), ({ people }) => people.unchanged],
		[t('budgetsBefore'), ({ before }) => before],
		[t('budgetsAfter'), ({ after }) => after],
		[t('budgetsOnce'), ({ oneoff }) => oneoff],
	];
	// On a telephone each column is a line of its own, under its own label.
	const line = (one: Line): Html =>
		html`<tr>
			<th scope="row">${isolated(name(one.company))}</th>
			${columns.map(([label, of]) => html`<td class="number" data-of="${label}">${of(one)}</td>`)}
		</tr>`;
	return html`<table class="totals">
			<thead>
				<tr>
					<th scope="col">${t('alleoCompany')}</th>
					${columns.map(([label]) => html`<th scope="col" class="number">${label}</th>`)}
				</tr>
			</thead>
			<tbody>
				${budgets.map(line)}
			</tbody>
		</table>
		${budgetEffects(rows, language).map((effect) => html`<p class="muted">${effect}</p>`)}`;
}

export function renderFile(context: PageContext): Html | null {
	const { t, summary, language } = context;
	if (summary.file === undefined) return null;
	const { budgets, companies, compared, first, leftOut, remarks } = fileView(
		summary.file,
		language,
	);
	const withheld = companies.some(({ columns }) => columns.some((column) => column.withheld));
	return html`<section class="card file" aria-labelledby="file">
		<h2 id="file">${t('fileContents')}</h2>
		${budgetTable(context, budgets)} ${companies.map((company) => companyTable(context, company))}
		${first !== null && html`<p>${first}</p>`}
		${compared !== null && html`<p class="muted">${t('fileCompared', { count: compared })}</p>`}
		${withheld && html`<p class="muted">${t('fileWithheldNote')}</p>`}
		${counts(context, t('fileLeftOut'), leftOut)} ${counts(context, t('fileRemarks'), remarks)}
	</section>`;
}
