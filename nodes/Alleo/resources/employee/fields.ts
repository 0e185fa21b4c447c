import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { describeProblems, fieldProblems } from '../../../../core/apply/fields';
import type { Fields } from '../../../../core/apply/fields';
import { resolveGroup } from '../../../../core/apply/groups';
import { parseCivilDate } from '../../../../core/model/dates';
import type { WritableField } from '../../../../core/model/employee';
import type { AlleoClient } from '../../api/client';
import { faultError, issueError } from '../shared';

/** The fields of a person in the panel, and what is read from them. */

const text = (
	displayName: string,
	name: string,
	description: string,
	placeholder = '',
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	...(placeholder === '' ? {} : { placeholder }),
});

export const emailField: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	placeholder: 'name@email.com',
	default: '',
	description: 'The address with which the person logs in; it can be used once',
};

const firstName = text('First Name', 'firstName', 'The given name', 'e.g. Fenna');
const lastName = text(
	'Last Name',
	'lastName',
	'Without the prefix; Alleo uses the birth name',
	'e.g. Berg',
);

export const nameFields: INodeProperties[] = [
	{ ...firstName, required: true },
	{ ...lastName, required: true },
];

const birthday = text('Birthday', 'birthday', 'A date as YYYY-MM-DD', 'e.g. 1990-01-31');
const group = text(
	'Group Name',
	'group',
	'Name of a group of this company, as the Alleo Portal shows it',
);
const language = text(
	'Language',
	'language',
	'Code of the language; nl when left out on a create',
	'e.g. nl',
);
const prefix = text('Prefix', 'prefix', 'The Dutch infix of the last name', 'e.g. van der');
const anniversary = text(
	'Work Anniversary',
	'workAnniversary',
	'The original start of service, as YYYY-MM-DD',
	'e.g. 2021-09-01',
);
const privateEmail: INodeProperties = {
	...emailField,
	displayName: 'Private Email',
	name: 'privateEmail',
	description: 'The address at home',
};
const externalId = text(
	'External ID',
	'externalId',
	'The ID in the HR system; it finds the person again when the address changes',
	'e.g. nmbrs-1001',
);

export const employeeIdField: INodeProperties = {
	displayName: 'Employee ID',
	name: 'employeeId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 501',
	description: 'Alleo’s own ID of the person, a number; not the external ID',
};

export const externalIdField: INodeProperties = externalId;

/** The optional fields; those that the operation asks for at the top are left out. */
export const additionalFields = (without: readonly string[]): INodeProperties => ({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [birthday, externalId, group, language, prefix, privateEmail, anniversary].filter(
		({ name }) => !without.includes(name),
	),
});

export const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What is not added, or left empty, stays as it is',
	options: [
		birthday,
		emailField,
		externalId,
		firstName,
		group,
		language,
		lastName,
		prefix,
		privateEmail,
		anniversary,
	],
};

export const clearFields: INodeProperties = {
	displayName: 'Clear Fields',
	name: 'clearFields',
	type: 'multiOptions',
	default: [],
	description: 'Fields to make empty in Alleo; email and names cannot be cleared',
	options: [birthday, externalId, group, language, prefix, privateEmail, anniversary].map(
		({ displayName, name }) => ({ name: displayName, value: name }),
	),
};

const API_NAMES: Readonly<Record<string, WritableField>> = {
	birthday: 'birthday',
	email: 'email',
	externalId: 'external_id',
	firstName: 'first_name',
	group: 'group',
	language: 'language',
	lastName: 'last_name',
	prefix: 'prefix',
	privateEmail: 'private_email',
	workAnniversary: 'work_anniversary',
};
const DATES: ReadonlySet<string> = new Set(['birthday', 'work_anniversary']);

/** A date keeps its day, whatever time or zone is behind it; what is no date is refused later on. */
const asFieldText = (field: WritableField, value: unknown): string => {
	const written = String(value).trim();
	return DATES.has(field) ? (parseCivilDate(written) ?? written) : written;
};

/** Filled fields by Alleo's names. An empty text is "not given": an expression without a value clears nothing. */
export function readFields(values: IDataObject): Fields {
	const fields: Fields = {};
	for (const [name, value] of Object.entries(values)) {
		const field = API_NAMES[name];
		if (field === undefined || value === undefined || value === null || value === '') continue;
		const written = asFieldText(field, value);
		if (written !== '') fields[field] = written;
	}
	return fields;
}

/** Fields that the person chose to make empty. */
export function readCleared(names: unknown): Fields {
	const fields: Fields = {};
	for (const name of Array.isArray(names) ? names : []) {
		const field = API_NAMES[String(name)];
		if (field !== undefined) fields[field] = null;
	}
	return fields;
}

/** A parameter of an item, trimmed. */
export const readText = (context: IExecuteFunctions, name: string, item: number): string =>
	String(context.getNodeParameter(name, item, '') ?? '').trim();

/** Refuses what Alleo would refuse, before anything is sent. */
export function checkFields(context: IExecuteFunctions, fields: Fields, item: number): void {
	const problems = fieldProblems(fields);
	if (problems.length === 0) return;
	throw issueError(context, 'FIELD_INVALID', { fields: describeProblems(problems) }, item);
}

/** The group's id by its name; here, unlike in a plan, an unknown group is an error. */
export async function groupIdOf(
	context: IExecuteFunctions,
	client: AlleoClient,
	company: number,
	fields: Fields,
	item: number,
): Promise<number | null | undefined> {
	if (typeof fields.group !== 'string') return fields.group === null ? null : undefined;
	const groups = await client.groups(company);
	if (!groups.ok) throw faultError(context, groups.fault, item);
	const { known, id } = resolveGroup(fields, groups.value);
	if (!known) throw issueError(context, 'GROUP_UNKNOWN', {}, item);
	return id;
}
