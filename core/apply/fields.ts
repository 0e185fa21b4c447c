import { isCivilDate } from '../model/dates';
import type { WritableField } from '../model/employee';
import type { FieldValue } from '../model/plan';

/**
 * The bodies of create and edit, checked before they are sent. Limits and keys: the vendor SDK's
 * models (https://github.com/yourcampus/alleo-python, src/alleo/models.py).
 */

/** Text to set, null to clear. A field that is absent stays as it is. */
export type Fields = Partial<Record<WritableField, string | null>>;

/** What a create cannot go without. */
export type CreateFields = Fields & Required<Pick<Fields, 'email' | 'first_name' | 'last_name'>>;

/** The ten writable keys of the Customer API. */
export interface CreateBody {
	email: string;
	first_name: string;
	last_name: string;
	prefix: string | null;
	language: string;
	company_group_id: number | null;
	birthday: string | null;
	work_anniversary: string | null;
	private_email: string | null;
	external_id: string | null;
}
export type EditBody = Partial<Record<keyof CreateBody, string | number | null>>;

/** Unicode characters, not UTF-16 units: Python counts code points. */
const MAX_LENGTH: Record<WritableField, number> = {
	external_id: 1000,
	email: 100,
	private_email: 100,
	first_name: 1000,
	prefix: 1000,
	last_name: 1000,
	language: 1000,
	birthday: 10,
	work_anniversary: 10,
	group: 1000,
};

/** Alleo accepts null for these in its model; what the server then does is unknown, so never. */
const REQUIRED: ReadonlySet<string> = new Set(['email', 'first_name', 'last_name']);
const EMAILS: ReadonlySet<string> = new Set(['email', 'private_email']);
const DATES: ReadonlySet<string> = new Set(['birthday', 'work_anniversary']);

/** Without a language Alleo's own client makes everybody English; our customers are Dutch. */
export const DEFAULT_LANGUAGE = 'nl';

export interface FieldProblem {
	field: string;
	/** The rule, never the value. */
	rule: string;
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);

function ruleBrokenBy(field: WritableField, value: string | null | undefined): string | null {
	if (value === undefined) return null;
	if (value === null || value.trim() === '') {
		if (REQUIRED.has(field)) return 'may not be empty';
		return value === null ? null : 'is an empty text';
	}
	const limit = MAX_LENGTH[field];
	if ([...value].length > limit) return `is longer than ${limit} characters`;
	if (EMAILS.has(field) && !isEmail(value)) return 'is not an e-mail address';
	if (DATES.has(field) && !isCivilDate(value)) return 'is not a date YYYY-MM-DD';
	return null;
}

/** Every field that Alleo would refuse, before anything is sent. */
export function fieldProblems(fields: Fields): FieldProblem[] {
	const problems: FieldProblem[] = [];
	for (const [field, value] of Object.entries(fields)) {
		const rule = ruleBrokenBy(field as WritableField, value);
		if (rule !== null) problems.push({ field, rule });
	}
	return problems;
}

/** `email is longer than 100 characters, birthday is not a date YYYY-MM-DD`. */
export const describeProblems = (problems: readonly FieldProblem[]): string =>
	problems.map(({ field, rule }) => `${field} ${rule}`).join(', ');

/** The writable fields of a plan row's `after`; is_active goes by its own call. */
export function fieldsOf(after: Record<string, FieldValue>, only?: readonly string[]): Fields {
	const fields: Fields = {};
	for (const [field, value] of Object.entries(after)) {
		if (field === 'is_active' || (only !== undefined && !only.includes(field))) continue;
		fields[field as WritableField] = value === null ? null : String(value);
	}
	return fields;
}

/** Without the group, which is compared and sent by its id. */
export function withoutGroup(fields: Fields): Fields {
	const rest = { ...fields };
	delete rest.group;
	return rest;
}

/** All ten keys, null where empty, always with a language. `groupId` is null without a known group. */
export function createBody(fields: CreateFields, groupId: number | null): CreateBody {
	return {
		email: fields.email ?? '',
		first_name: fields.first_name ?? '',
		last_name: fields.last_name ?? '',
		prefix: fields.prefix ?? null,
		language: fields.language ?? DEFAULT_LANGUAGE,
		company_group_id: groupId,
		birthday: fields.birthday ?? null,
		work_anniversary: fields.work_anniversary ?? null,
		private_email: fields.private_email ?? null,
		external_id: fields.external_id ?? null,
	};
}

/** Only the keys that change. `groupId` undefined leaves the group as it is. */
export function editBody(fields: Fields, groupId: number | null | undefined): EditBody {
	const body: EditBody = {};
	for (const [field, value] of Object.entries(fields)) {
		if (field !== 'group' && value !== undefined) body[field as keyof CreateBody] = value;
	}
	if (groupId !== undefined) body.company_group_id = groupId;
	return body;
}
