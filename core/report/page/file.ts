import type { FileColumn, FileCompany } from '../../model/summary';
import { flexColumnLabels, FLEX_COLUMNS } from '../../payroll/columns';
import type { FlexColumn } from '../../payroll/columns';
import { readBudget } from '../fields';
import type { PageContext } from './context';
import { formatCount, formatEuro } from '../../ui/format';
import { html } from '../../ui/html';
import type { Html } from '../../ui/html';
import { wordsOf } from './words';

/** What a plan for a file would send, in aggregates: no figure of one person is on the page. */

const columnKey = (column: string): FlexColumn | undefined =>
	(Object.keys(FLEX_COLUMNS) as FlexColumn[]).find((key) => FLEX_COLUMNS[key] === column);

function label({ t, language }: PageContext, column: string): string {
	const key = columnKey(column);
	if (key !== undefined) return flexColumnLabels(language)(key);
	const { period, category } = readBudget(column, language);
	return period === null
		? column
		: `${t(period === 'monthly' ? 'perMonth' : 'oneOff')}, ${category}`;
}

/** Hours with at most two decimals; amounts as money. */
function total(
	context: PageContext,
	{ column, total: value, withheld }: FileColumn,
): Html | string {
	const { t, language } = context;
	if (withheld) return html`<span class="muted">${t('fileWithheld')}</span>`;
	if (value === null) return '';
	if (!column.endsWith('Hours')) return formatEuro(value, language);
	const hundredths = Math.round(Math.abs(value) * 100);
	const rest = String(hundredths % 100).padStart(2, '0');
	const whole = formatCount(Math.floor(hundredths / 100), language);
	const sign = value < 0 ? '-' : '';
	return rest === '00'
		? `${sign}${whole}`
		: `${sign}${whole}${language === 'nl' ? ',' : '.'}${rest}`;
}

function companyTable(context: PageContext, company: FileCompany): Html {
	const { t, language } = context;
	return html`<table>
		<caption>
			${t('alleoCompany')} ${company.alleo_company_id}:
			${t('filePeople', { people: formatCount(company.people, language) })}
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
						<th scope="row">${label(context, column.column)}</th>
						<td class="number">${formatCount(column.people, language)}</td>
						<td class="number">${total(context, column)}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}

interface Counted {
	code: string;
	people: number;
	params?: Record<string, string | number>;
}

function counts(context: PageContext, title: string, entries: readonly Counted[]): Html | null {
	const { t, language } = context;
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
				${entries.map(({ code, people, params = {} }) => {
					const words = wordsOf(code, params, { message: code }, language);
					return html`<tr>
						<th scope="row">
							${words.message}
							${words.action !== null && html`<span class="muted">${words.action}</span>`}
						</th>
						<td class="number">${formatCount(people, language)}</td>
					</tr>`;
				})}
			</tbody>
		</table>`;
}

export function renderFile(context: PageContext): Html | null {
	const { t, summary, language } = context;
	const { file } = summary;
	if (file === undefined) return null;
	const withheld = file.companies.some(({ columns }) => columns.some((column) => column.withheld));
	return html`<section class="card file" aria-labelledby="file">
		<h2 id="file">${t('fileContents')}</h2>
		${file.companies.map((company) => companyTable(context, company))}
		${file.compared !== null &&
		html`<p class="muted">
			${t('fileCompared', { count: formatCount(file.compared, language) })}
		</p>`}
		${withheld && html`<p class="muted">${t('fileWithheldNote')}</p>`}
		${counts(context, t('fileLeftOut'), file.left_out)}
		${counts(context, t('fileRemarks'), file.remarks)}
	</section>`;
}
