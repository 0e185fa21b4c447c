import type { IDataObject } from 'n8n-workflow';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { CustomerSetup } from '../../nodes/CustomerSetup/CustomerSetup.node';
import { budgetsOf } from '../../nodes/CustomerSetup/callBudget/budgets';
import { TicketStore } from '../../nodes/shared/callBudget/store';
import { livingTickets, placeOf } from '../../nodes/shared/callBudget/tickets';
import { takeTurn } from '../../nodes/shared/callBudget/turn';
import type { Waited } from '../../nodes/shared/callBudget/turn';
import { systemClock } from '../../nodes/shared/http/clock';
import { connectN8n } from '../../nodes/shared/n8nApi';
import { SIGNING_KEY } from '../support/connectSite.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { FakeN8n } from '../support/fakeN8n.mts';

/** Turns at a shared limit, as runs in processes of their own take them: all that they share is n8n's table. */

let n8n: FakeN8n;
beforeEach(async () => {
	n8n = await FakeN8n.start();
});
afterEach(async () => {
	await n8n.server.close();
});

const credentials = () => ({
	alleoN8nApi: {
		data: { baseUrl: n8n.url, apiKey: n8n.apiKey, signingKey: SIGNING_KEY },
		type: new AlleoN8nApi(),
	},
});

async function aProcess(): Promise<TicketStore> {
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.customerSetup',
		credentials: credentials(),
	});
	const connection = await connectN8n(context);
	if (!connection.ok) throw new Error(connection.problem.code);
	const store = await TicketStore.make(connection.value.client);
	if (!store.ok) throw new Error(store.problem.code);
	return store.value;
}

const BUDGET = { budget: 'alleo wide', name: 'Wide key', places: 2 };

const take = async (store: TicketStore, name: string, more: object = {}): Promise<Waited> =>
	await takeTurn({
		store,
		budget: BUDGET,
		holder: `w-${name}/1`,
		customer: name,
		longestWait: 60_000,
		lease: 60_000,
		clock: systemClock,
		signal: undefined,
		...more,
	});

const NAMES = ['Klant A', 'Klant B', 'Klant C', 'Klant D', 'Klant E', 'Klant F'];

test('six runs, two places: never three at a time, in the order in which they came, each told for whom', async () => {
	let now = 0;
	let most = 0;
	const order: string[] = [];
	const run = async (name: string, at: number) => {
		const store = await aProcess();
		await systemClock.sleep(at * 60, undefined);
		const waited = await take(store, name);
		order.push(name);
		now += 1;
		most = Math.max(most, now);
		await systemClock.sleep(400, undefined);
		now -= 1;
		await store.leave(`w-${name}/1`);
		return waited;
	};
	const all = await Promise.all(NAMES.map(run));
	expect(most).toBe(2);
	// Two that have a place at once may begin either way.
	const line = n8n.rows().map(({ customer }) => String(customer));
	for (const [at, name] of line.entries()) {
		expect(Math.abs(order.indexOf(name) - at)).toBeLessThan(BUDGET.places);
		expect(all[NAMES.indexOf(name)]).toMatchObject({ ended: 'place', code: null });
	}
	const [last = '', first = ''] = [line.at(-1), line[0]];
	expect(all[NAMES.indexOf(first)]).toMatchObject({ behind: [] });
	const { behind = [], seconds = 0 } = all[NAMES.indexOf(last)] ?? {};
	// As far as they had not given back their turns by then.
	expect(behind.length).toBeGreaterThan(1);
	expect(line.slice(0, 5)).toEqual(expect.arrayContaining(behind));
	expect(seconds).toBeGreaterThan(0);
	expect(n8n.rows().map(({ state }) => state)).toEqual(NAMES.map(() => 'done'));
});

test('nobody waits longer than the longest wait, and that is said', async () => {
	const store = await aProcess();
	await take(store, 'Klant A');
	await take(store, 'Klant B');
	const began = Date.now();
	const third = await take(store, 'Klant C', { longestWait: 1000 });
	expect(third).toMatchObject({ ended: 'longestWait', behind: ['Klant A', 'Klant B'] });
	expect(Date.now() - began).toBeLessThan(5000);
});

test('a run that died gives its place back when its time is over', async () => {
	const store = await aProcess();
	await take(store, 'Klant A', { lease: 800 });
	await take(store, 'Klant B', { lease: 60_000 });
	expect(await take(store, 'Klant C')).toMatchObject({
		ended: 'place',
		behind: ['Klant A', 'Klant B'],
	});
});

test('a run that asks twice has one place, and gives it back once', async () => {
	const store = await aProcess();
	await take(store, 'Klant A');
	await take(store, 'Klant A');
	const line = await store.line(BUDGET.budget, Date.now());
	expect(line.ok && line.value.map(({ state }) => state)).toEqual(['has']);
	expect(await store.leave('w-Klant A/1')).toEqual({ ok: true, value: 1 });
	expect(await store.leave('w-Klant A/1')).toEqual({ ok: true, value: 0 });
});

test('a table that another process made in the same moment: n8n answers 500, and both have the one', async () => {
	n8n.losing = (request) => request === 'POST /data-tables';
	const first = await aProcess();
	n8n.losing = null;
	const second = await aProcess();
	expect(n8n.tables.size).toBe(1);
	expect(await take(first, 'Klant A')).toMatchObject({ ended: 'place' });
	expect(await second.line(BUDGET.budget, Date.now())).toMatchObject({
		value: [{ customer: 'Klant A', state: 'has' }],
	});
});

test('a line that cannot be read any more: on without it, at once', async () => {
	const store = await aProcess();
	n8n.failing = (line) => line.startsWith('PATCH');
	expect(await take(store, 'Klant A')).toMatchObject({ ended: 'noLine' });
	n8n.broken = 418;
	expect(await take(store, 'Klant B')).toMatchObject({ ended: 'noLine', code: 'N8N_REFUSED' });
});

test('rows that are no tickets, or are over, count for nothing', () => {
	const ticket = (id: number, more: object = {}) => ({
		id,
		budget: 'b',
		holder: `h${id}`,
		customer: null,
		state: 'has',
		until: '2026-01-01T00:01:00Z',
		...more,
	});
	const now = Date.parse('2026-01-01T00:00:00Z');
	const rows = [
		ticket(9),
		ticket(3, { state: 'done' }),
		ticket(4, { until: '2025-12-31T23:59:59Z' }),
		ticket(5, { until: 'soon' }),
		{ id: 6 },
		ticket(7),
	];
	const living = livingTickets(rows, now);
	expect(living.map(({ id }) => id)).toEqual([7, 9]);
	expect(placeOf(living, 9, 1)).toMatchObject({ isNext: false, ahead: [{ id: 7 }] });
	expect(placeOf(living, 4, 1)).toBeNull();
});

const node = (type: string, references: object, disabled = false) => ({
	id: type,
	name: type,
	type: `n8n-nodes-alleo.${type}`,
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
	credentials: references as Record<string, { id: string; name: string }>,
	disabled,
});
const alleo = node('alleo', { alleoApi: { id: 'k1', name: 'Wide key' } });
const nmbrs = node('nmbrs', { nmbrsOAuth2Api: { id: 'n1', name: 'NMBRS – Klant A' } });

test('the limits of a workflow follow from the ids of its credentials, NMBRS first', () => {
	const places = { alleo: 3, nmbrs: 2 };
	const keysOf = (...nodes: Array<ReturnType<typeof node>>) =>
		budgetsOf({ nodes }, places).map(({ budget, places: count }) => `${budget}: ${count}`);
	expect(keysOf(alleo, nmbrs, alleo)).toEqual(['nmbrs: 2', 'alleo k1: 3']);
	expect(keysOf(node('afas', { afasTokenApi: { id: 'a', name: 'a' } }), alleo)).toEqual([
		'alleo k1: 3',
	]);
	expect(keysOf(node('nmbrs', { nmbrsTokenApi: { id: 't', name: 't' } }))).toEqual([]);
	expect(keysOf(node('nmbrs', nmbrs.credentials, true))).toEqual([]);
});

describe('the operations', () => {
	const START = { start: { run: '7', workflow: 'w1', state: 'started' }, history: [], waited: [] };

	const operate = async (
		operation: string,
		json: IDataObject | IDataObject[],
		withN8n = true,
		parameters: object = {},
	) => {
		const { context } = fakeContext({
			nodeType: 'n8n-nodes-alleo.customerSetup',
			parameters: {
				resource: 'callBudget',
				operation,
				workflowId: 'w1',
				run: '7',
				state: '',
				...parameters,
			},
			credentials: withN8n ? credentials() : {},
			input: [json].flat().map((one) => ({ json: one })),
		});
		const [items = []] = await new CustomerSetup().execute.call(context);
		return items.map((item) => item.json);
	};

	beforeEach(() => {
		const nodes = [alleo, nmbrs];
		n8n.workflows.push({ id: 'w1', name: 'Klant A – NMBRS', active: true, nodes, connections: {} });
	});

	test('take hands on what came, with who waited for what; giveBack empties the line', async () => {
		const [taken] = await operate('take', START);
		expect(taken).toMatchObject({ history: [], start: START.start });
		const turns = [
			{ budget: 'NMBRS', ended: 'place', seconds: 0 },
			{ budget: 'Wide key', ended: 'place', seconds: 0 },
		];
		expect(taken).toMatchObject({ waited: turns, start: { waited: turns } });
		const holders = () =>
			n8n.rows().map(({ holder, state }) => `${String(holder)} ${String(state)}`);
		expect(holders()).toEqual(['w1/7 has', 'w1/7 has']);
		expect(await operate('giveBack', { link: 'x' })).toEqual([{ link: 'x', given_back: 2 }]);
		expect(holders()).toEqual(['w1/7 done', 'w1/7 done']);
	});

	test.each<[string, () => void, boolean]>([
		['no credential of this n8n', () => undefined, false],
		['a key without the scopes', () => (n8n.scopes = []), true],
		['an n8n that refuses everything', () => (n8n.broken = 418), true],
		['a workflow that is gone', () => n8n.workflows.splice(0), true],
	])('%s: the run goes on with what came', async (_what, change, withN8n) => {
		change();
		const [taken] = await operate('take', START, withN8n);
		expect(taken).toMatchObject({ start: START.start, waited: [{ ended: 'noLine' }] });
		const [code] = (taken?.['waited'] as IDataObject[]).map((one) => one['code']);
		expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/);
		expect(await operate('giveBack', { link: 'x' }, withN8n)).toEqual([
			{ link: 'x', given_back: 0 },
		]);
	});

	test.each<[string, string[]]>([
		['started', ['w1/7 has', 'w1/7 has']],
		['applying', ['w1/7 done', 'w1/7 has']],
		['waiting', ['w1/7 done', 'w1/7 done']],
		['failed', ['w1/7 done', 'w1/7 done']],
	])('%s, as the run log says: what the run needs no more', async (state, left) => {
		await operate('take', START);
		await operate('giveBack', { link: 'x' }, true, { state });
		expect(n8n.rows().map(({ holder, state: now }) => `${String(holder)} ${String(now)}`)).toEqual(
			left,
		);
	});

	test('the longest wait is for all limits together', async () => {
		const others = async (budget: string) => {
			const store = await aProcess();
			await take(store, 'Klant B', { budget: { budget, name: budget, places: 1 } });
		};
		await others('nmbrs');
		await others('alleo k1');
		const one = { longestWait: 0.03, alleoPlaces: 1, nmbrsPlaces: 1 };
		const [taken] = await operate('take', START, true, one);
		const [, second] = taken?.['waited'] as IDataObject[];
		expect(second?.['seconds']).toBeLessThan(2);
		expect(taken).toMatchObject({
			waited: [{ ended: 'longestWait' }, { ended: 'longestWait', behind: ['Klant B'] }],
		});
	});

	test('what is no start of a run waits for nothing, and goes on as it came', async () => {
		const answer = { link: 'x', told: 1 };
		expect(await operate('take', answer, true, { workflowId: '' })).toEqual([answer]);
		expect(n8n.tables.size).toBe(0);
	});
});
