import { fakeContext } from '../support/fakeContext.mts';
import { json, startServer, type Handler, type TestServer } from '../support/httpServer.mts';
import {
	createTransport,
	type ApiFailure,
	type ApiRequest,
	type Transport,
	type TransportOptions,
} from '../../nodes/shared/http';

const READ: ApiRequest = { method: 'GET', path: '/people', template: '/people', retry: 'read' };
const ALLOW = [
	{ method: 'GET', template: '/people' },
	{ method: 'GET', template: '/people/{id}' },
	{ method: 'POST', template: '/people' },
];

/** Waits are written down, not waited. */
function scriptedClock(): { clock: TransportOptions['clock']; waits: number[] } {
	const waits: number[] = [];
	let now = Date.parse('2026-11-24T04:00:00Z');
	return {
		waits,
		clock: {
			now: () => now,
			random: () => 0,
			sleep: async (ms, signal) => {
				// The deadline of an attempt runs beside it; only waits between attempts are our subject.
				if (ms > 100_000) {
					await new Promise<void>((resolve) =>
						signal?.addEventListener('abort', () => resolve(), { once: true }),
					);
					return;
				}
				waits.push(ms);
				now += ms;
			},
		},
	};
}

interface Setup {
	server: TestServer;
	transport: Transport;
	waits: number[];
	log: string[];
}

async function setup(
	handler: Handler,
	more: Partial<TransportOptions> = {},
	context: Parameters<typeof fakeContext>[0] = {},
): Promise<Setup> {
	const server = await startServer(handler);
	const { clock, waits } = scriptedClock();
	const fake = fakeContext({
		credentials: { testApi: { data: { token: 'token-0123456789' } } },
		...context,
	});
	const transport = createTransport(fake.context, {
		vendor: 'nmbrs',
		baseUrl: server.url,
		credentialType: 'testApi',
		allow: ALLOW,
		concurrency: 2,
		...(clock === undefined ? {} : { clock }),
		...more,
	});
	return { server, transport, waits, log: fake.log };
}

async function failureOf(transport: Transport, request: ApiRequest): Promise<ApiFailure> {
	const result = await transport.send(request);
	if (result.ok) throw new Error(`expected a failure, got status ${result.response.status}`);
	return result.failure;
}

async function textOf(transport: Transport, request: ApiRequest): Promise<string> {
	const result = await transport.send(request);
	if (!result.ok) throw new Error(`expected an answer, got ${JSON.stringify(result.failure)}`);
	return result.response.text;
}

let open: TestServer[] = [];
const track = (made: Setup): Setup => {
	open.push(made.server);
	return made;
};
afterEach(async () => {
	await Promise.all(open.map(async (server) => await server.close()));
	open = [];
});

describe('answers', () => {
	test('the body arrives as raw text, with lower-case headers and the status', async () => {
		const { transport } = track(
			await setup((_request, response) =>
				json(response, '{"cut": [1, 2', 200, { 'X-Thing': 'Yes' }),
			),
		);
		const result = await transport.send(READ);
		expect(result).toMatchObject({
			ok: true,
			response: {
				status: 200,
				text: '{"cut": [1, 2',
				headers: { 'x-thing': 'Yes' },
				damaged: false,
			},
		});
	});

	test.each([
		['utf-8', 'application/json', Buffer.from('Zoë 😀 אבג', 'utf8'), 'Zoë 😀 אבג'],
		['utf-8 with a byte order mark', 'application/json', Buffer.from('\uFEFFZoë', 'utf8'), 'Zoë'],
		['windows-1252', 'text/xml; charset=windows-1252', Buffer.from('Zo\xeb', 'latin1'), 'Zoë'],
		['utf-16', 'application/json', Buffer.from('\uFEFFZoë', 'utf16le'), 'Zoë'],
		[
			'an XML declaration',
			'text/xml',
			Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>Zo\xeb</a>', 'latin1'),
			'<?xml version="1.0" encoding="iso-8859-1"?><a>Zoë</a>',
		],
	])('reads %s', async (_name, type, bytes, expected) => {
		const { transport } = track(
			await setup((_request, response) => {
				response.writeHead(200, { 'content-type': type });
				response.end(bytes);
			}),
		);
		expect(await textOf(transport, READ)).toBe(expected);
	});

	test('bytes that do not fit the encoding are reported, not passed on silently', async () => {
		const { transport } = track(
			await setup((_request, response) => {
				response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
				response.end(Buffer.from('{"name":"Zo\xeb"}', 'latin1'));
			}),
		);
		expect(await transport.send(READ)).toMatchObject({ ok: true, response: { damaged: true } });
	});

	test('a redirect is an answer, the token does not follow it', async () => {
		const elsewhere = await startServer((_request, response) => json(response, []));
		open.push(elsewhere);
		const { transport } = track(
			await setup((_request, response) => {
				response.writeHead(302, { location: `${elsewhere.url}/people` });
				response.end();
			}),
		);
		expect(await transport.send(READ)).toMatchObject({ ok: true, response: { status: 302 } });
		expect(elsewhere.seen).toEqual([]);
	});
});

describe('the allow-list', () => {
	const refused: Array<[string, ApiRequest]> = [
		['a method', { ...READ, method: 'PATCH' }],
		['a template', { ...READ, path: '/payslips', template: '/payslips' }],
		['a path under another template', { ...READ, path: '/payslips' }],
		['a deeper path', { ...READ, path: '/people/1/bank', template: '/people/{id}' }],
		['a path that climbs', { ...READ, path: '/people/..', template: '/people/{id}' }],
		['an encoded climb', { ...READ, path: '/people/%2e%2e', template: '/people/{id}' }],
		['an encoded slash', { ...READ, path: '/people/1%2Fbank', template: '/people/{id}' }],
		['a query in the path', { ...READ, path: '/people?x=1' }],
		[
			'a write under a read',
			{ ...READ, method: 'POST', path: '/people/1', template: '/people/{id}' },
		],
	];
	test.each(refused)('refuses %s before anything is sent', async (_name, request) => {
		const { transport, server } = track(await setup((_request, response) => json(response, [])));
		expect(await failureOf(transport, request)).toMatchObject({
			code: 'NOT_ALLOWED',
			attempts: 0,
			outcomeUnknown: false,
		});
		expect(server.seen).toEqual([]);
		expect(transport.stats.calls).toBe(0);
	});

	test('lets through what is listed', async () => {
		const { transport, server } = track(await setup((_request, response) => json(response, [])));
		await transport.send({
			...READ,
			path: '/people/7',
			template: '/people/{id}',
			query: 'a=b%20c',
		});
		expect(server.lines()).toEqual(['GET /people/7?a=b%20c']);
		expect(transport.stats).toEqual({ calls: 1, retries: 0, byTemplate: { '/people/{id}': 1 } });
	});
});

describe('retries', () => {
	const failThen =
		(
			times: number,
			status: number,
			headers: Record<string, string> = {},
			body: unknown = {},
		): Handler =>
		(_request, response, index) =>
			index < times ? json(response, body, status, headers) : json(response, { fine: true });

	test('a 429 waits as long as Retry-After says: seconds', async () => {
		const { transport, waits } = track(await setup(failThen(2, 429, { 'retry-after': '7' })));
		expect(await textOf(transport, READ)).toBe('{"fine":true}');
		expect(waits).toEqual([7000, 7000]);
		expect(transport.stats).toMatchObject({ calls: 3, retries: 2 });
	});

	test('a fraction of a second', async () => {
		const { transport, waits } = track(await setup(failThen(1, 429, { 'retry-after': '0.25' })));
		await transport.send(READ);
		expect(waits).toEqual([250]);
	});

	test('an HTTP date', async () => {
		const { transport, waits } = track(
			await setup(failThen(1, 503, { 'retry-after': 'Tue, 24 Nov 2026 04:00:30 GMT' })),
		);
		await transport.send(READ);
		expect(waits).toEqual([30_000]);
	});

	test('retry_after in the body of a maintenance answer', async () => {
		const { transport, waits } = track(await setup(failThen(1, 503, {}, { retry_after: 12 })));
		await transport.send(READ);
		expect(waits).toEqual([12_000]);
	});

	test('without a hint the wait doubles', async () => {
		const { transport, waits } = track(await setup(failThen(3, 503)));
		await transport.send(READ);
		expect(waits).toEqual([1000, 2000, 4000]);
	});

	test('a storm ends in one message, not in endless waiting', async () => {
		const { transport, server } = track(
			await setup(failThen(99, 429, { 'retry-after': '1' }, { title: 'Slow down' })),
		);
		const failure = await failureOf(transport, READ);
		expect(failure).toMatchObject({ code: 'RATE_LIMITED', status: 429, attempts: 5 });
		expect(failure.detail).toBe('GET /people: 429 Slow down, asked to wait 1 s');
		expect(server.seen).toHaveLength(5);
	});

	test('a wait beyond the budget is not begun', async () => {
		const { transport, waits, server } = track(
			await setup(failThen(9, 503, { 'retry-after': '7200' })),
		);
		const failure = await failureOf(transport, READ);
		expect(failure).toMatchObject({ code: 'UNAVAILABLE', attempts: 1 });
		expect(failure.detail).toContain('asked to wait 7200 s');
		expect(waits).toEqual([]);
		expect(server.seen).toHaveLength(1);
	});

	test('an outage of the whole vendor does not add up without end over many requests', async () => {
		const { transport, waits } = track(await setup(failThen(9999, 503, { 'retry-after': '60' })));
		for (let page = 0; page < 40; page += 1) await failureOf(transport, READ);
		expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(960_000);
	});

	test('a 429 to one request holds back the one beside it', async () => {
		const { transport, waits } = track(
			await setup(failThen(1, 429, { 'retry-after': '5' }), { concurrency: 1 }),
		);
		await Promise.all([transport.send(READ), transport.send(READ)]);
		expect(waits).toEqual([5000]);
	});

	test('throttle: a 429 is tried again, a 503 is the answer', async () => {
		const write: ApiRequest = { ...READ, method: 'POST', body: { a: 1 }, retry: 'throttle' };
		const first = track(await setup(failThen(1, 429)));
		expect(await textOf(first.transport, write)).toBe('{"fine":true}');
		expect(first.server.seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
		const second = track(await setup(failThen(1, 503)));
		expect(await second.transport.send(write)).toMatchObject({
			ok: true,
			response: { status: 503 },
		});
		expect(second.server.seen).toHaveLength(1);
	});

	test('never: even a 429 is the answer', async () => {
		const { transport, server } = track(await setup(failThen(1, 429)));
		expect(await transport.send({ ...READ, retry: 'never' })).toMatchObject({
			ok: true,
			response: { status: 429 },
		});
		expect(server.seen).toHaveLength(1);
	});

	test('a status that is an answer is not tried again (SOAP faults come as 500)', async () => {
		const { transport, server } = track(await setup(failThen(1, 500)));
		expect(await transport.send({ ...READ, finalStatuses: [500] })).toMatchObject({
			ok: true,
			response: { status: 500 },
		});
		expect(server.seen).toHaveLength(1);
	});

	test('4xx is an answer at once', async () => {
		const { transport, server } = track(await setup(failThen(1, 403)));
		expect(await transport.send(READ)).toMatchObject({ ok: true, response: { status: 403 } });
		expect(server.seen).toHaveLength(1);
	});
});

describe('connections', () => {
	test('a dropped connection is tried again', async () => {
		const { transport } = track(
			await setup((_request, response, index) =>
				index === 0 ? void response.socket?.destroy() : json(response, { fine: true }),
			),
		);
		expect(await textOf(transport, READ)).toBe('{"fine":true}');
	});

	test('a body that breaks off is tried again', async () => {
		const { transport } = track(
			await setup((_request, response, index) => {
				if (index > 0) return json(response, { fine: true });
				response.writeHead(200, { 'content-length': '500' });
				response.write('{"half": ');
				setTimeout(() => response.socket?.destroy(), 10);
				return undefined;
			}),
		);
		expect(await textOf(transport, READ)).toBe('{"fine":true}');
	});

	test('a dropped write is not repeated, and its outcome is called unknown', async () => {
		const { transport, server } = track(
			await setup((_request, response) => void response.socket?.destroy()),
		);
		const failure = await failureOf(transport, {
			...READ,
			method: 'POST',
			body: { a: 1 },
			retry: 'throttle',
		});
		expect(failure).toMatchObject({ code: 'NETWORK', attempts: 1, outcomeUnknown: true });
		expect(server.seen).toHaveLength(1);
	});

	test('nobody listening: not sent, so the outcome is known', async () => {
		const { transport, server } = await setup((_request, response) => json(response, {}));
		await server.close();
		expect(
			await failureOf(transport, { ...READ, method: 'POST', body: {}, retry: 'never' }),
		).toMatchObject({
			code: 'NETWORK',
			outcomeUnknown: false,
			detail: 'POST /people: ECONNREFUSED',
		});
	});

	test('no answer in time', async () => {
		const { transport } = track(
			await setup(() => undefined, { retryBudget: { attempts: 2, totalWaitMs: 9000 } }),
		);
		expect(await failureOf(transport, { ...READ, timeoutMs: 60 })).toMatchObject({
			code: 'TIMEOUT',
			attempts: 2,
			outcomeUnknown: true,
		});
	});

	test('an answer that drips without end is given up at the deadline', async () => {
		let timer: NodeJS.Timeout | undefined;
		const server = await startServer((_request, response) => {
			response.writeHead(200, {});
			timer = setInterval(() => response.write(' '), 20);
		});
		open.push(server);
		const { context } = fakeContext({ credentials: { testApi: { data: {} } } });
		const transport = createTransport(context, {
			vendor: 'nmbrs',
			baseUrl: server.url,
			credentialType: 'testApi',
			allow: ALLOW,
			concurrency: 1,
		});
		expect(await failureOf(transport, { ...READ, retry: 'never', timeoutMs: 100 })).toMatchObject({
			code: 'TIMEOUT',
		});
		clearInterval(timer);
	});
});

describe('stopping', () => {
	test('a stopped execution ends the request in flight', async () => {
		const stop = new AbortController();
		const { transport } = track(
			await setup(
				() => setTimeout(() => stop.abort(), 20) && undefined,
				{},
				{ signal: stop.signal },
			),
		);
		expect(await failureOf(transport, READ)).toMatchObject({
			code: 'CANCELLED',
			outcomeUnknown: true,
		});
	});

	test('a stopped execution ends the waiting, and nothing more is sent', async () => {
		const stop = new AbortController();
		const server = await startServer((_request, response) => {
			json(response, {}, 429, { 'retry-after': '60' });
			setTimeout(() => stop.abort(), 20);
		});
		open.push(server);
		const { context } = fakeContext({
			credentials: { testApi: { data: {} } },
			signal: stop.signal,
		});
		const transport = createTransport(context, {
			vendor: 'nmbrs',
			baseUrl: server.url,
			credentialType: 'testApi',
			allow: ALLOW,
			concurrency: 1,
		});
		const results = await Promise.all([transport.send(READ), transport.send(READ)]);
		expect(results.map((result) => (result.ok ? 'ok' : result.failure.code))).toEqual([
			'CANCELLED',
			'CANCELLED',
		]);
		expect(server.seen).toHaveLength(1);
	});
});

describe('pace', () => {
	test('no more requests at the same time than agreed', async () => {
		let now = 0;
		let most = 0;
		const { transport } = track(
			await setup(
				async (_request, response) => {
					now += 1;
					most = Math.max(most, now);
					await new Promise((resolve) => setTimeout(resolve, 5));
					now -= 1;
					json(response, {});
				},
				{ concurrency: 3 },
			),
		);
		await Promise.all(Array.from({ length: 20 }, async () => await transport.send(READ)));
		expect(most).toBe(3);
	});

	test('no more requests per second than agreed', async () => {
		const { transport, waits } = track(
			await setup((_request, response) => json(response, {}), {
				requestsPerSecond: 100,
				concurrency: 1,
			}),
		);
		for (let call = 0; call < 11; call += 1) await transport.send(READ);
		expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeCloseTo(100, 5);
	});
});

describe('401', () => {
	test('n8n refreshes the token once and the request goes on', async () => {
		const refresh = jest.fn(async () => 'new-token');
		const { transport } = track(
			await setup(
				(request, response) =>
					request.headers.authorization === 'Bearer new-token'
						? json(response, { fine: true })
						: json(response, {}, 401),
				{},
				{
					credentials: { testApi: { data: { oauthTokenData: { access_token: 'old' } }, refresh } },
				},
			),
		);
		expect(await textOf(transport, READ)).toBe('{"fine":true}');
		expect(refresh).toHaveBeenCalledTimes(1);
	});

	test('a refused credential names what the vendor said, without the secret', async () => {
		const { transport } = track(
			await setup(
				(_request, response) =>
					json(response, { externalMessage: 'Key abc-secret-1 unknown' }, 401),
				{
					secrets: ['abc-secret-1'],
				},
			),
		);
		expect(await failureOf(transport, READ)).toMatchObject({
			code: 'UNAUTHORIZED',
			reason: 'rejected',
			status: 401,
			detail: 'GET /people: 401 Key [redacted] unknown',
		});
	});

	test('a spent refresh token is told apart from a wrong one', async () => {
		const { transport } = track(
			await setup(
				(_request, response) => json(response, {}, 401),
				{},
				{
					credentials: {
						testApi: {
							data: { oauthTokenData: { access_token: 'old' } },
							refresh: async () => {
								throw new Error('The credential "x" needs to be reconnected.');
							},
						},
					},
				},
			),
		);
		expect(await failureOf(transport, READ)).toMatchObject({
			code: 'UNAUTHORIZED',
			reason: 'reconnect',
		});
	});
});

describe('what is told', () => {
	test('no token, e-mail address, account or service number in a detail or a log line', async () => {
		const body = {
			title: 'Refused for jan.jansen@example.nl',
			detail:
				'token=abcdef123456 Bearer abcdefghijkl NL91ABNA0417164300 BSN 123456782 at 06-12345678',
		};
		const { transport, log } = track(
			await setup((_request, response) => json(response, body, 503)),
		);
		const { detail } = await failureOf(transport, READ);
		for (const text of [detail, ...log]) {
			expect(text).not.toMatch(/jansen|abcdef|NL91|123456782|12345678/);
		}
		expect(detail).toContain('[e-mail]');
	});

	test('an HTML page is not repeated', async () => {
		const { transport } = track(
			await setup((_request, response) => json(response, '<html>secret page</html>', 502)),
		);
		expect((await failureOf(transport, READ)).detail).toBe('GET /people: 502');
	});
});
