import { errorOf, runAfas } from './afas.helper.mts';
import { canary, everything, OPERATIONS, read } from './afasColumns.mts';
import { json, startServer } from '../support/httpServer.mts';
import { EMPLOYEE_FIELDS, employeeRow, field, slice, startScripted } from './afasScripted.mts';

/** SPEC I11: no column leaves the AFAS node whose values look like service numbers or bank accounts. */

describe.each(OPERATIONS)('%s', (_name, operation) => {
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

test.each(OPERATIONS)(
	'a number that many share identifies none of them: %s',
	async (_name, operation) => {
		const rows = { ...operation, rows: 12, additionalColumns: ['KvK', 'Nr'] };
		const own = (row: number) => (row === 3 ? '10000070' : null);
		const valueOf = (name: string, row: number) => (name === 'KvK' ? '10000070' : own(row));
		const run = await read(['KvK', 'Nr'], valueOf, rows);
		expect(run.employees[0]).toMatchObject({ KvK: '10000070' });
		expect(run.employees[3]).not.toHaveProperty('Nr');
	},
);

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
		expect(error.message).toContain(
			'Nr of Profit_Employees_Alleo holds, by its name or its values',
		);
		expect(JSON.stringify(error)).not.toMatch(/\d{8}/);
	});
	test.each(['BSN', 'SoSe', 'IBAN'])(
		'%s as a key is refused before the first row',
		async (name) => {
			const pages: number[] = [];
			const server = await startScripted({
				fields: [...EMPLOYEE_FIELDS, field(name)],
				page: ({ call }) => {
					pages.push(call);
					return { rows: [] };
				},
			});
			const parameters = { contractsConnector: '', columns: { personId: name } };
			const { description } = await errorOf(runAfas({ baseUrl: server.url, parameters }));
			await server.close();
			expect(description).toContain('AFAS_KEY_PRIVATE');
			expect(pages).toEqual([]);
		},
	);
});

test('a column of the contracts is withheld, and the record says so', async () => {
	const contractFields = [field('EmployeeId'), field('Toegang'), field('Mail')];
	const contracts = [1, 2, 3].map((number) => ({
		EmployeeId: `00000${number}`,
		Toegang: number === 2 ? '123456782' : 'ja',
		Mail: number === 3 ? '123456782' : 'x',
	}));
	const people = [1, 2, 3].map((number) => employeeRow(number));
	const server = await startServer((request, response) => {
		const url = new URL(request.url, 'http://localhost');
		const ofContracts = url.pathname.endsWith('Profit_Contract');
		if (url.pathname.includes('/metainfo/get/')) {
			const fields = ofContracts ? contractFields : EMPLOYEE_FIELDS;
			return json(response, { name: 'x', description: 'x', fields });
		}
		const [skip, take] = [
			Number(url.searchParams.get('skip')),
			Number(url.searchParams.get('take')),
		];
		return json(response, slice(ofContracts ? contracts : people)({ skip, take }));
	});
	const parameters = { additionalColumns: ['Toegang'] };
	const run = await runAfas({ baseUrl: server.url, parameters });
	await server.close();
	expect(everything(run)).not.toContain('123456782');
	expect(run.employees.map(({ contracts: own }) => own)).toEqual(
		['000001', '000002', '000003'].map((EmployeeId) => [{ EmployeeId }]),
	);
	// "Mail" of the people is as it was.
	expect(run.employees[0]).toMatchObject({
		Mail: 'persoon1@example.nl',
		withheldFields: ['Toegang'],
	});
});

test('a field for Alleo is one whatever its label says', async () => {
	const rows = [{ EmployeeId: '1', alleo_filter: 'B' }];
	const fields = [field('EmployeeId'), field('alleo_filter', 'string', 'Bedrijf, geen BSN')];
	const server = await startScripted({ fields, page: slice(rows) });
	const where = { resource: 'getConnector', operation: 'getAll', connector: 'X' };
	const run = await runAfas({ baseUrl: server.url, parameters: where });
	await server.close();
	expect(run.employees).toEqual(rows);
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
			leaveConnector: '',
			payCycle: 'month',
		};
		const run = await runAfas({ baseUrl: server.url, parameters });
		await server.close();
		expect(run.employees.map((row) => row['gross_hourly_wage'])).toEqual([21, 22, 23]);
		expect(everything(run)).not.toContain('123456782');
		expect(run.fake.hints.join()).toContain('PayCycle of Profit_Employees_Alleo was withheld');
	});
});
