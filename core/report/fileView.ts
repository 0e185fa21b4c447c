import type { IssueParams, Language } from '../issues';
import { budgetPeriod } from '../model/budget';
import type { FileDataset } from '../model/plan';
import type { FileBudgets, FileColumn, FileSummary } from '../model/summary';
import { PAY_COLUMN_KEYS, payColumnLabels, PAY_COLUMNS } from '../payroll/columns';
import { formatCount, formatEuro, formatHours } from '../ui/format';
import { budgetCategory } from './fields';
import { say } from './page/text';
import { wordsOf } from './page/words';

/** What a plan for a file would send, in words and aggregates: no figure of one person is in it. */

export type FileView = ReturnType<typeof fileView>;

/** Text goes on into mails and logs: totals of pay stay on the page, which somebody opens. */
export const TOTALS_IN_TEXT: Record<FileDataset, boolean> = { budgets: true, salaryLeave: false };

export function fileView(file: FileSummary, language: Language) {
	const count = (value: number): string => formatCount(value, language);
	const counted = (code: string, people: number, params: IssueParams = {}) => {
		const { message, action } = wordsOf(code, params, { message: code }, language);
		return { people: count(people), message, action };
	};
	return {
		companies: file.companies.map(({ alleo_company_id: id, people, columns }) => ({
			id,
			people: count(people),
			columns: columns.map((column) => ({
				label: columnLabel(column.column, language),
				/** How many have a value. */
				people: count(column.people),
				total: columnTotal(column, language),
				withheld: column.withheld,
			})),
		})),
		/** How many people's wage was compared with an earlier one; null where that is not looked at. */
		compared: file.compared === null ? null : count(file.compared),
		/** That there is nothing to compare with; null where there is. */
		first:
			file.previous === 'none'
				? wordsOf('FLEX_FIRST_FILE', {}, { message: '' }, language).message
				: null,
		/** What a plan of budgets comes to: all together first, then each company where there are several. */
		budgets: (file.budgets ?? []).map((one) => budgetsOfFile(one, language)),
		leftOut: file.left_out.map(({ code, people }) => counted(code, people)),
		remarks: file.remarks.map(({ code, people, params }) => counted(code, people, params)),
	};
}

function budgetsOfFile(one: FileBudgets, language: Language) {
	const t = say(language);
	const count = (value: number): string => formatCount(value, language);
	const cells = {
		people: {
			new: count(one.new),
			changed: count(one.changed),
			stopped: count(one.stopped),
			unchanged: count(one.unchanged),
		},
		before: formatEuro(one.monthly_before, language),
		after: formatEuro(one.monthly_after, language),
		oneoff: formatEuro(one.oneoff_new, language),
	};
	const { people, before, after, oneoff } = cells;
	return {
		company: one.alleo_company_id,
		...cells,
		text: t('fileBudgetsLine', { ...people, before, after, oneoff }),
	};
}

function columnLabel(column: string, language: Language): string {
	const key = PAY_COLUMN_KEYS.find((known) => PAY_COLUMNS[known] === column);
	if (key !== undefined) return payColumnLabels(language)(key);
	const period = budgetPeriod(column);
	if (period === null) return column;
	const when = say(language)(period === 'monthly' ? 'perMonth' : 'oneOff');
	return `${when}, ${budgetCategory(column, language)}`;
}

function columnTotal({ column, total }: FileColumn, language: Language): string | null {
	if (total === null) return null;
	return column.endsWith('Hours') ? formatHours(total, language) : formatEuro(total, language);
}
