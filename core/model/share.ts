/**
 * Equal values as one object: n8n keeps an object that stands in many places of its data once, and equal
 * words in two objects twice. Made anew for each run, so that no run holds anything of another.
 */

/** With more fields than these two values are hardly ever alike, and looking costs more than it saves. */
const FEW = 2;

export const isSmall = (value: object): boolean => Object.keys(value).length <= FEW;

/**
 * Gives back the first of the values that say the same.
 *
 * @param isWorth which values are looked up at all
 */
export function sharer<T extends object>(
	isWorth: (value: T) => boolean = () => true,
): (value: T) => T {
	const known = new Map<string, T>();
	return (value) => {
		if (!isWorth(value)) return value;
		const text = JSON.stringify(value);
		const first = known.get(text);
		if (first === undefined) known.set(text, value);
		return first ?? value;
	};
}
