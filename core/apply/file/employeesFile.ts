import type { Employee, EmployeeStatus } from '../../model/employee';
import { emailKey } from '../../identity/keys';
import { isFormula } from '../../ui/formula';
import type { Filling, IssueCode, PlacesOf } from '../../issues';
import { buildFile } from './build';
import type { BuiltFile, FileLine } from './build';

/**
 * The employees file `alleo_employees_*.csv` (Alleo help centre, "SFTP integration"): everybody in service
 * and everybody who starts, with the last day of who leaves until that day has passed. Alleo takes the
 * dates by itself, so unlike over the API they may lie ahead.
 */

/** Columns that Alleo maps on request only, by the header that was agreed; none by default. */
export interface ExtraColumns {
	externalId: string;
	language: string;
	group: string;
}

export interface EmployeesFileOptions {
	/** `YYYY-MM-DD`; dates before it are history and stay out. */
	referenceDate: string;
	extra: ExtraColumns;
}

const LEFT_OUT = {
	active: null,
	upcoming: null,
	ended: 'FILE_LEFT_SERVICE',
	ineligible: 'FILE_NOT_ELIGIBLE',
	held: 'HELD',
} as const satisfies Record<EmployeeStatus, IssueCode | null>;

interface Column {
	header: string;
	value: (person: Employee) => string | null;
	isNeeded?: true;
}

/** Alleo: "today or later" for both dates; a past onboarding date means nothing to an account that exists. */
const ahead = (date: string | null, today: string): string | null =>
	date !== null && date >= today ? date : null;

function columnsOf({ referenceDate, extra }: EmployeesFileOptions): Column[] {
	const added: Column[] = [
		{ header: extra.externalId, value: ({ external_id: id }) => id },
		{ header: extra.language, value: ({ language }) => language?.toUpperCase() ?? null },
		{ header: extra.group, value: ({ group }) => group },
	];
	return [
		{ header: 'Email', value: ({ email }) => email, isNeeded: true },
		{ header: 'First name', value: ({ first_name: name }) => name, isNeeded: true },
		{ header: 'Last name', value: ({ last_name: name }) => name, isNeeded: true },
		{ header: 'Prefix', value: ({ prefix }) => prefix },
		{ header: 'Onboarding date', value: ({ start_date: day }) => ahead(day, referenceDate) },
		{ header: 'Offboarding date', value: ({ end_date: day }) => ahead(day, referenceDate) },
		{ header: 'Birthday', value: ({ birthday }) => birthday },
		{ header: 'Work anniversary', value: ({ work_anniversary: day }) => day },
		...added.filter(({ header }) => header !== ''),
	];
}

function twinsOf(people: readonly Employee[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const twins = new Set<string>();
	for (const { email, status } of people) {
		if (email === null || LEFT_OUT[status] !== null) continue;
		const key = emailKey(email);
		if (seen.has(key)) twins.add(key);
		seen.add(key);
	}
	return twins;
}

function lineOf(
	person: Employee,
	columns: readonly Column[],
	twins: ReadonlySet<string>,
): FileLine {
	const base = { rowId: null, action: null, externalId: person.external_id, alleoId: null };
	const without = <C extends IssueCode>(
		code: C,
		...[params = {}]: Filling<PlacesOf<C>>
	): FileLine => ({
		...base,
		cells: null,
		code,
		params,
	});
	const leftOut = LEFT_OUT[person.status];
	if (leftOut !== null) return without(leftOut);
	if (person.email !== null && twins.has(emailKey(person.email)))
		return without('FILE_EMAIL_TWICE');
	const cells: string[] = [];
	for (const { header, value, isNeeded } of columns) {
		const cell = value(person)?.trim() ?? '';
		if (cell === '' && isNeeded === true) return without('FILE_NAME_MISSING', { field: header });
		if (isFormula(cell)) return without('FILE_FORMULA', { field: header });
		cells.push(cell);
	}
	return { ...base, cells, code: 'FILE_ROW_WRITTEN' };
}

export function employeesFile(
	people: readonly Employee[],
	options: EmployeesFileOptions,
): BuiltFile {
	const columns = columnsOf(options);
	const twins = twinsOf(people);
	return buildFile(
		columns.map(({ header }) => header),
		people.map((person) => lineOf(person, columns, twins)),
	);
}
