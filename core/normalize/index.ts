import { normalizeRecord } from './record';
import { prepareRuns, stop } from './runs';
import type { NormalizeInput, Normalized } from './runs';
import { partsSharer } from './share';
import { sourcesOf } from './sources';
import type { Employee } from '../model/employee';
import type { SourceRecord } from './mapping';
import type { FieldSources } from './sources';

export { CLEARABLE_FIELDS, DEFAULT_NORMALIZE_OPTIONS } from './options';
export type { ClearableField, NormalizeOptions } from './options';
export { withAnsweredColumns } from './answered';
export { compareMappings, comparePeople } from './compare';
export type { ComparedItem } from './compare';
export { SEEN_FIELDS, seenAccess, seenBudget, seenField } from './compare/fields';
export type { Held as Seen } from './compare/shown';
export { masked } from './previewText';
export type { FieldSources } from './sources';
export type { NormalizeInput, Normalized, RunIssue } from './runs';

/** Everybody, with what feeds their fields: what a preview is made of. */
export interface NormalizedPeople {
	employees: Employee[];
	sources: FieldSources;
}

/**
 * Source records -> canonical employees, one for one and in the same order, in one pass and without
 * copies. Stops, with nothing passed on, where the whole run would be wrong.
 */
export function normalizePeople(input: NormalizeInput): Normalized<NormalizedPeople> {
	const prepared = prepareRuns(input);
	if (!prepared.ok) return prepared;
	const { records } = input;
	const employees = new Array<Employee>(records.length);
	const shared = partsSharer();
	for (let index = 0; index < records.length; index++) {
		const record = records[index] as SourceRecord;
		const run = prepared.value.of(record);
		if (run === null) return stop('SOURCE_UNKNOWN', { item: index }, index);
		employees[index] = shared(normalizeRecord(record, index, run));
	}
	return { ok: true, value: { employees, sources: sourcesOf(prepared.value.all) } };
}

/** The same, where nobody looks at a preview. */
export function normalize(input: NormalizeInput): Normalized<Employee[]> {
	const people = normalizePeople(input);
	return people.ok ? { ok: true, value: people.value.employees } : people;
}
