import { NodeOperationError, type INode } from 'n8n-workflow';

import { resolveIssue, type IssueCode, type IssueParams } from '../../core/issues';

import type { ApiFailure, Vendor } from './http';

export interface NodeErrorExtras {
	itemIndex?: number;
	/** One redacted line (ApiFailure.detail); shown under the action. */
	detail?: string;
}

/**
 * The error a node shows: what happened as the message; what to do, the code and the technical
 * detail as the description. The only place where a code turns into an exception.
 */
export function toNodeError(
	node: INode,
	code: IssueCode,
	params: IssueParams = {},
	{ itemIndex, detail }: NodeErrorExtras = {},
): NodeOperationError {
	const { message, why, action } = resolveIssue(code, params);
	const lines = [why, action].filter((line): line is string => line !== null);
	const technical = detail === undefined || detail === '' ? code : `${code}: ${detail}`;
	return new NodeOperationError(node, message, {
		description: `${lines.join(' ')} (${technical})`,
		...(itemIndex === undefined ? {} : { itemIndex }),
	});
}

export const VENDOR_NAMES: Record<Vendor, string> = {
	nmbrs: 'Nmbrs',
	afas: 'AFAS Profit',
	alleo: 'Alleo',
	n8n: 'n8n',
};

/** The catalogue code and its places for a transport failure. */
export function failureIssue(
	vendor: Vendor,
	failure: ApiFailure,
): { code: IssueCode; params: IssueParams } {
	const { code, attempts, limitMb } = failure;
	const limit = limitMb === undefined ? {} : { limit: limitMb };
	return { code, params: { system: VENDOR_NAMES[vendor], attempts, ...limit } };
}
