import { groupBy } from '../../../core/model/collect';
import type { Notice } from '../../shared/source/source';
import { isCivilDate } from '../../../core/model/dates';
import { itemIssue } from '../../../core/issues';
import type { AfasRow } from '../api/schemas';
import { textCell, type CellKind } from '../listing/cells';
import { chooseRow, inService, serviceOf } from './choose';
import type { PersonKeyType, StructuralColumns } from './columns';

export interface AfasEmployment {
	EmployeeId: string | null;
	EmployerId: string | null;
	DvId: string | null;
	/** `YYYY-MM-DD`, null, or the text of AFAS where it is not a date. */
	startDate: string | null;
	endDate: string | null;
}

/** What the AFAS node puts out for one person; read by Employee Normalize. */
export interface AfasRecord {
	[column: string]: unknown;
	source: 'afas';
	personKey: string | null;
	personKeyType: PersonKeyType;
	employments: AfasEmployment[];
	contracts: AfasRow[];
	company: { id: string | null; number: string | null; name: string | null };
	partition: string;
	notices: Notice[];
	/**
	 * Only where several employments are in force and their rows differ: what the others say otherwise,
	 * by column. Whether that matters is for Employee Normalize to say.
	 */
	alsoInForce?: AfasRow[];
	/** Only where there are any: an absent column may mean that nobody has it, these do not. */
	withheldFields?: readonly string[];
}

export interface RecordSettings {
	columns: StructuralColumns;
	personKey: PersonKeyType;
	partition: string;
	referenceDate: string;
	kinds: Map<string, CellKind>;
	/** Rows whose cells need a notice; the others are not looked at again. */
	odd: ReadonlySet<AfasRow>;
	/** Columns of either connector that were withheld for what their values look like. */
	withheld: readonly string[];
}

export const keyColumn = (columns: StructuralColumns, personKey: PersonKeyType): string =>
	personKey === 'PersonId' ? columns.personId : columns.employeeId;

/** Rows by person, in the order in which they came. A row without a key stands alone: nobody is lost. */
export function groupRows(rows: readonly AfasRow[], column: string): AfasRow[][] {
	const alone = rows.filter((row) => textCell(row, column) === null).map((row) => [row]);
	return [...groupBy(rows, (row) => textCell(row, column)).values(), ...alone];
}

function employmentOf(row: AfasRow, columns: StructuralColumns): AfasEmployment {
	return {
		EmployeeId: textCell(row, columns.employeeId),
		EmployerId: textCell(row, columns.employerId),
		DvId: textCell(row, columns.employmentId),
		startDate: textCell(row, columns.employmentStart),
		endDate: textCell(row, columns.employmentEnd),
	};
}

/** By start date, each employment once: a connector may have a row per contract as well. */
function employmentsOf(rows: readonly AfasRow[], columns: StructuralColumns): AfasEmployment[] {
	const all = rows.map((row) => employmentOf(row, columns));
	if (all.length < 2) return all;
	const unique = new Map(all.map((employment) => [JSON.stringify(employment), employment]));
	const start = ({ startDate }: AfasEmployment): string => startDate ?? '';
	return [...unique.values()].sort((a, b) =>
		start(a) < start(b) ? -1 : Number(start(a) > start(b)),
	);
}

function valueNotices(rows: readonly AfasRow[], kinds: Map<string, CellKind>): Notice[] {
	const unreadable = new Set<string>();
	const damaged = new Set<string>();
	for (const row of rows) {
		for (const [column, value] of Object.entries(row)) {
			if (typeof value !== 'string') continue;
			if (kinds.get(column) === 'date' && !isCivilDate(value)) unreadable.add(column);
			if (value.includes('\uFFFD')) damaged.add(column);
		}
	}
	return [
		...[...unreadable].map((column) => itemIssue('AFAS_DATE_UNREADABLE', column, { column })),
		...[...damaged].map((column) => itemIssue('AFAS_TEXT_DAMAGED', column, { column })),
	];
}

function emailNotice(rows: readonly AfasRow[], column: string): Notice[] {
	if (rows.length < 2) return [];
	const addresses = new Set(
		rows
			.map((row) => textCell(row, column)?.trim().toLowerCase())
			.filter((value) => value !== undefined),
	);
	if (addresses.size < 2) return [];
	return [itemIssue('AFAS_SEVERAL_EMAILS', column, { count: addresses.size })];
}

/** The other rows in force, by the columns in which they differ from the one that speaks. */
function othersInForce(
	rows: readonly AfasRow[],
	chosen: AfasRow,
	columns: StructuralColumns,
	day: string,
): AfasRow[] {
	if (rows.length < 2 || !inService(serviceOf(chosen, columns), day)) return [];
	const structural = new Set<string>(Object.values(columns));
	return rows.flatMap((row) => {
		if (row === chosen || !inService(serviceOf(row, columns), day)) return [];
		const differing = Object.keys({ ...chosen, ...row }).filter(
			(column) => !structural.has(column) && (row[column] ?? null) !== (chosen[column] ?? null),
		);
		if (differing.length === 0) return [];
		return [Object.fromEntries(differing.map((column) => [column, row[column] ?? null]))];
	});
}

/** One record per person from the rows of one group; `contracts` are those of all its employee codes. */
export function toRecord(
	rows: readonly AfasRow[],
	contracts: AfasRow[],
	contractNotices: Notice[],
	settings: RecordSettings,
): AfasRecord {
	const { columns, personKey, partition } = settings;
	const chosen = chooseRow(rows, columns, settings.referenceDate);
	const column = keyColumn(columns, personKey);
	const key = textCell(chosen, column);
	const employer = textCell(chosen, columns.employerId);
	const alsoInForce = othersInForce(rows, chosen, columns, settings.referenceDate);
	// The row itself becomes the record: it belongs to this person alone, and copying it would double memory.
	return Object.assign(chosen, {
		company: { id: employer, number: employer, name: textCell(chosen, columns.employerName) },
		source: 'afas' as const,
		personKey: key,
		personKeyType: personKey,
		partition,
		// Lists last: nobody drags them, and the input panel shows keys in their order.
		employments: employmentsOf(rows, columns),
		contracts,
		...(alsoInForce.length === 0 ? {} : { alsoInForce }),
		...(settings.withheld.length === 0 ? {} : { withheldFields: settings.withheld }),
		notices: [
			...(key === null ? [itemIssue('AFAS_PERSON_KEY_EMPTY', column, { column })] : []),
			...valueNotices(
				rows.filter((row) => settings.odd.has(row)),
				settings.kinds,
			),
			...emailNotice(rows, columns.email),
			...contractNotices,
		],
	});
}
