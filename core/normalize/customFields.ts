import { simplify } from './fieldNames';
import { pathsOf } from './mapping';
import type { Compiled, SourceRecord } from './mapping';

/**
 * Custom fields of the customer ("free fields", "extra fields"): NMBRS delivers them in `extraFields`,
 * AFAS as columns of the record itself. Names are found exactly, else ignoring case, spaces and underscores.
 */

const isRecord = (value: unknown): value is SourceRecord =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** As `container[name]`, but the name may be written in another way. */
function likeNamed(container: SourceRecord, name: string): unknown {
	const wanted = simplify(name);
	for (const key in container) {
		if (simplify(key) === wanted && Object.hasOwn(container, key)) return container[key];
	}
	return undefined;
}

/** The value of a custom field; undefined when the record does not have the field at all. */
export function customField(record: SourceRecord, name: string): unknown {
	const extra = record['extraFields'];
	const container = isRecord(extra) ? extra : record;
	if (Object.hasOwn(container, name)) return container[name];
	if (Object.hasOwn(record, name)) return record[name];
	return likeNamed(container, name);
}

/** Every custom field of the record by its name; NMBRS: the extra fields, others: all columns. */
export const customFields = (record: SourceRecord): SourceRecord => {
	const extra = record['extraFields'];
	return isRecord(extra) ? extra : record;
};

/** True when the source tried to read the extra fields of this person and could not. */
export const extraFieldsFailed = (record: SourceRecord): boolean =>
	record['extraFieldsStatus'] === 'failed';

/**
 * True when the source withheld this field for everybody, since values in it look like citizen service
 * numbers or bank accounts (core/privacy): what it said is not known, and not "nothing".
 */
export function isWithheld(record: SourceRecord, name: string): boolean {
	const wanted = simplify(name);
	return withheldNames(record).includes(wanted);
}

const withheldNames = (record: SourceRecord): string[] => {
	const withheld = record['withheldFields'];
	if (!Array.isArray(withheld)) return [];
	return withheld.flatMap((field) => (typeof field === 'string' ? [simplify(field)] : []));
};

/**
 * The same for a mapped value, whichever way it names the field: `extraFields.x`, `extraFields["X y"]`,
 * one of several. What only n8n can read counts when the name stands anywhere in it.
 */
export function readsWithheld(record: SourceRecord, compiled: Compiled): boolean {
	const names = withheldNames(record);
	if (names.length === 0) return false;
	if (compiled.kind === 'expression') {
		const text = simplify(compiled.expression);
		return names.some((name) => text.includes(name));
	}
	return pathsOf(compiled).some((path) => path.some(({ key }) => names.includes(simplify(key))));
}
