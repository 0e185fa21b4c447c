import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { isIssueCode, resolveCarried } from '../../../core/issues';
import type { CarriedIssue, Filling, IssueCode, PlacesOf } from '../../../core/issues';
import { stepNames } from './steps';

/** Where an error carries its code. */
const CODE = 'issue';

type Context = Pick<IExecuteFunctions, 'getNode'>;

/**
 * The error a node shows: what happened as the message; what to do, the code and the technical
 * detail as the description. The only place where a code turns into an exception.
 * @param issue with `detail`, one redacted line to show under the action
 * @param itemIndex the input item that it is about
 */
export function toError(
	context: Context,
	issue: CarriedIssue & { detail?: string },
	itemIndex?: number | null,
): NodeOperationError {
	const { code, message, why, action } = resolveCarried(issue, 'en', stepNames(context));
	const lines = [why, action].filter((line): line is string => line !== null);
	const { detail = '' } = issue;
	const technical = detail === '' ? code : `${code}: ${detail}`;
	const error = new NodeOperationError(context.getNode(), message, {
		description: `${lines.join(' ')} (${technical})`,
		...(typeof itemIndex === 'number' ? { itemIndex } : {}),
	});
	error.context[CODE] = code;
	return error;
}

/** The same of a code; a place of its text that is not filled does not compile. */
export const issueError = <C extends IssueCode>(
	context: Context,
	code: C,
	...[params = {}, itemIndex]: Filling<PlacesOf<C>, [itemIndex?: number]>
): NodeOperationError => toError(context, { code, params }, itemIndex);

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
export const asNodeError = (
	context: Context,
	error: unknown,
	itemIndex?: number,
): NodeOperationError =>
	error instanceof NodeOperationError
		? error
		: issueError(context, 'UNEXPECTED', { kind: kindOf(error) }, itemIndex);
