import type { AfasRow, AfasValue } from './connectors.mts';
import { AfasError, afasError } from './errors.mts';
import type { Language } from './errors.mts';

/** Filters of a GetConnector: AND inside a group, OR between groups. */

export interface Condition {
	field: string;
	operator: number;
	value: string;
}

export type Filter = Condition[][];

const asList = (value: unknown): unknown[] =>
	value === undefined ? [] : Array.isArray(value) ? value : [value];
const member = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;

/** Reads `filterjson`; text that is no JSON is refused as Profit does. */
export function parseFilterJson(text: string): Filter {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw new AfasError(400, JSON.stringify({ message: 'Invalid json' }));
	}
	return asList(member(member(parsed, 'Filters'), 'Filter')).map((group) =>
		asList(member(group, 'Field')).map((field) => ({
			field: String(member(field, '@FieldId') ?? ''),
			operator: Number(member(field, '@OperatorType')),
			value: String(member(field, '#text') ?? ''),
		})),
	);
}

/** Reads the three parallel lists: `,` is AND, `;` is OR between groups. */
export function parseFilterLists(fields: string, values: string, operators: string): Filter {
	const valueGroups = values.split(';');
	const operatorGroups = operators.split(';');
	return fields.split(';').map((group, at) => {
		const groupValues = (valueGroups[at] ?? '').split(',');
		const groupOperators = (operatorGroups[at] ?? '').split(',');
		return group.split(',').map((field, index) => ({
			field,
			operator: Number(groupOperators[index] ?? 1),
			value: groupValues[index] ?? '',
		}));
	});
}

/** A cell and a filter value as things that compare: numbers as numbers, dates without their Z. */
function comparable(cell: AfasValue, value: string): [string | number, string | number] {
	if (typeof cell === 'number') return [cell, Number(value)];
	if (typeof cell === 'boolean')
		return [String(cell), value === '1' ? 'true' : value.toLowerCase()];
	const text = String(cell ?? '')
		.toLowerCase()
		.replace(/z$/, '');
	const wanted = value.toLowerCase().replace(/z$/, '');
	return /^\d{4}-\d{2}-\d{2}$/.test(wanted) && text.includes('t')
		? [text, `${wanted}t00:00:00`]
		: [text, wanted];
}

/** SQL's `%` as a pattern; without one the operator's own form is used. */
function like(cell: AfasValue, value: string, form: (value: string) => string): boolean {
	const pattern = value.includes('%') ? value : form(value);
	const source = pattern
		.split('%')
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('.*');
	return new RegExp(`^${source}$`, 'is').test(String(cell ?? ''));
}

const isEmpty = (cell: AfasValue): boolean => cell === null || cell === '';

function matches(cell: AfasValue, operator: number, value: string): boolean {
	if (operator === 8) return isEmpty(cell);
	if (operator === 9) return !isEmpty(cell);
	if (isEmpty(cell)) return false;
	const [left, right] = comparable(cell, value);
	if (operator === 1) return left === right;
	if (operator === 2) return left >= right;
	if (operator === 3) return left <= right;
	if (operator === 4) return left > right;
	if (operator === 5) return left < right;
	if (operator === 7)
		return value.includes('%') ? !like(cell, value, (text) => text) : left !== right;
	if (operator === 6 || operator === 15) return like(cell, value, (text) => `%${text}%`);
	if (operator === 10) return like(cell, value, (text) => `${text}%`);
	if (operator === 11) return !like(cell, value, (text) => `%${text}%`);
	if (operator === 12) return !like(cell, value, (text) => `${text}%`);
	if (operator === 13) return like(cell, value, (text) => `%${text}`);
	return !like(cell, value, (text) => `%${text}`);
}

const OPERATORS = 15;

/** Refuses unknown columns and operators before any row is looked at. */
export function checkFilter(
	filter: Filter,
	columns: ReadonlySet<string>,
	language: Language,
): void {
	for (const { field, operator } of filter.flat()) {
		if (!columns.has(field)) throw afasError('fieldNotFound', language, 500, field);
		if (!Number.isInteger(operator) || operator < 1 || operator > OPERATORS) {
			throw afasError('unexpected', language);
		}
	}
}

export const passes = (row: AfasRow, filter: Filter): boolean =>
	filter.some((group) =>
		group.every(({ field, operator, value }) => matches(row[field] ?? null, operator, value)),
	);
