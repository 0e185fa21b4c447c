import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { errorOf, runAfas, startSmallAfas } from './afas.helper.mts';

let afas: AfasStandIn;

beforeAll(async () => {
	afas = await startSmallAfas({}, 30);
});
afterAll(async () => {
	await afas.close();
});
afterEach(() => {
	Object.assign(afas.state.settings, { columns: {}, hiddenConnectors: [] });
	afas.state.model.refresh();
	afas.log.reset();
	afas.faults.clear();
});

const run = async (resource: string, operation: string, parameters: Record<string, unknown>) =>
	await runAfas({ baseUrl: afas.url, parameters: { resource, operation, ...parameters } });

describe('rows of any connector', () => {
	test('all rows, an order that fits, and coverage', async () => {
		const { employees, coverage } = await run('getConnector', 'getAll', {
			connector: { __rl: true, mode: 'list', value: 'Profit_LeaveBalance' },
			pageSize: 7,
		});
		expect(employees.length).toBeGreaterThan(30);
		expect(employees[0]).toMatchObject({
			EmployeeId: expect.any(String),
			Leavetype: expect.any(String),
		});
		expect(coverage[0]).toMatchObject({ partition: 'Profit_LeaveBalance', complete: true });
		expect(coverage[0]?.employees).toBe(employees.length);
	});

	test('private columns do not leave, whichever connector has them', async () => {
		const { items } = await run('getConnector', 'getAll', { connector: 'Profit_Employees' });
		const text = JSON.stringify(items);
		for (const { bait } of afas.state.model.world.afas.people) {
			expect(text).not.toContain(bait.bsn);
			expect(text).not.toContain(bait.phone);
		}
		expect(items[0]?.[0]?.json).not.toHaveProperty('Street');
	});

	test('filters with groups: any group is enough', async () => {
		const ids = afas.state.model.world.afas.people.slice(0, 2).map(({ employeeId }) => employeeId);
		const { employees } = await run('getConnector', 'getAll', {
			connector: 'Profit_Employees',
			filters: {
				conditions: ids.map((value, group) => ({ field: 'EmployeeId', operator: 1, value, group })),
			},
		});
		expect(employees.map((row) => row['EmployeeId']).sort()).toEqual([...ids].sort());
	});

	test.each([
		[6, 'oo'],
		[10, '0'],
		[11, 'oo'],
		[12, '9'],
		[13, '1'],
		[14, '1'],
		[15, '0'],
	])('text operator %i gives what AFAS gives', async (operator, value) => {
		const { coverage } = await run('getConnector', 'getAll', {
			connector: 'Profit_Employees',
			filters: { conditions: [{ field: 'EmployeeId', operator, value }] },
		});
		expect(coverage[0]?.complete).toBe(true);
	});

	test.each([
		[2, '2020-01-01'],
		[3, '2020-01-01'],
		[4, '2020-01-01'],
		[5, '01-01-2020'],
		[8, ''],
		[9, ''],
	])('operator %i on a date column', async (operator, value) => {
		const { employees } = await run('getConnector', 'getAll', {
			connector: 'Profit_Employees',
			filters: { conditions: [{ field: 'EmploymentStart', operator, value }] },
		});
		for (const row of employees) {
			const start = String(row['EmploymentStart']);
			if (operator === 2) expect(start >= '2020-01-01').toBe(true);
			if (operator === 3) expect(start <= '2020-01-01').toBe(true);
			if (operator === 4) expect(start > '2020-01-01').toBe(true);
			if (operator === 5) expect(start < '2020-01-01').toBe(true);
		}
		expect(employees.length).toBe(operator === 8 ? 0 : employees.length);
	});

	test('an empty connector is an answer here, and no error', async () => {
		const { employees, coverage } = await run('getConnector', 'getAll', {
			connector: 'Profit_Employees',
			filters: { conditions: [{ field: 'EmployeeId', operator: 1, value: 'niemand' }] },
		});
		expect(employees).toEqual([]);
		expect(coverage[0]).toMatchObject({ complete: true, employees: 0 });
	});

	test('a column to leave out that is not there stops before the first row', async () => {
		const run = runAfas({
			baseUrl: afas.url,
			parameters: {
				resource: 'getConnector',
				operation: 'getAll',
				connector: 'Profit_Contract',
				options: { dropColumns: 'Gendr' },
			},
		});
		const { message } = await errorOf(run);
		expect(message).toContain(
			'"Columns to Leave Out" in Test node cannot be used: there is no column Gendr',
		);
	});

	test('no connector chosen', async () => {
		const { description } = await errorOf(run('getConnector', 'getAll', { connector: '' }));
		expect(description).toContain('SETTING_INVALID');
	});

	test('an unknown operation says so', async () => {
		const { description } = await errorOf(run('employee', 'delete', {}));
		expect(description).toContain('SETTING_INVALID');
	});
});

describe('describe', () => {
	const describeIt = async (parameters: Record<string, unknown>) =>
		(await run('getConnector', 'describe', parameters)).employees[0] ?? {};

	test('columns with their types, and that all required ones are there', async () => {
		const item = await describeIt({ connector: 'Profit_Employees_Alleo' });
		expect(item).toMatchObject({ connector: 'Profit_Employees_Alleo', ok: true });
		const columns = item['columns'] as Array<Record<string, unknown>>;
		expect(columns.find(({ column }) => column === 'Mail')).toMatchObject({
			label: 'E-mail werk',
			type: 'string',
			usedFor: 'E-mail in Alleo',
			leavesTheNode: true,
		});
		expect(columns.find(({ column }) => column === 'BSN')).toMatchObject({ leavesTheNode: false });
	});

	test('what is missing, where it is in Profit, and what may be the same thing', async () => {
		afas.state.settings.columns = {
			Profit_Employees_Alleo: { EmploymentEnd: null, Mail: 'E-mail_werk', DateOfBirth: null },
		};
		afas.state.model.refresh();
		const item = await describeIt({
			connector: 'Profit_Employees_Alleo',
			compareWith: 'employees',
		});
		expect(item['ok']).toBe(false);
		expect(item['message']).toBe('Missing: EmploymentEnd.');
		const missing = item['missing'] as Array<Record<string, unknown>>;
		expect(missing.find(({ column }) => column === 'EmploymentEnd')).toMatchObject({
			level: 'required',
			profitField: 'Dienstverband / Datum uit dienst',
			action: expect.stringContaining('Add Dienstverband / Datum uit dienst'),
		});
		expect(missing.find(({ column }) => column === 'Mail')).toMatchObject({
			perhaps: ['E-mail_werk'],
			action: expect.stringContaining('E-mail_werk'),
		});
		expect(missing.map(({ column }) => column)).toContain('DateOfBirth');
	});

	test('the list for contracts', async () => {
		const item = await describeIt({ connector: 'Profit_Contract', compareWith: 'contracts' });
		expect(item).toMatchObject({ ok: true });
	});

	test('a connector that the credential lacks', async () => {
		const { message } = await errorOf(run('getConnector', 'describe', { connector: 'Weg' }));
		expect(message).toMatch(/Weg is not available.*Profit_Employees_Alleo/);
	});
});
