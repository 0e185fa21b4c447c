import { Unreadable, isEmpty } from './mapping';
import { INVISIBLE } from '../model/invisible';
import { TEXT_LIMIT } from './text';
import type { FieldReader, SourceRecord } from './mapping';
import { idPrefixOf } from '../model/idPrefix';
import type { SourceRef } from '../model/employee';
import type { Findings } from './findings';

const USABLE = /^[A-Za-z0-9_-]+$/;
const OTHER = /[^A-Za-z0-9_-]/gu;
/** Control characters, halves of a character, and what stands where one was lost. */
const DAMAGED = /[\p{Cc}\p{Cs}\ufffd]/u;

/** Any other character becomes `_` and its hex code, so that two ids never become one by chance. */
const encode = (id: string): string =>
	USABLE.test(id) ? id : id.replace(OTHER, (char) => `_${(char.codePointAt(0) ?? 0).toString(16)}`);

/** The id as text; leading zeros are kept. null: none; undefined: not usable as one. */
function idText(value: unknown): string | null | undefined {
	if (isEmpty(value)) return null;
	if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
	if (typeof value !== 'string') return undefined;
	const given = value.trim();
	if (USABLE.test(given)) return given;
	if (DAMAGED.test(given)) return undefined;
	const text = given.replace(INVISIBLE, '').trim(); // what nobody sees makes no other person
	return text === '' ? null : text;
}

/** AFAS: is the key the person number, so that the id says `afas-p-`? */
function isPersonNumber(record: SourceRecord, field: FieldReader | null, id: string): boolean {
	if (record['personKeyType'] === 'PersonId' && idText(record['personKey']) === id) return true;
	if (field === null || field.standard || field.compiled.kind !== 'path') return false;
	return field.compiled.path.at(-1)?.key.toLowerCase() === 'personid';
}

/** The external id of a source id; null when it gets too long. `person`: the id is a person number. */
export function externalIdOf(prefix: string, id: string, person = false): string | null {
	const external_id = `${prefix}-${person ? 'p-' : ''}${encode(id)}`;
	return external_id.length > TEXT_LIMIT ? null : external_id;
}

export interface Identity {
	external_id: string;
	employee_id: string;
}

/**
 * `nmbrs-<REST GUID>`, `afas-<EmployeeId>` or `afas-p-<PersonId>`, `custom-<id>`, `hibob-<id>`. The AFAS node says
 * which key it grouped by; a mapping of the user's own goes before it.
 */
export function readIdentity(
	record: SourceRecord,
	{ system, id_prefix }: Pick<SourceRef, 'system' | 'id_prefix'>,
	field: FieldReader | null,
	mapped: unknown,
	findings: Findings,
): Identity | null {
	if (mapped instanceof Unreadable) return findings.add(mapped.code, 'external_id');
	const grouped = system === 'afas' && field?.standard === true && !isEmpty(record['personKey']);
	const id = idText(grouped ? record['personKey'] : mapped);
	if (id === null) return findings.add('ID_MISSING', 'external_id');
	if (id === undefined) return findings.add('ID_UNUSABLE', 'external_id');
	const person = system === 'afas' && isPersonNumber(record, field, id);
	const external_id = externalIdOf(idPrefixOf({ system, id_prefix }), id, person);
	if (external_id === null) return findings.add('ID_UNUSABLE', 'external_id');
	return { external_id, employee_id: id };
}
