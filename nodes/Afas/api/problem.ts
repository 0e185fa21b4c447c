import type { IssueCode, IssueParams } from '../../../core/issues';

/** Why a read failed, as data: a code of the catalogue, its places, and a redacted line for support. */
export interface Problem {
	code: IssueCode;
	params: IssueParams;
	detail: string | null;
}

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (
	code: IssueCode,
	params: IssueParams = {},
	detail: string | null = null,
): { ok: false; problem: Problem } => ({ ok: false, problem: { code, params, detail } });

/** Names in a message: enough to recognise, never an endless line. */
export function nameList(names: readonly string[], most = 30): string {
	if (names.length === 0) return '-';
	const shown = names.slice(0, most).join(', ');
	return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
