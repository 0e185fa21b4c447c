import type { SourceSystem } from '../../model/employee';

/**
 * The Alleo fields that a person can map, in the order of the panel. `standard` is what each HR
 * system's node delivers: the mapping works untouched. Names: Alleo's own articles for NMBRS and
 * AFAS (https://support.alleo.nl/en/articles/20743-afas-integration) and the two vendors' field lists.
 */

export const FIELD_IDS = [
	'external_id',
	'employee_number',
	'start_date',
	'end_date',
	'email',
	'private_email',
	'first_name',
	'prefix',
	'last_name',
	'partner_prefix',
	'partner_last_name',
	'name_use',
	'language',
	'birthday',
	'work_anniversary',
	'group',
	'alleo_filter',
	'employment_type',
	'company_id',
	'company_number',
	'company_name',
] as const;
export type FieldId = (typeof FIELD_IDS)[number];

/** The field of selective sync; it has its own parameter and is not a row of the mapping. */
export const ACCESS_FIELD = 'alleo_access';

/** The field of routing: which of several Alleo companies. */
export const FILTER_FIELD = 'alleo_filter';

export { BUDGET_PATTERN } from '../../model/budget';

/** The budget fields that Alleo publishes; other categories are found by their name. */
export const PUBLISHED_BUDGETS = [
	'alleo_monthly_all_budget',
	'alleo_oneoff_all_budget',
	'alleo_monthly_health_budget',
	'alleo_oneoff_health_budget',
] as const;

export interface FieldDefinition {
	label: string;
	required: boolean;
	/** An ingredient that few people change: behind "Add field", and read by its standard until it is added. */
	hidden: boolean;
	standard: Readonly<Record<SourceSystem, string | null>>;
}

const standard = (nmbrs: string | null, afas: string | null): FieldDefinition['standard'] => ({
	nmbrs,
	afas,
	custom: null,
});

const json = (path: string): string => `={{ $json.${path} }}`;
const required = { required: true, hidden: false };
const usual = { required: false, hidden: false };
const ingredient = { required: false, hidden: true };

export const FIELDS: Readonly<Record<FieldId, FieldDefinition>> = {
	external_id: {
		label: 'Employee ID',
		...required,
		standard: standard(json('employeeId'), json('EmployeeId')),
	},
	email: {
		label: 'Business Email',
		...required,
		standard: standard(json('businessEmail'), json('Mail')),
	},
	first_name: {
		label: 'First Name',
		...required,
		standard: standard(
			'={{ $json.firstName || $json.firstNameInFull }}',
			json('FirstName'), // the calling name, roepnaam
		),
	},
	prefix: {
		label: 'Prefix (Van, De, Ter)',
		...usual,
		standard: standard(json('prefix'), json('PrefixBirthName')),
	},
	last_name: {
		label: 'Last Name',
		...required,
		standard: standard(json('lastName'), json('BirthName')),
	},
	start_date: {
		label: 'Start Date',
		...required,
		standard: standard(json('startDate'), json('EmploymentStart')),
	},
	end_date: {
		label: 'End Date (Last Day)',
		...required,
		standard: standard(json('endDate'), json('EmploymentEnd')),
	},
	birthday: {
		label: 'Birthday',
		...usual,
		standard: standard(json('birthDate'), json('DateOfBirth')),
	},
	work_anniversary: {
		label: 'Work Anniversary',
		...usual,
		standard: standard(json('seniorityDate'), null),
	},
	group: {
		label: 'Company Group',
		...usual,
		standard: standard(
			json('department.description'),
			'={{ $json.Department ?? $json.OrgUnitDesc ?? $json.OrgUnit }}',
		),
	},
	private_email: {
		label: 'Private Email',
		...usual,
		// Whose address at home goes to Alleo is asked for by the customer, in both systems.
		standard: standard(null, null),
	},
	language: { label: 'Language (nl or en)', ...ingredient, standard: standard(null, null) },
	alleo_filter: {
		label: 'Alleo Filter (Routing)',
		...ingredient,
		standard: standard(json('extraFields.alleo_filter'), json('alleo_filter')),
	},
	employment_type: {
		label: 'Employment Type',
		...ingredient,
		standard: standard(
			json('employeeType'),
			'={{ $json.EmploymentTypeDesc ?? $json.EmploymentType }}',
		),
	},
	employee_number: {
		label: 'Employee Number',
		...ingredient,
		standard: standard(json('employeeNumber'), json('EmployeeId')),
	},
	partner_prefix: {
		label: 'Partner Prefix',
		...ingredient,
		standard: standard(json('partnerPrefix'), json('PrefixPartner')),
	},
	partner_last_name: {
		label: 'Partner Last Name',
		...ingredient,
		standard: standard(json('partnerName'), json('BirthNamePartner')),
	},
	name_use: {
		label: 'Name Use',
		...ingredient,
		standard: standard(json('nameUse'), json('NameUse')),
	},
	company_id: {
		label: 'Company ID',
		...ingredient,
		standard: standard(json('company.id'), json('company.id')),
	},
	company_number: {
		label: 'Company Number',
		...ingredient,
		standard: standard(json('company.number'), json('company.number')),
	},
	company_name: {
		label: 'Company Name',
		...ingredient,
		standard: standard(json('company.name'), json('company.name')),
	},
};

/** The panel's order: what matters most comes first. */
export const PANEL_ORDER = Object.keys(FIELDS) as FieldId[];

/** The address at home in each HR system, for a mapping or an e-mail policy that asks for it. */
export const PRIVATE_EMAIL = standard(json('privateEmail'), json('MailPrivate'));

/** Where each HR system's node puts a custom field of the customer, such as a budget. */
export const standardBudget = (system: SourceSystem, name: string): string | null =>
	system === 'custom' ? null : json(system === 'nmbrs' ? `extraFields.${name}` : name);

/**
 * The standard of a field when the source is found out per item ("Automatic"): the NMBRS field, else
 * the AFAS one, in one expression that still compiles to native accessors.
 */
export function automaticStandard(nmbrs: string | null, afas: string | null): string | null {
	if (nmbrs === null || afas === null || nmbrs === afas) return nmbrs ?? afas;
	const inner = (raw: string): string => raw.slice('={{ '.length, -' }}'.length);
	const joined = `${inner(nmbrs)} ?? ${inner(afas)}`
		.replaceAll(' || ', ' ?? ')
		.replaceAll('.department.', '.department?.')
		.replaceAll('.extraFields.', '.extraFields?.');
	return `={{ ${joined} }}`;
}
