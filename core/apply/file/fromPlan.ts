import type { FileDataset } from '../../model/plan';
import { BUDGET_FILE } from '../../model/budget';
import { PAY_COLUMN_KEYS, PAY_COLUMNS } from '../../payroll/columns';
import type { PayColumn } from '../../payroll/columns';
import type { AdmittedRow } from '../admit';
import { budgetsFile } from './budgets';
import { buildFile } from './build';
import type { BuiltFile } from './build';
import { lineOfRow } from './line';
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

function payFile(rows: readonly AdmittedRow[]): BuiltFile {
	const columns = [BUDGET_FILE.email, ...PAY_COLUMN_KEYS.map((column) => PAY_COLUMNS[column])];
	return buildFile(
		columns,
		rows.map((admitted) => {
			const { flex, action } = admitted.row;
			const isIn = flex !== undefined && action !== 'hold' && !admitted.excluded;
			const cells = isIn ? PAY_COLUMN_KEYS.map((column) => PAY_CELL[column](flex[column])) : null;
			return lineOfRow(admitted, cells);
		}),
	);
}

export const fileOfPlan = (dataset: FileDataset, rows: readonly AdmittedRow[]): BuiltFile =>
	dataset === 'salaryLeave' ? payFile(rows) : budgetsFile(rows);
