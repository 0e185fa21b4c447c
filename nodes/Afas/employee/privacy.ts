import { isAlleoField, privacyOf } from '../../../core/normalize/privacy';
import { nameList } from '../api/nameList';
import type { AfasField } from '../api/schemas';
import { isKnownColumn } from './knownColumns';

export { privacyOf };

export interface ColumnChoice {
	keep: string[];
	/** Nothing here uses them, and nobody chose them. */
	notChosen: string[];
	/** Private or pay by their names: nobody can choose them. */
	withheld: string[];
}

/** The settings that name columns, as a person wrote them. */
export interface NamedColumns {
	/** "Additional Columns": chosen by hand, beside what the sync knows. */
	chosen: readonly string[];
	/** "Only These Columns": chosen by hand, and nothing else. */
	only: readonly string[];
	/** "Columns to Leave Out". */
	drop: readonly string[];
}

const lower = (names: readonly string[]): Set<string> =>
	new Set(names.map((name) => name.trim().toLowerCase()));

/**
 * Names in these settings that no connector has; null when all are there. A slip of the pen there
 * would let a column out, or keep one in that the sync needs.
 */
export function unknownNames(
	fields: readonly AfasField[],
	{ chosen, only, drop }: NamedColumns,
): { setting: string; problem: string } | null {
	const known = lower(fields.map(({ id }) => id));
	for (const [setting, names] of [
		['Additional Column Names or IDs', chosen],
		['Only These Columns', only],
		['Columns to Leave Out', drop],
	] as const) {
		const unknown = names.filter((name) => !known.has(name.trim().toLowerCase()));
		if (unknown.length > 0) return { setting, problem: `there is no column ${nameList(unknown)}` };
	}
	return null;
}

/** What may be said about a column by its names alone: whether it leaves by itself, if chosen, or never. */
export function columnUse(field: Pick<AfasField, 'id' | 'label'>): 'known' | 'choice' | 'never' {
	if (privacyOf(field) !== 'free') return 'never';
	return isKnownColumn(field.id) || isAlleoField(field.id) ? 'known' : 'choice';
}

/**
 * Which columns of a connector leave the node: an allow-list, since customers' names for a service
 * number or an address are endless (SPEC I11). `structural` columns always do; then what the sync
 * knows by name, and what a person chose by hand. `only`, if not empty, limits these; `drop` takes
 * more away.
 */
export function chooseColumns(
	fields: readonly AfasField[],
	{ structural, ...named }: NamedColumns & { structural: readonly string[] },
): ColumnChoice {
	const [always, chosen, only, drop] = [
		lower(structural),
		lower([...named.chosen, ...named.only]),
		lower(named.only),
		lower(named.drop),
	];
	const choice: ColumnChoice = { keep: [], notChosen: [], withheld: [] };
	for (const field of fields) {
		const id = field.id.toLowerCase();
		const use = columnUse(field);
		if (always.has(id)) choice.keep.push(field.id);
		else if (use === 'never') choice.withheld.push(field.id);
		else if (use === 'choice' && !chosen.has(id)) choice.notChosen.push(field.id);
		else if (!drop.has(id) && (only.size === 0 || chosen.has(id))) choice.keep.push(field.id);
	}
	return choice;
}
