import type {
	ApiRequest,
	ApiResponse,
	ApiResult,
	Transport,
	TransportClock,
} from '../../shared/http';
import { retryDelay, parseRetryAfter } from '../../shared/http/retryAfter';
import { AdaptivePace, rateHeaders } from './pace';

/**
 * One way to Alleo for all calls of one node run: they share the rate limit of the key, so they share
 * the pace. Retries live here and not in the transport, because a 429 must slow down everybody.
 */

export interface ChannelOptions {
	transport: Transport;
	clock: TransportClock;
	/** Most calls in flight. */
	ceiling: number;
	/** Ends waiting; calls that are out are left to finish. */
	signal: AbortSignal | undefined;
}

/** `safe`: repeating cannot hurt (GET, PATCH). `once`: repeated only where nothing was done, as after a 429. */
export type Repeat = 'safe' | 'once';

/** What a client sends through. */
export interface Sender {
	send(request: Omit<ApiRequest, 'retry'>, repeat: Repeat): Promise<ApiResult>;
}

/** A sender that also knows rows of several calls. */
export interface Line extends Sender {
	/**
	 * For one row that takes several calls: once the first one is out, a stopped execution lets the
	 * others follow, so that no row is left half written.
	 */
	whole(): Sender;
}

const MAX_RETRIES = 3;

/** A server that asks for more is taken at its word, and the call is given up. */
const LONGEST_WAIT_MS = 120_000;

const isServerFault = (result: ApiResult): boolean =>
	result.ok
		? result.response.status >= 500
		: result.failure.code === 'NETWORK' || result.failure.code === 'TIMEOUT';

export class Channel implements Line {
	readonly #pace: AdaptivePace;

	readonly #options: ChannelOptions;

	#waiting: Array<() => void> = [];

	constructor(options: ChannelOptions) {
		this.#options = options;
		this.#pace = new AdaptivePace(options.ceiling);
	}

	/** Sends in its turn and repeats within bounds; a status is an answer, whatever it is. */
	async send(request: Omit<ApiRequest, 'retry'>, repeat: Repeat): Promise<ApiResult> {
		return await this.#send(request, repeat, this.#options.signal);
	}

	whole(): Sender {
		let begun = false;
		return {
			send: async (request, repeat) => {
				const result = await this.#send(request, repeat, begun ? undefined : this.#options.signal);
				begun = true;
				return result;
			},
		};
	}

	async #send(
		request: Omit<ApiRequest, 'retry'>,
		repeat: Repeat,
		signal: AbortSignal | undefined,
	): Promise<ApiResult> {
		let result: ApiResult = NOT_SENT;
		for (let attempt = 1; ; attempt++) {
			// Stopped between two attempts: what the last one left behind is the answer.
			if (!(await this.#turn(signal))) return result;
			result = await this.#sendOnce(request);
			const wait = this.#waitBeforeRepeat(result, repeat, attempt);
			if (wait === null) return result;
			await this.#sleep(wait, signal);
		}
	}

	async #sendOnce(request: Omit<ApiRequest, 'retry'>): Promise<ApiResult> {
		const result = await this.#options.transport.send({ ...request, retry: 'never' });
		const now = this.#options.clock.now();
		const refused = result.ok && result.response.status === 429;
		this.#pace.finished(now, result.ok && !refused ? rateHeaders(result.response.headers) : null);
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const wake of waiting) wake();
		return result;
	}

	/** Milliseconds until the next attempt; null when this result is final. */
	#waitBeforeRepeat(result: ApiResult, repeat: Repeat, attempt: number): number | null {
		const { clock } = this.#options;
		const now = clock.now();
		const asked = result.ok ? retryAfter(result.response, now) : null;
		if (result.ok && result.response.status === 429) {
			const wait = retryDelay(attempt, asked, clock.random());
			this.#pace.refused(now, Math.min(wait, LONGEST_WAIT_MS));
			return attempt > MAX_RETRIES || wait > LONGEST_WAIT_MS ? null : 0;
		}
		const harmless = repeat === 'safe' || (!result.ok && !result.failure.outcomeUnknown);
		if (!harmless || attempt > MAX_RETRIES || !isServerFault(result)) return null;
		const wait = retryDelay(attempt, asked, clock.random());
		return wait > LONGEST_WAIT_MS ? null : wait;
	}

	/** Waits until the pace allows a call; false when the execution was stopped meanwhile. */
	async #turn(signal: AbortSignal | undefined): Promise<boolean> {
		for (;;) {
			if (signal?.aborted === true) return false;
			const turn = this.#pace.turn(this.#options.clock.now());
			if (turn.go) {
				this.#pace.started(); // in the same step, or two would take one place
				return true;
			}
			if (turn.waitMs === null) await new Promise<void>((resolve) => this.#waiting.push(resolve));
			else await this.#sleep(turn.waitMs, signal);
		}
	}

	async #sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
		if (ms > 0) await this.#options.clock.sleep(ms, signal);
	}
}

const retryAfter = (response: ApiResponse, now: number): number | null =>
	parseRetryAfter(response.headers['retry-after'], response.text, now);

const NOT_SENT: ApiResult = {
	ok: false,
	failure: {
		code: 'CANCELLED',
		status: null,
		detail: 'stopped before the call was sent',
		attempts: 0,
		outcomeUnknown: false,
	},
};
