import { isCivilDate } from '../../../core/model/dates';
import type { AfasRow } from '../api/schemas';
import { textCell } from '../listing/cells';
import type { StructuralColumns } from './columns';

export interface EmploymentSpan {
	start: string | null;
	end: string | null;
	/** A date that could not be read: nothing may be concluded from this row. */
	unreadable: boolean;
	hours: number;
}

/** The service that one row describes. */
export function serviceOf(row: AfasRow, columns: StructuralColumns): EmploymentSpan {
	const start = textCell(row, columns.employmentStart);
	const end = textCell(row, columns.employmentEnd);
	const hours = Number(textCell(row, columns.hours)?.replace(',', '.') ?? Number.NaN);
	return {
		start,
		end,
		unreadable: [start, end].some((date) => date !== null && !isCivilDate(date)),
		hours: Number.isFinite(hours) ? hours : 0,
	};
}

type Ranked = { row: AfasRow; service: EmploymentSpan };

const before = (left: string | null, right: string | null): number =>
	(left ?? '') < (right ?? '') ? -1 : Number((left ?? '') > (right ?? ''));

const best = (
	rows: Ranked[],
	better: (left: Ranked, right: Ranked) => number,
): Ranked | undefined =>
	rows.reduce<Ranked | undefined>(
		(chosen, row) => (chosen === undefined || better(row, chosen) > 0 ? row : chosen),
		undefined,
	);

/** Whether a service covers a day; the last day counts as in service. */
export const inService = ({ start, end, unreadable }: EmploymentSpan, day: string): boolean =>
	!unreadable && (start === null || start <= day) && (end === null || end >= day);

/**
 * The row that speaks for a person on a day: the employment in force (most hours, then latest
 * start), else the nearest that is still to start, else the one that ended last. A row with an
 * unreadable date speaks only when no other says that the person is in service, so that the person
 * is held instead of taken for a leaver.
 */
export function chooseRow(
	rows: readonly AfasRow[],
	columns: StructuralColumns,
	day: string,
): AfasRow {
	const [only] = rows;
	if (rows.length === 1 && only !== undefined) return only;
	const ranked = rows.map((row) => ({ row, service: serviceOf(row, columns) }));
	const active = best(
		ranked.filter(({ service }) => inService(service, day)),
		(a, b) => a.service.hours - b.service.hours || before(a.service.start, b.service.start),
	);
	const unreadable = ranked.find(({ service }) => service.unreadable);
	const future = best(
		ranked.filter(({ service }) => !service.unreadable && (service.start ?? '') > day),
		(a, b) => before(b.service.start, a.service.start),
	);
	const ended = best(ranked, (a, b) => before(a.service.end, b.service.end));
	const chosen = active ?? unreadable ?? future ?? ended;
	return chosen?.row ?? {};
}
