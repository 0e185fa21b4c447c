import type { IssueCode, IssueParams } from '../issues';

/** Why nothing at all is written. `item` is the place on the input from 0, or null when none is to blame. */
export type Refusal = { ok: false; code: IssueCode; params: IssueParams; item: number | null };

/** A refusal; the text counts items from 1, as people do. */
export const refuse = (
	code: IssueCode,
	params: IssueParams = {},
	item: number | null = null,
): Refusal => ({
	ok: false,
	code,
	params: item === null ? params : { item: item + 1, ...params },
	item,
});
