import type { Coverage } from './employee';

/**
 * Which fields for Alleo a partition has at all: access, filter, budgets. A source says so with one check,
 * `{ code: 'FIELDS_PRESENT', ok: true, detail: 'alleo_access, alleo_filter' }`: known names in their
 * present spelling (`alleo_`, lower case), whether anybody has a value or not. Compared from run to run,
 * it tells "the field is gone" from "nobody has it".
 */
export const FIELDS_PRESENT = 'FIELDS_PRESENT';

const SEPARATOR = ', ';

/** The detail of the check; empty text where the partition was read and has none of these fields. */
export const presentFieldsDetail = (names: Iterable<string>): string =>
	[...new Set(names)].sort().join(SEPARATOR);

/** Known names that the partition has; null where it does not say (an older source, or not read). */
export function presentFields({ checks }: Pick<Coverage, 'checks'>): ReadonlySet<string> | null {
	const details = checks.flatMap(({ code, ok, detail }) =>
		code === FIELDS_PRESENT && ok && detail !== null ? [detail] : [],
	);
	if (details.length === 0) return null;
	const names = details.flatMap((detail) => detail.split(SEPARATOR));
	return new Set(names.filter((name) => name !== ''));
}

/**
 * A field whose name looks like one for Alleo and that no rule reads: the check
 * `{ code: 'FIELD_NAME_ALMOST', ok: true, detail: 'alleo_filter|alleo filtr' }`, one for each name.
 */
export const FIELD_NAME_ALMOST = 'FIELD_NAME_ALMOST';

export interface AlmostField {
	/** As the customer called it. */
	name: string;
	/** The known name that was probably meant. */
	meant: string;
}

/** Known names never hold a `|`; those of a customer may. */
export const almostFieldDetail = ({ name, meant }: AlmostField): string => `${meant}|${name}`;

export const almostFields = ({ checks }: Pick<Coverage, 'checks'>): AlmostField[] =>
	checks.flatMap(({ code, detail }) => {
		if (code !== FIELD_NAME_ALMOST || detail === null) return [];
		const [meant = '', ...name] = detail.split('|');
		return [{ name: name.join('|'), meant }];
	});
