/**
 * Equal values as one object: n8n keeps an object that stands in many places of its data once, and equal
 * words in two objects twice. Made anew for each run, so that no run holds anything of another.
 */

/** With more fields than these two values are hardly ever alike, and looking costs more than it saves. */
const FEW = 2;

/** 0, up to `FEW`, or more; nobody needs the keys of the many. */
function size(value: object): 'none' | 'few' | 'many' {
	let count = 0;
	for (const key in value) if (Object.hasOwn(value, key) && ++count > FEW) return 'many';
	return count === 0 ? 'none' : 'few';
}

/**
 * Gives back the first of the values that say the same, of values with few fields.
 *
 * @param none what stands for every empty one
 */
export function sharer<T extends object>(none: T): (value: T) => T {
	const known = new Map<string, T>();
	return (value) => {
		const fields = size(value);
		if (fields === 'none') return none;
		if (fields === 'many') return value;
		const text = JSON.stringify(value);
		const first = known.get(text);
		if (first === undefined) known.set(text, value);
		return first ?? value;
	};
}

interface Said {
	code: string;
	text: string;
	params: object;
}

/** As `sharer`, for reasons: without places they say the same under the same code. */
export function reasonSharer<T extends Said>(): (reason: T) => T {
	const known = new Map<string, T>();
	return (reason) => {
		const { code, text, params } = reason;
		const key = size(params) === 'none' ? code : JSON.stringify(reason);
		const first = known.get(key);
		if (first === undefined) known.set(key, reason);
		return first?.text === text ? first : reason;
	};
}
