import { AdaptivePace, OtherUsers, rateHeaders } from '../../../nodes/Alleo/api/pace';
import type { RateHeaders } from '../../../nodes/Alleo/api/pace';

/**
 * The pace against simulated servers, in simulated time: at least 90 % of the allowed rate with at
 * most one 429 in a thousand calls, whatever kind of limit the server keeps.
 */

interface Answer {
	refused: boolean;
	headers: RateHeaders;
	retryAfterMs: number;
}

/** Sees a call at a moment and says what the headers would. */
type Server = (now: number) => Answer;

type Rounding = (seconds: number) => number;

const exact: Rounding = (seconds) => seconds;

/** So many calls per window that starts with the first call after the last one ended. */
function fixedWindow(limit: number, windowMs: number, rounding: Rounding): Server {
	let start = -Infinity;
	let used = 0;
	return (now) => {
		if (now >= start + windowMs) {
			start = now;
			used = 0;
		}
		used += 1;
		const leftMs = start + windowMs - now;
		return {
			refused: used > limit,
			headers: {
				remaining: Math.max(0, limit - used),
				resetSeconds: rounding(leftMs / 1000),
				limit,
			},
			retryAfterMs: leftMs,
		};
	};
}

/** A bucket that fills all the time; `reset` says when it is full again. */
function tokenBucket(capacity: number, perSecond: number): Server {
	let tokens = capacity;
	let last = 0;
	return (now) => {
		tokens = Math.min(capacity, tokens + ((now - last) / 1000) * perSecond);
		last = now;
		const refused = tokens < 1;
		if (!refused) tokens -= 1;
		const resetSeconds = (capacity - tokens) / perSecond;
		return {
			refused,
			headers: { remaining: Math.floor(tokens), resetSeconds, limit: capacity },
			retryAfterMs: 1000 / perSecond,
		};
	};
}

/** So many calls in any stretch of the window's length. */
function slidingWindow(limit: number, windowMs: number): Server {
	let calls: number[] = [];
	return (now) => {
		calls = calls.filter((at) => at > now - windowMs);
		const refused = calls.length >= limit;
		if (!refused) calls.push(now);
		const oldest = calls[0] ?? now;
		return {
			refused,
			headers: {
				remaining: limit - calls.length,
				resetSeconds: (oldest + windowMs - now) / 1000,
				limit,
			},
			retryAfterMs: oldest + windowMs - now,
		};
	};
}

interface Outcome {
	done: number;
	refused: number;
	mostInFlight: number;
	seconds: number;
}

interface Event {
	at: number;
	run: () => void;
}

/** Workers that each send one call after the other, as the executor does. */
function simulate(
	server: Server,
	calls: number,
	ceiling: number,
	latencyMs: () => number,
): Outcome {
	const pace = new AdaptivePace(ceiling);
	const events: Event[] = [];
	let now = 0;
	let started = 0;
	let inFlight = 0;
	const outcome: Outcome = { done: 0, refused: 0, mostInFlight: 0, seconds: 0 };
	const idle: Array<() => void> = [];
	const later = (ms: number, run: () => void): void => {
		events.push({ at: now + ms, run });
	};
	const worker = (): void => {
		if (started >= calls) return;
		const turn = pace.turn(now);
		if (!turn.go) {
			if (turn.waitMs === null) idle.push(worker);
			else later(Math.max(turn.waitMs, 0.01), worker);
			return;
		}
		started += 1;
		pace.started();
		inFlight += 1;
		outcome.mostInFlight = Math.max(outcome.mostInFlight, inFlight);
		const there = latencyMs() / 2;
		later(there, () => {
			const answer = server(now);
			later(latencyMs() / 2, () => {
				inFlight -= 1;
				pace.finished(now, answer.refused ? null : answer.headers);
				if (answer.refused) {
					outcome.refused += 1;
					started -= 1;
					pace.refused(now, answer.retryAfterMs);
				} else outcome.done += 1;
				for (const wake of idle.splice(0)) wake();
				worker();
			});
		});
	};
	for (let index = 0; index < ceiling; index++) worker();
	while (events.length > 0) {
		events.sort((a, b) => a.at - b.at);
		const event = events.shift() as Event;
		now = event.at;
		event.run();
	}
	outcome.seconds = now / 1000;
	return outcome;
}

/** Latencies between 60 and 140 ms, the same in every run. */
function latencies(middle = 100): () => number {
	let seed = 7;
	return () => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return middle * (0.6 + (0.8 * seed) / 2147483648);
	};
}

/** The limit's own speed; ten calls per second everywhere. */
const ALLOWED = 10;

const CALLS = 6000;

describe.each<[string, () => Server]>([
	['a window of 60 s, reset exact', () => fixedWindow(600, 60_000, exact)],
	['a window of 60 s, reset rounded up', () => fixedWindow(600, 60_000, Math.ceil)],
	['a window of 60 s, reset rounded', () => fixedWindow(600, 60_000, Math.round)],
	['a window of 60 s, reset rounded down', () => fixedWindow(600, 60_000, Math.floor)],
	['a short window of 10 s', () => fixedWindow(100, 10_000, exact)],
	['a very short window of 2 s, reset rounded up', () => fixedWindow(20, 2000, Math.ceil)],
	['a bucket that fills all the time', () => tokenBucket(600, 10)],
	['a small bucket', () => tokenBucket(30, 10)],
	['a sliding window', () => slidingWindow(600, 60_000)],
])('%s', (_name, server) => {
	test('at least 90 % of the allowed rate, at most one 429 in a thousand', () => {
		const { done, refused, seconds } = simulate(server(), CALLS, 8, latencies());
		expect(done).toBe(CALLS);
		// A first window or a full bucket is a gift that a long run forgets.
		expect((done - 600) / seconds).toBeGreaterThan(ALLOWED * 0.9 * ((done - 600) / done));
		expect(done / seconds).toBeGreaterThan(ALLOWED * 0.9);
		expect(refused).toBeLessThanOrEqual(CALLS / 1000);
	});
});

test('without headers there is one call at a time', () => {
	const silent: Server = () => ({
		refused: false,
		headers: { remaining: null, resetSeconds: null, limit: null },
		retryAfterMs: 0,
	});
	expect(simulate(silent, 50, 8, latencies()).mostInFlight).toBe(1);
});

test('with room enough the ceiling is used, and never exceeded', () => {
	expect(simulate(fixedWindow(10_000, 60_000, exact), 500, 8, latencies()).mostInFlight).toBe(8);
	expect(simulate(fixedWindow(10_000, 60_000, exact), 500, 1, latencies()).mostInFlight).toBe(1);
});

test('a limit that somebody else uses too: what the answers say counts, not our own sum', () => {
	const shared = fixedWindow(600, 60_000, exact);
	let calls = 0;
	const both: Server = (now) => {
		calls += 1;
		if (calls % 2 === 0) shared(now);
		return shared(now);
	};
	const { done, refused, seconds } = simulate(both, 4000, 8, latencies());
	expect(done).toBe(4000);
	// Between the last answer and our next call the other one may take the last places.
	expect(refused).toBeLessThanOrEqual(done / 150);
	expect(done / seconds).toBeGreaterThan((ALLOWED / 2) * 0.9);
});

test('a 429 stops everybody until it is over, then one call tries', () => {
	const pace = new AdaptivePace(8);
	pace.started();
	pace.finished(0, { remaining: 100, resetSeconds: 60, limit: 600 });
	pace.refused(0, 5000);
	expect(pace.turn(100)).toEqual({ go: false, waitMs: 4900 });
	expect(pace.turn(5000)).toEqual({ go: true });
	pace.started();
	expect(pace.turn(5000)).toEqual({ go: false, waitMs: null });
});

test('headers that are missing or malformed read as unknown', () => {
	const read = (remaining?: string, reset?: string, limit?: string) =>
		rateHeaders({
			...(remaining === undefined ? {} : { 'x-ratelimit-remaining': remaining }),
			...(reset === undefined ? {} : { 'x-ratelimit-reset': reset }),
			...(limit === undefined ? {} : { 'x-ratelimit-limit': limit }),
		});
	expect(read('12', '3.5', '600')).toEqual({ remaining: 12, resetSeconds: 3.5, limit: 600 });
	expect(read()).toEqual({ remaining: null, resetSeconds: null, limit: null });
	expect(read('-1', 'soon', 'many')).toEqual({ remaining: null, resetSeconds: null, limit: null });
	expect(read('', ' 7 ')).toEqual({ remaining: null, resetSeconds: 7, limit: null });
});

test('who comes when others have called reckons with them, and forgets them after a window without a trace', () => {
	const others = new OtherUsers();
	others.told({ remaining: 250, endsAt: 60_000 }, 0, 300);
	expect(others.sharers).toBe(4);
	others.told({ remaining: 299, endsAt: 120_000 }, 0, 300);
	expect(others.sharers).toBe(4);
	others.told({ remaining: 298, endsAt: 120_000 }, 0, 300);
	others.told({ remaining: 299, endsAt: 180_000 }, 0, 300);
	expect(others.sharers).toBe(1);
});

test('alone, or without a stated limit, the first answer shows nobody', () => {
	for (const limit of [300, null]) {
		const others = new OtherUsers();
		others.told({ remaining: 297, endsAt: 60_000 }, 2, limit);
		expect(others.sharers).toBe(1);
	}
});
