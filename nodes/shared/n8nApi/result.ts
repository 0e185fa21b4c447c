import type { Filling, IssueCode, PlacesOf } from '../../../core/issues';
import type { Problem, Result } from '../../../core/model/result';

/** Why n8n's API did not do it. */
export interface N8nProblem extends Problem {
	/** HTTP status, null when no answer came. */
	status: number | null;
	/** True when n8n may have carried the request out although no answer came. */
	outcomeUnknown: boolean;
}

export type N8nResult<T> = Result<T, N8nProblem>;

/** A problem of an answer, or of what comes before any request (status null). */
export const refused = <C extends IssueCode>(
	code: C,
	...[params = {}, more = {}]: Filling<PlacesOf<C>, [more?: Partial<N8nProblem>]>
): { ok: false; problem: N8nProblem } => ({
	ok: false,
	problem: { code, params, detail: '', status: null, outcomeUnknown: false, ...more },
});
