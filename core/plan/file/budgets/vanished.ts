import type { Coverage, Employee } from '../../../model/employee';
import { presentFields } from '../../../model/fieldsPresent';

/**
 * A budget field that nobody has any more although the last file has it: a column that was renamed, taken
 * away or not read looks just like that, so an empty field is evidence only where others still have one.
 */

/** A field that the source says is there may be empty for so many people who had it. */
const FEW = 2;

export interface Had {
	person: Employee;
	/** Fields of the person's last line that are filled. */
	fields: readonly string[];
}

const keyOf = (partition: string | null, field: string): string => `${partition ?? ''}|${field}`;

/** @returns whether an empty field of a person says nothing */
export function vanishedFields(
	people: readonly Employee[],
	had: readonly Had[],
	coverage: readonly Coverage[],
): (person: Employee, field: string) => boolean {
	const present = new Map(coverage.map((entry) => [entry.partition, presentFields(entry)]));
	const filled = new Set<string>();
	for (const { source, budgets } of people) {
		for (const field of Object.keys(budgets)) filled.add(keyOf(source.partition, field));
	}
	const losers = new Map<string, number>();
	for (const { person, fields } of had) {
		for (const field of fields) {
			if (Object.hasOwn(person.budgets, field)) continue;
			const key = keyOf(person.source.partition, field);
			losers.set(key, (losers.get(key) ?? 0) + 1);
		}
	}
	return ({ source: { partition } }, field) => {
		const key = keyOf(partition, field);
		if (filled.has(key)) return false;
		const isThere = present.get(partition ?? '')?.has(field) ?? false;
		return !isThere || (losers.get(key) ?? 0) > FEW;
	};
}
