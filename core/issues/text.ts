export type Language = 'en' | 'nl';

/** What fills the `{name}` places of a text. */
export type Params = Record<string, string | number>;

export interface BilingualText<T extends string = string> {
	en: T;
	nl: T;
}

/** The names of the `{name}` places in a text, so that a missing one does not compile. */
export type Places<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
	? Name | Places<Rest>
	: never;

/** One value for each place; for a text without places, nothing. */
export type ParamsFor<T extends string> = [Places<T>] extends [never]
	? Record<string, never>
	: Record<Places<T>, string | number>;

/** Fills `{name}` places; an unknown place stays visible, so that a missing value is noticed. */
export const fill = (text: string, params: Params): string =>
	text.replace(/\{(\w+)\}/g, (place, name: string) =>
		Object.hasOwn(params, name) ? String(params[name]) : place,
	);
