import { messageOf } from '../../shared/http';
import type { ApiFailure, ApiResponse } from '../../shared/http';
import { ErrorBody } from './schemas';

/** Why a call did not do what was asked, by status and never by wording (reference alleo 2.7). */
export type FaultKind =
	| 'unauthorized'
	| 'forbidden'
	| 'notFound'
	| 'conflict'
	| 'invalid'
	| 'rateLimited'
	| 'unavailable'
	| 'network'
	| 'timeout'
	| 'cancelled'
	| 'unreadable'
	| 'tooBig'
	| 'other';

export interface Fault {
	kind: FaultKind;
	status: number | null;
	/** Alleo's X-Request-ID, for its support. */
	requestId: string | null;
	/** `PATCH /companies/{company}/employees/{employee}`: no ids, no values. */
	call: string;
	/** What Alleo says about each field, without the value. */
	fields: ReadonlyArray<{ field: string; rule: string }>;
	/** Alleo may have carried the call out although no readable answer came. */
	outcomeUnknown: boolean;
	/** One redacted line for the error's description. */
	detail: string;
	/** tooBig only: the limit in MB. */
	limitMb?: number;
}

export type Reply<T> =
	| { ok: true; value: T; status: number; requestId: string | null }
	| { ok: false; fault: Fault };

const BY_STATUS: Readonly<Record<number, FaultKind>> = {
	400: 'invalid',
	401: 'unauthorized',
	403: 'forbidden',
	404: 'notFound',
	409: 'conflict',
	422: 'invalid',
	429: 'rateLimited',
};

const BY_FAILURE: Readonly<Record<ApiFailure['code'], FaultKind>> = {
	NETWORK: 'network',
	TIMEOUT: 'timeout',
	RATE_LIMITED: 'rateLimited',
	UNAVAILABLE: 'unavailable',
	UNAUTHORIZED: 'unauthorized',
	CANCELLED: 'cancelled',
	NOT_ALLOWED: 'other',
	ANSWER_TOO_BIG: 'tooBig',
};

/** Shown and kept, so only where it looks like an id. */
export function requestIdOf(response: ApiResponse): string | null {
	const id = response.headers['x-request-id'] ?? '';
	return /^[\w:./=+-]{1,100}$/.test(id) ? id : null;
}

/** A name of a field, as Alleo knows them; anything else of a path could be a value. */
const isName = (part: string | number): boolean => /^\w{1,60}$/.test(String(part));

/** Alleo's 422 list as field and rule; what was sent is taken out of both. */
function fieldsOf(response: ApiResponse): Fault['fields'] {
	const parsed = ErrorBody.safeParse(parseJson(response.text));
	if (!parsed.success || typeof parsed.data.detail === 'string') return [];
	return parsed.data.detail.slice(0, 10).map(({ loc, msg }) => {
		const path = loc[0] === 'body' ? loc.slice(1) : loc;
		const rule = response.quote(msg).slice(0, 120);
		const named = path.every(isName) ? path.join('.') : '';
		const field = response.quote(named) === named && named !== '' ? named : 'body';
		return { field, rule: rule === '' ? 'refused' : rule };
	});
}

/** The JSON of an answer, undefined when it is not JSON (an HTML page of a proxy). */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** An answer that is not a success. */
export function faultOfResponse(response: ApiResponse, call: string): Fault {
	const { status } = response;
	const said = response.quote(messageOf(response.text));
	return {
		kind: BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'other'),
		status,
		requestId: requestIdOf(response),
		call,
		fields: fieldsOf(response),
		outcomeUnknown: status >= 500,
		detail: `${call}: ${status}${said === '' ? '' : ` ${said}`}`,
	};
}

/** An answer that says success in a shape that cannot be used. */
export function unreadable(response: ApiResponse, call: string): Fault {
	return {
		kind: 'unreadable',
		status: response.status,
		requestId: requestIdOf(response),
		call,
		fields: [],
		outcomeUnknown: true,
		detail: `${call}: ${response.status}, unreadable answer`,
	};
}

/** A token endpoint whose answer was no token: the credential names the code itself (api/token.ts). */
function signInFault({ code, detail }: ApiFailure): FaultKind | null {
	if (code !== 'NETWORK') return null;
	if (detail.endsWith(': ALLEO_ANSWER_UNREADABLE')) return 'unreadable';
	return detail.endsWith(': ALLEO_UNEXPECTED') ? 'other' : null;
}

/** No answer at all, or none but one that asks to come again. */
export function faultOfFailure(failure: ApiFailure, call: string): Fault {
	if (failure.response !== undefined) return faultOfResponse(failure.response, call);
	return {
		kind: signInFault(failure) ?? BY_FAILURE[failure.code],
		status: failure.status,
		requestId: null,
		call,
		fields: [],
		outcomeUnknown: failure.outcomeUnknown,
		detail: failure.detail,
		...(failure.limitMb === undefined ? {} : { limitMb: failure.limitMb }),
	};
}
