import { z } from 'zod';
import type { AccessSeen } from '../../../core/connect/access';
import type { FilterSeen } from '../../../core/connect/filter';
import { alleoField, meantField } from '../../../core/normalize/alleoFields';
import { ACCESS_FIELD, FILTER_FIELD, isEmpty, readYesNo } from '../../../core/normalize/mapping';
import { privacyOf } from '../../../core/normalize/privacy';
import type { AfasClient } from '../../Afas/api/client';
import { pageQuery, pageSizeFor } from '../../Afas/api/query';
import type { AfasField, AfasRow } from '../../Afas/api/schemas';
import { chooseRow, inService, serviceOf } from '../../Afas/employee/choose';
import { structuralColumns, type StructuralColumns } from '../../Afas/employee/columns';
import { groupRows } from '../../Afas/employee/records';
import { EMPLOYEE_COLUMNS } from '../../Afas/employee/requirements';
import { CellReader } from '../../Afas/listing/cells';
import { countAccess } from '../access';
import { countFilter } from '../filter';

/**
 * Looks at the access and the routing column of the employees connector, so that the customer can be asked. A
 * page waits for it, so one page of rows is read, and of a row no more is looked at than these columns, who
 * it is and whether that person is in service. AFAS always gives whole rows.
 */

const MOST_ROWS = 1000;

const alternativesOf = (wanted: string): string[] =>
	EMPLOYEE_COLUMNS.flatMap(({ column, alternatives }) =>
		column === wanted ? [column, ...alternatives] : [],
	);

const ACCESS_NAMES: ReadonlySet<string> = new Set(
	alternativesOf(ACCESS_FIELD).map((name) => name.toLowerCase()),
);

/** Columns that the sync reads for a field of Alleo by their name; the name of today before that of old. */
const readByName = (free: readonly AfasField[], wanted: string): string[] =>
	free
		.map(({ id }) => id)
		.filter((id) => alleoField(id) === wanted)
		.sort((a, b) => Number(/^yourcampus/i.test(a)) - Number(/^yourcampus/i.test(b)));

/** Who says yes or no: the column that the sync reads by its name, and, where there is none, a likely one. */
function accessColumns(fields: readonly AfasField[]): { columns: string[]; sure: boolean } {
	const free = fields.filter((field) => privacyOf(field) === 'free');
	const read = readByName(free, ACCESS_FIELD);
	if (read.length > 0) return { columns: read, sure: true };
	const likely: Array<(name: string) => boolean> = [
		(name) => alleoField(name) === ACCESS_FIELD,
		(name) => ACCESS_NAMES.has(name.trim().toLowerCase()),
		(name) => meantField(name) === ACCESS_FIELD,
	];
	const [found] = likely.flatMap((is) => free.filter(({ id, label }) => is(id) || is(label)));
	return { columns: found === undefined ? [] : [found.id], sure: false };
}

/** The column for a purpose, under its own name or one that customers use; null where there is none. */
function columnFor(fields: readonly AfasField[], wanted: string): string | null {
	for (const name of alternativesOf(wanted)) {
		const found = fields.find(({ id }) => id.toLowerCase() === name.toLowerCase());
		if (found !== undefined) return found.id;
	}
	return null;
}

const Row = z.record(z.unknown());

/** Rows with no more than these columns; null where one is no row. */
function cut(
	rows: readonly unknown[],
	{ employeeId, employmentStart, employmentEnd, hours }: StructuralColumns,
	access: readonly string[],
): AfasRow[] | null {
	const cells = new CellReader();
	const kept: AfasRow[] = [];
	for (const raw of rows) {
		const row = Row.safeParse(raw);
		if (!row.success) return null;
		const { data } = row;
		kept.push({
			[employeeId]: cells.read(data[employeeId], 'key') ?? null,
			[employmentStart]: cells.read(data[employmentStart], 'date') ?? null,
			[employmentEnd]: cells.read(data[employmentEnd], 'date') ?? null,
			[hours]: cells.read(data[hours], 'plain') ?? null,
			...Object.fromEntries(access.map((id) => [id, cells.read(data[id], 'plain') ?? null])),
		});
	}
	return kept;
}

/** One row for each person who is in service on a day; `whole`: nobody is missing from the page. */
interface Page {
	rows: AfasRow[];
	whole: boolean;
}

/** Null where it could not be looked at: no columns that say who and when, no row, a refusal. */
async function inServiceOf(
	client: AfasClient,
	connector: string,
	fields: readonly AfasField[],
	{ day, wanted }: { day: string; wanted: readonly string[] },
): Promise<Page | null> {
	const employeeId = columnFor(fields, 'EmployeeId');
	const employmentStart = columnFor(fields, 'EmploymentStart');
	const employmentEnd = columnFor(fields, 'EmploymentEnd');
	if (employeeId === null || employmentStart === null || employmentEnd === null) return null;
	const hours = columnFor(fields, 'HourPerWeek') ?? '';
	const columns = structuralColumns({ employeeId, employmentStart, employmentEnd, hours });
	const take = pageSizeFor(MOST_ROWS, fields.length);
	// Who started last is mostly in service still, so that a sample says the most of them.
	const order = `-${employmentStart},${employeeId}`;
	const page = await client.page(connector, pageQuery({ skip: 0, take, order, filterJson: null }));
	const rows = page.ok && !page.damaged ? cut(page.rows, columns, wanted) : null;
	if (rows === null) return null;
	const chosen = groupRows(rows, employeeId)
		.map((group) => chooseRow(group, columns, day))
		.filter((row) => inService(serviceOf(row, columns), day));
	return chosen.length === 0 ? null : { rows: chosen, whole: rows.length < take };
}

/** The first of these columns that anybody has a value in, and what each person has. */
function valuesOf(rows: readonly AfasRow[], columns: readonly string[]) {
	const filled = (row: AfasRow): string | undefined => columns.find((id) => !isEmpty(row[id]));
	return {
		field: rows.map(filled).find((id) => id !== undefined) ?? columns[0] ?? null,
		values: rows.map((row) => row[filled(row) ?? '']),
	};
}

/** `field` null where no column is about it; null where it could not be looked at. */
export interface SeenFields {
	access: AccessSeen | null;
	filter: FilterSeen | null;
}

/** @param day YYYY-MM-DD; who is in service on it is counted */
export async function lookAtFields(
	client: AfasClient,
	connector: string,
	fields: readonly AfasField[],
	day: string,
): Promise<SeenFields> {
	const { columns: access, sure } = accessColumns(fields);
	const filter = readByName(
		fields.filter((field) => privacyOf(field) === 'free'),
		FILTER_FIELD,
	);
	const none: SeenFields = {
		access: access.length === 0 ? countAccess(null, [], 0) : null,
		filter: filter.length === 0 ? countFilter(null, [], 0) : null,
	};
	const wanted = [...access, ...filter];
	if (wanted.length === 0) return none;
	const page = await inServiceOf(client, connector, fields, { day, wanted });
	if (page === null) return none;
	const people = page.whole ? page.rows.length : null;
	const said = valuesOf(page.rows, access);
	const routed = valuesOf(page.rows, filter);
	// A likely name that holds something else than yes and no is about something else.
	const isAccess =
		sure || said.values.some((value) => !isEmpty(value) && readYesNo(value) !== null);
	return {
		access:
			none.access ??
			(isAccess ? countAccess(said.field, said.values, people) : countAccess(null, [], 0)),
		filter: none.filter ?? countFilter(routed.field, routed.values, people),
	};
}
