import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { systemClock } from '../../nodes/shared/http/clock';
import { run } from '../support/people.mts';
import { account, person, range, READY } from '../unit/apply/helper.mts';
import { applyPlan, errorOf, outline, runNode, standIns } from './alleo.helper.mts';

/** Everybody or nobody: how a company is read, and how fast Alleo is called. */

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

	test('groups that cannot be read are said to be so', async () => {
		const alleo = await start([account(1), account(2)]);
		alleo.faults.add({ kind: 'status', status: 403, method: 'GET', path: '/companies/41/groups' });
		const { outputs } = await runNode({ baseUrl: alleo.url, parameters: employee('getAll') });
		expect(jsonOf(outputs)).toEqual([{ ...account(1), company_groups: null }, account(2)]);
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

	test('somebody who is activated between the two readings is not lost', async () => {
		const people = range(1, 30).map((n) => account(n, { is_active: n !== 5 }));
		const alleo = await start(people);
		const { store } = alleo.state;
		const list = store.list.bind(store);
		let moved = false;
		// Not among the active ones yet, and not among the inactive ones any more.
		store.list = (company, filter) => {
			if (filter.isActive === false && !moved) {
				moved = true;
				store.update(store.get(41, 1005)!, { is_active: true });
			}
			return list(company, filter);
		};
		const { outputs } = await runNode({ baseUrl: alleo.url, parameters: employee('getAll') });
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
