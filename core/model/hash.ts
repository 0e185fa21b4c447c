import { hash } from 'node:crypto';

/** Plain JSON: what survives JSON.stringify without loss. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Text that JSON writes as it is: no quotes, backslashes, control characters or halves of a character. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const quote = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** A key with the text before its value; before a text, with its quote; and all of it where that is null. */
interface Head {
	key: string;
	head: string;
	quoted: string;
	nothing: string;
}

/** The keys of objects that look alike, as they came and in order. */
interface KeyOrder {
	given: readonly string[];
	written: readonly Head[];
}

function headOf(key: string, at: number): Head {
	const head = `${at === 0 ? '{' : ','}${quote(key)}:`;
	return { key, head, quoted: `${head}"`, nothing: `${head}null` };
}

/** Of each number of keys so many orders are kept; beyond these, objects have nothing in common. */
const KEPT = 8;

/**
 * Rows of a plan have the same keys in the same order one after the other: these are sorted and quoted
 * once. Nothing but time depends on what was seen before.
 */
function keyOrders(without: ReadonlySet<string>): (value: object) => KeyOrder['written'] {
	const seen: KeyOrder[][] = [];
	return (value) => {
		const given = Object.keys(value);
		const count = given.length;
		const known = (seen[count] ??= []);
		for (const order of known) {
			const keys = order.given;
			let at = 0;
			while (at < count && keys[at] === given[at]) at++;
			if (at === count) return order.written;
		}
		const written = [...given]
			.sort()
			.filter((key) => !without.has(key))
			.map(headOf);
		if (known.length < KEPT) known.push({ given, written });
		return written;
	};
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Writes JSON with sorted keys, so that equal content has equal bytes whatever the order of the keys:
 * a plan of 100,000 rows is hashed when made and again before it is applied. Make one for many values.
 *
 * @param without keys of the outermost object to leave out
 */
export function canonicalWriter(without: ReadonlySet<string> = NOTHING): (value: Json) => string {
	const inside = keyOrders(NOTHING);
	const outside = without.size === 0 ? inside : keyOrders(without);
	const object = (value: { [key: string]: Json }, orderOf: typeof inside): string => {
		let text = '';
		// Each piece costs: of the commonest values as few as can be.
		for (const { key, head, quoted, nothing } of orderOf(value)) {
			const one = value[key] as Json;
			if (one === null) text += nothing;
			else if (typeof one !== 'string') text += head + write(one);
			else text += PLAIN.test(one) ? `${quoted}${one}"` : head + JSON.stringify(one);
		}
		return text === '' ? '{}' : `${text}}`;
	};
	const list = (values: readonly Json[]): string => {
		if (values.length === 0) return '[]';
		let text = '[';
		for (let at = 0; at < values.length; at++) {
			text += (at === 0 ? '' : ',') + write(values[at] as Json);
		}
		return `${text}]`;
	};
	const write = (value: Json): string => {
		if (typeof value === 'string') return quote(value);
		if (value === null) return 'null';
		if (typeof value !== 'object') return JSON.stringify(value);
		return Array.isArray(value) ? list(value) : object(value, inside);
	};
	return (value) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? object(value, outside)
			: write(value);
}

/** One value, as `canonicalWriter` writes it. */
export const canonicalJson = (value: Json): string => canonicalWriter()(value);

/** Hex, of the text in UTF-8; in one call, because every row of a plan has one. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
