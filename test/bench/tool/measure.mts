/** Wall time in milliseconds of one call, with the garbage of earlier ones cleared away first. */
export function timed<T>(task: () => T): { ms: number; value: T } {
	globalThis.gc?.();
	const from = performance.now();
	const value = task();
	return { ms: performance.now() - from, value };
}

export async function timedAsync<T>(task: () => Promise<T>): Promise<{ ms: number; value: T }> {
	globalThis.gc?.();
	const from = performance.now();
	const value = await task();
	return { ms: performance.now() - from, value };
}

/** Keeps the best of several rounds of each step: other work on the machine only ever adds. */
export class Best<Step extends string> {
	readonly ms: Partial<Record<Step, number>> = {};

	run<T>(step: Step, task: () => T): T {
		const { ms, value } = timed(task);
		this.note(step, ms);
		return value;
	}

	note(step: Step, ms: number): void {
		this.ms[step] = Math.min(this.ms[step] ?? Infinity, ms);
	}

	get(step: Step): number {
		return this.ms[step] ?? 0;
	}
}

/** Most memory that this process ever held, in MB. */
export const peakMb = (): number => process.resourceUsage().maxRSS / 1024;
