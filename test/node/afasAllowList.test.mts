import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { resolveIssue } from '../../core/issues';
import { Afas } from '../../nodes/Afas/Afas.node';
import { getAdditionalColumns } from '../../nodes/Afas/methods/loadOptions';
import { afasContext, errorOf, runAfas, type Run } from './afas.helper.mts';
import { EMPLOYEE_FIELDS, employeeRow, field, slice, startScripted } from './afasScripted.mts';

/** SPEC I11: only what is known or chosen leaves the AFAS node, whatever customers call the rest. */

const PRIVATE = [
	...['BSN', 'SoFi', 'sofinummer', 'Sofi_nr', 'SV_nummer', 'burgerservicenummer', 'SoSe', 'SSN'],
	...[
		'Straat',
		'Straat_prive',
		'Adres',
		'Huisnummer',
		'Huisnr_toev',
		'Postcode',
		'PC',
		'Woonplaats',
	],
	...[
		'Plaats_prive',
		'Land',
		'HomeAddress',
		'Street',
		'ZIPCode',
		'City',
		'Tel_prive',
		'Tel',
		'Mobiel',
	],
	...[
		'Mob_nr',
		'GSM',
		'Phone',
		'Noodnummer',
		'Rekening',
		'Rekeningnummer',
		'Rek_nr',
		'IBAN',
		'BIC',
	],
	...[
		'Bankrekening',
		'Giro',
		'AccountNo',
		'Jaarinkomen',
		'Salaris',
		'Schaal',
		'Trede',
		'Bruto',
		'Netto',
	],
	...[
		'Uurloon',
		'Pensioen',
		'Loonbeslag',
		'Verzuim',
		'Ziekte',
		'Ziek_sinds',
		'WIA',
		'Nationaliteit',
	],
	...['Burgerlijke_staat', 'Partner', 'Kind', 'Kinderen', 'Geboorteplaats', 'Geloof', 'Geslacht'],
	...[
		'Paspoort',
		'Rijbewijs',
		'Kenteken',
		'Opmerkingen',
		'alleo_bsn',
		'alleo_iban',
		'ALLEO_SALARIS',
	],
	...[
		'yourcampus_salaris',
		'yourcampus_bsn',
		'alleo_monthly_bsn_budget',
		'alleo_oneoff_salaris_budget',
	],
	...['X1', 'Veld7', 'U0123456789ABCDEF0123456789ABCDEF'],
];

/** A value that is nothing but itself, so that a single copy of it anywhere is found. */
const canary = (column: string, row: number): string => `kanarie-${column}-${row}-zz`;

const NEEDED = [
	...[
		'PersonId',
		'DvId',
		'EmployerName',
		'HourPerWeek',
		'PrefixBirthName',
		'DateOfBirth',
		'Initials',
	],
	...[
		'NameUse',
		'BirthNamePartner',
		'PrefixPartner',
		'MailPrivate',
		'Department',
		'OrgUnit',
		'OrgUnitDesc',
	],
	...[
		'FunctionDesc',
		'EmploymentType',
		'EmploymentTypeDesc',
		'alleo_access',
		'Alleo Filter',
		'YourCampus_Access',
	],
	...[
		'yourcampus_filter',
		'alleo_monthly_all_budget',
		'alleo_oneoff_health_budget',
		'alleo_monthly_phone_budget',
	],
];

const fields = (names: readonly string[]) => [
	...EMPLOYEE_FIELDS,
	...names.map((name) => field(name)),
];

async function read(
	names: readonly string[],
	valueOf: (column: string, row: number) => unknown,
	{ rows = 3, ...parameters }: { rows?: number } & Record<string, unknown> = {},
): Promise<Run> {
	const all = Array.from({ length: rows }, (_, at) =>
		employeeRow(at + 1, Object.fromEntries(names.map((name) => [name, valueOf(name, at)]))),
	);
	const server = await startScripted({ fields: fields(names), page: slice(all) });
	try {
		return await runAfas({
			baseUrl: server.url,
			parameters: { contractsConnector: '', ...parameters },
		});
	} finally {
		await server.close();
	}
}

/** Everything that a run gives: items, coverage, notices, log lines. */
const everything = ({ items, fake }: Run): string =>
	JSON.stringify([items, fake.hints, fake.log]).toLowerCase();

const OPERATIONS: Array<[string, IDataObject]> = [
	['people', {}],
	[
		'rows of a connector',
		{ resource: 'getConnector', operation: 'getAll', connector: 'Profit_Employees_Alleo' },
	],
];

describe.each(OPERATIONS)('%s', (_name, operation) => {
	test('of sixty private columns of any name none leaves, and all are named', async () => {
		expect(PRIVATE.length).toBeGreaterThan(60);
		const run = await read(PRIVATE, canary, operation);
		expect(run.employees).toHaveLength(3);
		expect(everything(run)).not.toContain('kanarie');
		for (const column of PRIVATE) {
			expect(run.employees[0]).not.toHaveProperty([column]);
			expect(run.fake.hints.join()).toContain(column);
		}
	});

	test('what the mapping needs and the documents name leaves, with its value', async () => {
		const { employees } = await read(NEEDED, canary, operation);
		for (const column of NEEDED) expect(employees[0]?.[column]).toBe(canary(column, 0));
		expect(employees[0]).toMatchObject({ EmployeeId: '000001', BirthName: 'Achternaam1' });
	});

	test('whatever a column is called', async () => {
		const name = fc
			.tuple(
				fc.constantFrom('', 'alleo_', 'yourcampus_', 'Alleo', 'Profit_', 'Mail_', 'prive_'),
				fc.stringMatching(/^[A-Za-z][A-Za-z0-9_ -]{3,20}$/),
			)
			.map(([prefix, rest]) => `${prefix}zz${rest}`);
		await fc.assert(
			fc.asyncProperty(fc.uniqueArray(name, { minLength: 5, maxLength: 40 }), async (names) => {
				const run = await read(names, (_column, row) => `kanarie-${row}`, operation);
				expect(run.employees).toHaveLength(3);
				expect(everything(run)).not.toContain('kanarie');
			}),
			{ numRuns: 15 },
		);
	});

	test('a chosen column leaves, in any case; a private one does not, and says so', async () => {
		const run = await read(['Kleur', 'Straat_prive', 'BSN', 'Maat'], canary, {
			...operation,
			additionalColumns: ['kleur', 'Straat_prive', 'BSN'],
		});
		expect(run.employees[0]).toMatchObject({ Kleur: canary('Kleur', 0) });
		for (const column of ['Straat_prive', 'BSN', 'Maat']) {
			expect(run.employees[0]).not.toHaveProperty(column);
		}
		const told = (code: 'AFAS_COLUMNS_WITHHELD' | 'AFAS_COLUMNS_NOT_CHOSEN', columns: string) => {
			const count = columns.split(', ').length;
			const { message } = resolveIssue(code, {
				connector: 'Profit_Employees_Alleo',
				count,
				columns,
			});
			expect(run.fake.hints.join('\n')).toContain(message);
		};
		told('AFAS_COLUMNS_WITHHELD', 'Straat_prive, BSN');
		told('AFAS_COLUMNS_NOT_CHOSEN', 'Maat');
		expect(run.fake.hints.join('\n')).toContain('Additional Column Names or IDs');
	});

	test('a choice that no connector has is told before the first row', async () => {
		const choice = { ...operation, additionalColumns: ['Kluer'] };
		const { message } = await errorOf(read(['Kleur'], canary, choice));
		expect(message).toContain('Additional Column Names or IDs cannot be used');
		expect(message).toContain('Kluer');
	});

	test('Only These Columns is a choice by hand too', async () => {
		const options = { onlyColumns: 'Kleur, Mail, IBAN' };
		const { employees } = await read(['Kleur', 'Maat', 'IBAN'], canary, { ...operation, options });
		expect(employees[0]).toMatchObject({ Kleur: canary('Kleur', 0), Mail: expect.any(String) });
		for (const column of ['Maat', 'IBAN', 'FirstName']) {
			expect(employees[0]).not.toHaveProperty(column);
		}
	});

	const BSN = '123456782';
	const IBAN = 'NL91 ABNA 0417 1643 00';
	test.each<[string, string, unknown]>([
		['a chosen column', 'Kleur', BSN],
		['a chosen column with numbers', 'Kleur', Number(BSN)],
		['a chosen column with an account', 'Kleur', IBAN],
		['free text', 'Kleur', `let op: bsn ${BSN}`],
		['a field for Alleo', 'alleo_filter', BSN],
		['a budget', 'alleo_monthly_all_budget', Number(BSN)],
		['a column of the mapping', 'FunctionDesc', `rek. ${IBAN}`],
	])('values decide: %s', async (_case, column, value) => {
		const names = ['Kleur', 'Maat', 'alleo_filter', 'alleo_monthly_all_budget', 'FunctionDesc'];
		const valueOf = (name: string, row: number) => (name === column && row === 17 ? value : 'rood');
		const run = await read(names, valueOf, {
			...operation,
			rows: 40,
			pageSize: 25,
			additionalColumns: ['Kleur', 'Maat'],
		});
		expect(run.employees).toHaveLength(40);
		expect(run.employees.every((row) => !Object.hasOwn(row, column))).toBe(true);
		expect(run.employees[0]).toMatchObject({ Maat: 'rood', EmployeeId: '000001' });
		expect(everything(run)).not.toContain(String(value).toLowerCase());
		const kind = String(value).includes('NL91') ? 'IBAN' : 'BSN';
		const hints = run.fake.hints.filter((hint) => hint.includes('PRIVATE_VALUES_WITHHELD'));
		expect(hints).toHaveLength(1);
		expect(hints[0]).toContain(column);
		expect(hints[0]).toContain(`look like ${kind}`);
		expect(run.coverage[0]?.complete).toBe(true);
	});
});

describe('what decides is never withheld, and never a citizen service number', () => {
	const passing = ['123456782', '111222333', '100000009', '999999990', '200000007', '300000005'];

	test('an employee code that passes the test by chance stays', async () => {
		const { employees } = await read([], canary, { rows: 5 });
		expect(employees).toHaveLength(5);
		const odd = await read(['Nr'], (_column, row) => `10000000${row + 5}`, {
			columns: { employeeId: 'Nr' },
			rows: 5,
		});
		expect(odd.employees.map(({ Nr }) => Nr)).toContain('100000009');
		const rows = { resource: 'getConnector', connector: 'Profit_Employees_Alleo' };
		const connector = await read([], canary, rows);
		expect(connector.employees[0]).toHaveProperty('EmployeeId');
	});

	test('a column of service numbers as the key stops the run, and no number is told', async () => {
		const run = read(['Nr'], (_column, row) => passing[row], {
			columns: { employeeId: 'Nr' },
			rows: 6,
		});
		const error = await errorOf(run);
		expect(error.message).toContain('Nr of Profit_Employees_Alleo holds citizen service numbers');
		expect(JSON.stringify(error)).not.toMatch(/\d{8}/);
	});
});

describe('payroll', () => {
	test('a text that holds a service number is withheld, and the figures stay', async () => {
		const salary = [field('EmployeeId'), field('HourlyWage', 'decimal'), field('PayCycle')];
		const rows = [1, 2, 3].map((number) => ({
			EmployeeId: `00${number}`,
			HourlyWage: 20 + number,
			PayCycle: number === 2 ? 'Maand 123456782' : 'Maand',
		}));
		const server = await startScripted({ fields: salary, page: slice(rows) });
		const parameters = {
			resource: 'payroll',
			operation: 'getAll',
			salaryConnector: 'Profit_Employees_Alleo',
			payCycle: 'month',
		};
		const run = await runAfas({ baseUrl: server.url, parameters });
		await server.close();
		expect(run.employees.map((row) => row['gross_hourly_wage'])).toEqual([21, 22, 23]);
		expect(everything(run)).not.toContain('123456782');
		expect(run.fake.hints.join()).toContain('PayCycle of Profit_Employees_Alleo was withheld');
	});
});

describe('in the panel', () => {
	test('the list offers what may be chosen, and neither what leaves anyhow nor what never does', async () => {
		const names = ['Kleur', 'BSN', 'Straat_prive', 'alleo_access', 'alleo_bsn', 'FunctionDesc'];
		const server = await startScripted({ fields: fields(names), page: slice([]) });
		const { context } = afasContext({
			baseUrl: server.url,
			parameters: { contractsConnector: '' },
		});
		const options = await getAdditionalColumns.call(context as never);
		await server.close();
		expect(options.map(({ value }) => value)).toEqual(['Kleur']);
		expect(new Afas().methods.loadOptions).toHaveProperty('getAdditionalColumns');
	});
});
