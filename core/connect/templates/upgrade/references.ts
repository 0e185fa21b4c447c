import { isRow } from './values';

/**
 * What an expression says of other nodes: `$('Settings')`, `$node["Settings"]`, `$items("Settings")`. They are
 * renamed as n8n's editor does it, in every text of a node's parameters: an expression, or code.
 */

const QUOTED = String.raw`(['"\u0060])((?:\\.|(?!\1)[^\\])*)\1`;
const CALL = new RegExp(
	String.raw`(\$\(\s*|\$items\(\s*|\$node\[\s*)${QUOTED.replaceAll('\\1', '\\2')}`,
	'g',
);
const DOTTED = /\$node\.([A-Za-z_]\w*)/g;
/** `$(name)`: which node it means is only known when it runs. */
const COMPUTED = /\$\(\s*(?!['"\u0060\s])|\$node\[\s*(?!['"\u0060\s])/;

const plain = (text: string): string => text.replace(/\\(.)/g, '$1');

const quoted = (name: string, quote: string): string =>
	name.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`);

export type Rename = (name: string) => string;

function renameText(text: string, rename: Rename): string {
	if (!text.includes('$')) return text;
	return text
		.replace(CALL, (whole, head: string, quote: string, inside: string) => {
			const name = plain(inside);
			const next = rename(name);
			return next === name ? whole : `${head}${quote}${quoted(next, quote)}${quote}`;
		})
		.replace(DOTTED, (whole, name: string) => {
			const next = rename(name);
			return next === name ? whole : `$node["${quoted(next, '"')}"]`;
		});
}

/** The value with every reference to a node under its new name. */
export function renamed(value: unknown, rename: Rename): unknown {
	if (typeof value === 'string') return renameText(value, rename);
	if (Array.isArray(value)) return value.map((one) => renamed(one, rename));
	if (!isRow(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, rename)]));
}

/** Names of the nodes that a value refers to; `computed` where one can't be read off the text. */
export interface References {
	names: Set<string>;
	computed: boolean;
}

function collect(value: unknown, found: References): void {
	if (typeof value === 'string') {
		if (!value.includes('$')) return;
		for (const [, , , inside = ''] of value.matchAll(CALL)) found.names.add(plain(inside));
		for (const [, name = ''] of value.matchAll(DOTTED)) found.names.add(name);
		if (COMPUTED.test(value)) found.computed = true;
		return;
	}
	if (typeof value !== 'object' || value === null) return;
	for (const one of Object.values(value)) collect(one, found);
}

export function referencesIn(value: unknown): References {
	const found: References = { names: new Set(), computed: false };
	collect(value, found);
	return found;
}
