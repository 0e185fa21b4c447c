import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { KNOWN_SCOPES } from '../defaults.mts';
import type { NmbrsSettings } from '../settings.mts';
import type { Grants } from './grants.mts';
import { consentPage, errorPage } from './pages.mts';
import { checkAuthorize, findClient, findLogin, toForm } from './requests.mts';

/**
 * The identity server: discovery, authorize with a consent page, token, revocation.
 *
 * Consent without a person: POST the authorize query as a form to `/connect/consent` with
 * `decision=allow` and, optionally, one `debtor` field per debtor id (none = all debtors). The
 * answer is a 302 to the callback with `code` and `state` (`error=access_denied` when refused).
 */
export interface IdentityContext {
	settings: () => NmbrsSettings;
	grants: Grants;
	debtors: () => Array<{ debtorId: string; name: string; number: string }>;
}

const AUTHORIZE_FIELDS = [
	'client_id',
	'redirect_uri',
	'response_type',
	'response_mode',
	'scope',
	'state',
	'nonce',
	'code_challenge',
	'code_challenge_method',
];

/** What the consent page offers; also who consents where no person does. */
const DEFAULT_LOGIN = 'beheer@voorbeeld.example';

const html = (reply: FastifyReply, status: number, body: string): FastifyReply =>
	reply.code(status).type('text/html; charset=utf-8').send(body);

function callbackUrl(redirectUri: string, fields: Record<string, string | null>): string {
	const url = new URL(redirectUri);
	for (const [name, value] of Object.entries(fields)) {
		if (value !== null) url.searchParams.set(name, value);
	}
	return url.toString();
}

const toQuery = (url: string): URLSearchParams => new URLSearchParams(url.split('?')[1] ?? '');

/** The address that the caller used: behind another name or port the links still work. */
const baseOf = (request: FastifyRequest): string => `http://${request.headers.host ?? 'localhost'}`;

export function identityRoutes(app: FastifyInstance, context: IdentityContext): void {
	const { grants, settings } = context;
	const oauthError = (reply: FastifyReply, error: string, description: string): FastifyReply =>
		reply.code(400).send({ error, error_description: description });

	app.get('/.well-known/openid-configuration', (request) => {
		const base = baseOf(request);
		return {
			issuer: base,
			authorization_endpoint: `${base}/connect/authorize`,
			token_endpoint: `${base}/connect/token`,
			revocation_endpoint: `${base}/connect/revocation`,
			scopes_supported: KNOWN_SCOPES,
			grant_types_supported: ['authorization_code', 'refresh_token'],
			response_types_supported: ['code'],
			token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
			code_challenge_methods_supported: ['plain', 'S256'],
		};
	});

	app.get('/connect/authorize', (request, reply) => {
		const query = toQuery(request.url);
		const checked = checkAuthorize(settings(), query);
		if (!checked.ok) {
			if (checked.goesBack !== undefined) {
				const fields = { error: 'invalid_scope', state: query.get('state') };
				return reply.redirect(callbackUrl(checked.goesBack, fields), 302);
			}
			return html(reply, 400, errorPage(checked.title, checked.detail));
		}
		const hidden: Record<string, string> = {};
		for (const name of AUTHORIZE_FIELDS) {
			const value = query.get(name);
			if (value !== null) hidden[name] = value;
		}
		const { client, scopes } = checked.request;
		const input = { clientId: client.clientId, scopes, debtors: context.debtors(), hidden };
		return html(reply, 200, consentPage({ ...input, action: '/connect/consent' }));
	});

	app.post('/connect/consent', (request, reply) => {
		const form = toForm(request.body);
		const checked = checkAuthorize(settings(), form);
		if (!checked.ok) return html(reply, 400, errorPage(checked.title, checked.detail));
		const { client, redirectUri, scopes, state, challenge, challengeMethod } = checked.request;
		if (form.get('decision') !== 'allow') {
			grants.counters.refusals += 1;
			return reply.redirect(callbackUrl(redirectUri, { error: 'access_denied', state }), 302);
		}
		const login = findLogin(settings(), form.get('email') ?? DEFAULT_LOGIN);
		if (login === null) {
			return html(reply, 401, errorPage('Login failed', 'There is no user with this e-mail.'));
		}
		const { email, rights, debtorIds } = login;
		const known = context.debtors().map((debtor) => debtor.debtorId);
		const own = debtorIds ?? known;
		const ticked = form.getAll('debtor').filter((id) => own.includes(id));
		const chosen = ticked.length === 0 ? own : ticked;
		const all = debtorIds === null && chosen.length === known.length;
		const covered = rights === 'empty' ? [] : all ? null : chosen;
		const who = { login: email.toLowerCase(), rights };
		const consent = grants.giveConsent(client.clientId, scopes, covered, who);
		const code = grants.issueCode(consent, redirectUri, challenge, challengeMethod);
		const fields = { code, scope: scopes.join(' '), state };
		return reply.redirect(callbackUrl(redirectUri, fields), 302);
	});

	app.post('/connect/token', (request, reply) => {
		const body = toForm(request.body);
		const grantType = body.get('grant_type') ?? '';
		if (request.sandbox !== null) request.sandbox.entry.operation = `/connect/token ${grantType}`;
		void reply.header('cache-control', 'no-store');
		const client = findClient(settings(), request.headers.authorization, body);
		if (client === null) return oauthError(reply, 'invalid_client', 'unknown client or secret');
		if (grantType !== 'authorization_code' && grantType !== 'refresh_token') {
			return oauthError(reply, 'unsupported_grant_type', 'only code and refresh_token');
		}
		const result =
			grantType === 'refresh_token'
				? grants.refresh(client.clientId, body.get('refresh_token') ?? '')
				: grants.exchangeCode(
						client.clientId,
						body.get('code') ?? '',
						body.get('redirect_uri') ?? '',
						body.get('code_verifier'),
					);
		return result.ok
			? reply.send(result.reply)
			: oauthError(reply, 'invalid_grant', result.description);
	});

	app.post('/connect/revocation', (request, reply) => {
		const body = toForm(request.body);
		const client = findClient(settings(), request.headers.authorization, body);
		if (client === null) return oauthError(reply, 'invalid_client', 'unknown client or secret');
		grants.revoke(client.clientId, body.get('token') ?? '');
		return reply.code(200).send();
	});
}
