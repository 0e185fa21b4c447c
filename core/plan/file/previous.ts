import { parse } from 'csv-parse/sync';
import { emailKey } from '../../identity/keys';
import { PAY_COLUMN_KEYS, PAY_COLUMNS } from '../../payroll/columns';
import type { PayColumn } from '../../payroll/columns';
import { readNumber } from '../../normalize/mapping';

/**
 * The previous salary and leave file, for comparison. It stays where it was delivered: nothing of it is
 * kept in a plan, a log or a table.
 */
export type PreviousFile =
	/** No such file: the first run, or nothing is connected. */
	| { state: 'none' }
	| { state: 'failed'; problem: string }
	| { state: 'read'; lines: ReadonlyMap<string, PreviousLine> };

export type PreviousLine = Readonly<Record<PayColumn, number | null>>;

const failed = (problem: string): PreviousFile => ({ state: 'failed', problem });

/** @param content the file, decoded as UTF-8 */
export function readPrevious(content: string): PreviousFile {
	let rows: string[][];
	try {
		rows = parse(content, { bom: true, relax_column_count: true, skip_empty_lines: true });
	} catch {
		return failed('it is no CSV');
	}
	const [head = [], ...lines] = rows;
	const places = head.map((name) => name.trim().toLowerCase());
	const emailAt = places.indexOf('email');
	if (emailAt < 0) return failed('it has no column "Email"');
	const columns = PAY_COLUMN_KEYS.map(
		(column) => [column, places.indexOf(PAY_COLUMNS[column].toLowerCase())] as const,
	);
	const known = new Map<string, PreviousLine>();
	for (const line of lines) {
		const email = line[emailAt]?.trim() ?? '';
		if (email === '') continue;
		const entries = columns.map(([column, at]) => [column, readNumber(line[at] ?? '')] as const);
		known.set(emailKey(email), Object.fromEntries(entries) as Record<PayColumn, number | null>);
	}
	return { state: 'read', lines: known };
}

export const previousLine = (previous: PreviousFile, email: string): PreviousLine | null =>
	previous.state === 'read' ? (previous.lines.get(emailKey(email)) ?? null) : null;
