import { done, type Result } from '../../../core/model/result';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { createTransport, type ApiResult } from '../../shared/http';
import { basicAuthorization } from '../../shared/http/basic';
import { isBearerToken } from '../../shared/http/bearer';
import { carrying, withHeaders, type PlainContext } from '../../shared/http/carried';
import type { NmbrsApp } from './app';

/** Authorization code with PKCE at NMBRS' identity server; https://developer.nmbrs.com/auth. */

const TIMEOUT_MS = 20_000;

/** A page waits for it: one more try, and not long. */
export const PAGE_BUDGET = { attempts: 2, totalWaitMs: 3000 };

export const TokenReply = z.object({
	access_token: z.string().refine(isBearerToken),
	refresh_token: z.string().refine(isBearerToken).optional(),
	token_type: z.string().default('Bearer'),
	expires_in: z.coerce.number().optional(),
	scope: z.string().optional(),
});
export type TokenReply = z.infer<typeof TokenReply>;

const challengeOf = (verifier: string): string =>
	createHash('sha256').update(verifier).digest('base64url');

export function authorizeUrl(
	app: NmbrsApp,
	request: { redirectUri: string; state: string; verifier: string },
): string {
	const query = new URLSearchParams({
		client_id: app.clientId,
		redirect_uri: request.redirectUri,
		response_type: 'code',
		scope: app.scope,
		state: request.state,
		code_challenge: challengeOf(request.verifier),
		code_challenge_method: 'S256',
	});
	return `${app.authUrl}?${query.toString()}`;
}

async function send(
	context: PlainContext,
	app: NmbrsApp,
	address: string,
	call: { method: 'GET' | 'POST'; body?: string },
): Promise<ApiResult> {
	const url = new URL(address);
	const headers: Record<string, string> =
		call.method === 'GET'
			? { Accept: 'text/html' }
			: {
					'Content-Type': 'application/x-www-form-urlencoded',
					...(app.authentication === 'header'
						? { Authorization: basicAuthorization(app.clientId, app.clientSecret) }
						: {}),
				};
	const transport = createTransport(carrying(context, withHeaders(headers)), {
		vendor: 'nmbrs',
		baseUrl: url.origin,
		credentialType: 'nmbrsOAuth2Api',
		allow: [{ method: call.method, template: url.pathname }],
		concurrency: 1,
		timeoutMs: TIMEOUT_MS,
		retryBudget: PAGE_BUDGET,
		secrets: [app.clientSecret],
	});
	return await transport.send({
		method: call.method,
		path: url.pathname,
		template: url.pathname,
		...(url.search === '' ? {} : { query: url.search.slice(1) }),
		...(call.body === undefined ? {} : { body: call.body }),
		// A code is spent by the first try, whatever became of its answer.
		retry: call.method === 'GET' ? 'read' : 'never',
	});
}

/**
 * Whether NMBRS accepts this authorize request at all. For a scope, redirect address or client that it
 * does not know it shows a page of its own and never comes back, so the customer would be stuck there.
 */
export async function preflight(
	context: PlainContext,
	app: NmbrsApp,
	url: string,
): Promise<'fine' | 'refused' | 'unreachable'> {
	const sent = await send(context, app, url, { method: 'GET' });
	if (!sent.ok) return 'unreachable';
	const { status, headers } = sent.response;
	const leadsToError = /\/error\b/i.test(headers['location'] ?? '');
	return (status >= 400 && status < 500) || leadsToError ? 'refused' : 'fine';
}

export interface NoTokens {
	kind: 'code' | 'client' | 'unreachable';
	detail: string;
}

/** The tokens for a code. `client`: our own id or secret is refused, which is nothing the customer did. */
export async function exchangeCode(
	context: PlainContext,
	app: NmbrsApp,
	request: { code: string; redirectUri: string; verifier: string },
): Promise<Result<TokenReply, NoTokens>> {
	const form = new URLSearchParams({
		grant_type: 'authorization_code',
		code: request.code,
		redirect_uri: request.redirectUri,
		code_verifier: request.verifier,
	});
	if (app.authentication === 'body') {
		form.set('client_id', app.clientId);
		form.set('client_secret', app.clientSecret);
	}
	const sent = await send(context, app, app.accessTokenUrl, {
		method: 'POST',
		body: form.toString(),
	});
	if (!sent.ok) {
		const { code, detail } = sent.failure;
		const kind = code === 'UNAUTHORIZED' ? 'client' : 'unreachable';
		return { ok: false, problem: { kind, detail } };
	}
	const { status, text } = sent.response;
	let body: unknown = null;
	try {
		body = JSON.parse(text);
	} catch {
		body = null;
	}
	const reply = TokenReply.safeParse(body);
	if (status >= 200 && status < 300 && reply.success) return done(reply.data);
	const error = z.object({ error: z.string() }).safeParse(body);
	const said = error.success && /^[a-z_]{1,40}$/.test(error.data.error) ? error.data.error : '';
	const detail = `POST token: ${status} ${said}`.trim();
	if (said === 'invalid_grant') return { ok: false, problem: { kind: 'code', detail } };
	// An answer of 2xx that holds no tokens is nothing that our own id or secret could have done.
	const kind = status >= 400 && status < 500 ? 'client' : 'unreachable';
	return { ok: false, problem: { kind, detail } };
}

/** Who logged in, where the access token (a JWT) says it; null where it does not. Not verified: only compared. */
export function subjectOf(accessToken: string): string | null {
	try {
		const payload: unknown = JSON.parse(
			Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8'),
		);
		const parsed = z.object({ sub: z.string().min(1).max(500) }).safeParse(payload);
		return parsed.success ? parsed.data.sub : null;
	} catch {
		return null;
	}
}
