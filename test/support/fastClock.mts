import { systemClock } from '../../nodes/shared/http/clock';

/**
 * Waits between attempts take no time in a test, but the nodes' clock moves on by them. Waits longer
 * than a minute are the deadline of a request that runs: those end only when the request does.
 */
export function useFastClock(): { waits: number[] } {
	const waits: number[] = [];
	let offset = 0;
	const realNow = Date.now;
	beforeEach(() => {
		waits.length = 0;
		offset = 0;
		jest.spyOn(systemClock, 'now').mockImplementation(() => realNow() + offset);
		jest.spyOn(systemClock, 'random').mockReturnValue(0);
		jest.spyOn(systemClock, 'sleep').mockImplementation(async (ms, signal) => {
			if (signal !== undefined && ms > 60_000) {
				await new Promise<void>((resolve) =>
					signal.addEventListener('abort', () => resolve(), { once: true }),
				);
				return;
			}
			waits.push(ms);
			offset += ms;
			await new Promise((resolve) => setImmediate(resolve));
		});
	});
	afterEach(() => jest.restoreAllMocks());
	return { waits };
}
