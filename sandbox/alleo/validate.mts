import type { AlleoAccount } from '../world/types.mts';
import type { AlleoSettings } from './settings.mts';

/** Checks of a create or edit body, by the limits that the vendor's SDK keeps. */

export interface FieldFault {
	loc: Array<string | number>;
	msg: string;
	type: string;
}

export type Writable = Partial<
	Pick<
		AlleoAccount,
		| 'email'
		| 'first_name'
		| 'last_name'
		| 'prefix'
		| 'language'
		| 'company_group_id'
		| 'birthday'
		| 'work_anniversary'
		| 'private_email'
		| 'external_id'
	>
>;

const REQUIRED = ['email', 'first_name', 'last_name'] as const;
const TEXTS = ['first_name', 'last_name', 'prefix', 'language', 'external_id'] as const;
const EMAILS = ['email', 'private_email'] as const;
const DATES = ['birthday', 'work_anniversary'] as const;
export const WRITABLE_KEYS: readonly string[] = [...TEXTS, ...EMAILS, ...DATES, 'company_group_id'];

const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(\.[^\s@.]+)+$/;
const fault = (field: string, msg: string, type: string): FieldFault => ({
	loc: ['body', field],
	msg,
	type,
});

const isDate = (value: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(value) &&
	!Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
	new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

/** Length in Unicode characters, as the SDK counts. */
const length = (text: string): number => [...text].length;

function checkText(field: string, value: unknown, limit: number): FieldFault[] {
	if (value === undefined || value === null) return [];
	if (typeof value !== 'string') return [fault(field, 'not a string', 'type_error.string')];
	if (length(value) > limit) {
		return [fault(field, `more than ${limit} characters`, 'value_error.any_str.max_length')];
	}
	return [];
}

function checkFields(body: Record<string, unknown>): FieldFault[] {
	const faults: FieldFault[] = Object.keys(body)
		.filter((key) => !WRITABLE_KEYS.includes(key))
		.map((key) => fault(key, 'extra fields not permitted', 'value_error.extra'));
	for (const field of REQUIRED) {
		if (body[field] === null)
			faults.push(fault(field, 'none is not an allowed value', 'type_error.none.not_allowed'));
		if (body[field] === '')
			faults.push(fault(field, 'must not be empty', 'value_error.any_str.min_length'));
	}
	for (const field of TEXTS) faults.push(...checkText(field, body[field], 1000));
	for (const field of EMAILS) {
		const value = body[field];
		faults.push(...checkText(field, value, 100));
		if (typeof value === 'string' && value !== '' && !EMAIL.test(value)) {
			faults.push(fault(field, 'not a valid email address', 'value_error.email'));
		}
	}
	for (const field of DATES) {
		const value = body[field];
		if (value === undefined || value === null) continue;
		if (typeof value !== 'string' || !isDate(value))
			faults.push(fault(field, 'not a valid date', 'value_error.date'));
	}
	const group = body['company_group_id'];
	if (group !== undefined && group !== null && !Number.isInteger(group)) {
		faults.push(fault('company_group_id', 'not an integer', 'type_error.integer'));
	}
	return faults;
}

export type Checked = { ok: true; fields: Writable } | { ok: false; faults: FieldFault[] };

const isObject = (body: unknown): body is Record<string, unknown> =>
	typeof body === 'object' && body !== null && !Array.isArray(body);

const withLowerDomain = (fields: Writable, settings: AlleoSettings): Writable => {
	if (!settings.lowerCaseDomain || typeof fields.email !== 'string') return fields;
	const at = fields.email.lastIndexOf('@');
	return { ...fields, email: fields.email.slice(0, at) + fields.email.slice(at).toLowerCase() };
};

/** A create needs e-mail, first and last name; `shortCreate: false` needs all ten keys. */
export function checkCreate(body: unknown, settings: AlleoSettings): Checked {
	if (!isObject(body))
		return {
			ok: false,
			faults: [{ loc: ['body'], msg: 'field required', type: 'value_error.missing' }],
		};
	const needed = settings.shortCreate ? REQUIRED : WRITABLE_KEYS;
	const faults = [
		...needed
			.filter((key) => !(key in body))
			.map((key) => fault(key, 'field required', 'value_error.missing')),
		...checkFields(body),
	];
	return faults.length > 0
		? { ok: false, faults }
		: { ok: true, fields: withLowerDomain(body, settings) };
}

export function checkEdit(body: unknown, settings: AlleoSettings): Checked {
	if (!isObject(body))
		return {
			ok: false,
			faults: [{ loc: ['body'], msg: 'field required', type: 'value_error.missing' }],
		};
	const faults = checkFields(body);
	if (faults.length > 0) return { ok: false, faults };
	const kept =
		settings.nullInPatch === 'clear'
			? body
			: Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
	return { ok: true, fields: withLowerDomain(kept, settings) };
}
