/** Adds a value to the list that a map keeps under a key. */
export function putInto<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
	const group = groups.get(key);
	if (group === undefined) groups.set(key, [value]);
	else group.push(value);
}
