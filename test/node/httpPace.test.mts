import type { ApiRequest, Pacing } from '../../nodes/shared/http';
import { failThen, failureOf, READ, setup, textOf, track } from '../support/httpBench.mts';
import { json } from '../support/httpServer.mts';

/** One loop of retries for all vendors: what may be sent once, and a pace that is handed in. */

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
