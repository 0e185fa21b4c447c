import {
	LONGEST_VALUE,
	MOST_VALUES,
	severalOf,
	type FilterSeen,
	type SeveralCompanies,
} from '../../core/connect/filter';
import { FILTER_TICK } from '../../core/connect/page/filter';
import type { FormFields } from '../../core/model/formFields';
import { isEmpty } from '../../core/normalize/mapping';
import { filterKey } from '../../core/plan/people/route';

/** A value as it is shown: the sync compares texts and numbers; anything else is none that it could route by. */
const textOf = (value: unknown): string | null =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;

/**
 * The routing values of the people who were looked at, counted; two spellings that the sync takes for one are
 * one. `values`: one for each person in service, undefined where the person has no such field.
 */
export function countFilter(
	field: string | null,
	values: Iterable<unknown>,
	people: number | null,
): FilterSeen {
	const found = new Map<string, { value: string; people: number }>();
	let [empty, looked] = [0, 0];
	for (const value of values) {
		looked += 1;
		const text = isEmpty(value) ? null : textOf(value);
		if (text === null || text === '') {
			empty += 1;
			continue;
		}
		const known = found.get(filterKey(text));
		if (known === undefined) {
			found.set(filterKey(text), { value: text.slice(0, LONGEST_VALUE), people: 1 });
		} else known.people += 1;
	}
	const shown = [...found.values()].sort(
		(a, b) => b.people - a.people || (a.value < b.value ? -1 : 1),
	);
	return {
		field,
		values: found.size > MOST_VALUES ? [] : shown,
		different: found.size,
		empty,
		looked,
		people,
	};
}

/** What the customer answered on the page with the question. */
export const severalAnswered = (seen: FilterSeen | null, body: FormFields): SeveralCompanies =>
	severalOf(seen, body.has(FILTER_TICK));
