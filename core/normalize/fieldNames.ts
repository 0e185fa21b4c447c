/** How names of customers' own fields are compared: without case, spaces, hyphens and underscores. */

const simple = new Map<string, string>();
const REMEMBERED = 5_000;

/** A name without case, spaces, hyphens and underscores; each name is worked out once. */
export function simplify(name: string): string {
	const known = simple.get(name);
	if (known !== undefined) return known;
	const result = name.toLowerCase().replace(/[\s_-]/g, '');
	if (simple.size >= REMEMBERED) simple.clear();
	simple.set(name, result);
	return result;
}

/** The older name of an Alleo field, from the time the company was called YourCampus; null if there is none. */
export const legacyName = (name: string): string | null =>
	/^alleo_(?:access|filter)$/i.test(name) ? name.replace(/^alleo/i, 'yourcampus') : null;
