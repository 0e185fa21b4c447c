/** Rows of a source by a key, in the order in which they came; those without one are given apart. */
export function groupBy<T>(
	rows: readonly T[],
	keyOf: (row: T) => string | null,
): { groups: Map<string, T[]>; without: T[] } {
	const groups = new Map<string, T[]>();
	const without: T[] = [];
	for (const row of rows) {
		const key = keyOf(row);
		const group = key === null ? without : groups.get(key);
		if (group !== undefined) group.push(row);
		else if (key !== null) groups.set(key, [row]);
	}
	return { groups, without };
}

/**
 * The row with the highest key, of those that have one; null where none has. A later row wins a tie, as
 * vendors append corrections.
 */
export function newest<T, K extends string | number>(
	rows: readonly T[],
	keyOf: (row: T) => K | null,
): T | null {
	let best: { row: T; key: K } | null = null;
	for (const row of rows) {
		const key = keyOf(row);
		if (key !== null && (best === null || key >= best.key)) best = { row, key };
	}
	return best?.row ?? null;
}
