import { emailKey } from '../../identity/keys';
import type { Coverage } from '../../model/employee';
import type { GuardResult } from '../../model/summary';
import { PAY_COLUMN_KEYS, PAY_COLUMNS } from '../../payroll/columns';
import { emptySource, guard, incompleteSource } from '../guard';
import { allowed } from '../options';
import type { GuardLimit } from '../options';
import type { Draft } from '../planHash';
import type { PreviousFile } from './previous';

/** Guards of a plan for a file: what makes the whole file look wrong, though each line may look right. */

export type FileGuard =
	| 'FLEX_HELD_LIMIT'
	| 'FLEX_FEWER_PEOPLE'
	| 'FLEX_COLUMN_EMPTY'
	| 'FLEX_NOT_COMPARED';

export const DEFAULT_FILE_LIMITS: Record<FileGuard, GuardLimit> = {
	FLEX_HELD_LIMIT: { percent: 5, minimum: 3, maximum: 100 },
	FLEX_FEWER_PEOPLE: { percent: 5, minimum: 3, maximum: 100 },
	FLEX_COLUMN_EMPTY: { percent: 5, minimum: 3, maximum: 100 },
	FLEX_NOT_COMPARED: { percent: 10, minimum: 5, maximum: 100 },
};

export interface FileGuardInput {
	/** People of the source. */
	people: number;
	rows: readonly Draft[];
	coverage: readonly Coverage[];
	previous: PreviousFile;
	/** People of the file whose wage was compared. */
	compared: number;
	limits: Record<FileGuard, GuardLimit>;
	/** Whether a guard about the folder says already why nothing was compared. */
	isSaid: boolean;
}

/** The column that most people lost since the previous file. */
function emptiedColumn({ rows, previous, limits }: FileGuardInput): GuardResult[] {
	if (previous.state !== 'read') return [];
	let worst = { field: PAY_COLUMNS.gross_hourly_wage as string, actual: 0 };
	for (const column of PAY_COLUMN_KEYS) {
		const actual = rows.filter(
			({ flex, email }) =>
				flex?.[column] === null &&
				email !== null &&
				(previous.lines.get(emailKey(email))?.[column] ?? null) !== null,
		).length;
		if (actual > worst.actual) worst = { field: PAY_COLUMNS[column], actual };
	}
	const limit = allowed(limits.FLEX_COLUMN_EMPTY, previous.lines.size);
	return [guard('FLEX_COLUMN_EMPTY', limit, worst.actual, { field: worst.field })];
}

function missingPeople({ rows, previous, limits }: FileGuardInput): GuardResult[] {
	if (previous.state !== 'read') return [];
	const present = new Set(rows.flatMap(({ email }) => (email === null ? [] : [emailKey(email)])));
	const gone = [...previous.lines.keys()].filter((email) => !present.has(email)).length;
	return [guard('FLEX_FEWER_PEOPLE', allowed(limits.FLEX_FEWER_PEOPLE, previous.lines.size), gone)];
}

function unreadable({ previous, isSaid }: FileGuardInput): GuardResult[] {
	if (previous.state !== 'failed' || isSaid) return [];
	return [guard('FLEX_PREVIOUS_UNREADABLE', 0, 1, { problem: previous.problem })];
}

export function fileGuards(input: FileGuardInput): GuardResult[] {
	const { people, rows, coverage, compared, limits } = input;
	const held = rows.filter(({ action }) => action === 'hold').length;
	const inFile = rows.length - held;
	const common = [
		emptySource(people),
		incompleteSource('FILE_SOURCE_INCOMPLETE', coverage),
		guard('FLEX_HELD_LIMIT', allowed(limits.FLEX_HELD_LIMIT, Math.max(rows.length, 1)), held),
	];
	// It says all that "not compared" would, and to whom that has happened: everybody.
	if (input.previous.state === 'none') {
		return input.isSaid ? common : [...common, guard('FLEX_FIRST_FILE', 0, 1)];
	}
	const base = Math.max(inFile, 1);
	return [
		...common,
		...unreadable(input),
		...missingPeople(input),
		...emptiedColumn(input),
		guard('FLEX_NOT_COMPARED', allowed(limits.FLEX_NOT_COMPARED, base), inFile - compared),
	];
}
