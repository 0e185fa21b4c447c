import type { IssueCode } from '../../issues';
import { BUDGET_FILE } from '../../model/budget';
import { isFormula } from '../../ui/formula';
import type { AdmittedRow } from '../admit';
import type { FileLine } from './build';

/**
 * One row of a plan as a line under its address, or the reason why it is none.
 *
 * @param cells after the address, in the order of the header; null: what is held or left out has no line
 */
export function lineOfRow(
	{ row, excluded }: AdmittedRow,
	cells: readonly string[] | null,
	written: IssueCode = 'FILE_ROW_WRITTEN',
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
		params: { field: BUDGET_FILE.email },
	});
	if (cells === null) {
		return without(row.action === 'hold' ? 'HELD' : excluded ? 'EXCLUDED' : 'FILE_NAME_MISSING');
	}
	if (row.email === null || row.email === '') return without('FILE_NAME_MISSING');
	if (isFormula(row.email)) return without('FILE_FORMULA');
	return { ...base, cells: [row.email, ...cells], code: written };
}
