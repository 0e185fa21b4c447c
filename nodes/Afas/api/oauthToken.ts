import { done, failed, type Result } from '../../../core/model/result';
import { isBearerToken } from '../../shared/http/bearer';

/** The form body of a token request: client credentials, secret in the body, no scope; docs.afas.help, authentication. */
export const tokenRequestBody = (clientId: string, clientSecret: string): string =>
	new URLSearchParams({
		grant_type: 'client_credentials',
		client_id: clientId,
		client_secret: clientSecret,
	}).toString();

/** Statuses of the token endpoint that say nothing of the credential; the transport waits and asks again. */
export const passes = (status: number): boolean => [429, 502, 503, 504].includes(status);

function parseObject(text: string): Record<string, unknown> {
	try {
		const parsed: unknown = JSON.parse(text);
		return parsed !== null && typeof parsed === 'object' ? { ...parsed } : {};
	} catch {
		return {};
	}
}

/**
 * Reads the answer of `POST {base}/oauth/token`. Maintenance and throttling pass; anything else but a
 * 2xx with an access token is a credential problem, never worth a retry. `expires_in` (a string in one
 * of AFAS's pages, a number in another) and `refresh_token` (null or absent) are left alone: n8n uses
 * the token until AFAS answers 401, then asks for a new one.
 */
export function readTokenAnswer(status: number, text: string): Result<string> {
	const body = parseObject(text);
	const error = typeof body['error'] === 'string' ? body['error'] : '';
	if (error === 'use_dpop_nonce') return failed('AFAS_OAUTH_DPOP');
	const token = body['access_token'];
	if (status >= 200 && status < 300 && typeof token === 'string' && isBearerToken(token)) {
		return done(token);
	}
	if (error !== '' || status === 400 || status === 401) {
		const shown = /^[a-z_]{1,40}$/.test(error) ? error : `HTTP ${status}`;
		return failed('AFAS_OAUTH_REFUSED', { error: shown });
	}
	if (status === 429) return failed('AFAS_RATE_LIMITED');
	if (passes(status)) {
		return failed('AFAS_MAINTENANCE', { status });
	}
	if (status === 403) return failed('AFAS_ADDRESS_REFUSED');
	return failed('AFAS_OAUTH_ANSWER', { status });
}
