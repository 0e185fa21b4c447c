import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { Afas } from '../../nodes/Afas/Afas.node';
import { createAfasClient } from '../../nodes/Afas/api/client';
import { groupPayroll } from '../../nodes/Afas/actions/payroll/getAll';
import { isIssueCode } from '../../core/issues';
import { AFAS_ISSUES } from '../../core/issues/afas';
import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { afasContext, errorOf, runAfas, startSmallAfas } from './afas.helper.mts';
import { EMPLOYEE_FIELDS, employeeRows, field, slice, startScripted } from './afasScripted.mts';

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

	test('no connector chosen', async () => {
		const { description } = await errorOf(run('getConnector', 'getAll', { connector: '' }));
		expect(description).toContain('AFAS_SETTING_INVALID');
	});

	test('an unknown operation says so', async () => {
		const { description } = await errorOf(run('employee', 'delete', {}));
		expect(description).toContain('AFAS_SETTING_INVALID');
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

describe('payroll', () => {
	test('one item per employee with salary data only here', async () => {
		const { employees, coverage } = await run('payroll', 'getAll', {
			salaryConnector: '',
			wageComponentsConnector: 'Voorbeeld_Looncomponenten',
			wageComponentsEmployeeColumn: 'employeeNumber',
			leaveConnector: 'Profit_LeaveBalance',
			leaveEmployeeColumn: 'EmployeeId',
			pageSize: 50,
		});
		expect(employees[0]).toMatchObject({
			source: 'afas',
			employeeId: expect.any(String),
			salary: [],
		});
		const [first] = employees;
		expect(first?.['wageComponents']).toHaveLength(4);
		expect(first?.['leave']).toHaveLength(2);
		expect(coverage.map(({ partition, complete }) => [partition, complete])).toEqual([
			['Voorbeeld_Looncomponenten', true],
			['Profit_LeaveBalance', true],
		]);
	});

	test('one connector that fails stops the run, or leaves its part out and says so', async () => {
		afas.state.settings.hiddenConnectors = ['Voorbeeld_Looncomponenten'];
		const parameters = {
			wageComponentsConnector: 'Voorbeeld_Looncomponenten',
			wageComponentsEmployeeColumn: 'employeeNumber',
			leaveConnector: 'Profit_LeaveBalance',
			leaveEmployeeColumn: 'EmployeeId',
		};
		const { description } = await errorOf(run('payroll', 'getAll', parameters));
		expect(description).toContain('AFAS_CONNECTOR_NOT_AVAILABLE');
		const { coverage } = await run('payroll', 'getAll', {
			...parameters,
			onPartitionError: 'continue',
		});
		expect(coverage.map(({ complete }) => complete)).toEqual([false, true]);
	});

	test('no connector at all', async () => {
		const { description } = await errorOf(run('payroll', 'getAll', {}));
		expect(description).toContain('AFAS_SETTING_INVALID');
	});

	test('rows of several connectors meet by employee code', () => {
		const items = groupPayroll([
			{ part: 'salary', column: 'EmployeeId', rows: [{ EmployeeId: '01' }, { EmployeeId: '1' }] },
			{ part: 'leave', column: 'Medewerker', rows: [{ Medewerker: '01' }, { Medewerker: null }] },
		]);
		expect(
			items.map(({ employeeId, salary, leave }) => [employeeId, salary.length, leave.length]),
		).toEqual([
			['01', 1, 1],
			['1', 1, 0],
		]);
	});
});

describe('pickers', () => {
	const { listSearch } = new Afas().methods;
	const context = (parameters: Record<string, unknown> = {}) =>
		afasContext({ baseUrl: afas.url, parameters }).context as unknown as ILoadOptionsFunctions;

	test('connectors as "description (name)", narrowed by what is typed', async () => {
		const all = await listSearch.searchConnectors.call(context());
		expect(all.results).toContainEqual({
			name: 'Contracten (Profit_Contract)',
			value: 'Profit_Contract',
		});
		const some = await listSearch.searchConnectors.call(context(), 'verlof');
		expect(some.results.map(({ value }) => value)).toEqual(['Profit_LeaveBalance']);
	});

	test('columns of the connector that the operation reads', async () => {
		const employees = await listSearch.searchColumns.call(context());
		expect(employees.results).toContainEqual({ name: 'E-mail werk (Mail, string)', value: 'Mail' });
		const leave = await listSearch.searchColumns.call(
			context({ resource: 'getConnector', connector: 'Profit_LeaveBalance' }),
			'saldo',
		);
		expect(leave.results.map(({ value }) => value)).toEqual(['StartBalance', 'Balance']);
		const contracts = await listSearch.searchContractColumns.call(context());
		expect(contracts.results.map(({ value }) => value)).toContain('EmployeeId');
	});

	test('a picker that fails shows why instead of an empty list', async () => {
		afas.faults.add({ kind: 'status', status: 401 });
		const { description } = await errorOf(listSearch.searchConnectors.call(context()));
		expect(description).toContain('AFAS_CREDENTIAL_REFUSED');
	});
});

describe('read-only by construction', () => {
	test('the client has no way to send anything but the three reads', async () => {
		const fake = afasContext({ baseUrl: afas.url });
		const client = createAfasClient(fake.context, {
			credentialType: 'afasTokenApi',
			baseUrl: afas.url,
			parallel: 1,
			timeoutMs: 1000,
			secrets: [],
		});
		for (const name of ['../KnEmployee', '..', 'a/b', 'KnEmployee?x=1#y', '%2e%2e/x', '']) {
			await client.page(name, 'skip=0&take=1').catch(() => undefined);
		}
		for (const { method, url } of afas.log.entries) {
			expect(method).toBe('GET');
			expect(url).toMatch(/^\/ProfitRestServices\/(connectors\/[^/]+|metainfo)(\?|$)/);
		}
	});

	test('a whole run of every operation sends GET only', async () => {
		await run('employee', 'getAll', {});
		await run('getConnector', 'getAll', { connector: 'Profit_Employees' });
		await run('getConnector', 'describe', { connector: 'Profit_Employees' });
		expect(Object.keys(afas.log.counts.byMethod)).toEqual(['GET']);
	});
});

test('every code that AFAS uses is in the catalogue, without empty texts', () => {
	for (const [code, { what, action }] of Object.entries(AFAS_ISSUES)) {
		expect(isIssueCode(code)).toBe(true);
		for (const text of [what.en, what.nl, action.en, action.nl]) expect(text).not.toBe('');
	}
});

test('100,000 rows of one connector are read without loss', async () => {
	const fields = [...EMPLOYEE_FIELDS, field('Department')];
	const rows = employeeRows(100_000);
	const server = await startScripted({ fields, page: slice(rows) });
	try {
		const { employees, coverage } = await runAfas({
			baseUrl: server.url,
			parameters: { contractsConnector: '', pageSize: 18_000 },
		});
		expect(employees).toHaveLength(100_000);
		expect(coverage[0]?.complete).toBe(true);
	} finally {
		await server.close();
	}
});
