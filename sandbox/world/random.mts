/** A tiny seeded generator (mulberry32): the same seed gives the same world on every machine. */
export interface Random {
	/** A number in [0, 1). */
	next(): number;
	/** A whole number from `low` up to and including `high`. */
	int(low: number, high: number): number;
	pick<T>(values: readonly T[]): T;
	chance(share: number): boolean;
	/** Shuffles in place (Fisher-Yates) and returns the same array. */
	shuffle<T>(values: T[]): T[];
}

export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		int,
		pick: (values) => {
			const value = values[int(0, values.length - 1)];
			if (value === undefined) throw new Error('pick from an empty list');
			return value;
		},
		chance: (share) => next() < share,
		shuffle: (values) => {
			for (let last = values.length - 1; last > 0; last--) {
				const other = int(0, last);
				const [a, b] = [values[last], values[other]];
				if (a !== undefined && b !== undefined) [values[last], values[other]] = [b, a];
			}
			return values;
		},
	};
}
