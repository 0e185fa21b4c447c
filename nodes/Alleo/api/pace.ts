/**
 * How fast Alleo may be called: by the rate limit that its own headers state, so that the limit is
 * reached but not overrun. State is data and time comes in, so every rule can be tested.
 *
 * `X-RateLimit-Remaining` of an answer counts the calls that Alleo has seen. Calls in flight may not
 * be among them, so another one goes out only while fewer are in flight than remain. Near the end of
 * a window the calls thereby thin out to one at a time, and then stop until the window ends.
 * Without these headers nothing is known: one call at a time (reference alleo 2.8).
 *
 * The limit is the key's, and other runs may use the key, in other processes too. `OtherUsers` tells from the
 * same headers that somebody does: then each leaves room for the rest, so that they do not all spend the
 * last calls of a window at once, and all of them together have not much more in flight than one alone.
 */

export interface RateHeaders {
	remaining: number | null;
	/** Seconds until the window ends; a duration, not a clock time. */
	resetSeconds: number | null;
	/** Calls of a whole window. */
	limit: number | null;
}

export type Turn = { go: true } | { go: false; waitMs: number | null };

interface Seen {
	remaining: number;
	/** When the window ends, in milliseconds of the caller's clock. */
	endsAt: number;
}

/** A missing or malformed header reads as unknown. */
export function rateHeaders(headers: Readonly<Record<string, string>>): RateHeaders {
	const number = (name: string): number | null => {
		const text = headers[name]?.trim() ?? '';
		return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
	};
	return {
		remaining: number('x-ratelimit-remaining'),
		resetSeconds: number('x-ratelimit-reset'),
		limit: number('x-ratelimit-limit'),
	};
}

/** Where a reset is not stated: long enough not to hammer, short enough not to stand still. */
const UNKNOWN_RESET_MS = 1000;

/** Where others use the key, at least so many of them are reckoned with. */
const FEWEST_SHARERS = 2;
const MOST_SHARERS = 16;

/** Who comes when others have called already, and cannot know yet how many they are. */
const NEWCOMERS_GUESS = 4;

/** Answers whose windows end so far apart, in milliseconds, are of two windows. */
const OTHER_WINDOW_MS = 1500;

/**
 * How many runs call with this key, by the answers to our own calls: what `remaining` went down by, beyond
 * the calls that are ours, others made. Calls in flight count as ours, so that alone nobody is seen.
 */
export class OtherUsers {
	#before: Seen | null = null;

	/** Our own answers since `#before`. */
	#own = 0;

	#now = 1;

	/** Of the window before: who is done is forgotten after a window without a trace. */
	#last = 1;

	get sharers(): number {
		return Math.max(this.#now, this.#last);
	}

	/** @param inFlight our other calls, started and not answered */
	told(answer: Seen, inFlight: number, limit: number | null): void {
		const before = this.#before;
		if (before === null) {
			this.#before = answer;
			const used = limit === null ? 0 : limit - answer.remaining;
			if (used > 1 + inFlight) this.#now = NEWCOMERS_GUESS;
			return;
		}
		const later = answer.endsAt - before.endsAt;
		if (later > OTHER_WINDOW_MS) {
			this.#before = answer;
			this.#own = 0;
			this.#last = this.#now;
			this.#now = 1;
			return;
		}
		this.#own += 1;
		if (later < -OTHER_WINDOW_MS) return; // overtaken by an answer of the next window
		const spent = before.remaining - answer.remaining;
		const foreign = spent - this.#own - inFlight;
		if (foreign <= 0) return;
		const found = 1 + Math.ceil(foreign / this.#own);
		this.#now = Math.min(MOST_SHARERS, Math.max(FEWEST_SHARERS, this.#now, found));
	}
}

export class AdaptivePace {
	/** Answers of the present window, the latest ones; answers overtake each other. */
	#seen: Seen[] = [];

	#inFlight = 0;

	#pausedUntil = 0;

	/** The server rounds the reset down: learnt from a refusal right after the stated end. */
	#roundsDown = false;

	/** The earliest end that answers in whole seconds gave the present window. */
	#wholeEnd = -Infinity;

	readonly #ceiling: number;

	readonly #others = new OtherUsers();

	/** @param ceiling most calls in flight, whatever the headers say */
	constructor(ceiling: number) {
		this.#ceiling = Math.max(1, Math.floor(ceiling));
	}

	/** Whether a call may go out now; `waitMs` null = ask again when an answer has come. */
	turn(now: number): Turn {
		if (now < this.#pausedUntil) return { go: false, waitMs: this.#pausedUntil - now };
		const remaining = this.#forMe();
		if (remaining === 0 && this.#inFlight === 0) {
			const waitMs = this.#endsAt() - now;
			if (waitMs > 0) return { go: false, waitMs };
			this.#seen = [];
			return { go: true };
		}
		const room = remaining === null ? 1 : Math.min(remaining, this.#ceiling);
		return this.#inFlight < room ? { go: true } : { go: false, waitMs: null };
	}

	started(): void {
		this.#inFlight += 1;
	}

	/** After every call, also one without an answer (`rate` null). */
	finished(now: number, rate: RateHeaders | null): void {
		this.#inFlight -= 1;
		if (rate === null) return;
		if (rate.remaining === null) {
			this.#seen = [];
			return;
		}
		this.#seen = this.#seen.filter(({ endsAt }) => endsAt > now);
		const seen = {
			remaining: Math.floor(rate.remaining),
			endsAt: this.#endOf(now, rate.resetSeconds),
		};
		this.#others.told(seen, this.#inFlight, rate.limit);
		this.#seen.push(seen);
		if (this.#seen.length > this.#ceiling) this.#seen.shift();
	}

	/** Alleo said 429: everybody waits, then one call finds out how things are. */
	refused(now: number, waitMs: number): void {
		if (this.#seen.length === 0) this.#roundsDown = true;
		this.#seen = [];
		this.#pausedUntil = Math.max(this.#pausedUntil, now + waitMs);
	}

	/** The lowest of the latest answers; null when nothing is known. */
	#remaining(): number | null {
		return this.#seen.length === 0
			? null
			: this.#seen.reduce((least, { remaining }) => Math.min(least, remaining), Infinity);
	}

	/**
	 * Calls that may be in flight by what is known. Two answers' worth is left to each of the others: the
	 * one that they have not got yet, and the one that they send on it. Who stood still for a moment sends by
	 * an old answer: for that the last calls of a window are left, and the ceiling is shared.
	 */
	#forMe(): number | null {
		const remaining = this.#remaining();
		const { sharers } = this.#others;
		if (remaining === null || sharers === 1) return remaining;
		if (remaining <= this.#ceiling) return 0;
		const share = Math.ceil((2 * this.#ceiling) / sharers);
		return Math.min(share, Math.floor(remaining / (2 * sharers)));
	}

	#endsAt(): number {
		return this.#seen.reduce((first, { endsAt }) => Math.min(first, endsAt), Infinity);
	}

	/**
	 * The end of the window by one answer. Whole seconds are rounded, so the earliest of a window's
	 * answers is the best one: a late end would waste up to a second of every window. Alone, one refusal tells
	 * that they are rounded down; with others it would be one for each, and the second is waited for at once.
	 */
	#endOf(now: number, resetSeconds: number | null): number {
		if (resetSeconds === null) return now + UNKNOWN_RESET_MS;
		const stated = now + resetSeconds * 1000;
		if (!Number.isInteger(resetSeconds)) return stated;
		const isShared = this.#others.sharers > 1;
		const late = stated + (this.#roundsDown || isShared ? 1000 : 0);
		const sameWindow = now < this.#wholeEnd && Math.abs(late - this.#wholeEnd) < 1000;
		this.#wholeEnd = sameWindow ? Math.min(this.#wholeEnd, late) : late;
		return this.#wholeEnd;
	}
}
