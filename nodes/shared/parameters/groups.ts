import type { INodeProperties } from 'n8n-workflow';
import { done } from '../../../core/model/result';
import type { Result } from '../../../core/model/result';
import { each, parameter } from './parameter';
import type { About, Check, Parameter, Parameters, Refuse } from './parameter';
import { isEmpty, isRecord } from './values';
import type { Row } from './values';

/** Parameters within parameters: a collection of options, and a table of rows. */

/** One value of a collection or a row; the default of the panel where nobody added it. */
export const within =
	(given: Row) =>
	<T>({ field, parse }: Parameter<T>): Result<T> =>
		parse(given[field.name] ?? field.default);

/** n8n gives an object; an empty box, or an expression that reads one, is an empty object. */
export const asObject =
	<T>(read: (given: Row) => Result<T>): Check<T> =>
	(given, refuse) => {
		if (isEmpty(given)) return read({});
		return isRecord(given) ? read(given) : refuse('it must be an object with the options as keys');
	};

const fieldsOf = <V>(parameters: Parameters<V>): INodeProperties[] =>
	Object.values<Parameter<unknown>>(parameters).map(({ field }) => field);

/** Options that a person adds: each by itself, with its own label in an error. */
export const collection = <V>(about: About, options: Parameters<V>): Parameter<V> =>
	parameter(
		{ ...about, type: 'collection', default: {}, options: fieldsOf(options) },
		asObject((given) => each(options, within(given))),
	);

/** Options of which only those count that somebody filled. */
export const added = <K extends string, T>(
	about: About,
	options: Readonly<Record<K, Parameter<T>>>,
): Parameter<Partial<Record<K, T>>> =>
	parameter(
		{ ...about, type: 'collection', default: {}, options: fieldsOf(options) },
		asObject((given) => {
			const values: Partial<Record<K, T>> = {};
			for (const key in options) {
				const { field, parse } = options[key];
				if (isEmpty(given[field.name])) continue;
				const read = parse(given[field.name]);
				if (!read.ok) return read;
				if (!isEmpty(read.value)) values[key] = read.value;
			}
			return done(values);
		}),
	);

interface RowsAbout extends About {
	/** What the panel calls one row, and the key of the rows in n8n's value. */
	row: { displayName: string; name: string };
	/** Rows that are there before anybody adds one. */
	default?: INodeProperties['default'];
}

/** The rows: of the panel, one row by itself, or a list that an expression gives. */
function rowsIn(given: unknown, key: string): unknown[] | null {
	if (isEmpty(given)) return [];
	if (Array.isArray(given)) return given;
	if (!isRecord(given)) return null;
	const rows = given[key] ?? [];
	return Array.isArray(rows) ? rows : [rows];
}

/** A table that a person fills row by row; an error says which column of which row. */
export function rows<V>(
	{ row, default: preset = {}, ...about }: RowsAbout,
	columns: Parameters<V>,
): Parameter<V[]> {
	const values = fieldsOf(columns);
	const field: INodeProperties = {
		...about,
		type: 'fixedCollection',
		default: preset,
		options: [{ ...row, values }],
	};
	const readRow = (given: unknown, place: number, refuse: Refuse): Result<V> => {
		if (!isRecord(given)) return refuse(`row ${place} is no row`);
		const read = each(columns, within(given));
		if (read.ok) return read;
		const { setting, problem } = read.problem.params;
		return refuse(`row ${place}, ${setting}: ${problem}`);
	};
	return parameter(field, (given, refuse) => {
		const list = rowsIn(given, row.name);
		if (list === null) return refuse('it must be a list of rows');
		const read: V[] = [];
		for (const [index, one] of list.entries()) {
			const result = readRow(one, index + 1, refuse);
			if (!result.ok) return result;
			read.push(result.value);
		}
		return done(read);
	});
}
