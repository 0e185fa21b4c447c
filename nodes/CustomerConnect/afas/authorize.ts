import { done, failed, type Result } from '../../../core/model/result';
import { classicAuthorization } from '../../Afas/api/classicToken';
import { readTokenAnswer, tokenRequestBody } from '../../Afas/api/oauthToken';
import { createTransport } from '../../shared/http';
import { carrying, withHeaders, type PlainContext } from '../../shared/http/carried';
import { PAGE_BUDGET } from '../nmbrs/oauth';

/** What the customer typed, in its one spelling (`typedAfas`): what is tested here is what is stored. */
export interface AfasAccess {
	type: 'afasTokenApi' | 'afasOAuth2Api';
	environmentNumber: string;
	environment: 'production' | 'test' | 'accept';
	token: string;
	clientId: string;
	clientSecret: string;
	baseUrl: string;
	integrationId: string;
}

/** Of one request, while a page waits. */
export const TIMEOUT_MS = 20_000;

/** The Authorization header: the token itself, or a fresh one for the client id and secret. */
export async function authorize(
	context: PlainContext,
	base: string,
	access: AfasAccess,
): Promise<Result<string>> {
	if (access.type === 'afasTokenApi') {
		return done(classicAuthorization(access.token));
	}
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
	const transport = createTransport(carrying(context, withHeaders(headers)), {
		vendor: 'afas',
		baseUrl: base,
		credentialType: access.type,
		allow: [{ method: 'POST', template: '/oauth/token' }],
		concurrency: 1,
		timeoutMs: TIMEOUT_MS,
		retryBudget: PAGE_BUDGET,
		secrets: [access.clientSecret],
	});
	const sent = await transport.send({
		method: 'POST',
		path: '/oauth/token',
		template: '/oauth/token',
		body: tokenRequestBody(access.clientId, access.clientSecret),
		retry: 'read',
	});
	if (!sent.ok) {
		const { code, detail, status } = sent.failure;
		if (code === 'UNAUTHORIZED') {
			return failed('AFAS_OAUTH_REFUSED', { error: 'HTTP 401' }, detail);
		}
		return code === 'UNAVAILABLE'
			? failed('AFAS_MAINTENANCE', { status: status ?? 503 }, detail)
			: failed('CONNECT_VENDOR_UNREACHABLE', { system: 'AFAS' }, detail);
	}
	const token = readTokenAnswer(sent.response.status, sent.response.text);
	return token.ok ? done(`Bearer ${token.value}`) : token;
}
