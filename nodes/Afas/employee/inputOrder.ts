import { columnsMapped, isKnownColumn } from './knownColumns';
import { isAlleoField } from '../../../core/normalize/privacy';
import type { FieldId } from '../../../core/normalize/mapping';

/**
 * The order in which the columns of a person stand in n8n's input panel: what people drag first, and
 * numbers of rows last. Nothing reads it but a person.
 */

/** As a person thinks of somebody: who, where to reach them, where they work, since when. */
const FIRST: readonly FieldId[] = [
	'first_name',
	'prefix',
	'last_name',
	'email',
	'private_email',
	'group',
	'start_date',
	'end_date',
	'birthday',
	'work_anniversary',
];

const PLACE: ReadonlyMap<string, number> = new Map(
	FIRST.flatMap(columnsMapped)
		.map((column, at) => [column.toLowerCase(), at] as const)
		.reverse(),
);

/** After what the mapping reads: fields made for Alleo, what a person chose in addition, all else. */
const CHOSEN = PLACE.size;

function placeOf(column: string): number {
	const place = PLACE.get(column.toLowerCase());
	if (place !== undefined) return place;
	if (isAlleoField(column)) return CHOSEN;
	return isKnownColumn(column) ? CHOSEN + 2 : CHOSEN + 1;
}

/** The same columns, in the order of the panel; those of one place keep theirs. */
export const inInputOrder = (columns: readonly string[]): string[] =>
	columns
		.map((column, at) => ({ column, at, place: placeOf(column) }))
		.sort((a, b) => a.place - b.place || a.at - b.at)
		.map(({ column }) => column);
