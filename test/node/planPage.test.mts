import type { IExecuteFunctions } from 'n8n-workflow';
import { startRecord } from '../../core/runLog/record';
import { signedText } from '../../core/runLog/plans/address';
import { sign } from '../../nodes/shared/connect/token';
import { planPageItem } from '../../nodes/SyncRunLog/planPage';
import {
	planAddress,
	rightOf,
	signingKeyOf,
	waitingPageOf,
	webhooksAt,
} from '../../nodes/shared/planAddress';

/** The permanent address of a plan: who gets to see what, and where it leads. */

const KEY = 'k'.repeat(32);
const OTHER_KEY = 'x'.repeat(32);
const WEBHOOKS = 'https://n8n.example/base';
const OWN = `${WEBHOOKS}/webhook-waiting/99?signature=aa11`;
const PLAN = 'plan-2026-11-24-abc';
const place = { webhooks: WEBHOOKS, path: 'p-1' };

const addressed = (right: 'look' | 'decide' = 'look', key = KEY, plan = PLAN): URL => {
	const address = planAddress(place, key, plan, right);
	if (address === null) throw new Error('no address');
	return new URL(address);
};

const queryOf = (url: URL): Record<string, unknown> => Object.fromEntries(url.searchParams);

const row = (changes: object = {}): Record<string, unknown> => ({
	id: 1,
	plan_id: PLAN,
	workflow: 'w1',
	run: '17',
	customer: 'Bakkerij Van Dijk',
	language: 'nl',
	state: 'waiting',
	made_at: '2026-11-24T03:00:00.000Z',
	expires_at: '2999-01-01T00:00:00.000Z',
	rows: null,
	...changes,
});

interface Asked {
	query: unknown;
	rows?: unknown[];
	later?: unknown[];
	logged?: unknown[];
	/** What n8n has of the run. */
	data?: unknown;
	key?: string;
}

/** n8n keeps nothing of a run that went well. */
const GONE = 'gone';

const WAITS = {
	waitTill: new Date('2999-01-01T00:00:00.000Z'),
	resumeToken: 'ff00',
	resultData: {},
};

async function ask(given: Asked) {
	const { query, rows = [row()], later = [{}], logged = [{}], data = WAITS, key = KEY } = given;
	const items = (all: unknown[]) => all.map((json) => ({ json }));
	const parameters: Record<string, unknown> = {
		stage: 'planPage',
		planPath: 'p-1',
		asked: query,
		plan: items(rows),
		later: items(later),
		logged: items(logged),
		ownAddress: OWN,
	};
	const looked: string[] = [];
	const context = {
		getNode: () => ({ credentials: { alleoN8nApi: { id: '1', name: 'n8n' } } }),
		getCredentials: async () => await Promise.resolve({ signingKey: key }),
		getNodeParameter: (name: string, _item: number, otherwise: unknown) =>
			parameters[name] ?? otherwise,
		getExecutionDataById: async (id: string) => {
			looked.push(id);
			if (data instanceof Error) throw data;
			return await Promise.resolve(data === GONE ? undefined : data);
		},
		logger: { warn: () => undefined },
	} as unknown as IExecuteFunctions;
	const answer = await planPageItem(context);
	return {
		...answer,
		html: String(answer['html']),
		status: answer['status'],
		location: answer['location'],
		looked,
	};
}

describe('a signature', () => {
	test('holds for its plan, its right and its key alone', () => {
		const { plan, sig } = queryOf(addressed()) as { plan: string; sig: string };
		expect(rightOf(KEY, plan, sig)).toBe('look');
		expect(rightOf(KEY, PLAN, queryOf(addressed('decide'))['sig'] as string)).toBe('decide');
		expect(rightOf(OTHER_KEY, plan, sig)).toBeNull();
		expect(rightOf(KEY, `${plan}x`, sig)).toBeNull();
		expect(rightOf(KEY, plan, `${sig.slice(0, -1)}${sig.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
		expect(rightOf(KEY, plan, '')).toBeNull();
		// A key that can be guessed signs nothing, and nothing holds under it.
		expect(planAddress(place, 'short', PLAN, 'look')).toBeNull();
		expect(rightOf('', plan, sign('', 'plan', signedText(plan, 'look')))).toBeNull();
	});

	test('there is no address without a path or an n8n to lead to', () => {
		for (const path of ['', '../x', 'a/b', 'a?b', 'a#b', '{{ 1 }}']) {
			expect(planAddress({ ...place, path }, KEY, PLAN, 'look')).toBeNull();
		}
		expect(planAddress({ ...place, webhooks: '' }, KEY, PLAN, 'look')).toBeNull();
		expect(planAddress({ ...place, webhooks: 'javascript:x' }, KEY, PLAN, 'look')).toBeNull();
	});

	test('a credential that is gone signs nothing, and stops no run', async () => {
		const context = {
			getNode: () => ({ credentials: { alleoN8nApi: { id: '1', name: 'n8n' } } }),
			getCredentials: async () => await Promise.reject(new Error('gone')),
			logger: { warn: () => undefined },
		} as unknown as IExecuteFunctions;
		expect(await signingKeyOf(context)).toBe('');
	});
});

describe('while the plan waits', () => {
	test('it leads on to the page that decides, at this n8n, with the token of that run', async () => {
		const answer = await ask({ query: queryOf(addressed()) });
		expect(answer).toMatchObject({
			status: 303,
			html: '',
			location: `${WEBHOOKS}/webhook-waiting/17?signature=ff00`,
		});
		expect(answer.looked).toEqual(['17']);
	});

	test('nothing of the request says where to', async () => {
		const query = {
			...queryOf(addressed()),
			run: '1',
			link: 'https://evil.example',
			ownAddress: 'https://evil.example/webhook-waiting/1',
			location: 'https://evil.example',
		};
		expect((await ask({ query })).location).toBe(`${WEBHOOKS}/webhook-waiting/17?signature=ff00`);
		expect(waitingPageOf(OWN, '17/../../x', 'ff')).toBeNull();
		expect(waitingPageOf(OWN, '17', 'ff&x=y')).toBeNull();
		expect(waitingPageOf('https://n8n.example/other/1', '17', 'ff')).toBeNull();
		expect(webhooksAt('https://n8n.example/other/1')).toBe('');
	});

	test('what somebody asked for by form leads nobody else on', async () => {
		const rows = [row({ asked_by: 'Sanne Support' })];
		const other = await ask({ query: queryOf(addressed('look')), rows });
		expect(other).toMatchObject({ status: 200, location: '' });
		expect(other.html).toContain('Sanne Support');
		expect((await ask({ query: queryOf(addressed('decide')), rows })).status).toBe(303);
	});

	test('a newer plan of the workflow is led to by its own address; of another workflow it is none', async () => {
		const made_at = '2026-11-24T08:00:00.000Z';
		const later = [row({ plan_id: 'plan-newer', made_at })];
		const answer = await ask({ query: queryOf(addressed()), later });
		expect(answer).toMatchObject({ status: 200, location: '' });
		const link = addressed('look', KEY, 'plan-newer').toString().replaceAll('&', '&amp;');
		expect(answer.html).toContain(link);
		const others = [row({ plan_id: 'plan-newer', made_at, workflow: 'w2' })];
		expect((await ask({ query: queryOf(addressed()), later: others })).status).toBe(303);
		// The other plan of the same reading.
		const beside = [row({ plan_id: 'plan-beside' })];
		expect((await ask({ query: queryOf(addressed()), later: beside })).status).toBe(303);
	});

	test('what was chosen to look at goes along, and nothing else of the request', async () => {
		const view = { action: 'hold', sort: '-name', q: 'Jansen & Zn', page: '2', new: '1' };
		const query = { ...queryOf(addressed()), ...view, signature: 'other', format: 'csv' };
		expect((await ask({ query })).location).toBe(
			`${WEBHOOKS}/webhook-waiting/17?signature=ff00&action=hold&new=1&sort=-name&q=Jansen%20%26%20Zn&page=2`,
		);
		const odd = { ...queryOf(addressed()), q: ['a', 'b'], action: 'x'.repeat(201), page: '' };
		expect((await ask({ query: odd })).location).toMatch(/\/17\?signature=ff00$/);
		// An n8n that signs no waiting page.
		const unsigned = { query: { ...query, ...view }, data: { ...WAITS, resumeToken: '' } };
		expect((await ask(unsigned)).location).toMatch(/\/17\?action=hold&new=1/);
	});

	test('asked for the newer plan it leads there, whatever became of this one; without one it is itself', async () => {
		const later = [row({ plan_id: 'plan-newer', made_at: '2026-11-24T08:00:00.000Z' })];
		const query = { ...queryOf(addressed()), newer: '1' };
		const newer = addressed('look', KEY, 'plan-newer').toString();
		for (const state of ['waiting', 'rejected', 'expired']) {
			expect(await ask({ query, later, rows: [row({ state })] })).toMatchObject({
				status: 303,
				location: newer,
			});
		}
		expect((await ask({ query })).location).toBe(`${WEBHOOKS}/webhook-waiting/17?signature=ff00`);
		expect((await ask({ query: { ...query, sig: 'no' }, later })).status).toBe(404);
	});

	test('where n8n cannot be asked it leads nowhere, and says so', async () => {
		const answer = await ask({ query: queryOf(addressed()), data: new Error('database') });
		expect(answer).toMatchObject({ status: 503, location: '' });
	});

	test('decided a moment ago, stopped, or gone: a page of its own, never n8n’s', async () => {
		const query = queryOf(addressed());
		const running = { resultData: {}, resumeToken: 'ff00' };
		expect((await ask({ query, data: running })).html).toContain('wordt nu uitgevoerd');
		const past = { ...WAITS, waitTill: new Date('2020-01-01') };
		expect((await ask({ query, data: past })).html).toContain('wordt nu uitgevoerd');
		const failed = { ...WAITS, resultData: { error: { message: 'x' } } };
		expect((await ask({ query, data: failed })).html).toContain('is gestopt');
		expect((await ask({ query, data: GONE })).html).toContain('wacht niet meer');
	});
});

describe('a plan of which only the run log knows', () => {
	const logged = (changes: object = {}): Record<string, unknown> => ({
		...startRecord({
			run: '17',
			workflow: 'w1',
			customer: 'Bakkerij Van Dijk',
			source: 'nmbrs',
			mode: 'daily',
			referenceDate: '2026-11-24',
			remembered: 0,
			version: '1',
			now: '2026-11-24T03:00:00.000Z',
		}),
		id: 1,
		plan_id: PLAN,
		state: 'waiting',
		expires_at: '2999-01-01T00:00:00.000Z',
		...changes,
	});
	const query = queryOf(addressed());

	test('can be decided all the same, also where its own table cannot be read', async () => {
		const found = { query, logged: [logged()] };
		expect(await ask({ ...found, rows: [{}] })).toMatchObject({ status: 303 });
		expect(await ask({ ...found, rows: [{ error: 'full' }] })).toMatchObject({ status: 303 });
		const over = [logged({ state: 'rejected', approver: 'Anke' })];
		expect((await ask({ query, logged: over, rows: [{}] })).html).toContain('Anke');
	});

	test('of a dry run it leads nobody else on', async () => {
		const asked = [logged({ mode: 'dryRun' })];
		const look = await ask({ query, logged: asked, rows: [{}] });
		expect(look).toMatchObject({ status: 200, location: '' });
		const decide = await ask({ query: queryOf(addressed('decide')), logged: asked, rows: [{}] });
		expect(decide).toMatchObject({ status: 303 });
	});

	test('is not asked for where the table has it; another plan is none', async () => {
		const rejected = [row({ state: 'rejected' })];
		expect((await ask({ query, rows: rejected, logged: [logged()] })).status).toBe(200);
		const other = [logged({ plan_id: 'plan-x' })];
		expect((await ask({ query, rows: [{}], logged: other })).status).toBe(410);
	});
});

describe('who may not see it', () => {
	const EMPTY = { status: 404, location: '' };

	test.each([
		['nothing', {}],
		['no signature', { plan: PLAN }],
		['a forged one', { plan: PLAN, sig: 'A'.repeat(43) }],
		['that of another plan', { ...queryOf(addressed('look', KEY, 'plan-x')), plan: PLAN }],
		['that of another key', queryOf(addressed('look', OTHER_KEY))],
		['two plans', { ...queryOf(addressed()), plan: [PLAN, 'plan-x'] }],
		['a long one', { plan: PLAN, sig: 'A'.repeat(5000) }],
		['no query', null],
		['a text', 'plan=x'],
	])('%s', async (_what, query) => {
		const answer = await ask({ query });
		expect(answer).toMatchObject(EMPTY);
		expect(answer.looked).toEqual([]);
		expect(answer.html).not.toContain('Bakkerij');
	});

	test('nobody, where the desk has no key', async () => {
		expect(await ask({ query: queryOf(addressed()), key: '' })).toMatchObject(EMPTY);
	});

	test('two plans of one id, or none, or a row of another id', async () => {
		const query = queryOf(addressed());
		expect(await ask({ query, rows: [row(), row({ workflow: 'w2' })] })).toMatchObject(EMPTY);
		expect(await ask({ query, rows: [{}] })).toMatchObject({ status: 410 });
		expect(await ask({ query, rows: [row({ plan_id: 'plan-x' })] })).toMatchObject({ status: 410 });
		expect(await ask({ query, rows: [{ error: 'no table' }] })).toMatchObject({ status: 503 });
	});
});
