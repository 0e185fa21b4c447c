import { dayOfTime } from '../../../core/model/dates';
import { isEmptiness, isNegative, withWildcard, type OperatorNumber } from './operators';
import type { AfasField } from './schemas';

/** One condition of the filter builder; conditions of one `group` are AND, groups are OR. */
export interface Condition {
	field: string;
	operator: OperatorNumber;
	value: string;
	group: number;
}

export type FilterResult<T> = { ok: true; value: T } | { ok: false; cause: string };

/** Yes/no columns are filtered here, not by AFAS: whether it wants `true` or `1` is not documented. */
export const isLocal = (condition: Condition, fields: Map<string, AfasField>): boolean =>
	fields.get(condition.field)?.dataType === 'boolean' && !isEmptiness(condition.operator);

/** A value in the spelling of its column's type: dates without `Z`, numbers with a point. */
export function filterValue(condition: Condition, type: string): FilterResult<string> {
	const { operator, field } = condition;
	if (isEmptiness(operator)) return { ok: true, value: '' };
	const value = condition.value.trim();
	if (value === '') return { ok: false, cause: `the condition on ${field} has no value` };
	if (type === 'date') {
		const date = dayOfTime(value);
		if (date === null)
			return { ok: false, cause: `the condition on ${field} needs a date YYYY-MM-DD` };
		const time = /T(\d{2}:\d{2}:\d{2})/.exec(value)?.[1] ?? '00:00:00';
		return { ok: true, value: `${date}T${time}` };
	}
	if (type === 'int' || type === 'decimal') {
		const number = value.replace(',', '.');
		if (!/^[+-]?\d+(\.\d+)?$/.test(number)) {
			return { ok: false, cause: `the condition on ${field} needs a number` };
		}
		return { ok: true, value: number };
	}
	return { ok: true, value: withWildcard(operator, value) };
}

/** Groups in order of their number, so that the same settings always give the same query. */
export function groupsOf(conditions: readonly Condition[]): Condition[][] {
	const groups = new Map<number, Condition[]>();
	for (const condition of conditions) {
		groups.set(condition.group, [...(groups.get(condition.group) ?? []), condition]);
	}
	return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/**
 * "Not equal" leaves out empty values in AFAS (and "does not contain" may well), which nobody
 * expects. So each column with such conditions gives two alternatives: all of them, or empty.
 */
function withEmptyAlternatives(group: Condition[]): Condition[][] {
	const negative = group.filter(({ operator }) => isNegative(operator));
	const columns = [...new Set(negative.map(({ field }) => field))];
	return columns.reduce<Condition[][]>(
		(alternatives, column) => {
			const filled = negative.filter(({ field }) => field === column);
			const empty = filled
				.slice(0, 1)
				.map((condition): Condition => ({ ...condition, operator: 8, value: '' }));
			return alternatives.flatMap((done) => [
				[...done, ...filled],
				[...done, ...empty],
			]);
		},
		[group.filter(({ operator }) => !isNegative(operator))],
	);
}

/**
 * How many alternatives the query would hold, counted before they are made: every further column
 * with a negative condition doubles its group.
 */
export const alternativesOf = (
	conditions: readonly Condition[],
	fields: Map<string, AfasField>,
): number =>
	groupsOf(conditions).reduce((sum, group) => {
		const columns = group
			.filter((condition) => isNegative(condition.operator) && !isLocal(condition, fields))
			.map(({ field }) => field);
		return sum + 2 ** new Set(columns).size;
	}, 0);

/**
 * The `filterjson` parameter: fields of one Filter are AND, Filters are OR, all values text, Field
 * always a list. Null when nothing is left for the server, as when a group holds yes/no columns only.
 */
export function filterJson(
	conditions: readonly Condition[],
	fields: Map<string, AfasField>,
): FilterResult<string | null> {
	const filters: unknown[] = [];
	for (const group of groupsOf(conditions)) {
		const remote = group.filter((condition) => !isLocal(condition, fields));
		if (remote.length === 0) return { ok: true, value: null };
		for (const alternative of withEmptyAlternatives(remote)) {
			const entries: unknown[] = [];
			for (const condition of alternative) {
				const value = filterValue(condition, fields.get(condition.field)?.dataType ?? 'string');
				if (!value.ok) return value;
				entries.push({
					'@FieldId': condition.field,
					'@OperatorType': String(condition.operator),
					'#text': value.value,
				});
			}
			filters.push({ '@FilterId': `Filter ${filters.length + 1}`, Field: entries });
		}
	}
	if (filters.length === 0) return { ok: true, value: null };
	return { ok: true, value: JSON.stringify({ Filters: { Filter: filters } }) };
}
