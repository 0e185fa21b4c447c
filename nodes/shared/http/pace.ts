import type { ApiResponse, Pacing, TransportClock } from './types';

const isStopped = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/** The agreed rate, and the pauses that the vendor asks for. */
export class Pace implements Pacing {
	#nextSlot = 0;

	#pausedUntil = 0;

	constructor(
		private readonly clock: TransportClock,
		private readonly perSecond: number | undefined,
	) {}

	/** A 429 or a maintenance answer holds back all requests, not only the one that got it. */
	holdsAll(_response: ApiResponse, ms: number, final: boolean): boolean {
		// What is given up may have asked for hours; the others find out for themselves.
		if (!final) this.#pausedUntil = Math.max(this.#pausedUntil, this.clock.now() + ms);
		return true;
	}

	finished(): void {}

	async turn(signal: AbortSignal | undefined): Promise<boolean> {
		for (;;) {
			if (isStopped(signal)) return false;
			const now = this.clock.now();
			const pause = this.#pausedUntil - now;
			if (pause > 0) {
				await this.clock.sleep(pause, signal);
				continue;
			}
			if (this.perSecond === undefined) return true;
			const at = Math.max(now, this.#nextSlot);
			this.#nextSlot = at + 1000 / this.perSecond;
			if (at > now) await this.clock.sleep(at - now, signal);
			return !isStopped(signal);
		}
	}
}
