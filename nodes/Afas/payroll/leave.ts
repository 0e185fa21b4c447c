import type { LeaveBalance } from '../../../core/payroll/record';
import { itemIssue } from '../../../core/issues';
import { leaveBalancesOf, unknownLeave } from '../../../core/payroll/leaveRules';
import { groupBy } from '../../../core/model/collect';
import { newest } from '../../shared/source/rows';
import type { AfasRow } from '../api/schemas';
import type { Notice } from '../../shared/source/source';
import { textCell } from '../listing/cells';
import { amountCell, wholeCell } from './cells';
import type { LeavePart } from './plan';
import type { PayrollSettings } from './settings';

export interface LeaveFigures {
	leave: LeaveBalance[];
	issues: Notice[];
	notices: Notice[];
}

/**
 * The leave of one person: the balances of the latest leave year that has begun, and in it of the latest
 * period of each type and employment. Rights of a year to come are no balance yet.
 */
export function readLeave(
	rows: readonly AfasRow[],
	{ columns }: LeavePart,
	settings: PayrollSettings,
): LeaveFigures {
	const issues: Notice[] = [];
	const thisYear = Number(settings.referenceDate.slice(0, 4));
	const yearOf = (row: AfasRow): number => wholeCell(row, columns.year) ?? 0;
	const begun = rows.filter((row) => yearOf(row) <= thisYear);
	const year = begun.reduce((most, row) => Math.max(most, yearOf(row)), 0);
	const groups = groupBy(
		begun.filter((row) => yearOf(row) === year),
		(row) => `${textCell(row, columns.employment) ?? ''} ${textCell(row, columns.type) ?? ''}`,
	);
	const now = [...groups.values()]
		.map((same) => newest(same, (row) => wholeCell(row, columns.period) ?? 0))
		.filter((row) => row !== null);
	const leave = now.flatMap((row): LeaveBalance[] => {
		const code = textCell(row, columns.type);
		const description = textCell(row, columns.description);
		const balance = amountCell(row, columns.balance, issues);
		return leaveBalancesOf({ code, description }, balance, settings);
	});
	const count = unknownLeave(leave);
	const notices = count === 0 ? [] : [itemIssue('AFAS_LEAVE_TYPE_UNKNOWN', 'leave', { count })];
	return { leave, issues, notices };
}
