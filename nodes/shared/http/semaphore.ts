/** Runs at most `limit` tasks at a time, the others in the order in which they came. */
export class Semaphore {
	#free: number;

	readonly #waiting: Array<() => void> = [];

	constructor(limit: number) {
		this.#free = Number.isFinite(limit) ? Math.max(1, Math.floor(limit)) : 1;
	}

	async run<T>(task: () => Promise<T>): Promise<T> {
		await this.#enter();
		try {
			return await task();
		} finally {
			this.#leave();
		}
	}

	async #enter(): Promise<void> {
		if (this.#free > 0) {
			this.#free -= 1;
			return;
		}
		await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	/** A place goes straight to the next in line, so nobody can slip in between. */
	#leave(): void {
		const next = this.#waiting.shift();
		if (next === undefined) this.#free += 1;
		else next();
	}
}
