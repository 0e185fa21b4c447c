import type { ApiResponse, Pacing, TransportClock } from '../../shared/http';
import { AdaptivePace, rateHeaders } from './pace';

/** A server that asks for more is taken at its word, and the call is given up. */
export const LONGEST_WAIT_MS = 120_000;

/** One way to Alleo for all calls of one node run: they share the rate limit of the key, so they share the pace. */
export class Turns implements Pacing {
	readonly #pace: AdaptivePace;

	#waiting: Array<() => void> = [];

	/** @param ceiling most calls in flight */
	constructor(
		private readonly clock: TransportClock,
		ceiling: number,
	) {
		this.#pace = new AdaptivePace(ceiling);
	}

	async turn(signal: AbortSignal | undefined): Promise<boolean> {
		for (;;) {
			if (signal?.aborted === true) return false;
			const turn = this.#pace.turn(this.clock.now());
			if (turn.go) {
				this.#pace.started(); // in the same step, or two would take one place
				return true;
			}
			if (turn.waitMs === null) await new Promise<void>((resolve) => this.#waiting.push(resolve));
			else if (turn.waitMs > 0) await this.clock.sleep(turn.waitMs, signal);
		}
	}

	finished(response: ApiResponse | null): void {
		const told =
			response === null || response.status === 429 ? null : rateHeaders(response.headers);
		this.#pace.finished(this.clock.now(), told);
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const wake of waiting) wake();
	}

	/** A 429 slows down everybody; trouble with one call only that call. */
	holdsAll({ status }: ApiResponse, waitMs: number): boolean {
		if (status !== 429) return false;
		this.#pace.refused(this.clock.now(), Math.min(waitMs, LONGEST_WAIT_MS));
		return true;
	}
}
