import type { CarriedIssue, Filling, IssueCode, IssueParams, PlacesOf } from '../issues';

/** What went wrong, as data: a code of the catalogue, its places, and one redacted technical line ('' = none). */
export interface Problem {
	code: IssueCode;
	params: IssueParams;
	detail: string;
}

/** What a step gives: a value, or what kept it from giving one. `P` only where a caller needs more than a problem. */
export type Result<T, P = Problem> = { ok: true; value: T } | { ok: false; problem: P };

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A problem; a place of its text that is not filled does not compile. */
export const problem = <C extends IssueCode>(
	code: C,
	...[params = {}, detail = '']: Filling<PlacesOf<C>, [detail?: string]>
): Problem => ({ code, params, detail });

export const failed = <C extends IssueCode>(
	code: C,
	...filling: Filling<PlacesOf<C>, [detail?: string]>
): { ok: false; problem: Problem } => ({ ok: false, problem: problem(code, ...filling) });

/** A failure whose places were filled before, by another step. */
export const carriedFailure = ({
	code,
	params = {},
}: CarriedIssue): { ok: false; problem: Problem } => ({
	ok: false,
	problem: { code, params, detail: '' },
});
