import type { CarriedIssue, Filling, IssueCode, IssueParams, PlacesOf } from '../issues';

/** Why nothing at all is written. `item` is the place on the input from 0, or null when none is to blame. */
export type Refusal = { ok: false; code: IssueCode; params: IssueParams; item: number | null };

type ItemOf<C extends IssueCode> =
	'item' extends PlacesOf<C> ? [item: number] : [item?: number | null];

/** A refusal whose places were filled before; the text counts items from 1, as people do. */
export const carriedRefusal = (
	{ code, params = {} }: CarriedIssue,
	item: number | null,
): Refusal => ({
	ok: false,
	code,
	params: item === null ? params : { item: item + 1, ...params },
	item,
});

/** A refusal; `item` fills the place of that name, so a text with that place needs one. */
export const refuse = <C extends IssueCode>(
	code: C,
	...[params = {}, item = null]: Filling<Exclude<PlacesOf<C>, 'item'>, ItemOf<C>>
): Refusal => carriedRefusal({ code, params }, item);
