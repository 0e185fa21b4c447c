import { createHash } from 'node:crypto';

/** Plain JSON: what survives JSON.stringify without loss. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Text that JSON writes as it is: no quotes, backslashes, control characters or halves of a character. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const quote = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** Keys that are in order already, as most small objects have them, are not sorted again. */
function sortedKeys(value: object): string[] {
	const keys = Object.keys(value);
	for (let at = 1; at < keys.length; at++) {
		if ((keys[at - 1] as string) > (keys[at] as string)) return keys.sort();
	}
	return keys;
}

/**
 * JSON with sorted keys, so that equal content has equal bytes whatever the order of the keys.
 * Written out in one pass: a plan of 100,000 rows is hashed when made and again before it is applied.
 *
 * @param without keys of the outermost object to leave out
 */
export function canonicalJson(value: Json, without?: ReadonlySet<string>): string {
	if (typeof value === 'string') return quote(value);
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	let text = '';
	if (Array.isArray(value)) {
		for (const entry of value) text += `${text === '' ? '' : ','}${canonicalJson(entry)}`;
		return `[${text}]`;
	}
	for (const key of sortedKeys(value)) {
		if (without?.has(key) === true) continue;
		text += `${text === '' ? '' : ','}${quote(key)}:${canonicalJson(value[key] as Json)}`;
	}
	return `{${text}}`;
}

export const sha256 = (text: string): string =>
	createHash('sha256').update(text, 'utf8').digest('hex');
