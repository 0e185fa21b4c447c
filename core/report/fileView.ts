import type { Language } from '../issues';
import { budgetPeriod } from '../model/budget';
import type { FileDataset } from '../model/plan';
import type { FileColumn, FileSummary } from '../model/summary';
import { FLEX_COLUMN_KEYS, FLEX_COLUMN_LABELS, FLEX_COLUMNS } from '../payroll/columns';
import { formatCount, formatEuro, formatHours } from '../ui/format';
import { budgetCategory } from './fields';
import type { Remark } from './rowView';
import { translator } from './page/text';
import { wordsOf } from './page/words';

/** What a plan for a file would send, in words and aggregates: no figure of one person is in it. */

export interface ColumnView {
	label: string;
	/** How many people have a value. */
	people: string;
	/** EUR or hours; null where there is none to show. */
	total: string | null;
	/** There is a total, which would give somebody's figure away. */
	withheld: boolean;
}

export interface CountedView extends Remark {
	people: string;
}

export interface FileView {
	companies: Array<{ id: number; people: string; columns: ColumnView[] }>;
	/** How many people's wage was compared with an earlier one; null where that is not looked at. */
	compared: string | null;
	leftOut: CountedView[];
	remarks: CountedView[];
}

/** Text goes on into mails and logs: totals of pay stay on the page, which somebody opens. */
export const TOTALS_IN_TEXT: Record<FileDataset, boolean> = { budgets: true, salaryLeave: false };

export function fileView(file: FileSummary, language: Language): FileView {
	const count = (value: number): string => formatCount(value, language);
	const counted = (entries: FileSummary['left_out'] | FileSummary['remarks']): CountedView[] =>
		entries.map((entry) => {
			const params = 'params' in entry ? entry.params : {};
			const { message, action } = wordsOf(entry.code, params, { message: entry.code }, language);
			return { people: count(entry.people), message, action };
		});
	return {
		companies: file.companies.map(({ alleo_company_id: id, people, columns }) => ({
			id,
			people: count(people),
			columns: columns.map((column) => ({
				label: columnLabel(column.column, language),
				people: count(column.people),
				total: columnTotal(column, language),
				withheld: column.withheld,
			})),
		})),
		compared: file.compared === null ? null : count(file.compared),
		leftOut: counted(file.left_out),
		remarks: counted(file.remarks),
	};
}

function columnLabel(column: string, language: Language): string {
	const key = FLEX_COLUMN_KEYS.find((known) => FLEX_COLUMNS[known] === column);
	if (key !== undefined) return FLEX_COLUMN_LABELS[key][language];
	const period = budgetPeriod(column);
	if (period === null) return column;
	const when = translator(language)(period === 'monthly' ? 'perMonth' : 'oneOff');
	return `${when}, ${budgetCategory(column, language)}`;
}

function columnTotal({ column, total }: FileColumn, language: Language): string | null {
	if (total === null) return null;
	return column.endsWith('Hours') ? formatHours(total, language) : formatEuro(total, language);
}
