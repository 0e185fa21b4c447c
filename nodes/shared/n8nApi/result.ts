import type { INode, NodeOperationError } from 'n8n-workflow';
import type { IssueCode, IssueParams } from '../../../core/issues';
import { toNodeError } from '../errors';

/** Why n8n's API did not do it, as data: a code of the catalogue, its places, one redacted line. */
export interface N8nProblem {
	code: IssueCode;
	params: IssueParams;
	detail: string;
	/** HTTP status, null when no answer came. */
	status: number | null;
	/** True when n8n may have carried the request out although no answer came. */
	outcomeUnknown: boolean;
}

export type N8nResult<T> = { ok: true; value: T } | { ok: false; problem: N8nProblem };

export const done = <T>(value: T): N8nResult<T> => ({ ok: true, value });

/** The error of a node for a problem; for operations that cannot go on. */
export const n8nError = (
	node: INode,
	{ code, params, detail }: N8nProblem,
	itemIndex?: number,
): NodeOperationError =>
	toNodeError(node, code, params, { detail, ...(itemIndex === undefined ? {} : { itemIndex }) });
