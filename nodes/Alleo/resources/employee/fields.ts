import type { IExecuteFunctions } from 'n8n-workflow';
import { describeProblems, fieldProblems } from '../../../../core/apply/fields';
import type { Fields } from '../../../../core/apply/fields';
import { resolveGroup } from '../../../../core/apply/groups';
import { parseCivilDate } from '../../../../core/model/dates';
import type { AlleoClient } from '../../api/client';
import { added, mapped, parameter, several, text } from '../../../shared/parameters';
import type { Parameter } from '../../../shared/parameters';
import { issueError } from '../../../shared/outcome';
import { faultError } from '../shared';

/** The fields of a person in the panel, and what is read from them. */

const line = (displayName: string, name: string, description: string, placeholder = '') =>
	text({
		displayName,
		name,
		description,
		...(placeholder === '' ? {} : { placeholder }),
	});

/** A date keeps its day, whatever time or zone is behind it; what is no date is refused later on. */
const date = (...about: Parameters<typeof line>) =>
	mapped(line(...about), (written) => parseCivilDate(written) ?? written);

/** The field as an operation asks for it by itself, where it must be filled. */
const required = (one: Parameter<string>): Parameter<string> =>
	parameter({ ...one.field, required: true }, one.parse);

const email = line(
	'Email',
	'email',
	'The address with which the person logs in; it can be used once',
	'name@email.com',
);
const firstName = line('First Name', 'firstName', 'The given name', 'e.g. Fenna');
const lastName = line(
	'Last Name',
	'lastName',
	'Without the prefix; Alleo uses the birth name',
	'e.g. Berg',
);
const birthday = date('Birthday', 'birthday', 'A date as YYYY-MM-DD', 'e.g. 1990-01-31');
const group = line(
	'Group Name',
	'group',
	'Name of a group of this company, as the Alleo Portal shows it',
);
const language = line(
	'Language',
	'language',
	'Code of the language; nl when left out on a create',
	'e.g. nl',
);
const prefix = line('Prefix', 'prefix', 'The Dutch infix of the last name', 'e.g. van der');
const anniversary = date(
	'Work Anniversary',
	'workAnniversary',
	'The original start of service, as YYYY-MM-DD',
	'e.g. 2021-09-01',
);
const privateEmail = line('Private Email', 'privateEmail', 'The address at home', 'name@email.com');
const externalIdOf = (description: string) =>
	line('External ID', 'externalId', description, 'e.g. nmbrs-1001');

const externalId = externalIdOf(
	'The ID in the HR system; it finds the person again when the address changes',
);

/** What a new person must have, by Alleo's names. */
export const needed = {
	email: required(email),
	first_name: required(firstName),
	last_name: required(lastName),
};

export const finding = externalIdOf(
	'The ID in the HR system. Finds the person first; without it, or without a hit, the email does.',
);

/** By Alleo's names, in the order of the panel. */
const rest = {
	group,
	language,
	prefix,
	private_email: privateEmail,
	work_anniversary: anniversary,
};
const optional = { birthday, external_id: externalId, ...rest };

const about = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	placeholder: 'Add Field',
};

/** An empty text is "not given": an expression without a value clears nothing. */
export const additionalFields = added(about, optional);

/** For the operation that asks for the external ID at the top. */
export const otherFields = added(about, { birthday, ...rest });

export const updateFields = added(
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		placeholder: 'Add Field',
		description: 'What is not added, or left empty, stays as it is',
	},
	{
		birthday,
		email,
		external_id: externalId,
		first_name: firstName,
		group,
		language,
		last_name: lastName,
		prefix,
		private_email: privateEmail,
		work_anniversary: anniversary,
	},
);

/** Fields that the person chose to make empty. */
export const clearFields = mapped(
	several({
		displayName: 'Clear Fields',
		name: 'clearFields',
		default: [],
		description: 'Fields to make empty in Alleo; email and names cannot be cleared',
		options: Object.values(optional).map(({ field }) => ({
			name: field.displayName,
			value: field.name,
		})),
	}),
	(names): Fields =>
		Object.fromEntries(
			Object.entries(optional)
				.filter(([, { field }]) => names.includes(field.name))
				.map(([name]) => [name, null]),
		),
);

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
	const { problem, id } = resolveGroup(fields, groups.value);
	if (problem !== null) throw issueError(context, problem, {}, item);
	return id;
}
