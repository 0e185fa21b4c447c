import type { IssueCode, IssueParams } from '../issues';

/** What went wrong, as data: a code of the catalogue, its places, and one redacted technical line ('' = none). */
export interface Problem {
	code: IssueCode;
	params: IssueParams;
	detail: string;
}

/** What a step gives: a value, or what kept it from giving one. `P` only where a caller needs more than a problem. */
export type Result<T, P = Problem> = { ok: true; value: T } | { ok: false; problem: P };

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const failed = (
	code: IssueCode,
	params: IssueParams = {},
	detail = '',
): { ok: false; problem: Problem } => ({ ok: false, problem: { code, params, detail } });
