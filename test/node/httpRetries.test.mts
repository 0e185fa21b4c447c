import { createTransport } from '../../nodes/shared/http';
import type { ApiRequest, Pacing } from '../../nodes/shared/http';
import { fakeContext } from '../support/fakeContext.mts';
import { ALLOW, failureOf, opened, READ, setup, textOf, track } from '../support/httpBench.mts';
import { json, startServer, type Handler } from '../support/httpServer.mts';

const failThen =
	(
		times: number,
		status: number,
		headers: Record<string, string> = {},
		body: unknown = {},
	): Handler =>
	(_request, response, index) =>
		index < times ? json(response, body, status, headers) : json(response, { fine: true });

describe('retries', () => {
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

	test('a vendor that throttles now and then does not use the patience up over a long read', async () => {
		const { transport, waits } = track(
			await setup(
				(_request, response, index) =>
					index % 25 === 0 ? json(response, {}, 429, { 'retry-after': '2' }) : json(response, {}),
				{ retryBudget: { attempts: 5, totalWaitMs: 2000 } },
			),
		);
		for (let page = 0; page < 400; page += 1) {
			if (!(await transport.send(READ)).ok) throw new Error(`gave up at page ${page}`);
		}
		// Of an outage it would have taken 8 x 2 s.
		expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(16_000);
	});

	test.each(['0', 'Tue, 24 Nov 2026 03:00:00 GMT'])(
		'Retry-After %s, again and again, does not spend all attempts in one moment',
		async (value) => {
			const { transport, waits } = track(await setup(failThen(4, 429, { 'retry-after': value })));
			expect(await textOf(transport, READ)).toBe('{"fine":true}');
			expect(waits).toEqual([1000, 2000, 4000]);
		},
	);

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

describe('a request that may be sent once', () => {
	const ONCE: ApiRequest = { ...READ, method: 'POST', body: {}, retry: 'throttle' };

	test('what cannot have arrived is tried again', async () => {
		const { transport, server, waits } = track(
			await setup((_request, response) => json(response, {})),
		);
		await server.close();
		expect(await failureOf(transport, ONCE)).toMatchObject({
			code: 'NETWORK',
			attempts: 5,
			outcomeUnknown: false,
		});
		expect(waits).toHaveLength(4);
	});

	test('what may have arrived is not', async () => {
		const { transport, server } = track(
			await setup((_request, response) => void response.socket?.destroy()),
		);
		expect(await failureOf(transport, ONCE)).toMatchObject({
			code: 'NETWORK',
			attempts: 1,
			outcomeUnknown: true,
		});
		expect(server.seen).toHaveLength(1);
	});
});

describe('a pace that the vendor has of its own', () => {
	const told: string[] = [];
	const pacing = (all: boolean): Pacing => ({
		turn: async (signal) => {
			told.push('turn');
			return signal?.aborted !== true;
		},
		finished: (response) => void told.push(`finished ${response?.status ?? 'without'}`),
		holdsAll: ({ status }, ms, final) => {
			told.push(`${status} ${ms}${final ? ' final' : ''}`);
			return all;
		},
	});
	beforeEach(() => (told.length = 0));

	test('a wait that it keeps itself is not waited twice', async () => {
		for (const all of [true, false]) {
			const { transport, waits } = track(
				await setup(failThen(1, 503), { pacing: () => pacing(all) }),
			);
			expect(await textOf(transport, READ)).toBe('{"fine":true}');
			expect(waits).toEqual(all ? [] : [1000]);
		}
		const once = ['turn', 'finished 503', '503 1000', 'turn', 'finished 200'];
		expect(told).toEqual([...once, ...once]);
	});

	test('it hears of the last refusal too, with the answer for the caller', async () => {
		const budget = { attempts: 4, totalWaitMs: Infinity, longestWaitMs: 120_000 };
		const { transport, server } = track(
			await setup(failThen(9, 429, { 'retry-after': '121' }), {
				pacing: () => pacing(true),
				retryBudget: budget,
			}),
		);
		const failure = await failureOf(transport, READ);
		expect(failure).toMatchObject({ code: 'RATE_LIMITED', response: { status: 429 } });
		expect(told).toEqual(['turn', 'finished 429', '429 121000 final']);
		expect(server.seen).toHaveLength(1);
	});

	test('stopped between two attempts: cancelled, and whether anything may have been done', async () => {
		for (const status of [429, 503]) {
			const stop = new AbortController();
			const { transport, server } = track(
				await setup(
					(_request, response) => {
						json(response, {}, status);
						stop.abort();
					},
					{ pacing: () => pacing(true), stop: stop.signal },
				),
			);
			expect(await failureOf(transport, READ)).toMatchObject({
				code: 'CANCELLED',
				outcomeUnknown: status === 503,
			});
			expect(server.seen).toHaveLength(1);
		}
	});

	test('what is half done already is finished all the same', async () => {
		const stop = new AbortController();
		stop.abort();
		const { transport } = track(await setup(failThen(2, 503), { stop: stop.signal }));
		expect(await textOf(transport, { ...READ, finishes: true })).toBe('{"fine":true}');
		expect(await failureOf(transport, READ)).toMatchObject({ code: 'CANCELLED', attempts: 0 });
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
		opened(server);
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
		opened(server);
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
