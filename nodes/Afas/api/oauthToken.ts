import type { IssueCode, IssueParams } from '../../../core/issues';

/** The form body of a token request: client credentials, secret in the body, no scope; docs.afas.help, authentication. */
export const tokenRequestBody = (clientId: string, clientSecret: string): string =>
	new URLSearchParams({
		grant_type: 'client_credentials',
		client_id: clientId,
		client_secret: clientSecret,
	}).toString();

export type TokenAnswer =
	| { ok: true; accessToken: string; expiresInSeconds: number }
	| { ok: false; code: IssueCode; params: IssueParams };

/** Used when AFAS names no usable life time: short, since renewing is cheap. */
export const FALLBACK_LIFETIME_SECONDS = 300;

function parseObject(text: string): Record<string, unknown> {
	try {
		const parsed: unknown = JSON.parse(text);
		return parsed !== null && typeof parsed === 'object' ? { ...parsed } : {};
	} catch {
		return {};
	}
}

/**
 * Reads the answer of `POST {base}/oauth/token`. `expires_in` may be a string or a number and
 * `refresh_token` null or absent: AFAS's own pages differ. Anything but a 2xx with an access token
 * is a credential problem, never worth a retry.
 */
export function readTokenAnswer(status: number, text: string): TokenAnswer {
	const body = parseObject(text);
	const error = typeof body['error'] === 'string' ? body['error'] : '';
	if (error === 'use_dpop_nonce') return { ok: false, code: 'AFAS_OAUTH_DPOP', params: {} };
	const token = body['access_token'];
	if (status >= 200 && status < 300 && typeof token === 'string' && token !== '') {
		const seconds = Number(body['expires_in']);
		const usable = Number.isFinite(seconds) && seconds > 0;
		return {
			ok: true,
			accessToken: token,
			expiresInSeconds: usable ? seconds : FALLBACK_LIFETIME_SECONDS,
		};
	}
	if (error !== '' || status === 400 || status === 401) {
		const shown = /^[a-z_]{1,40}$/.test(error) ? error : `HTTP ${status}`;
		return { ok: false, code: 'AFAS_OAUTH_REFUSED', params: { error: shown } };
	}
	if (status === 403) return { ok: false, code: 'AFAS_ADDRESS_REFUSED', params: {} };
	return { ok: false, code: 'AFAS_OAUTH_ANSWER', params: { status } };
}
