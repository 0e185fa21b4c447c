import { ColumnWatch, isAlleoField } from '../../../core/normalize/privacy';
import type { Withheld } from '../../../core/normalize/privacy';
import { alleoField } from '../../../core/normalize/alleoFields';
import { done, failed, problem } from '../../../core/model/result';
import type { Problem, Result } from '../../../core/model/result';
import { cellText } from '../table/table';
import type { TableRow, FileTable } from '../table/table';
import type { FileSettings } from '../settings';
import { isBroken, isDamagedId, plainText } from './cells';
import { DateColumn } from './dates';
import { findRoles, isPrivateColumn, placeOf, roleAbout } from './roles';
import type { RolePlaces, FileRole } from './roles';

/** One person of a file: the columns that have a meaning, and in `extraFields` those that were chosen. */
export interface FileRecord extends Partial<Record<FileRole, string | null>> {
	source: 'custom';
	idPrefix: string;
	partition: string;
	/** Routing; null where the file has no such column, so that mapping it asks nothing of a file. */
	alleo_filter: string | null;
	extraFields: Record<string, string | null>;
	withheldFields?: readonly string[];
}

export interface FilePeople {
	records: FileRecord[];
	/** `Employee ID = Personeelsnummer`, for whoever sets the node up. */
	found: readonly string[];
	/** Names of columns that leave, and of those that stay behind. */
	passed: readonly string[];
	left: readonly string[];
	withheld: readonly Withheld[];
}

type Chosen = Pick<
	FileSettings,
	'name' | 'columns' | 'additional' | 'dates' | 'idLength' | 'sameId'
>;

const isOlderName = (name: string): boolean => /^\s*yourcampus/i.test(name);

/** Columns beside those with a meaning: fields for Alleo by their own name, and what a person chose. */
function extraColumns(
	header: readonly string[],
	roles: RolePlaces,
	additional: readonly string[],
): Result<number[]> {
	const places = new Set<number>();
	const meant = new Map<string, string>();
	for (const [place, name] of header.entries()) {
		if (!isAlleoField(name)) continue;
		places.add(place);
		// The older name beside the present one is read by Employee Normalize, which compares them.
		const key = `${alleoField(name) ?? ''} ${isOlderName(name) ? 'old' : ''}`;
		if (meant.has(key)) return failed('FILE_COLUMN_DOUBLED', { column: name });
		meant.set(key, name);
	}
	for (const name of additional) {
		const place = placeOf(header, name);
		if (place < 0) {
			const columns = header.slice(0, 40).join(', ');
			return failed('FILE_COLUMN_MISSING', { field: name, columns });
		}
		const column = header[place] ?? '';
		if (isPrivateColumn(column)) return failed('FILE_COLUMN_PRIVATE', { column });
		places.add(place);
	}
	const taken = new Set(roles.values());
	return done([...places].filter((place) => !taken.has(place)).sort((a, b) => a - b));
}

/** The routing value in its present spelling; the older one stays beside it, to be compared. */
const isFilter = (name: string): boolean =>
	alleoField(name) === 'alleo_filter' && !isOlderName(name);

/** Counts what is wrong in one column; the first line helps to find it. */
class Faults {
	count = 0;

	line = 0;

	add(line: number): void {
		this.count += 1;
		this.line ||= line;
	}
}

function damagedIds(rows: readonly TableRow[], place: number, length: number): Problem | null {
	const faults = new Faults();
	for (const { line, cells } of rows) if (isDamagedId(cells[place], length)) faults.add(line);
	const { count, line } = faults;
	return count === 0 ? null : problem('FILE_IDS_DAMAGED', { count, line });
}

function doubledIds(rows: readonly TableRow[], place: number): Problem | null {
	const faults = new Faults();
	const seen = new Set<string>();
	for (const { line, cells } of rows) {
		const id = plainText(cells[place]);
		if (id === '') continue;
		if (seen.has(id)) faults.add(line);
		seen.add(id);
	}
	const { count, line } = faults;
	return count === 0 ? null : problem('FILE_IDS_DOUBLED', { count, line });
}

function brokenCells(table: FileTable, places: readonly number[]): Problem | null {
	for (const place of places) {
		const faults = new Faults();
		for (const { line, cells } of table.rows) {
			if (isBroken(plainText(cells[place]))) faults.add(line);
		}
		const { count, line } = faults;
		const column = table.header[place] ?? '';
		if (count > 0) return problem('FILE_CELLS_BROKEN', { count, column, line });
	}
	return null;
}

/** Watches what leaves for service numbers and accounts, which a free column may well hold. */
function withheldColumns(
	table: FileTable,
	extra: readonly number[],
	id: number,
): Result<{ withheld: Withheld[]; places: ReadonlySet<number> }> {
	const watches = [id, ...extra].map((place) => ({ place, watch: new ColumnWatch() }));
	for (const { cells } of table.rows) {
		const person = plainText(cells[id]);
		for (const { place, watch } of watches) watch.look(cellText(cells[place]), person);
	}
	const withheld: Withheld[] = [];
	const places = new Set<number>();
	for (const { place, watch } of watches) {
		if (place === id && watch.surelyServiceNumbers) return failed('FILE_ID_PRIVATE');
		const kind = watch.verdict();
		if (place === id || kind === null) continue;
		withheld.push({ column: table.header[place] ?? '', kind });
		places.add(place);
	}
	return done({ withheld, places });
}

/** Rows to records; the first thing that makes all of them doubtful ends it. */
export function toPeople(table: FileTable, chosen: Chosen): Result<FilePeople> {
	const { header, rows } = table;
	const roles = findRoles(header, chosen.columns);
	if (!roles.ok) return roles;
	const extra = extraColumns(header, roles.value, chosen.additional);
	if (!extra.ok) return extra;
	const id = roles.value.get('employeeId') ?? -1;
	const used = [...roles.value.values(), ...extra.value];
	const fault =
		damagedIds(rows, id, chosen.idLength) ??
		(chosen.sameId === 'stop' ? doubledIds(rows, id) : null) ??
		brokenCells(table, used);
	if (fault !== null) return { ok: false, problem: fault };
	const watched = withheldColumns(table, extra.value, id);
	if (!watched.ok) return watched;
	const { withheld, places: hidden } = watched.value;

	const passing = extra.value.filter((place) => !hidden.has(place));
	const dates = new Map(
		[...roles.value].flatMap(([role, place]) =>
			roleAbout(role).isDate
				? [[role, new DateColumn(header[place] ?? '', chosen.dates)] as const]
				: [],
		),
	);
	const filter = passing.find((place) => isFilter(header[place] ?? ''));
	const common = {
		source: 'custom' as const,
		idPrefix: chosen.name,
		partition: chosen.name,
		...(withheld.length === 0 ? {} : { withheldFields: withheld.map(({ column }) => column) }),
	};
	const records = rows.map(({ line, cells }): FileRecord => {
		const record: FileRecord = { ...common, alleo_filter: null, extraFields: {} };
		for (const [role, place] of roles.value) {
			const column = dates.get(role);
			const text = plainText(cells[place]);
			record[role] = column === undefined ? text || null : column.read(cells[place] ?? null, line);
		}
		for (const place of passing) {
			const text = plainText(cells[place]) || null;
			if (place === filter) record.alleo_filter = text;
			else record.extraFields[header[place] ?? ''] = text;
		}
		return record;
	});
	for (const column of dates.values()) {
		const unclear = column.problem();
		if (unclear !== null) return { ok: false, problem: unclear };
	}
	return done({
		records,
		found: [...roles.value].map(([role, place]) => `${roleAbout(role).label} = ${header[place]}`),
		passed: passing.map((place) => header[place] ?? ''),
		left: header.filter((_name, place) => !used.includes(place)),
		withheld,
	});
}
