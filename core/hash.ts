import { createHash } from 'node:crypto';

/** Plain JSON: what survives JSON.stringify without loss. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** JSON with sorted keys, so that equal content has equal bytes whatever the order of the keys. */
export function canonicalJson(value: Json): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (value !== null && typeof value === 'object') {
		const keys = Object.keys(value).sort();
		return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`).join(',')}}`;
	}
	return JSON.stringify(value);
}

export const sha256 = (text: string): string =>
	createHash('sha256').update(text, 'utf8').digest('hex');
