import { fill } from '../issues/text';
import type { Filling, Language, Params, Places } from '../issues/text';

/** One text, in English and in Dutch. (Without labels: the compiler then compares pairs at a glance.) */
export type Pair = readonly [string, string];

type PlacesIn<P> = P extends readonly [infer En extends string, infer Nl extends string]
	? Places<En | Nl>
	: never;

export type TextTable = Readonly<Record<string, Pair>>;

/** The keys of a table whose texts have no places: what may be said without knowing which it is. */
export type PlainKey<T extends TextTable> = {
	[Key in keyof T]: [PlacesIn<T[Key]>] extends [never] ? Key : never;
}[keyof T];

/** The text of a key in one language; a missing key or place does not compile. */
export type Say<T extends TextTable> = <Key extends keyof T>(
	key: Key,
	...params: Filling<PlacesIn<T[Key]>>
) => string;

/** Each run of spaces is looked at once, however long it is. */
const onOneLine = (text: string): string =>
	text.replace(/\s+/g, (run) => (/[\r\n\u2028\u2029]/.test(run) ? ' ' : run));

/** A value with a line break in it must not look like a line of ours. */
const singleLine = (params: Params): Params =>
	Object.fromEntries(
		Object.entries(params).map(([name, value]) => [
			name,
			typeof value === 'string' ? onOneLine(value) : value,
		]),
	);

/**
 * The one way to say a text that is not in the catalogue of codes: `texts({ hello: ['Hello {name}',
 * 'Hallo {name}'] })('nl')('hello', { name })`. Every page, message and file has such a table.
 *
 * @param instead texts of a special case, for some of the keys
 */
export const texts =
	<const T extends TextTable>(table: T, instead: Partial<Record<keyof T, Pair>> = {}) =>
	(language: Language): Say<T> =>
	(key, ...params) => {
		const usual: Readonly<Record<keyof T, Pair>> = table;
		const [en, nl] = instead[key] ?? usual[key];
		return fill(language === 'en' ? en : nl, singleLine(params[0] ?? {}));
	};

/** Whether a text that came from elsewhere is a key of a table. */
export const isKey = <T extends TextTable>(
	table: T,
	key: string,
): key is Extract<keyof T, string> => Object.hasOwn(table, key);
