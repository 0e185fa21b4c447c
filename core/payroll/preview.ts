import { PAY_COLUMNS, PAY_COLUMN_KEYS } from './columns';
import type { NormalizedPayroll } from './normalized';

/** A line of the preview of payroll records: how many have each column. Never a figure, nor a name. */
export interface PayPreviewItem {
	/** The column as Alleo's file has it. */
	field: string;
	alleo_field: string;
	/** `118 of 120`: with an amount. */
	filled: string;
	/** Held people without it: of somebody held no amount goes on. */
	held: number;
	/** What is wrong most often with this column, and what to do; '' where nothing is. */
	problem: string;
}

/** The commonest remark on one column; all that it says is in the catalogue's words. */
function commonest(records: readonly NormalizedPayroll[], column: string): string {
	const counts = new Map<string, number>();
	for (const { issues } of records) {
		for (const { field, message, action } of issues) {
			if (field !== column) continue;
			const text = `${message} ${action}`;
			counts.set(text, (counts.get(text) ?? 0) + 1);
		}
	}
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

export const previewPay = (records: readonly NormalizedPayroll[]): PayPreviewItem[] =>
	PAY_COLUMN_KEYS.map((column) => ({
		field: PAY_COLUMNS[column],
		alleo_field: column,
		filled: `${records.filter((one) => one[column] !== null).length} of ${records.length}`,
		held: records.filter(({ status }) => status === 'held').length,
		problem: commonest(records, column),
	}));
