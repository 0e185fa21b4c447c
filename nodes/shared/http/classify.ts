import { ANSWER_TOO_BIG } from './body';

/** What went wrong below HTTP, read from the error that n8n's helper throws. */
export interface SendError {
	kind:
		| 'network'
		| 'timeout'
		| 'cancelled'
		| 'unauthorized'
		| 'reconnect'
		/** The consent gave an access token only, and that has ended: nothing can renew it. */
		| 'noRefresh'
		| 'notConnected'
		/** The token endpoint refuses the client itself, such as a wrong client secret. */
		| 'clientRefused'
		/** The token endpoint answers with trouble of its own; the API was not asked. */
		| 'signInDown'
		| 'tooBig'
		| 'other';
	status: number | null;
	/** The system's name of the cause (ECONNRESET); no text of the vendor, no URL. */
	cause: string;
	/** The request cannot have reached the vendor. */
	notSent: boolean;
	/** The answer's body where n8n throws on a status (401); undefined when no answer came. */
	body: unknown;
	/** tooBig only: the limit that was passed. */
	limitMb?: number;
}

/**
 * The code of an error that a credential throws where its token endpoint has trouble that passes; so
 * n8n's own OAuth2 client names it (n8n-core 2.41, client-oauth2).
 */
export const SIGN_IN_DOWN = 'ESTATUS';

const TIMEOUT_CODES = new Set([
	'ECONNABORTED',
	'ETIMEDOUT',
	'ESOCKETTIMEDOUT',
	'UND_ERR_HEADERS_TIMEOUT',
]);
const CANCEL_CODES = new Set(['ERR_CANCELED', 'ABORT_ERR']);
const NOT_SENT_CODES = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'SELF_SIGNED_CERT_IN_CHAIN',
]);
const NETWORK_CODES = new Set([
	...NOT_SENT_CODES,
	'ECONNRESET',
	'EPIPE',
	'ENETDOWN',
	'EPROTO',
	'ERR_BAD_RESPONSE',
	'ERR_STREAM_PREMATURE_CLOSE',
	'HPE_INVALID_CONSTANT',
	'HPE_INVALID_CHUNK_SIZE',
	'HPE_INVALID_EOF_STATE',
	'HPE_UNEXPECTED_CONTENT_LENGTH',
	'UND_ERR_SOCKET',
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** The error and what it wraps: n8n puts the original one under `cause` or `errorResponse`. */
function* layers(error: unknown): Generator<Record<string, unknown>> {
	const seen = new Set<unknown>();
	const queue: unknown[] = [error];
	while (queue.length > 0 && seen.size < 12) {
		const layer = queue.shift();
		if (!isObject(layer) || seen.has(layer)) continue;
		seen.add(layer);
		yield layer;
		queue.push(layer['cause'], layer['errorResponse']);
	}
}

const asText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function statusOf(layer: Record<string, unknown>): number | null {
	const response = isObject(layer['response']) ? layer['response'] : {};
	for (const value of [
		response['status'],
		response['statusCode'],
		layer['status'],
		layer['httpCode'],
	]) {
		if (/^[1-5]\d\d$/.test(asText(value))) return Number(value);
	}
	return null;
}

const bodyOf = (layer: Record<string, unknown>): unknown =>
	isObject(layer['response'])
		? (layer['response']['data'] ?? layer['response']['body'])
		: undefined;

/** OAuth 2 errors of a token endpoint that pass; RFC 6749, 4.1.2.1 and 5.2. */
const PASSING_ERRORS = new Set(['temporarily_unavailable', 'server_error', 'slow_down']);

/** The error name that a token endpoint gave, such as `invalid_client`; empty when it gave none. */
function oauthErrorOf(layer: Record<string, unknown>): string {
	const name = isObject(layer['body']) ? asText(layer['body']['error']) : '';
	return /^[a-z_]{1,40}$/.test(name) ? name : '';
}

/**
 * What the token endpoint did, where n8n asked it for a token in the middle of a call (n8n-core 2.41,
 * client-oauth2): EAUTH carries an OAuth error, ESTATUS an answer that is none. Any other status that
 * is thrown as such is its own as well, since the API's statuses are answers here and no errors.
 */
function signInTrouble(
	all: ReadonlyArray<Record<string, unknown>>,
	codes: readonly string[],
	messages: string,
	status: number | null,
): { kind: 'clientRefused' | 'signInDown'; cause: string } | null {
	const error = all.map(oauthErrorOf).find((name) => name !== '') ?? '';
	if (codes.includes('EAUTH') && !PASSING_ERRORS.has(error)) {
		return { kind: 'clientRefused', cause: error === '' ? 'refused' : error };
	}
	const down =
		codes.includes('EAUTH') ||
		codes.includes(SIGN_IN_DOWN) ||
		/^Request failed with status code 5\d\d$/m.test(messages);
	const cause = [status, error].filter((part) => part !== null && part !== '').join(' ');
	return down ? { kind: 'signInDown', cause: `sign-in service ${cause}`.trim() } : null;
}

const limitOf = (layer: Record<string, unknown>): number | null =>
	layer['code'] === ANSWER_TOO_BIG && typeof layer['limitMb'] === 'number'
		? layer['limitMb']
		: null;

/** Sorts an error of `httpRequestWithAuthentication`; never throws, never keeps its text. */
export function classifyError(error: unknown, aborted: boolean): SendError {
	const all = [...layers(error)];
	const codes = all.flatMap((layer) => [asText(layer['code']), asText(layer['httpCode'])]);
	const messages = all.map((layer) => asText(layer['message'])).join('\n');
	const status = all.map(statusOf).find((value) => value !== null) ?? null;
	const has = (set: Set<string>): string | undefined => codes.find((code) => set.has(code));
	const body = all.map(bodyOf).find((value) => value !== undefined);
	const result = (kind: SendError['kind'], cause: string, notSent = false): SendError => ({
		kind,
		status,
		cause,
		notSent,
		body,
	});

	if (aborted || has(CANCEL_CODES) !== undefined) return result('cancelled', 'cancelled');
	const limit = all.map(limitOf).find((value) => value !== null) ?? null;
	if (limit !== null) return { ...result('tooBig', `more than ${limit} MB`), limitMb: limit };
	// n8n-core 2.41: buildOAuth2ReconnectError, and client-oauth2's AuthError with the answer's body.
	if (/needs to be reconnected|invalid_grant/i.test(messages))
		return result('reconnect', 'invalid_grant', true);
	// client-oauth2 (n8n 2.41): a consent without offline_access has no refresh token to renew with.
	if (/no refresh token is available/i.test(messages))
		return result('noRefresh', 'no refresh token', true);
	if (/credentials? not connected/i.test(messages))
		return result('notConnected', 'not connected', true);
	const signIn = signInTrouble(all, codes, messages, status);
	if (signIn !== null) return result(signIn.kind, signIn.cause, true);
	// The system's own time limit for connecting: nothing was sent, so nothing goes on over there.
	const connecting = all.some((layer) => layer['syscall'] === 'connect' && has(TIMEOUT_CODES));
	if (connecting) return result('network', 'no connection in time', true);
	const timeout = has(TIMEOUT_CODES);
	if (timeout !== undefined || /timeout of \d+ ?ms exceeded/i.test(messages)) {
		return result('timeout', timeout ?? 'timeout');
	}
	if (status === 401) return result('unauthorized', '401', true);
	const network = has(NETWORK_CODES);
	if (network !== undefined) return result('network', network, NOT_SENT_CODES.has(network));
	if (/socket hang up|aborted|stream has been|Parse Error|terminated/i.test(messages)) {
		return result('network', 'connection closed');
	}
	// A credential of this package that could not get a token names the code of the catalogue.
	const own = codes.find((code) => /^(?:AFAS|ALLEO)_[A-Z_]+$/.test(code));
	if (own !== undefined) return result('other', own, true);
	return result('other', status === null ? 'unknown' : String(status));
}
