import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { searchCompanies } from '../../nodes/Alleo/listSearch/companies';
import { account } from '../unit/apply/helper.mts';
import { contextFor, errorOf, runNode, standIns, writesOf } from './alleo.helper.mts';

/** The other operations of the Alleo node. */

const start = standIns();
const employee = (operation: string, more: Record<string, unknown> = {}) => ({
	resource: 'employee',
	operation,
	companyId: '41',
	...more,
});
const jsonOf = (outputs: INodeExecutionData[][]): IDataObject[] =>
	(outputs[0] ?? []).map(({ json }) => json);

describe('companies and groups', () => {
	test('company: getAll', async () => {
		const alleo = await start([]);
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters: { resource: 'company', operation: 'getAll' },
		});
		expect(jsonOf(outputs)).toEqual([
			{ id: 41, name: 'Voorbeeld Holding BV' },
			{ id: 42, name: null },
		]);
	});

	test('group: getAll reads each company once, however many items name it', async () => {
		const alleo = await start([]);
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters: { resource: 'group', operation: 'getAll', companyId: '41' },
			items: [{}, {}, {}],
		});
		expect(jsonOf(outputs).map(({ id }) => id)).toEqual([7, 8, 9]);
		expect(jsonOf(outputs)[0]).toEqual({ id: 7, name: 'Kantoor', company_id: 41 });
		expect(alleo.log.counts.byOperation['GET /customer_api/v1/companies/{company_id}/groups']).toBe(
			1,
		);
	});

	test('the picker shows names with ids and filters by both', async () => {
		const alleo = await start([]);
		const { context } = contextFor({ baseUrl: alleo.url, parameters: {} });
		expect(await searchCompanies.call(context as never)).toEqual({
			results: [
				{ name: 'Company 42', value: '42' },
				{ name: 'Voorbeeld Holding BV (41)', value: '41' },
			],
		});
		expect((await searchCompanies.call(context as never, 'holding')).results).toHaveLength(1);
		alleo.faults.add({ kind: 'status', status: 403, method: 'GET' });
		const error = await errorOf(searchCompanies.call(context as never));
		expect(error.description).toContain('admin-support@alleo.nl');
	});
});

describe('employee: get, create, update, activate, deactivate', () => {
	test('get', async () => {
		const alleo = await start([account(1)]);
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters: employee('get', { employeeId: '1001' }),
		});
		expect(jsonOf(outputs)).toEqual([account(1)]);
		const missing = errorOf(
			runNode({ baseUrl: alleo.url, parameters: employee('get', { employeeId: '9' }) }),
		);
		expect((await missing).message).toContain('does not know');
		const wrong = errorOf(
			runNode({ baseUrl: alleo.url, parameters: employee('get', { employeeId: 'nmbrs-1' }) }),
		);
		expect((await wrong).message).toContain('external ID');
	});

	const newcomer = {
		email: 'New@example.nl',
		firstName: 'Sil',
		lastName: 'Verzonnen',
		additionalFields: {
			birthday: '1996-12-05T00:00:00.000+01:00',
			externalId: 'nmbrs-900',
			group: 'Magazijn',
			prefix: '',
		},
	};

	test('create sends what was given, a language, and a day that does not shift', async () => {
		const alleo = await start([]);
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters: employee('create', newcomer),
		});
		expect(jsonOf(outputs)[0]).toMatchObject({
			first_name: 'Sil',
			birthday: '1996-12-05',
			language: 'nl',
			company_group_id: 8,
			prefix: null,
			company_id: 41,
		});
	});

	test('create checks the fields before it sends anything', async () => {
		const alleo = await start([]);
		const error = await errorOf(
			runNode({
				baseUrl: alleo.url,
				parameters: employee('create', { ...newcomer, email: 'x', lastName: '' }),
			}),
		);
		expect(error.message).toMatch(/email is not an e-mail address, last_name may not be empty/);
		expect(alleo.log.counts.calls).toBe(0);
	});

	test('update changes what was given, clears what was chosen, keeps the rest', async () => {
		const alleo = await start([account(1, { prefix: 'van', private_email: 'p@example.nl' })]);
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters: employee('update', {
				employeeId: 1001,
				updateFields: { lastName: 'Berg', firstName: '', group: 'Magazijn' },
				clearFields: ['prefix'],
			}),
		});
		expect(jsonOf(outputs)[0]).toMatchObject({
			last_name: 'Berg',
			first_name: 'First1',
			prefix: null,
			private_email: 'p@example.nl',
			group_name: 'Magazijn',
		});
	});

	test('update without a field sends nothing; an unknown group is an error', async () => {
		const alleo = await start([account(1)]);
		const update = (updateFields: object) =>
			errorOf(
				runNode({
					baseUrl: alleo.url,
					parameters: employee('update', { employeeId: '1001', updateFields }),
				}),
			);
		expect((await update({ lastName: '' })).message).toContain('No field to update');
		expect((await update({ group: 'Nergens' })).message).toContain('no group');
		expect(writesOf(alleo)).toEqual([]);
	});

	test('activate and deactivate look first: already so is done without a call', async () => {
		const alleo = await start([account(1)], { repeatedAction: 'conflict' });
		const set = async (operation: string) => {
			const { outputs } = await runNode({
				baseUrl: alleo.url,
				parameters: employee(operation, { employeeId: '1001' }),
			});
			return jsonOf(outputs)[0]?.['is_active'];
		};
		expect(await set('activate')).toBe(true);
		expect(writesOf(alleo)).toEqual([]);
		expect(await set('deactivate')).toBe(false);
		expect(await set('deactivate')).toBe(false);
		expect(await set('activate')).toBe(true);
		expect(writesOf(alleo)).toHaveLength(2);
	});

	test('an AI agent reads but does not write', async () => {
		const alleo = await start([account(1)]);
		const ask = async (operation: string) =>
			await runNode({
				baseUrl: alleo.url,
				parameters: employee(operation, { employeeId: '1001', ...newcomer }),
				toolExecution: true,
			});
		expect(jsonOf((await ask('get')).outputs)).toHaveLength(1);
		for (const operation of ['create', 'update', 'upsert', 'activate', 'deactivate']) {
			expect((await errorOf(ask(operation))).message).toContain('AI agent');
		}
		expect(writesOf(alleo)).toEqual([]);
	});

	test('items fail one by one with "continue on fail"', async () => {
		const alleo = await start([account(1)]);
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters: employee('get', { employeeId: '9' }),
			items: [{}, {}],
			continueOnFail: true,
		});
		expect(outputs[0]).toMatchObject([
			{ json: { error: expect.any(String) }, pairedItem: { item: 0 } },
			{ json: { error: expect.any(String) }, pairedItem: { item: 1 } },
		]);
	});
});

describe('the panel', () => {
	const { description } = new Alleo();

	test('internal names are the ones that templates use', () => {
		const names = new Set(description.properties.map(({ name }) => name));
		for (const name of ['resource', 'operation', 'companyId', 'accept', 'concurrency']) {
			expect(names).toContain(name);
		}
		const options = (name: string) =>
			description.properties
				.filter((property) => property.name === name)
				.flatMap((property) => property.options ?? [])
				.map((option) => ('value' in option ? option.value : ''));
		expect(options('resource')).toEqual(['company', 'employee', 'file', 'group', 'syncPlan']);
		expect([...new Set(options('accept'))]).toEqual(['approved', 'approvedOrReady']);
		expect(options('operation').sort()).toEqual(
			[
				...['getAll', 'getAll', 'getAll', 'get', 'create', 'update', 'upsert'],
				...['activate', 'deactivate', 'apply', 'build'],
			].sort(),
		);
	});

	test('only Sync Plan and File have two outputs', () => {
		expect(description.outputs).toContain('syncPlan');
		expect(description.outputs).toContain('Applied');
		expect(description.outputs).toContain('file');
	});
});
