import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { errorOf, runAfas, startSmallAfas } from './afas.helper.mts';

/** Waits between retries pass at once; the time limit of a request, which has a signal, stays real. */
jest.mock('../../nodes/shared/http/clock', () => {
	const { systemClock } = jest.requireActual('../../nodes/shared/http/clock');
	let skipped = 0;
	return {
		systemClock: {
			...systemClock,
			now: () => Date.now() + skipped,
			sleep: async (ms: number, signal: AbortSignal | undefined) => {
				if (signal !== undefined) return await systemClock.sleep(ms, signal);
				skipped += ms;
			},
		},
	};
});

let afas: AfasStandIn;

beforeAll(async () => {
	afas = await startSmallAfas();
});

afterAll(async () => {
	await afas.close();
});

const defaults = {
	overlappingPages: false,
	refusesAddress: false,
	hiddenConnectors: [],
	blockedConnectors: [],
	emptyConnectors: [],
	notAvailableStatus: 401,
	blockedStatus: 500,
	largestPage: 150_000,
	visibleEmployers: null,
} as const;

afterEach(() => {
	Object.assign(afas.state.settings, defaults);
	afas.state.model.refresh();
	afas.faults.clear();
	afas.log.reset();
});

const EMPLOYEES = '/connectors/Profit_Employees_Alleo';
const CONTRACTS = '/connectors/Profit_Contract';
const everybody = () => afas.state.model.world.afas.people.length;
const patch = (changes: object): void => {
	Object.assign(afas.state.settings, changes);
	afas.state.model.refresh();
};
const run = async (parameters: Record<string, unknown> = {}, oauth = false) =>
	await runAfas({ baseUrl: afas.url, parameters: { pageSize: 20, ...parameters }, oauth });

type Fault = Parameters<AfasStandIn['faults']['add']>[0];

describe('trouble that passes: nobody is lost', () => {
	test.each<[string, Fault]>([
		['truncated JSON', { kind: 'truncatedJson', path: EMPLOYEES, after: 1, times: 1 }],
		['HTML instead of JSON', { kind: 'html', path: EMPLOYEES, after: 1, times: 1 }],
		['an empty page in the middle', { kind: 'emptyPage', path: EMPLOYEES, after: 1, times: 1 }],
		[
			'a page with half of its rows',
			{ kind: 'truncatedPage', path: EMPLOYEES, after: 1, times: 1 },
		],
		['the page before once more', { kind: 'repeatedPage', path: EMPLOYEES, after: 1, times: 1 }],
		['an unexpected 500', { kind: 'status', status: 500, path: EMPLOYEES, after: 2, times: 1 }],
		[
			'503 with retry_after in the body',
			{ kind: 'status', status: 503, path: EMPLOYEES, times: 2 },
		],
		[
			'503 with Retry-After as a date',
			{ kind: 'status', status: 503, retryAfter: 'date', path: EMPLOYEES, times: 1 },
		],
		['a 429 storm', { kind: 'status', status: 429, retryAfter: '0.5', path: EMPLOYEES, times: 4 }],
		['429 without a header', { kind: 'status', status: 429, path: CONTRACTS, times: 2 }],
		['502 from a proxy', { kind: 'status', status: 502, path: EMPLOYEES, times: 2 }],
		['dropped connections', { kind: 'drop', path: EMPLOYEES, after: 1, times: 2 }],
		[
			'a connection that is cut after the work',
			{ kind: 'dropAfter', path: EMPLOYEES, after: 1, times: 2 },
		],
		['stalls of 900 ms', { kind: 'latency', ms: 900, path: EMPLOYEES, after: 1, times: 2 }],
		['a dropped metainfo', { kind: 'drop', path: '/metainfo/get', times: 1 }],
	])('%s', async (_name, fault) => {
		afas.faults.add(fault);
		const { employees, coverage } = await run();
		expect(employees).toHaveLength(everybody());
		expect(coverage[0]?.complete).toBe(true);
		expect(afas.faults.list()[0]?.hits).toBeGreaterThan(0);
	});

	test('a token that expires in mid-run is renewed once, and each page read once more', async () => {
		afas.faults.add({ kind: 'expiredToken', path: EMPLOYEES, after: 2, times: 1 });
		const { employees } = await run({}, true);
		expect(employees).toHaveLength(everybody());
		const tokens = afas.log.entries.filter(({ url }) => url.endsWith('/oauth/token'));
		expect(tokens).toHaveLength(2);
	});
});

describe('trouble that stays: one message, no rows', () => {
	test.each<[string, Fault, string]>([
		[
			'truncated JSON',
			{ kind: 'truncatedJson', path: EMPLOYEES, after: 1 },
			'AFAS_ANSWER_UNREADABLE',
		],
		['HTML instead of JSON', { kind: 'html', path: EMPLOYEES }, 'AFAS_ANSWER_UNREADABLE'],
		['an empty page in the middle', { kind: 'emptyPage', path: 'skip=19' }, 'AFAS_LISTING_CHANGED'],
		[
			'a page with half of its rows',
			{ kind: 'truncatedPage', path: 'skip=19&take=20' },
			'AFAS_LISTING_CHANGED',
		],
		[
			'the first page for ever',
			{ kind: 'repeatedPage', path: EMPLOYEES, after: 1 },
			'AFAS_ROWS_REPEATED|AFAS_LISTING_CHANGED',
		],
		['an unexpected 500', { kind: 'status', status: 500, path: EMPLOYEES }, 'AFAS_UNEXPECTED'],
		[
			'503 for hours',
			{ kind: 'status', status: 503, retryAfter: 7200, path: EMPLOYEES },
			'AFAS_MAINTENANCE',
		],
		['a 429 storm', { kind: 'status', status: 429, path: EMPLOYEES }, 'AFAS_RATE_LIMITED'],
		['no connection', { kind: 'drop', path: EMPLOYEES }, 'AFAS_NOT_REACHED'],
		['403', { kind: 'status', status: 403, path: EMPLOYEES }, 'AFAS_ADDRESS_REFUSED'],
		['404', { kind: 'status', status: 404, path: EMPLOYEES }, 'AFAS_NOT_FOUND'],
		[
			'401 on one connector',
			{ kind: 'status', status: 401, path: EMPLOYEES },
			'AFAS_CONNECTOR_NOT_AVAILABLE',
		],
		['401 everywhere', { kind: 'status', status: 401 }, 'AFAS_CREDENTIAL_REFUSED'],
		[
			'a contracts connector that breaks',
			{ kind: 'truncatedJson', path: CONTRACTS },
			'AFAS_ANSWER_UNREADABLE',
		],
		['HTML instead of metainfo', { kind: 'html', path: '/metainfo/get' }, 'AFAS_ANSWER_UNREADABLE'],
	])('%s', async (_name, fault, code) => {
		afas.faults.add(fault);
		const { message, description } = await errorOf(run());
		expect(description).toMatch(new RegExp(code));
		expect(message).not.toMatch(/undefined|\[object|\{\w+\}/);
		expect(description).not.toMatch(/undefined|\[object|\{\w+\}/);

		const { employees, coverage } = await run({ onPartitionError: 'continue' });
		expect(employees).toEqual([]);
		expect(coverage).toHaveLength(1);
		expect(coverage[0]).toMatchObject({ complete: false, employees: 0 });
		expect(coverage[0]?.error?.code).toMatch(new RegExp(code));
	});

	test.each<[string, object, string]>([
		['rows shifted by one between pages', { overlappingPages: true }, 'AFAS_ROWS_REPEATED'],
		['a caller address that is refused', { refusesAddress: true }, 'AFAS_ADDRESS_REFUSED'],
		[
			'a blocked connector',
			{ blockedConnectors: ['Profit_Employees_Alleo'] },
			'AFAS_CONNECTOR_BLOCKED',
		],
		[
			'a blocked connector, as 401',
			{ blockedConnectors: ['Profit_Employees_Alleo'], blockedStatus: 401 },
			'AFAS_CONNECTOR_BLOCKED',
		],
		[
			'a connector that is gone, as 401',
			{ hiddenConnectors: ['Profit_Employees_Alleo'] },
			'AFAS_CONNECTOR_NOT_AVAILABLE',
		],
		[
			'a connector that is gone, as 500',
			{ hiddenConnectors: ['Profit_Employees_Alleo'], notAvailableStatus: 500 },
			'AFAS_CONNECTOR_NOT_AVAILABLE',
		],
		[
			'no rights: an empty list with status 200',
			{ emptyConnectors: ['Profit_Employees_Alleo'] },
			'AFAS_EMPTY',
		],
		['pages too big at any size', { largestPage: 100 }, 'AFAS_PAGE_TOO_BIG'],
	])('%s', async (_name, changes, code) => {
		patch(changes);
		const { description } = await errorOf(run());
		expect(description).toContain(code);
		const { employees, coverage } = await run({ onPartitionError: 'continue' });
		expect(employees).toEqual([]);
		expect(coverage[0]).toMatchObject({ complete: false, error: { code } });
	});

	test('a 401 for a missing connector renews the token at most once and never loops', async () => {
		afas.faults.add({ kind: 'status', status: 401, path: EMPLOYEES });
		const { description } = await errorOf(run({}, true));
		expect(description).toContain('AFAS_CONNECTOR_NOT_AVAILABLE');
		const tokens = afas.log.entries.filter(({ url }) => url.endsWith('/oauth/token'));
		expect(tokens.length).toBeLessThanOrEqual(2);
		expect(afas.log.counts.calls).toBeLessThan(10);
	});

	test('the message of an unknown error gives the references that Profit can look up', async () => {
		afas.faults.add({ kind: 'status', status: 500, path: EMPLOYEES });
		const { description } = await errorOf(run());
		expect(description).toContain('0123456789ABCDEF0123456789ABCDEF');
		expect(description).toMatch(/onverwachte fout|unexpected error/);
	});

	test('a secret that the cut of a long message falls into does not show in half', async () => {
		const { token } = CREDENTIALS.afas;
		const data = /<data>([^<]+)/.exec(token)?.[1] ?? '';
		expect(data.length).toBe(64);
		const externalMessage = `${'fout '.repeat(36)}${data}`;
		const body = JSON.stringify({ externalMessage, errorNumber: 1 });
		afas.faults.add({ kind: 'status', status: 500, body, path: EMPLOYEES });
		const { description } = await errorOf(run());
		expect(description).toContain('fout fout');
		expect(description).not.toContain(data.slice(0, 8));
	});

	test('maintenance of two hours says so', async () => {
		afas.faults.add({ kind: 'status', status: 503, retryAfter: 7200, path: EMPLOYEES });
		const { description } = await errorOf(run());
		expect(description).toContain('7200');
	});

	test('continue on failure gives no row, but an item that says why, and the coverage', async () => {
		afas.faults.add({ kind: 'html', path: EMPLOYEES });
		const result = await runAfas({ baseUrl: afas.url, continueOnFail: true });
		expect(result.employees).toEqual([
			expect.objectContaining({
				description: expect.stringContaining('Run again'),
				code: 'AFAS_ANSWER_UNREADABLE',
			}),
		]);
		expect(result.coverage[0]).toMatchObject({ complete: false });
	});

	test('a stopped execution ends the read', async () => {
		const stop = new AbortController();
		afas.faults.add({ kind: 'stall', path: EMPLOYEES, after: 1 });
		setTimeout(() => stop.abort(), 200);
		const { description } = await errorOf(
			runAfas({ baseUrl: afas.url, parameters: { pageSize: 10 }, signal: stop.signal }),
		);
		expect(description).toMatch(/\bCANCELLED\b/);
	});

	test('no answer within the limit: not asked again, since AFAS goes on working', async () => {
		afas.faults.add({ kind: 'stall', path: EMPLOYEES });
		// Pages of a size of its own: a call that the test before gave up may still arrive.
		const own = { options: { timeoutSeconds: 1 }, pageSize: 30 };
		const { description } = await errorOf(run(own));
		expect(description).toContain('AFAS_TIMEOUT');
		const pages = afas.log.entries.filter(
			({ url }) => url.includes(EMPLOYEES) && url.includes('take=30'),
		);
		expect(pages).toHaveLength(1);
	});
});

test('no token or secret shows up in any error or log line', async () => {
	const { token, clientSecret, tokenData } = (await import('../../sandbox/world/credentials.mts'))
		.CREDENTIALS.afas;
	afas.faults.add({ kind: 'status', status: 401 });
	for (const oauth of [false, true]) {
		const { message, description } = await errorOf(run({}, oauth));
		for (const secret of [token, clientSecret, tokenData]) {
			expect(`${message} ${description}`).not.toContain(secret);
		}
	}
	expect(afas.log.entries.every(({ url }) => !/token=|secret/i.test(url))).toBe(true);
});
