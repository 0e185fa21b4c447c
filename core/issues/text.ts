export type Language = 'en' | 'nl';

/** What fills the `{name}` places of a text: names of fields, counts, limits; never a personal value. */
export type Params = Record<string, string | number>;

export interface BilingualText<T extends string = string> {
	en: T;
	nl: T;
}

/** The name in a place: that of `{count|row|rows}` is `count`. */
type NameIn<P extends string> = P extends `${infer Name}|${string}` ? Name : P;

/** The names of the `{name}` places in a text; a step (steps.ts) is filled by whoever resolves the text. */
export type Places<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
	? Exclude<NameIn<Name>, `step:${string}`> | Places<Rest>
	: never;

/**
 * The arguments that fill places `P`, then `More`: required where there is a place, so that a text with a
 * hole does not compile.
 */
export type Filling<P extends string, More extends unknown[] = []> = [P] extends [never]
	? [params?: Record<string, never>, ...more: More]
	: [params: Record<P, string | number>, ...more: More];

const PLACE = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;

/**
 * Fills `{name}` places, and writes the word for one or for several: `{count} {count|row|rows}`. An
 * unknown place stays visible, so that a missing value is noticed.
 */
export const fill = (text: string, params: Params): string =>
	text.includes('{')
		? text.replace(PLACE, (place, name: string, one?: string, several?: string) => {
				if (!Object.hasOwn(params, name)) return place;
				const value = String(params[name]);
				return one === undefined ? value : value === '1' ? one : (several ?? one);
			})
		: text;

/** Where nobody knows how many: the words for several. Other places stay. */
export const inPlural = (text: string): string =>
	text.replace(PLACE, (place, _name: string, _one?: string, several?: string) => several ?? place);
