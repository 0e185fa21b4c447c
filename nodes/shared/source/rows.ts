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
