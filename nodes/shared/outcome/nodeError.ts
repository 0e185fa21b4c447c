import { NodeOperationError, type INode } from 'n8n-workflow';

import { isIssueCode, resolveCarried } from '../../../core/issues';
import type { CarriedIssue, Filling, IssueCode, PlacesOf } from '../../../core/issues';

/** Where an error carries its code. */
const CODE = 'issue';

export interface NodeErrorExtras {
	itemIndex?: number;
	/** One redacted line (ApiFailure.detail); shown under the action. */
	detail?: string;
}

/**
 * The error a node shows: what happened as the message; what to do, the code and the technical
 * detail as the description. The only place where a code turns into an exception.
 */
export function carriedError(
	node: INode,
	issue: CarriedIssue,
	{ itemIndex, detail }: NodeErrorExtras = {},
): NodeOperationError {
	const { code, message, why, action } = resolveCarried(issue);
	const lines = [why, action].filter((line): line is string => line !== null);
	const technical = detail === undefined || detail === '' ? code : `${code}: ${detail}`;
	const error = new NodeOperationError(node, message, {
		description: `${lines.join(' ')} (${technical})`,
		...(itemIndex === undefined ? {} : { itemIndex }),
	});
	error.context[CODE] = code;
	return error;
}

export const toNodeError = <C extends IssueCode>(
	node: INode,
	code: C,
	...[params = {}, extras]: Filling<PlacesOf<C>, [extras?: NodeErrorExtras]>
): NodeOperationError => carriedError(node, { code, params }, extras);

/** The code that an error was made from; null for one of n8n itself. */
export function codeOf({ context }: NodeOperationError): IssueCode | null {
	const code = context[CODE];
	return typeof code === 'string' && isIssueCode(code) ? code : null;
}

/** The input item that an error is about; the first where it is about none. */
export const itemOf = ({ context: { itemIndex } }: NodeOperationError): number =>
	typeof itemIndex === 'number' ? itemIndex : 0;

/** The name that a system gives its errors, such as ECONNRESET; no text. */
const systemCodeOf = (error: unknown): string =>
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
	return [name, systemCodeOf(error)].filter(Boolean).join(' ');
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
