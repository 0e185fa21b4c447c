import { itemIssue } from '../../../core/issues';
import { groupBy } from '../../../core/model/collect';
import type { AfasRow } from '../api/schemas';
import { textCell } from '../listing/cells';
import { serviceOf } from './choose';
import type { StructuralColumns } from './columns';
import type { Notice } from '../../shared/source/source';

/** Contract rows by employee code, to join in one pass. */
export const contractsByEmployee = (
	rows: readonly AfasRow[],
	column: string,
): Map<string, AfasRow[]> => groupBy(rows, (row) => textCell(row, column));

/** The contracts of all employee codes of one person. */
export function contractsOf(
	people: readonly AfasRow[],
	byEmployee: Map<string, AfasRow[]>,
	columns: StructuralColumns,
): AfasRow[] {
	const ids = new Set(people.map((row) => row[columns.employeeId]));
	return [...ids].flatMap((id) =>
		id === null || id === undefined ? [] : (byEmployee.get(String(id)) ?? []),
	);
}

/**
 * Where the contracts connector carries employment dates of its own that the employees connector
 * does not know, the employees connector wins, and the person gets a notice.
 */
export function dateNotices(
	people: readonly AfasRow[],
	contracts: readonly AfasRow[],
	columns: StructuralColumns,
): Notice[] {
	const comparable = contracts.filter((row) => Object.hasOwn(row, columns.employmentStart));
	if (comparable.length === 0) return [];
	const known = people.map((row) => serviceOf(row, columns));
	const disagrees = comparable.some((row) => {
		const { start, end } = serviceOf(row, columns);
		const hasEnd = Object.hasOwn(row, columns.employmentEnd);
		return !known.some((service) => service.start === start && (!hasEnd || service.end === end));
	});
	return disagrees ? [itemIssue('AFAS_DATES_DISAGREE', columns.employmentEnd)] : [];
}
