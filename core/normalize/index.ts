import { normalizeRecord } from './record';
import { prepareRuns, stop } from './runs';
import type { NormalizeInput, Normalized } from './runs';
import { partsSharer } from './share';
import type { Employee } from '../model/employee';
import type { SourceRecord } from './mapping';

export { CLEARABLE_FIELDS, DEFAULT_NORMALIZE_OPTIONS } from './options';
export type { ClearableField, NormalizeOptions } from './options';
export { withAnsweredColumns } from './answered';
export { compareMappings } from './compare';
export type { ComparedItem } from './compare';
export { preview } from './preview';
export type { PreviewRow } from './preview';
export type { NormalizeInput, Normalized, RunIssue } from './runs';

/**
 * Source records -> canonical employees, one for one and in the same order, in one pass and without
 * copies. Stops, with nothing passed on, where the whole run would be wrong.
 */
export function normalize(input: NormalizeInput): Normalized<Employee[]> {
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
	return { ok: true, value: employees };
}
