import { problem } from '../../../core/model/result';
import type { Problem } from '../../../core/model/result';
import { cellText } from '../table/table';
import type { FileTable } from '../table/table';
import { placeOf } from '../employee/roles';

/** Whose file it is: its name, or a column that has the customer in every row. */

/** A name with `*` for anything, in any case; the whole name must fit. Linear, without a pattern. */
export function fitsName(name: string, pattern: string): boolean {
	const parts = pattern.toLowerCase().split('*');
	const given = name.toLowerCase();
	const [first = '', last = ''] = [parts[0], parts.at(-1)];
	if (parts.length === 1) return given === first;
	if (given.length < first.length + last.length) return false;
	if (!given.startsWith(first) || !given.endsWith(last)) return false;
	let at = first.length;
	const end = given.length - last.length;
	for (const part of parts.slice(1, -1)) {
		const found = given.indexOf(part, at);
		if (found < 0 || found + part.length > end) return false;
		at = found + part.length;
	}
	return true;
}

/** @param name as it came; null where the step before gives none */
export const nameProblem = (name: string | null, pattern: string): Problem | null =>
	pattern === '' || (name !== null && fitsName(name, pattern))
		? null
		: problem('FILE_OTHER_CUSTOMER', { where: 'the name of the file' });

/**
 * Every row must have it: a row of another customer is the same mistake. A value without a column, or the other
 * way round, is an expression that gave nothing: then nobody looked.
 */
export function columnProblem(
	{ header, rows }: FileTable,
	column: string,
	value: string,
): Problem | null {
	if (column === '' && value.trim() === '') return null;
	if (column === '' || value.trim() === '') {
		return problem('FILE_OTHER_CUSTOMER', { where: 'Customer: Column and Customer: Value' });
	}
	const place = placeOf(header, column);
	if (place < 0) {
		const columns = header.slice(0, 40).join(', ');
		return problem('FILE_COLUMN_MISSING', { field: column, columns });
	}
	const wanted = value.trim().toLowerCase();
	return rows.every(({ cells }) => cellText(cells[place]).toLowerCase() === wanted)
		? null
		: problem('FILE_OTHER_CUSTOMER', { where: `column ${header[place] ?? ''}` });
}
