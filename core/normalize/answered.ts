import { answersOf, NO_ANSWERS } from '../model/inbox';
import type { Answers } from '../model/inbox';
import { alleoField } from './alleoFields';
import { customField, customFields, extraFieldsFailed, isWithheld } from './customFields';
import { simplify } from './fieldNames';
import { ACCESS_FIELD, isEmpty } from './mapping';
import type { NormalizeOptions } from './options';
import type { SourceRecord } from './mapping';

/**
 * Fields that look like one for Alleo, as somebody answered them in the inbox: read as the field that was
 * meant, or left alone without another word. The field under its own name always goes first.
 */

/** Of the input of a run what an answer may change. */
export interface AnsweredInput {
	records: readonly SourceRecord[];
	accessField: string;
	options: NormalizeOptions;
	answers?: Answers;
}

export interface AnsweredColumns {
	/** Name of the column, simplified, to the field that it is. */
	mapped: ReadonlyMap<string, string>;
	/** Everything that was answered, simplified. */
	known: ReadonlySet<string>;
}

export function answeredColumns(answers: Answers): AnsweredColumns {
	const mapped = new Map<string, string>();
	const known = new Set<string>();
	for (const [name, { answer, target }] of answersOf(answers, 'column', simplify)) {
		if (answer !== 'map') known.add(name);
		else if (target !== '' && alleoField(target) === target) {
			known.add(name);
			mapped.set(name, target);
		}
	}
	return { mapped, known };
}

const textsIn = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

const asSaid = (value: unknown): string => String(value).trim().toLowerCase();

/** Two columns that were answered to be one field, and say different things: a list, which nothing reads. */
const together = (known: unknown, value: unknown): unknown =>
	isEmpty(known) || asSaid(known) === asSaid(value) ? value : [known, value];

/** Under names of ours, what columns that were answered to be them say; the field of that name goes first. */
function valuesOf(record: SourceRecord, { mapped }: AnsweredColumns): Record<string, unknown> {
	const fields = customFields(record);
	const values: Record<string, unknown> = {};
	for (const [name, target] of mapped) {
		if (!isEmpty(customField(record, target))) continue;
		const key = Object.keys(fields).find((one) => simplify(one) === name);
		if (key === undefined) continue;
		if (!isEmpty(fields[key])) values[target] = together(values[target], fields[key]);
		else if (customField(record, target) === undefined) values[target] ??= null;
	}
	return values;
}

const isRecord = (value: unknown): value is SourceRecord =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The other employments in force, which say by the names of the source what they say otherwise. */
function othersNamed(record: SourceRecord, columns: AnsweredColumns): Record<string, unknown> {
	const others: unknown = record['alsoInForce'];
	if (!Array.isArray(others)) return {};
	const named = others.map((other: unknown) =>
		isRecord(other) ? { ...other, ...valuesOf({ ...record, ...other }, columns) } : other,
	);
	return { alsoInForce: named };
}

/** The record with the value also under the name of ours; itself where there is nothing to add. */
function renamed(record: SourceRecord, columns: AnsweredColumns): SourceRecord {
	const fields = customFields(record);
	const added = valuesOf(record, columns);
	// What the source withheld under one name is not "nothing" under the other.
	const withheld = [...columns.mapped].flatMap(([name, target]) =>
		isEmpty(customField(record, target)) && isWithheld(record, name) ? [target] : [],
	);
	const others = othersNamed(record, columns);
	if (withheld.length === 0 && Object.keys({ ...added, ...others }).length === 0) return record;
	const own = fields === record ? added : { extraFields: { ...fields, ...added } };
	const kept =
		withheld.length === 0
			? {}
			: { withheldFields: [...textsIn(record['withheldFields']), ...withheld] };
	return { ...record, ...own, ...others, ...kept };
}

/** Whether the access field is one that somebody answered to be it: then it decides, for everybody. */
const decidesAccess = (accessField: string, { mapped }: AnsweredColumns): boolean =>
	[...mapped].some(
		([name, target]) =>
			target === ACCESS_FIELD &&
			[name, simplify(ACCESS_FIELD)].includes(simplify(accessField.trim())),
	);

/**
 * What was answered about columns, put into the input of a run. A column that was answered to say who has
 * access never falls silent: selective sync is on, so that a run without the field stops.
 */
export function withAnsweredColumns<I extends AnsweredInput>(input: I): I {
	const columns = answeredColumns(input.answers ?? NO_ANSWERS);
	if (columns.mapped.size === 0) return input;
	const options = decidesAccess(input.accessField, columns)
		? { ...input.options, selectiveSync: 'on' as const }
		: input.options;
	const records = input.records.map((record) => renamed(record, columns));
	return { ...input, options, records };
}

/**
 * A column that was answered to route people, of which no record that could be read has the field: not
 * "nobody is routed", but a column that is gone. Its name; null where there is none such.
 */
export function routingColumnMissing({ answers, records }: AnsweredInput): string | null {
	const { mapped } = answeredColumns(answers ?? NO_ANSWERS);
	const routing = [...mapped].find(([, target]) => target === 'alleo_filter');
	if (routing === undefined) return null;
	const readable = records.filter(
		(record) => !extraFieldsFailed(record) && !isWithheld(record, 'alleo_filter'),
	);
	const isThere = readable.some((record) => customField(record, 'alleo_filter') !== undefined);
	return readable.length === 0 || isThere ? null : routing[0];
}
