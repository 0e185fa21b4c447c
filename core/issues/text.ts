export type Language = 'en' | 'nl';

/** What fills the `{name}` places of a text: names of fields, counts, limits; never a personal value. */
export type Params = Record<string, string | number>;

export interface BilingualText<T extends string = string> {
	en: T;
	nl: T;
}

/** The names of the `{name}` places in a text. */
export type Places<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
	? Name | Places<Rest>
	: never;

/** A value for each place of a text, so that a text with a hole does not compile. */
export type ParamsOf<T extends string> = Record<Places<T>, string | number>;

/** Fills `{name}` places; an unknown place stays visible, so that a missing value is noticed. */
export const fill = (text: string, params: Params): string =>
	text.replace(/\{(\w+)\}/g, (place, name: string) =>
		Object.hasOwn(params, name) ? String(params[name]) : place,
	);
