import type { FaultInput } from '../../sandbox/shared/faults.mts';
import type { ListFault } from '../../sandbox/nmbrs/listFaults.mts';
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

/** The others went on, and everybody in them is there. */
function expectOthersComplete(run: NodeRun): void {
	const others = run.coverage.filter(({ partition }) => partition !== FIRST);
	expect(others.length).toBeGreaterThan(0);
	for (const item of others) expect(item).toMatchObject({ complete: true, error: null });
	const theirs = bench.world.nmbrs.people
		.filter(({ companyId }) => companyId !== FIRST)
		.map(({ employeeId }) => employeeId);
	const expected = whole.filter((id) => theirs.includes(id));
	expect(run.employees.filter(({ company }) => company.id !== FIRST)).toHaveLength(expected.length);
}

describe('trouble that passes', () => {
	const passing: Array<[string, FaultInput]> = [
		['a 429 without Retry-After', { kind: 'status', status: 429, times: 2 }],
		['a 429 with seconds', { kind: 'status', status: 429, retryAfter: 3, times: 2 }],
		['a 429 with a fraction', { kind: 'status', status: 429, retryAfter: '0.5', times: 2 }],
		[
			'a 429 with a date',
			{ kind: 'status', status: 429, retryAfter: 'date', retrySeconds: 5, times: 2 },
		],
		['a 503', { kind: 'status', status: 503, times: 3 }],
		[
			'a 503 with retry_after',
			{ kind: 'status', status: 503, body: '{"retry_after": 4}', times: 1 },
		],
		[
			'a 502 with a web page',
			{ kind: 'status', status: 502, body: '<html>bad gateway</html>', times: 1 },
		],
		['a dropped connection', { kind: 'drop', times: 2 }],
		['an answer that is lost on its way', { kind: 'dropAfter', times: 1 }],
		['a stall of 900 ms', { kind: 'latency', ms: 900, times: 1 }],
		['truncated JSON once', { kind: 'truncatedJson', times: 1 }],
		['HTML with status 200 once', { kind: 'html', times: 1 }],
		['an expired token in the middle', { kind: 'expiredToken', after: 4, times: 1 }],
	];
	test.each(passing)('%s: everybody is read', async (_name, fault) => {
		await start();
		bench.server.faults.add({ path: '/api/companies/*/employees/', ...fault });
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(run.coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('a storm of 429 slows down and comes through', async () => {
		await start();
		bench.server.faults.add({
			kind: 'status',
			status: 429,
			retryAfter: 2,
			path: '/personalinfo',
			times: 4,
		});
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(waits.filter((wait) => wait >= 1900).length).toBeGreaterThan(0);
	});

	test('an expired token is refreshed once, also with pages in parallel', async () => {
		await start();
		bench.server.faults.add({ kind: 'expiredToken', path: '/personalinfo', after: 1, times: 1 });
		bench.refreshes = 0;
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(bench.refreshes).toBeGreaterThanOrEqual(1);
	});

	const once: Array<[string, Omit<ListFault, 'list' | 'companyId' | 'times'>]> = [
		['an empty page', { kind: 'emptyPage', page: 2 }],
		['a repeated page', { kind: 'repeatPage', page: 2 }],
		['a short page', { kind: 'shortPage', page: 2 }],
		['totals that shrink', { kind: 'shrinkTotals', page: 3 }],
		['totals that grow', { kind: 'growTotals', page: 2 }],
	];
	test.each(once)('%s once: read again, and complete', async (_name, fault) => {
		await start();
		bench.server.state.configure({
			listFaults: [{ ...fault, list: 'personalinfo', companyId: FIRST, times: 1 }],
		});
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(firstCompany(run)).toMatchObject({ complete: true, error: null });
	});
});

describe('answers that differ but say the same', () => {
	const settings: Array<[string, Partial<NmbrsSettings>]> = [
		['nextPage null', { nextPage: 'null' }],
		['nextPage ""', { nextPage: 'empty' }],
		['no nextPage', { nextPage: 'absent' }],
		['no totals', { totals: 'absent' }],
		['no totals and no nextPage', { totals: 'absent', nextPage: 'absent' }],
	];
	test.each(settings)('%s: everybody is read', async (_name, patch) => {
		await start();
		bench.server.state.configure(patch);
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(run.coverage.every(({ complete }) => complete)).toBe(true);
	});

	test('a page in another order is the same people', async () => {
		await start();
		bench.server.state.configure({ listFaults: [{ kind: 'reversedPage', page: 2 }] });
		const run = await bench.run(PAGES);
		expect(idsOf(run)).toEqual(whole);
		expect(run.coverage.every(({ complete }) => complete)).toBe(true);
	});
});

describe('trouble that stays, in one company', () => {
	interface Case {
		name: string;
		fault?: FaultInput;
		list?: Omit<ListFault, 'companyId'>;
		settings?: Partial<NmbrsSettings>;
		code: string;
		/** The check that fails; none when nothing could be read. */
		check?: string;
	}
	const path = `/api/companies/${FIRST}/employees/`;
	const cases: Case[] = [
		{
			name: 'truncated JSON',
			fault: { kind: 'truncatedJson', path },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
		{
			name: 'HTML instead of JSON',
			fault: { kind: 'html', path },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
		{
			name: 'JSON that is no list',
			fault: { kind: 'status', status: 200, body: '{"data": 1}', path },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
		{
			name: 'an empty answer',
			fault: { kind: 'status', status: 200, body: '', path },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
		{ name: '403', fault: { kind: 'status', status: 403, path }, code: 'NMBRS_SCOPE_MISSING' },
		{
			name: '404',
			fault: { kind: 'status', status: 404, path },
			code: 'NMBRS_COMPANY_NOT_COVERED',
		},
		{ name: '400', fault: { kind: 'status', status: 400, path }, code: 'NMBRS_REQUEST_REFUSED' },
		{
			name: 'a redirect',
			fault: { kind: 'status', status: 302, path },
			code: 'NMBRS_REQUEST_REFUSED',
		},
		{
			name: 'a 429 storm',
			fault: { kind: 'status', status: 429, retryAfter: 1, path },
			code: 'RATE_LIMITED',
		},
		{
			name: 'a 429 that asks for an hour',
			fault: { kind: 'status', status: 429, retryAfter: 3600, path },
			code: 'RATE_LIMITED',
		},
		{
			name: 'a 503 with retry_after of two hours',
			fault: { kind: 'status', status: 503, body: '{"retry_after": 7200}', path },
			code: 'UNAVAILABLE',
		},
		{ name: 'connection resets', fault: { kind: 'drop', path }, code: 'NETWORK' },
		{
			name: 'an empty page in the middle',
			list: { kind: 'emptyPage', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'a repeated page',
			list: { kind: 'repeatPage', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'NO_DUPLICATE_KEYS',
		},
		{
			name: 'a short page',
			list: { kind: 'shortPage', list: 'personalinfo', page: 1 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'a short page of employments',
			list: { kind: 'shortPage', list: 'employments', page: 1 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'shrinking totals',
			list: { kind: 'shrinkTotals', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_CHANGED',
			check: 'TOTALS_STABLE',
		},
		{
			name: 'growing totals',
			list: { kind: 'growTotals', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_CHANGED',
			check: 'TOTALS_STABLE',
		},
		{
			name: 'totals that are too small from the start',
			list: { kind: 'shrinkTotals', list: 'personalinfo' },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'a company that vanishes while it is read',
			list: { kind: 'vanishCompany', list: 'personalinfo', page: 2 },
			code: 'NMBRS_COMPANY_NOT_COVERED',
		},
		{
			name: 'a short page in the middle, without totals',
			settings: { totals: 'absent' },
			list: { kind: 'shortPage', list: 'personalinfo', page: 2 },
			code: 'NMBRS_LISTING_INCOMPLETE',
			check: 'TOTALS_MATCH',
		},
		{
			name: 'the first page again and again, without totals',
			settings: { totals: 'absent' },
			list: { kind: 'repeatPage', list: 'personalinfo', page: 2 },
			code: 'NMBRS_ANSWER_UNREADABLE',
		},
	];

	const play = async ({ fault, list, settings }: Case): Promise<void> => {
		await start();
		if (fault !== undefined) bench.server.faults.add(fault);
		bench.server.state.configure({
			...settings,
			...(list === undefined ? {} : { listFaults: [{ ...list, companyId: FIRST }] }),
		});
	};

	test.each(cases.map((one): [string, Case] => [one.name, one]))(
		'%s: with Continue the company is incomplete, the others are whole',
		async (_name, one) => {
			await play(one);
			const run = await bench.run({ ...PAGES, onPartitionError: 'continue' });
			const item = firstCompany(run);
			expect(item).toMatchObject({ complete: false, error: { code: one.code } });
			expect(item?.error?.message).not.toMatch(/undefined|\{|at \w+ \(/);
			if (one.check !== undefined) {
				expect(item?.checks.some(({ code, ok }) => code === one.check && !ok)).toBe(true);
			}
			expectOthersComplete(run);
		},
	);

	test.each(cases.map((one): [string, Case] => [one.name, one]))(
		'%s: with Stop one message names the company, the reason and the way out',
		async (_name, one) => {
			await play(one);
			const { message, description } = await bench.fail(PAGES);
			expect(message).toContain('1 Voorbeeld B.V.');
			expect(description).toContain(one.code);
			expect(description).toContain('On Company Error');
			expect(`${message} ${description}`).not.toMatch(/undefined|[^/]\{\w+\}|node_modules/);
		},
	);
});

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

	test('nobody listening: one message with the way to check', async () => {
		await start();
		const { message, description } = await bench.fail(PAGES, {
			oauth: { baseUrl: 'http://127.0.0.1:9' },
		});
		expect(message).toBe('Nmbrs could not be reached.');
		expect(description).toContain('base URL');
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
