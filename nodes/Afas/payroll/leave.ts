import type { LeaveBalance } from '../../../core/payroll/payrollRecord';
import { itemIssue } from '../../../core/issues';
import { leaveKind } from '../../../core/payroll/leaveRules';
import type { AfasRow } from '../api/schemas';
import type { Notice } from '../../shared/source/source';
import { amountCell, textCell, wholeCell } from './cells';
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
	{ leaveRules, leaveUnit, referenceDate }: PayrollSettings,
): LeaveFigures {
	const issues: Notice[] = [];
	const thisYear = Number(referenceDate.slice(0, 4));
	const yearOf = (row: AfasRow): number => wholeCell(row, columns.year) ?? 0;
	const begun = rows.filter((row) => yearOf(row) <= thisYear);
	const year = begun.reduce((most, row) => Math.max(most, yearOf(row)), 0);
	const kept = new Map<string, { row: AfasRow; period: number }>();
	for (const row of begun) {
		if (yearOf(row) !== year) continue;
		const key = `${textCell(row, columns.employment) ?? ''} ${textCell(row, columns.type) ?? ''}`;
		const period = wholeCell(row, columns.period) ?? 0;
		const known = kept.get(key);
		if (known === undefined || period >= known.period) kept.set(key, { row, period });
	}
	const now = [...kept.values()].map(({ row }) => row);
	const leave = now.map((row): LeaveBalance => {
		const code = textCell(row, columns.type);
		const description = textCell(row, columns.description);
		const kind = leaveKind({ code, description }, leaveRules);
		return {
			group: description ?? code,
			type: kind === 'unknown' ? 'other' : kind,
			balance: amountCell(row, columns.balance, issues),
			unit: leaveUnit,
		};
	});
	const count = leave.filter(({ type }) => type === 'other').length;
	const notices = count === 0 ? [] : [itemIssue('AFAS_LEAVE_TYPE_UNKNOWN', 'leave', { count })];
	return { leave, issues, notices };
}
