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

/** The name that a system gives its errors, such as ECONNRESET; no text. */
const codeOf = (error: unknown): string =>
	typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
		? (/^[A-Z][A-Z0-9_]{1,40}$/.exec(error.code)?.[0] ?? '')
		: '';

/**
 * What may be said of an error that nobody expected: its kind. Its text was written for somebody else,
 * and may repeat what was typed, sent or answered.
 */
export function kindOf(error: unknown): string {
	const made = typeof error === 'object' && error !== null;
	const kind = made
		? (error as { constructor?: { name?: string } }).constructor?.name
		: typeof error;
	const name = kind !== undefined && /^\w{1,60}$/.test(kind) ? kind : 'Error';
	return [name, codeOf(error)].filter(Boolean).join(' ');
}

/** Our own errors, and n8n's about a node, as they are; of any other only the kind. */
export const asNodeError = (node: INode, error: unknown, itemIndex?: number): NodeOperationError =>
	error instanceof NodeOperationError
		? error
		: toNodeError(
				node,
				'UNEXPECTED',
				{ kind: kindOf(error) },
				itemIndex === undefined ? {} : { itemIndex },
			);

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
