import { readFileSync } from 'node:fs';
import { classifyAnswer } from '../../nodes/Afas/api/classify';
import { chooseColumns, columnUse, privacyOf } from '../../nodes/Afas/employee/privacy';
import { EMPLOYEE_COLUMNS, CONTRACT_COLUMNS } from '../../nodes/Afas/employee/requirements';
import { AfasField } from '../../nodes/Afas/api/schemas';

describe('columns that never leave', () => {
	test.each([
		'BSN',
		'Burgerservicenummer',
		'Sofi_nummer',
		'Street',
		'Straat',
		'HouseNumber',
		'AddNumber',
		'ZIPCode',
		'Postcode',
		'City',
		'Woonplaats',
		'Country',
		'Adres_regel_1',
		'HomeAddress',
		'Mobile',
		'Phone',
		'Telefoon_prive',
		'Mobiel_werk',
		'IBAN',
		'Bankrekening',
		'MaritalStatus',
		'Burgerlijke_staat',
		'Paspoortnummer',
		'Nationaliteit',
		'Geboorteplaats',
		'DateDeceased',
		'SoSe',
		'SV_nummer',
		'SSN',
		'Rijksregisternummer',
		'Rek_nr',
		'Gironummer',
		'Ziekmelding',
		'Straat_prive',
		'Tel_prive',
		'Rekening',
		'Verzuim',
		'alleo_bsn',
		'yourcampus_iban',
		'alleo_monthly_bsn_budget',
	])('%s', (id) => {
		expect(privacyOf({ id, label: '' })).toBe('private');
	});

	test.each([
		'Bruto_maandsalaris',
		'GrossSalary',
		'Uurloon',
		'Looncomponent',
		'Wage',
		'SalaryScale',
		'Jaarinkomen',
		'alleo_salaris',
		'alleo_oneoff_salaris_budget',
	])('%s is salary', (id) => {
		expect(privacyOf({ id, label: '' })).toBe('salary');
	});

	test('a label gives a column away that is named otherwise', () => {
		expect(privacyOf({ id: 'Veld7', label: 'Burgerservicenummer' })).toBe('private');
		expect(privacyOf({ id: 'Bedrag', label: 'Bruto salaris' })).toBe('salary');
	});
});

describe('columns that a sync needs', () => {
	test.each(
		[...EMPLOYEE_COLUMNS, ...CONTRACT_COLUMNS].flatMap(({ column, alternatives }) => [
			column,
			...alternatives,
		]),
	)('%s leaves by itself', (id) => {
		expect(columnUse({ id, label: '' })).toBe('known');
	});

	test.each([
		['Mail', 'E-mailadres werk'],
		['E-mail_adres', ''],
		['Standplaats', 'Standplaats'],
		['Wagenpark', 'Leasewagen'],
		['alleo_monthly_phone_budget', 'Telefoonbudget'],
		['PersonId', 'Nummer persoon'],
		['Ziekenhuis', 'Ziekenhuislocatie'],
		['alleo_filter', 'Alleo filter (geen BSN)'],
		['Muziekschool', 'Berekening'],
		['Grootboekrekening', ''],
	])('%s passes', (id, label) => {
		expect(privacyOf({ id, label })).toBe('free');
	});

	test('a structural column passes whatever it is called', () => {
		const fields = [{ id: 'Adresnummer', dataType: 'string', label: '' }].map((f) =>
			AfasField.parse(f),
		);
		const choice = { chosen: [], only: [], drop: ['adresnummer'] };
		expect(chooseColumns(fields, { ...choice, structural: ['Adresnummer'] }).keep).toEqual([
			'Adresnummer',
		]);
		expect(chooseColumns(fields, { ...choice, structural: [] })).toEqual({
			keep: [],
			notChosen: [],
			withheld: ['Adresnummer'],
		});
	});
});

describe('error answers, in both languages', () => {
	const sample = (name: string): string =>
		readFileSync(new URL(`../fixtures/afas/${name}.json`, import.meta.url), 'utf8');

	test.each([
		['error-connector-blocked.en', 500, 'AFAS_CONNECTOR_BLOCKED', 'stop'],
		['error-connector-blocked.nl', 403, 'AFAS_CONNECTOR_BLOCKED', 'stop'],
		['error-connector-not-available.en', 401, 'AFAS_CONNECTOR_NOT_AVAILABLE', 'settle'],
		['error-connector-not-available.nl', 500, 'AFAS_CONNECTOR_NOT_AVAILABLE', 'settle'],
		['error-field-not-found.en', 500, 'AFAS_FIELD_NOT_FOUND', 'stop'],
		['error-field-not-found.nl', 500, 'AFAS_FIELD_NOT_FOUND', 'stop'],
		['error-server-timeout', 500, 'AFAS_SERVER_TIMEOUT', 'stop'],
		['error-too-much-data', 500, 'AFAS_PAGE_TOO_BIG', 'halve'],
		['error-unexpected.en', 500, 'AFAS_UNEXPECTED', 'again'],
		['error-unexpected.nl', 500, 'AFAS_UNEXPECTED', 'again'],
		['error-message-only', 400, 'AFAS_UNEXPECTED', 'stop'],
		['error-503-maintenance', 503, 'AFAS_MAINTENANCE', 'stop'],
	])('%s with %i', (name, status, code, reaction) => {
		expect(classifyAnswer(status, sample(name), 'Profit_X')).toMatchObject({ code, reaction });
	});

	test('the field of the message is named', () => {
		const { params } = classifyAnswer(500, sample('error-field-not-found.nl'), 'Profit_X');
		expect(params).toEqual({ field: 'Bestaatniet', connector: 'Profit_X' });
	});

	test.each([
		[413, '', 'AFAS_PAGE_TOO_BIG'],
		[403, '<html>', 'AFAS_ADDRESS_REFUSED'],
		[404, '', 'AFAS_NOT_FOUND'],
		[401, '', 'AFAS_CREDENTIAL_REFUSED'],
		[500, 'General message: Out of String space', 'AFAS_PAGE_TOO_BIG'],
		[302, '', 'AFAS_ANSWER_UNREADABLE'],
		[418, 'x', 'AFAS_UNEXPECTED'],
	])('%i %s', (status, body, code) => {
		expect(classifyAnswer(status, body, 'Profit_X').code).toBe(code);
	});
});
