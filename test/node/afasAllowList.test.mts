import fc from 'fast-check';
import { resolveIssue } from '../../core/issues';
import { Afas } from '../../nodes/Afas/Afas.node';
import { getAdditionalColumns } from '../../nodes/Afas/methods/loadOptions';
import { afasContext, errorOf } from './afas.helper.mts';
import { canary, everything, fields, OPERATIONS, read } from './afasColumns.mts';
import { slice, startScripted } from './afasScripted.mts';

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
		expect(message).toContain('"Additional Column Names or IDs" in Test node cannot be used');
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
