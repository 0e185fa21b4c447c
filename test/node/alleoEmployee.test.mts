import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { searchCompanies } from '../../nodes/Alleo/listSearch/companies';
import { systemClock } from '../../nodes/shared/http/clock';
import { run } from '../support/people.mts';
import { account, person, range, READY } from '../unit/apply.helper.mts';
import {
	accountOf,
	applyPlan,
	contextFor,
	errorOf,
	outline,
	runNode,
	standIns,
	writesOf,
} from './alleo.helper.mts';

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

const some = [...range(1, 230).map((n) => account(n)), ...inactive(231, 250)];
function inactive(from: number, to: number) {
	return range(from, to).map((n) => account(n, { is_active: false }));
}

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

describe('employee: getAll', () => {
	test('everybody, active and inactive, with company_id, and nothing else added', async () => {
		const alleo = await start(some);
		const { outputs } = await runNode({ baseUrl: alleo.url, parameters: employee('getAll') });
		const read = jsonOf(outputs);
		expect(read).toHaveLength(250);
		expect(read.filter(({ is_active: active }) => active === false)).toHaveLength(20);
		expect(read[1]).toEqual(account(2));
		// For the Diff: once per company, the groups that there are.
		expect(read[0]).toEqual({ ...account(1), company_groups: ['Kantoor', 'Magazijn'] });
	});

	test('empty = all companies that the keys reach; a list of ids = those', async () => {
		const alleo = await start([account(1), account(2, { company_id: 42 })]);
		const read = async (companyId: unknown) => {
			const { outputs } = await runNode({
				baseUrl: alleo.url,
				parameters: employee('getAll', { companyId }),
			});
			return jsonOf(outputs).map(({ company_id: company }) => company);
		};
		expect(await read('')).toEqual([41, 42]);
		expect(await read('42')).toEqual([42]);
		expect(await read(' 42 , 41 ')).toEqual([42, 41]);
		expect(await read(41)).toEqual([41]);
		const error = await errorOf(read('Holding BV'));
		expect(error.message).toMatch(/Company.*ID/);
	});

	test('several input items still read once', async () => {
		const alleo = await start([account(1)]);
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters: employee('getAll'),
			items: [{}, {}, {}],
		});
		expect(jsonOf(outputs)).toHaveLength(1);
	});

	test('short pages and a small page limit do not lose anybody', async () => {
		for (const settings of [{ shortPages: 7 }, { maxLimit: 30 }]) {
			const alleo = await start(some, settings);
			const { outputs } = await runNode({ baseUrl: alleo.url, parameters: employee('getAll') });
			expect(new Set(jsonOf(outputs).map(({ id }) => id)).size).toBe(250);
		}
	});

	test('answers that leave out empty keys read as null', async () => {
		const alleo = await start([account(1, { company_id: 41 })], { omitNulls: true });
		const { outputs } = await runNode({ baseUrl: alleo.url, parameters: employee('getAll') });
		expect(jsonOf(outputs)[0]).toMatchObject(account(1));
	});

	test.each(['truncatedPage', 'repeatedPage', 'shrunkTotals'] as const)(
		'%s once: read again, complete',
		async (kind) => {
			const alleo = await start(some);
			alleo.faults.add({
				kind,
				method: 'GET',
				path: 'skip=100&limit=100&is_active=true',
				times: 1,
			});
			const { outputs } = await runNode({ baseUrl: alleo.url, parameters: employee('getAll') });
			expect(new Set(jsonOf(outputs).map(({ id }) => id)).size).toBe(250);
		},
	);

	test.each(['truncatedPage', 'emptyPage', 'repeatedPage', 'shrunkTotals'] as const)(
		'%s for good: refused, nothing handed on',
		async (kind) => {
			const alleo = await start(some);
			alleo.faults.add({ kind, method: 'GET', path: 'is_active=true', after: 1 });
			const error = await errorOf(runNode({ baseUrl: alleo.url, parameters: employee('getAll') }));
			expect(error.message).toMatch(/company 41 could not be read completely/);
			expect(error.description).toContain('onboarded twice');
		},
	);

	test('somebody deactivated between the two readings is not lost', async () => {
		const alleo = await start(range(1, 30).map((n) => account(n)));
		const { store } = alleo.state;
		// The inactive list is answered first; then person 5 leaves the active one.
		alleo.faults.add({ kind: 'latency', ms: 150, method: 'GET', path: 'is_active=true', times: 1 });
		setTimeout(() => store.update(store.get(41, 1005)!, { is_active: false }), 75);
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters: employee('getAll', { concurrency: 4 }),
		});
		expect(new Set(jsonOf(outputs).map(({ id }) => id)).size).toBe(30);
	});

	test.each([
		[401, /does not accept the access key/, /admin-support@alleo.nl/],
		[403, /does not allow/, /admin-support@alleo.nl/],
		[404, /does not know this company/, /Check the company/],
		[422, /refused/, /Correct/],
	])('%i is one clear error', async (status, message, action) => {
		const alleo = await start([account(1)]);
		alleo.faults.add({ kind: 'status', status, method: 'GET', path: 'employees' });
		const error = await errorOf(runNode({ baseUrl: alleo.url, parameters: employee('getAll') }));
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(action);
	});

	test('wrong keys: says so and what to do, and shows no key', async () => {
		const alleo = await start([account(1)]);
		const error = await errorOf(
			runNode({ baseUrl: alleo.url, parameters: employee('getAll'), secretKey: 'SK-WRONG-KEY' }),
		);
		expect(error.message).toContain('does not accept the access key');
		expect(JSON.stringify(error)).not.toContain('SK-WRONG-KEY');
	});

	test('an answer that is a web page, or half of it', async () => {
		const alleo = await start([account(1)]);
		for (const kind of ['html', 'truncatedJson'] as const) {
			alleo.faults.clear();
			alleo.faults.add({ kind, method: 'GET', path: 'employees' });
			const error = await errorOf(runNode({ baseUrl: alleo.url, parameters: employee('getAll') }));
			expect(error.message).toContain('not the documented format');
		}
	});

	test('with "continue on fail" the error is an item', async () => {
		const alleo = await start([account(1)], { forbiddenCompanies: [41] });
		const { outputs } = await runNode({
			baseUrl: alleo.url,
			parameters: employee('getAll'),
			continueOnFail: true,
		});
		expect(outputs).toMatchObject([[{ json: { error: expect.stringContaining('allow') } }]]);
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

describe('employee: upsert', () => {
	const upsert = (more: Record<string, unknown> = {}) =>
		employee('upsert', {
			externalId: 'nmbrs-1',
			email: 'person1@example.nl',
			firstName: 'First1',
			lastName: 'Last1',
			...more,
		});

	test('creates, then finds by external id, then has nothing to do', async () => {
		const alleo = await start([]);
		const go = async (more?: Record<string, unknown>) =>
			jsonOf((await runNode({ baseUrl: alleo.url, parameters: upsert(more) })).outputs)[0];
		expect(await go()).toMatchObject({ operation: 'created', external_id: 'nmbrs-1' });
		expect(await go()).toMatchObject({ operation: 'unchanged' });
		expect(await go({ email: 'new@example.nl' })).toMatchObject({
			operation: 'updated',
			email: 'new@example.nl',
		});
		expect(alleo.state.store.accounts).toHaveLength(1);
		expect(writesOf(alleo).map((line) => line.split(' ')[0])).toEqual(['POST', 'PATCH']);
	});

	test('finds by e-mail without case, and links an account that has no external id', async () => {
		const alleo = await start([account(1, { external_id: null, email: 'PERSON1@example.nl' })]);
		const { outputs } = await runNode({ baseUrl: alleo.url, parameters: upsert() });
		expect(jsonOf(outputs)[0]).toMatchObject({ operation: 'updated', external_id: 'nmbrs-1' });
	});

	test('never takes the account of another external id', async () => {
		const alleo = await start([account(2, { email: 'person1@example.nl' })]);
		const error = await errorOf(runNode({ baseUrl: alleo.url, parameters: upsert() }));
		expect(error.message).toContain('1002');
		expect(writesOf(alleo)).toEqual([]);
	});

	test('two accounts with the external id: none is chosen', async () => {
		const alleo = await start([account(1), account(1, { id: 5, email: 'x@example.nl' })]);
		const error = await errorOf(runNode({ baseUrl: alleo.url, parameters: upsert() }));
		expect(error.message).toContain('2 Alleo accounts match');
		expect(writesOf(alleo)).toEqual([]);
	});

	test('a create that is stored but never answered is found again', async () => {
		const alleo = await start([]);
		alleo.faults.add({
			kind: 'dropAfter',
			method: 'POST',
			path: '/companies/41/employees',
			times: 1,
		});
		const { outputs } = await runNode({ baseUrl: alleo.url, parameters: upsert() });
		expect(jsonOf(outputs)[0]).toMatchObject({ operation: 'created' });
		expect(accountOf(alleo, 'nmbrs-1')).toHaveLength(1);
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
		expect(options('resource')).toEqual(['company', 'employee', 'group', 'syncPlan']);
		expect(options('accept')).toEqual(['approved', 'approvedOrReady']);
		expect(options('operation').sort()).toEqual(
			[
				...['getAll', 'getAll', 'getAll', 'get', 'create', 'update', 'upsert'],
				...['activate', 'deactivate', 'apply'],
			].sort(),
		);
	});

	test('only Sync Plan has two outputs', () => {
		expect(description.outputs).toContain('syncPlan');
		expect(description.outputs).toContain('Applied');
	});
});

test('at the limit of the headers a plan goes out without a single 429', async () => {
	const source = range(1, 150).map((n) => person(n, { last_name: 'Nieuw' }));
	const accounts = range(1, 150).map((n) => account(n));
	const alleo = await start(accounts, { rateLimit: 60, rateWindowSeconds: 1 });
	const { rows } = run(source, accounts, READY);
	const { outcomes } = await applyPlan(alleo, rows, { clock: systemClock, concurrency: 8 });
	expect(new Set(outline(outcomes).map((line) => line.split(' ')[2]))).toEqual(
		new Set(['applied']),
	);
	expect(alleo.log.counts.byStatus['429']).toBeUndefined();
});

test('without rate headers there is one call at a time', async () => {
	const source = range(1, 30).map((n) => person(n, { last_name: 'Nieuw' }));
	const accounts = range(1, 30).map((n) => account(n));
	const alleo = await start(accounts, { rateHeaders: false });
	await applyPlan(alleo, run(source, accounts, READY).rows, { concurrency: 8 });
	expect(alleo.log.counts.mostOverlapping).toBe(1);
});
