import { isFormula } from '../../ui/formula';
import { PAY_COLUMN_KEYS, PAY_COLUMNS } from '../../payroll/columns';
import type { PayColumn } from '../../payroll/columns';
import type { AdmittedRow } from '../admit';
import type { IssueCode } from '../../issues';
import type { FileDataset, PlanRow } from '../../model/plan';
import { buildFile } from './build';
import type { BuiltFile, FileLine } from './build';
import { euroCell, hoursCell } from './numbers';

/** The files that come from a plan: exactly its rows that were not held and not left out. */

/** How each column is written; their order is that of Alleo's template (payroll/columns.ts). */
const PAY_CELL: Record<PayColumn, (value: number | null) => string> = {
	primary_source: euroCell,
	secondary_source: euroCell,
	gross_hourly_wage: euroCell,
	non_statutory_leave_hours: hoursCell,
	statutory_leave_hours: hoursCell,
};

const EMAIL = 'Email';

function line(
	{ row, excluded }: AdmittedRow,
	cellsOf: (row: PlanRow) => readonly string[] | null,
): FileLine {
	const base = {
		rowId: row.row_id,
		action: row.action,
		externalId: row.external_id,
		alleoId: row.alleo_id,
	};
	const without = (code: IssueCode): FileLine => ({
		...base,
		cells: null,
		code,
		params: { field: EMAIL },
	});
	if (row.action === 'hold') return without('HELD');
	if (excluded) return without('EXCLUDED');
	const cells = cellsOf(row);
	if (cells === null || row.email === null || row.email === '') return without('FILE_NAME_MISSING');
	if (isFormula(row.email)) return without('FILE_FORMULA');
	return { ...base, cells: [row.email, ...cells], code: 'FILE_ROW_WRITTEN' };
}

function payFile(rows: readonly AdmittedRow[]): BuiltFile {
	const columns = [EMAIL, ...PAY_COLUMN_KEYS.map((column) => PAY_COLUMNS[column])];
	return buildFile(
		columns,
		rows.map((admitted) =>
			line(admitted, ({ flex }) =>
				flex === undefined ? null : PAY_COLUMN_KEYS.map((column) => PAY_CELL[column](flex[column])),
			),
		),
	);
}

/** One column for each budget that somebody has, under the name of its field (alleo.md, section 4). */
function budgetsFile(rows: readonly AdmittedRow[]): BuiltFile {
	const isIn = ({ row, excluded }: AdmittedRow): boolean => row.action !== 'hold' && !excluded;
	const names = [
		...new Set(rows.filter(isIn).flatMap(({ row }) => Object.keys(row.budgets))),
	].sort();
	return buildFile(
		[EMAIL, ...names],
		rows.map((admitted) =>
			line(admitted, ({ budgets }) => names.map((name) => euroCell(budgets[name] ?? null))),
		),
	);
}

export const fileOfPlan = (dataset: FileDataset, rows: readonly AdmittedRow[]): BuiltFile =>
	dataset === 'salaryLeave' ? payFile(rows) : budgetsFile(rows);
