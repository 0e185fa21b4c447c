import { BUDGET_FILE, sentBeforeCell } from '../../model/budget';
import type { FileBudgetLine } from '../../model/plan';
import type { AdmittedRow } from '../admit';
import { buildFile } from './build';
import type { BuiltFile, FileLine } from './build';
import { lineOfRow } from './line';
import { euroCell } from './numbers';

/**
 * The budget file (alleo.md, section 4): one column for each budget that somebody has or had, under the name of
 * its field, and what the next file needs to compare with. Who is held or left out keeps the line of last time.
 */

/** null: the person has no line. */
function lineOf({ row, excluded }: AdmittedRow): FileBudgetLine | null {
	const { budget_line: facts, budgets: cells } = row;
	if (excluded) return facts?.otherwise ?? null;
	return facts === undefined ? null : { cells, sent_before: facts.sent_before };
}

export function budgetsFile(rows: readonly AdmittedRow[]): BuiltFile {
	// Holds alone are no file: the one in the folder says all that they would.
	const isSent = rows.some(({ row }) => row.action === 'update');
	const lines = rows.map((admitted) => ({ admitted, line: isSent ? lineOf(admitted) : null }));
	const written = lines.flatMap(({ line }) => line ?? []);
	const fields = [...new Set(written.flatMap(({ cells }) => Object.keys(cells)))].sort();
	const marks = written.some(({ sent_before: sent }) => Object.keys(sent).length > 0);
	const { email, alleoId, sentBefore } = BUDGET_FILE;
	return buildFile(
		[email, ...fields, alleoId, ...(marks ? [sentBefore] : [])],
		lines.map(({ admitted, line }): FileLine => {
			const { row, excluded } = admitted;
			const cells =
				line === null
					? null
					: [
							...fields.map((field) => euroCell(line.cells[field] ?? null)),
							row.alleo_id === null ? '' : String(row.alleo_id),
							...(marks ? [sentBeforeCell(line.sent_before)] : []),
						];
			const kept = excluded || row.action === 'hold';
			return lineOfRow(admitted, cells, kept ? 'FILE_ROW_KEPT' : 'FILE_ROW_WRITTEN');
		}),
	);
}
