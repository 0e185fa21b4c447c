import { RestClient } from '../../nodes/Nmbrs/api/restClient';
import type { ApiResult } from '../../nodes/shared/http';
import { systemClock } from '../../nodes/shared/http/clock';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { checkOf, NmbrsBench, type NodeRun } from '../support/nmbrsNode.mts';

/**
 * Hostile answers. In each: nobody is lost silently, and the user reads one message, no stack. A
 * trouble that passes leaves no trace; one that stays makes the company incomplete, with its reason.
 */

const { waits } = useFastClock();

const PAGES = { options: { pageSize: 10 } };
const FIRST = 'c1000000-0000-4000-8000-000000000001';

let bench: NmbrsBench;
let whole: string[];

async function start(settings: Partial<NmbrsSettings> = {}): Promise<void> {
	bench = await NmbrsBench.start({ world: smallWorld(80), settings });
	const run = await bench.run(PAGES);
	whole = idsOf(run);
	waits.length = 0;
}
afterEach(async () => await bench.close());

const idsOf = ({ employees }: NodeRun): string[] =>
	employees.map(({ employeeId }) => employeeId).sort();

const firstCompany = ({ coverage }: NodeRun): NodeRun['coverage'][number] | undefined =>
	coverage.find(({ partition }) => partition === FIRST);

describe('trouble of the whole connection', () => {
	test('a wrong subscription key names key and token', async () => {
		await start();
		const { message, description } = await bench.fail(PAGES, {
			oauth: { subscriptionKey: 'wrong-key-123' },
		});
		expect(message).toContain('subscription key');
		expect(message).toContain('my nmbrsOAuth2Api');
		expect(description).toContain('developer.nmbrs.com');
		expect(description).not.toContain('wrong-key-123');
	});

	test('401 that stays: no further calls after it, whatever the number of companies', async () => {
		await start();
		bench.server.faults.add({ kind: 'status', status: 401, path: '/employees/' });
		const calls = bench.server.log.counts.calls;
		const run = await bench.run({ ...PAGES, onPartitionError: 'continue' });
		expect(run.employees).toEqual([]);
		expect(
			run.coverage.every(
				({ complete, error }) => !complete && error?.code === 'NMBRS_ACCESS_REFUSED',
			),
		).toBe(true);
		expect(bench.server.log.counts.calls - calls).toBeLessThan(40);
	});

	test('a lost consent is one message: what happened, which customer, how to reconnect', async () => {
		await start();
		bench.client.refreshToken = 'spent';
		bench.server.state.grants.expireAccessTokens();
		const { message, description } = await bench.fail(PAGES);
		expect(message).toBe('Nmbrs no longer accepts the connection "my nmbrsOAuth2Api".');
		expect(description).toContain('Connect my account');
		expect(description).toContain('NMBRS_CONSENT_LOST');
	});

	test('a consent lost half-way with Continue keeps what was read, and marks the rest', async () => {
		await start();
		bench.server.faults.add({
			kind: 'expiredToken',
			path: '/employees/employments',
			after: 3,
			times: 1,
		});
		bench.client.refreshToken = 'spent';
		const run = await bench.run({ onPartitionError: 'continue' });
		const lost = run.coverage.filter(({ complete }) => !complete);
		expect(lost.length).toBeGreaterThan(0);
		expect(lost.every(({ error }) => error?.code === 'NMBRS_CONSENT_LOST')).toBe(true);
		const complete = new Set(
			run.coverage.filter((item) => item.complete).map(({ partition }) => partition),
		);
		expect(run.employees.every(({ company }) => complete.has(company.id))).toBe(true);
	});

	test('another process refreshed in between: one later try finds its token', async () => {
		await start();
		const { refreshToken } = bench.client;
		bench.client.refreshToken = 'spent';
		bench.server.state.grants.expireAccessTokens();
		let tries = 0;
		const original = bench.context.bind(bench);
		bench.context = (parameters, options) => {
			const fake = original(parameters, options);
			const helpers = fake.context.helpers as { httpRequestWithAuthentication: unknown };
			const send = helpers.httpRequestWithAuthentication as (
				...given: unknown[]
			) => Promise<unknown>;
			helpers.httpRequestWithAuthentication = async (...given: unknown[]) => {
				tries += 1;
				if (tries === 2) bench.client.refreshToken = refreshToken;
				return await send(...given);
			};
			return fake;
		};
		expect(idsOf(await bench.run(PAGES))).toEqual(whole);
	});

	test('calls that were under way together share that wait, and none of them gives up', async () => {
		let saved = false;
		let tries = 0;
		const reconnect: ApiResult = {
			ok: false,
			failure: {
				code: 'UNAUTHORIZED',
				status: null,
				detail: 'invalid_grant',
				attempts: 1,
				outcomeUnknown: false,
				reason: 'reconnect',
			},
		};
		const page: ApiResult = {
			ok: true,
			response: {
				status: 200,
				headers: {},
				text: '{"data":[]}',
				durationMs: 1,
				damaged: false,
				quote: String,
			},
		};
		const transport = {
			stats: { calls: 0, retries: 0, byTemplate: {} },
			send: async () => {
				tries += 1;
				await new Promise((resolve) => setImmediate(resolve));
				return saved ? page : reconnect;
			},
		};
		const waits: number[] = [];
		const clock = {
			...systemClock,
			sleep: async (ms: number) => {
				waits.push(ms);
				await new Promise((resolve) => setTimeout(resolve, 20));
				saved = true;
			},
		};
		const client = new RestClient(transport, 'x', 100, clock);
		const ask = async () => await client.getPage('companies', { page: 1, size: 100 });
		const reads = await Promise.all([ask(), ask(), ask()]);
		expect(reads.map(({ ok }) => ok)).toEqual([true, true, true]);
		expect(waits).toHaveLength(1);
		expect(tries).toBe(6);
		// After it, a lost consent is lost: no second wait.
		saved = false;
		expect(await ask()).toMatchObject({ ok: false, problem: { code: 'NMBRS_CONSENT_LOST' } });
		expect(waits).toHaveLength(1);
		// And nothing more is sent.
		expect(await ask()).toMatchObject({ ok: false, problem: { code: 'NMBRS_CONSENT_LOST' } });
		expect(tries).toBe(7);
	});

	test('nobody listening: one message with the way to check', async () => {
		await start();
		const { message, description } = await bench.fail(PAGES, {
			oauth: { baseUrl: 'http://127.0.0.1:9' },
		});
		expect(message).toBe('Nmbrs could not be reached.');
		expect(description).toContain('base URL');
	});

	test('a token URL without encryption: nothing is sent, not even to the right base URL', async () => {
		await start();
		bench.server.log.reset();
		const { message } = await bench.fail(PAGES, {
			oauth: { accessTokenUrl: 'http://identity.example.nl/connect/token' },
		});
		expect(message).toContain('Access Token URL: it must start with https://');
		expect(bench.server.log.entries).toEqual([]);
	});

	test('a stopped execution stops the reading', async () => {
		await start();
		const stop = new AbortController();
		bench.server.faults.add({ kind: 'latency', ms: 50, path: '/employments' });
		setTimeout(() => stop.abort(), 60);
		const { message } = await bench.fail(
			{ ...PAGES, onPartitionError: 'continue' },
			{ signal: stop.signal },
		);
		expect(message).toContain('was stopped');
	});

	test('the list of companies itself is cut: the run stops, also with Continue', async () => {
		await start({ multiDebtor: 'off' });
		bench.server.state.configure({ listFaults: [{ kind: 'shortPage', list: 'companies' }] });
		const { message } = await bench.fail({ onPartitionError: 'continue' });
		expect(message).toContain('"companies" is not complete');
	});

	test('"Continue" of n8n: an error item, and coverage that is not complete', async () => {
		await start();
		const run = await bench.run(PAGES, {
			oauth: { subscriptionKey: 'wrong' },
			continueOnFail: true,
		});
		expect(run.items).toHaveLength(1);
		expect(run.items[0]?.json).toMatchObject({ code: 'NMBRS_ACCESS_REFUSED' });
		expect(run.items[0]?.pairedItem).toEqual({ item: 0 });
		expect(run.coverage).toMatchObject([
			{ complete: false, error: { code: 'NMBRS_ACCESS_REFUSED' } },
		]);
	});
});

describe('the first page, read again', () => {
	test('a person who moved pages between the readings is noticed', async () => {
		await start();
		let reads = 0;
		let shifted = false;
		const { people } = bench.world.nmbrs;
		const moved = people.findIndex(({ companyId }) => companyId === FIRST);
		const original = bench.context.bind(bench);
		bench.context = (parameters, options) => {
			const fake = original(parameters, options);
			const helpers = fake.context.helpers as { httpRequestWithAuthentication: unknown };
			const send = helpers.httpRequestWithAuthentication as (
				name: string,
				request: { url: string },
			) => Promise<unknown>;
			helpers.httpRequestWithAuthentication = async (name: string, request: { url: string }) => {
				const of = (list: string): boolean =>
					request.url.includes(`${FIRST}/employees/${list}?pageNumber=1&`);
				if (of('personalinfo')) reads += 1;
				if (of('employments') && !shifted) {
					shifted = true;
					// Somebody left the front of the list while the rest was being read.
					const [person] = people.splice(moved, 1);
					if (person !== undefined)
						people.push({ ...person, soapId: 1, employeeId: person.employeeId });
					bench.server.state.model.changed();
				}
				return await send(name, request);
			};
			return fake;
		};
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(reads).toBeGreaterThan(2); // read again from the start
		expect(checkOf(firstCompany(run), 'FIRST_PAGE_STABLE')?.ok).toBe(true);
	});
});
