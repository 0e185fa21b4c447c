import {
	customFields,
	customField,
	extraFieldsFailed,
	isWithheld,
	readsWithheld,
} from './customFields';
import { legacyName } from './fieldNames';
import { readText } from './text';
import { isEmpty, pathsOf } from './mapping';
import type { Evaluate, FieldReader, SourceRecord } from './mapping';
import type { Findings } from './findings';

/** The routing value that the mapping reads is the plain custom field, so that its older name counts too. */
const followsLegacy = (field: FieldReader): boolean =>
	field.compiled.kind === 'path' && legacyName(field.compiled.path.at(-1)?.key ?? '') !== null;

const usesFilter = (record: SourceRecord): boolean =>
	!isEmpty(customField(customFields(record), 'alleo_filter')) ||
	!isEmpty(customField(customFields(record), 'yourcampus_filter'));

/** Whether the source asked for extra fields and got them, of this person. */
const extraFieldsRead = (record: SourceRecord): boolean => record['extraFieldsStatus'] === 'read';

const partitionOf = (record: SourceRecord): unknown => record['partition'] ?? null;

/** Of whom a filter that was not read may be anything. */
export type FilterDoubt = (record: SourceRecord, field: FieldReader) => boolean;

const NO_DOUBT: FilterDoubt = () => false;

/**
 * Extra fields that could not be read say nothing about the filter. That is a doubt where somebody in
 * the run is routed, where a person mapped the filter by hand, and where nobody of the partition could
 * be read: then nobody knows whether it is in use.
 */
export function filterDoubt(records: readonly SourceRecord[]): FilterDoubt {
	const failed = records.filter(extraFieldsFailed);
	if (failed.length === 0) return NO_DOUBT;
	if (records.some(usesFilter)) return extraFieldsFailed;
	const read = new Set(records.filter(extraFieldsRead).map(partitionOf));
	return (record, { standard }) =>
		extraFieldsFailed(record) && (!standard || !read.has(partitionOf(record)));
}

/** Values that only n8n can read stand anywhere; a path says where. */
const fromExtraFields = ({ compiled }: FieldReader): boolean =>
	compiled.kind === 'expression' ||
	pathsOf(compiled).some((path) => path[0]?.key === 'extraFields');

/**
 * A filter that a person mapped by hand, of which no record has the field: not "nobody is routed", but
 * a column that is gone. `readable` are those that could be read at all.
 */
export function filterMissing(
	records: readonly SourceRecord[],
	field: FieldReader | null,
	evaluate: Evaluate,
): boolean {
	if (field === null || field.standard || pathsOf(field.compiled).length === 0) return false;
	const extra = fromExtraFields(field);
	let readable = 0;
	for (let index = 0; index < records.length; index++) {
		const record = records[index] as SourceRecord;
		if (extra && extraFieldsFailed(record)) continue;
		if (readsWithheld(record, field.compiled)) continue;
		if (field.read(record, index, evaluate) !== undefined) return false;
		if (followsLegacy(field) && customField(record, 'yourcampus_filter') !== undefined)
			return false;
		readable++;
	}
	return readable > 0;
}

/**
 * `alleo_filter`, which routes a person to one of several Alleo companies, or its older name. Both
 * filled and different is a finding; so is a source whose extra fields failed while others are routed:
 * an unknown routing value would move the person to another company.
 */
export function readFilter(
	record: SourceRecord,
	index: number,
	field: FieldReader | null,
	doubt: FilterDoubt,
	evaluate: Evaluate,
	findings: Findings,
): string | null {
	if (field === null) return null;
	const follows = followsLegacy(field);
	const older = follows && isWithheld(record, 'yourcampus_filter');
	if (older || readsWithheld(record, field.compiled)) {
		return findings.add('FIELD_WITHHELD', 'alleo_filter');
	}
	const value = field.read(record, index, evaluate);
	const now = readText(value, 'alleo_filter', findings);
	if (now === null && fromExtraFields(field) && doubt(record, field)) {
		return findings.add('EXTRA_FIELDS_NOT_READ', 'alleo_filter');
	}
	if (!follows) return now;
	const legacy = readText(customField(record, 'yourcampus_filter'), 'yourcampus_filter', findings);
	if (now === null || legacy === null) return now ?? legacy;
	if (now.toLowerCase() === legacy.toLowerCase()) return now;
	return findings.add('LEGACY_CONFLICT', 'alleo_filter', { legacy: 'yourcampus_filter' });
}
