import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { Afas } from '../../nodes/Afas/Afas.node';
import { createAfasClient } from '../../nodes/Afas/api/client';
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

	test('columns of each payroll connector', async () => {
		const columnsOf = async (search: 'searchSalaryColumns' | 'searchWageColumns', field: string) =>
			(
				await listSearch[search].call(context({ resource: 'payroll', [field]: CONNECTORS[field] }))
			).results.map(({ value }) => value);
		const CONNECTORS: Record<string, string> = {
			salaryConnector: 'Voorbeeld_Salaris',
			wageComponentsConnector: 'Voorbeeld_Looncomponenten',
		};
		expect(await columnsOf('searchSalaryColumns', 'salaryConnector')).toContain('HourlyWage');
		expect(await columnsOf('searchWageColumns', 'wageComponentsConnector')).toContain('code');
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
