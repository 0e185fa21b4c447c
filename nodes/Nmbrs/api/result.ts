import type { IssueCode, IssueParams } from '../../../core/issues';

/** What went wrong, as data: a code of the catalogue, its places, and one redacted technical line. */
export interface Problem {
	code: IssueCode;
	params: IssueParams;
	detail: string;
}

/** What a reading step gives: a value, or the problem that kept it from reading. */
export type Read<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const done = <T>(value: T): Read<T> => ({ ok: true, value });

export const failed = (
	code: IssueCode,
	params: IssueParams = {},
	detail = '',
): { ok: false; problem: Problem } => ({
	ok: false,
	problem: { code, params, detail },
});

/** Problems of the whole run: no other company can be read either, and nothing is worth another call. */
const FATAL: ReadonlySet<IssueCode> = new Set<IssueCode>([
	'CANCELLED',
	'NOT_ALLOWED',
	'BASE_URL_INVALID',
	'NMBRS_CONSENT_LOST',
	'NMBRS_NOT_CONNECTED',
	'NMBRS_CLIENT_REFUSED',
	'NMBRS_ACCESS_REFUSED',
]);

export const isFatal = ({ code }: Problem): boolean => FATAL.has(code);
