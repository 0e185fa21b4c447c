/** What a connector needs, so that a customer can build it by hand; the same list is in docs/afas.md. */
export interface Requirement {
	column: string;
	/** required: nothing works without it; recommended: Alleo or the proof misses something; optional: only for that purpose. */
	level: 'required' | 'recommended' | 'optional';
	purpose: string;
	/** Where it is in Profit, in Dutch, as in the definition of a GetConnector. */
	profitField: string;
	/** Names that stock and customer connectors use for the same thing. */
	alternatives: string[];
}

const item = (
	column: string,
	level: Requirement['level'],
	purpose: string,
	profitField: string,
	alternatives: string[] = [],
): Requirement => ({ column, level, purpose, profitField, alternatives });

/** The column of selective sync; Alleo's own field file makes it with one of the names or labels below. */
export const ACCESS_COLUMN = 'alleo_access';

/** Of both connectors. */
const BOTH: Requirement[] = [
	item('EmployerId', 'recommended', 'Keeps rows of two employers apart', 'Werkgever / Werkgever', [
		'Werkgever_code',
		'Employer',
	]),
	item('DvId', 'recommended', 'Makes the order unique', 'Dienstverband / Dienstverband (DvId)', [
		'Dienstverband',
		'EmploymentId',
	]),
];

export const EMPLOYEE_COLUMNS: Requirement[] = [
	item(
		'EmployeeId',
		'required',
		'Who it is; becomes the external ID in Alleo',
		'Medewerker / Medewerker',
		['Medewerker', 'employeeNumber'],
	),
	item('EmploymentStart', 'required', 'First day in service', 'Dienstverband / Datum in dienst', [
		'Datum_in_dienst',
		'EmploymentStartDate',
	]),
	item('EmploymentEnd', 'required', 'Last day in service', 'Dienstverband / Datum uit dienst', [
		'Datum_uit_dienst',
		'EmploymentEndDate',
	]),
	item('Mail', 'required', 'E-mail in Alleo', 'Persoon / E-mail werk', [
		'E-mail_werk',
		'EmailWork',
		'Email',
	]),
	item('FirstName', 'required', 'First name in Alleo', 'Persoon / Roepnaam', ['Roepnaam']),
	item('BirthName', 'required', 'Last name in Alleo', 'Persoon / Geboortenaam', ['Geboortenaam']),
	item('PrefixBirthName', 'recommended', 'Prefix in Alleo', 'Persoon / Voorvoegsel geboortenaam', [
		'Voorvoegsel',
		'Prefix',
	]),
	item('DateOfBirth', 'recommended', 'Birthday in Alleo', 'Persoon / Geboortedatum', [
		'Geboortedatum',
		'DateBirth',
	]),
	item('Department', 'recommended', 'Group in Alleo', 'Organisatorische eenheid / Omschrijving', [
		'OrgUnitDesc',
		'OrgUnit',
		'Afdeling',
		'Organisatorische_eenheid_omschrijving',
	]),
	...BOTH,
	item(
		'PersonId',
		'recommended',
		'Stays when the employee code changes',
		'Persoon / Nummer persoon',
		['Persoonsnummer'],
	),
	item('HourPerWeek', 'optional', 'Which of two employments is shown', 'Rooster / Uren per week', [
		'Uren_per_week',
		'HoursPerWeek',
	]),
	item(ACCESS_COLUMN, 'optional', 'Selective sync: who may use Alleo', 'Vrij veld (ja/nee)', [
		'yourcampus_access',
		'Employee_Alleo_Access',
		'Alleo',
	]),
	item('alleo_filter', 'optional', 'Several Alleo companies: which one', 'Vrij veld (tekst)', [
		'yourcampus_filter',
	]),
	item('alleo_monthly_all_budget', 'optional', 'Monthly budget in euro', 'Vrij veld (bedrag)'),
	item('alleo_oneoff_all_budget', 'optional', 'One-off budget in euro', 'Vrij veld (bedrag)'),
	item(
		'NameUse',
		'optional',
		'Names as used, with the two columns below',
		'Persoon / Naamgebruik',
		['Naamgebruik_code'],
	),
	item('BirthNamePartner', 'optional', 'Names as used', 'Persoon / Geboortenaam partner', [
		'Geboortenaam_partner',
	]),
	item('PrefixPartner', 'optional', 'Names as used', 'Persoon / Voorvoegsel partner', [
		'Voorvoegsel_partner',
	]),
	item('MailPrivate', 'optional', 'Private e-mail in Alleo', 'Persoon / E-mail privé'),
];

export const CONTRACT_COLUMNS: Requirement[] = [
	item('EmployeeId', 'required', 'Joins the contract to the employee', 'Medewerker / Medewerker', [
		'Medewerker',
		'employeeNumber',
	]),
	...BOTH,
	item('ContractStart', 'recommended', 'Start of the contract', 'Contract / Begindatum', [
		'ContractStartDate',
		'Begindatum_contract',
		'StartDate',
		'Begindatum',
	]),
	item('ContractEnd', 'optional', 'End of the contract', 'Contract / Einddatum', [
		'ContractEndDate',
		'Einddatum_contract',
		'EndDate',
		'Einddatum',
	]),
	item('EmploymentType', 'optional', 'Type of contract', 'Contract / Soort medewerker', [
		'Soort_medewerker_code',
		'ContractType',
	]),
	item('HourPerWeek', 'optional', 'Hours per week', 'Rooster / Uren per week', [
		'Uren_per_week',
		'HoursPerWeek',
	]),
];
