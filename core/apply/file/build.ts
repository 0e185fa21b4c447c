import type { IssueCode, IssueParams } from '../../issues';
import { resolveCarried } from '../../issues';
import type { Outcome, RowAction } from '../../model/plan';
import { toCsv } from './csv';

/** One line of a file, or the reason why a person has none. */
export interface FileLine {
	rowId: string | null;
	action: RowAction | null;
	externalId: string | null;
	alleoId: number | null;
	/** The cells in the order of the header; null where the person is not in the file. */
	cells: readonly string[] | null;
	code: IssueCode;
	params?: IssueParams;
}

export interface BuiltFile {
	/** null where nobody is in it: an empty file would say that nobody has anything. */
	content: string | null;
	columns: readonly string[];
	/** Lines without the header. */
	people: number;
	/** One for each person of the input: written, or why not. */
	outcomes: Outcome[];
	/** Why people are not in the file, and how many. */
	leftOut: Record<string, number>;
}

function outcomeOf(line: FileLine): Outcome {
	const { message, action } = resolveCarried(line);
	const written = line.cells !== null;
	return {
		row_id: line.rowId,
		action: line.action,
		external_id: line.externalId,
		alleo_id: line.alleoId,
		outcome: written ? 'applied' : 'skipped',
		code: line.code,
		message: written ? message : `${message} ${action}`,
		http_status: null,
		request_id: null,
	};
}

export function buildFile(columns: readonly string[], lines: readonly FileLine[]): BuiltFile {
	const written = lines.flatMap(({ cells }) => (cells === null ? [] : [cells]));
	const leftOut: Record<string, number> = {};
	for (const { cells, code } of lines) {
		if (cells === null) leftOut[code] = (leftOut[code] ?? 0) + 1;
	}
	return {
		content: written.length === 0 ? null : toCsv(columns, written),
		columns,
		people: written.length,
		outcomes: lines.map(outcomeOf),
		leftOut,
	};
}
