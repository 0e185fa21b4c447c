import { FIELDS, automaticStandard } from './fields';
import type { SourceSystem } from '../../model/employee';
import type { FieldId } from './fields';

/**
 * The source fields that the panel offers per Alleo field, standard first. A choice is written as
 * `$json.businessEmail`: in n8n a field dropped onto a chosen value replaces it, while one dropped onto
 * a pre-filled expression is only added to it. Every other field can be dragged in.
 */
export interface OfferedField {
	name: string;
	/** A path or an expression without `={{ }}`; compileValue reads both. */
	value: string;
}

type Offer = readonly [name: string, path: string];
type Offers = Partial<Record<FieldId, readonly Offer[]>>;

const NMBRS: Offers = {
	email: [['Private Email', 'privateEmail']],
	first_name: [
		['First Name Only', 'firstName'],
		['First Name in Full', 'firstNameInFull'],
		['Initials', 'initials'],
	],
	prefix: [['Partner Prefix', 'partnerPrefix']],
	last_name: [['Partner Name', 'partnerName']],
	start_date: [['Contract Start Date', 'contract.startDate']],
	end_date: [['Contract End Date', 'contract.endDate']],
	group: [
		['Department Code', 'department.code'],
		['Function', 'function.description'],
		['Cost Center', 'costCenter.description'],
		['Company Name', 'company.name'],
	],
	private_email: [
		['Private Email', 'privateEmail'],
		['Business Email', 'businessEmail'],
	],
	alleo_filter: [
		['Company Number', 'company.number'],
		['Company Name', 'company.name'],
		['Department', 'department.description'],
	],
};

const AFAS: Offers = {
	external_id: [['PersonId', 'PersonId']],
	first_name: [['Initials', 'Initials']],
	prefix: [['PrefixPartner', 'PrefixPartner']],
	private_email: [['MailPrivate', 'MailPrivate']],
	last_name: [['BirthNamePartner', 'BirthNamePartner']],
	group: [
		['Department', 'Department'],
		['OrgUnitDesc', 'OrgUnitDesc'],
		['OrgUnit', 'OrgUnit'],
		['FunctionDesc', 'FunctionDesc'],
		['Employer', 'company.name'],
	],
	alleo_filter: [
		['Employer', 'company.id'],
		['OrgUnit', 'OrgUnit'],
	],
};

/** What Employee File gives; a field of any other system is dragged in. */
const FILE: Offers = {
	external_id: [['From a File: employeeId', 'employeeId']],
	email: [['From a File: businessEmail', 'businessEmail']],
	first_name: [['From a File: firstName', 'firstName']],
	prefix: [['From a File: prefix', 'prefix']],
	last_name: [['From a File: lastName', 'lastName']],
	start_date: [['From a File: startDate', 'startDate']],
	end_date: [['From a File: endDate', 'endDate']],
	birthday: [['From a File: birthDate', 'birthDate']],
	work_anniversary: [['From a File: seniorityDate', 'seniorityDate']],
	group: [
		['From a File: department', 'department'],
		['From a File: function', 'function'],
	],
	private_email: [['From a File: privateEmail', 'privateEmail']],
	alleo_filter: [['From a File: alleo_filter', 'alleo_filter']],
	employee_number: [['From a File: employeeNumber', 'employeeNumber']],
};

const LANGUAGES: readonly OfferedField[] = [
	{ name: 'Dutch', value: 'nl' },
	{ name: 'English', value: 'en' },
];

/** `={{ $json.a ?? $json.b }}` without its wrapping. */
export const unwrapped = (expression: string): string =>
	expression.slice('={{ '.length, -' }}'.length);

/** The paths of an expression in words: `firstName, else firstNameInFull`. */
const inWords = (expression: string): string =>
	unwrapped(expression)
		.replaceAll('?.', '.')
		.replaceAll('$json.', '')
		.replaceAll(/ (?:\|\||\?\?) /g, ', else ');

const standardChoice = (expression: string | null): OfferedField[] =>
	expression === null
		? []
		: [{ name: `Standard: ${inWords(expression)}`, value: unwrapped(expression) }];

const toChoice = ([name, path]: Offer): OfferedField => ({ name, value: `$json.${path}` });

/** What the panel offers for one field; of a custom source only what Employee File gives. */
export function choicesOf(id: FieldId, source: SourceSystem | 'auto'): readonly OfferedField[] {
	if (id === 'language') return LANGUAGES;
	const { standard } = FIELDS[id];
	switch (source) {
		case 'auto':
			return standardChoice(automaticStandard(standard.nmbrs, standard.afas));
		case 'nmbrs':
			return [...standardChoice(standard.nmbrs), ...(NMBRS[id] ?? []).map(toChoice)];
		case 'afas':
			return [...standardChoice(standard.afas), ...(AFAS[id] ?? []).map(toChoice)];
		case 'custom':
			return (FILE[id] ?? []).map(toChoice);
	}
}
