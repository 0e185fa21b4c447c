export type Language = 'en' | 'nl';

/** What fills the `{name}` places of a text: names of fields, counts, limits; never a personal value. */
export type Params = Record<string, string | number>;

export interface BilingualText<T extends string = string> {
	en: T;
	nl: T;
}

/** The names of the `{name}` places in a text; a step (steps.ts) is filled by whoever resolves the text. */
export type Places<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
	? Exclude<Name, `step:${string}`> | Places<Rest>
	: never;

/**
 * The arguments that fill places `P`, then `More`: required where there is a place, so that a text with a
 * hole does not compile.
 */
export type Filling<P extends string, More extends unknown[] = []> = [P] extends [never]
	? [params?: Record<string, never>, ...more: More]
	: [params: Record<P, string | number>, ...more: More];

/** Fills `{name}` places; an unknown place stays visible, so that a missing value is noticed. */
export const fill = (text: string, params: Params): string =>
	text.includes('{')
		? text.replace(/\{(\w+)\}/g, (place, name: string) =>
				Object.hasOwn(params, name) ? String(params[name]) : place,
			)
		: text;
