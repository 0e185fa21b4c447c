/** Lists put together by a key, and counted by one. Keys and values keep the order in which they came. */

export function put<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
	const group = groups.get(key);
	if (group === undefined) groups.set(key, [value]);
	else group.push(value);
}

/** @param keyOf null for what belongs to no group */
export function groupBy<K, T>(values: Iterable<T>, keyOf: (value: T) => K | null): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const value of values) {
		const key = keyOf(value);
		if (key !== null) put(groups, key, value);
	}
	return groups;
}

export function countBy<T>(
	values: Iterable<T>,
	keyOf: (value: T) => string | null,
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const value of values) {
		const key = keyOf(value);
		if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

/** By code unit, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
