import {
	customFields,
	customField,
	extraFieldsFailed,
	isWithheld,
	readsWithheld,
} from './customFields';
import { legacyName } from './fieldNames';
import { readText } from './text';
import { isEmpty } from './mapping';
import type { Evaluate, FieldReader, SourceRecord } from './mapping';
import type { Findings } from './findings';

/** The routing value that the mapping reads is the plain custom field, so that its older name counts too. */
const followsLegacy = (field: FieldReader): boolean =>
	field.compiled.kind === 'path' && legacyName(field.compiled.path.at(-1)?.key ?? '') !== null;

/** True when this source routes by `alleo_filter` at all: somebody has a value in it. */
export const usesFilter = (record: SourceRecord): boolean =>
	!isEmpty(customField(customFields(record), 'alleo_filter')) ||
	!isEmpty(customField(customFields(record), 'yourcampus_filter'));

/**
 * `alleo_filter`, which routes a person to one of several Alleo companies, or its older name. Both
 * filled and different is a finding; so is a source whose extra fields failed while others are routed:
 * an unknown routing value would move the person to another company.
 */
export function readFilter(
	record: SourceRecord,
	index: number,
	field: FieldReader | null,
	filterInUse: boolean,
	evaluate: Evaluate,
	findings: Findings,
): string | null {
	if (field === null) return null;
	const older = followsLegacy(field) && isWithheld(record, 'yourcampus_filter');
	if (older || readsWithheld(record, field.compiled)) {
		return findings.add('FIELD_WITHHELD', 'alleo_filter');
	}
	const value = field.read(record, index, evaluate);
	const now = readText(value, 'alleo_filter', findings);
	if (now === null && filterInUse && extraFieldsFailed(record)) {
		return findings.add('EXTRA_FIELDS_NOT_READ', 'alleo_filter');
	}
	if (!followsLegacy(field)) return now;
	const legacy = readText(customField(record, 'yourcampus_filter'), 'yourcampus_filter', findings);
	if (now === null || legacy === null) return now ?? legacy;
	if (now.toLowerCase() === legacy.toLowerCase()) return now;
	return findings.add('LEGACY_CONFLICT', 'alleo_filter', { legacy: 'yourcampus_filter' });
}
