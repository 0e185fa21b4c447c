import type { Notice } from '../../shared/source/source';
import { isCivilDate } from '../../../core/model/dates';
import { itemIssue } from '../../../core/issues';
import { readAmount } from '../../../core/payroll/amount';
import type { AfasRow } from '../api/schemas';
import { textCell } from '../listing/cells';

/** A whole number, such as a year, a period or a plan; null for anything else. */
export function wholeCell(row: AfasRow, column: string | null): number | null {
	const text = textCell(row, column);
	return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}

/** A civil date; null for none. Undefined: there is something that is no date. */
export function dateCell(row: AfasRow, column: string | null): string | null | undefined {
	const text = textCell(row, column);
	if (text === null) return null;
	return isCivilDate(text) ? text : undefined;
}

/** An amount or hours, decimal comma or point; what has two readings is an issue and null. */
export function amountCell(
	row: AfasRow | undefined,
	column: string | null,
	issues: Notice[],
): number | null {
	if (column === null || row === undefined) return null;
	const read = readAmount(row[column]);
	if (read.kind === 'odd') issues.push(itemIssue('AFAS_AMOUNT_UNREADABLE', column, { column }));
	return read.kind === 'number' ? read.value : null;
}
