import type { TransportClock } from './types';

/**
 * When the next request may start: after the pause that the vendor asked for, and not faster than
 * the agreed rate. One instance per transport, so that every parallel request keeps to it.
 */
export class Pace {
	#nextSlot = 0;

	#pausedUntil = 0;

	constructor(
		private readonly clock: TransportClock,
		private readonly perSecond: number | undefined,
	) {}

	/** A 429 or a maintenance answer holds back all requests, not only the one that got it. */
	pauseFor(ms: number): void {
		this.#pausedUntil = Math.max(this.#pausedUntil, this.clock.now() + ms);
	}

	async turn(signal: AbortSignal | undefined): Promise<void> {
		for (;;) {
			const now = this.clock.now();
			const pause = this.#pausedUntil - now;
			if (pause > 0) {
				await this.clock.sleep(pause, signal);
				if (signal?.aborted === true) return;
				continue;
			}
			if (this.perSecond === undefined) return;
			const at = Math.max(now, this.#nextSlot);
			this.#nextSlot = at + 1000 / this.perSecond;
			if (at > now) await this.clock.sleep(at - now, signal);
			return;
		}
	}
}
