import { KNOWN_SCOPES } from '../defaults.mts';
import type { NmbrsClient, NmbrsLogin, NmbrsSettings } from '../settings.mts';

/** Reading and checking what comes to the identity server. */

export interface AuthorizeRequest {
	client: NmbrsClient;
	redirectUri: string;
	scopes: string[];
	state: string | null;
	challenge: string | null;
	challengeMethod: 'S256' | 'plain';
}

type Checked =
	| { ok: true; request: AuthorizeRequest }
	| { ok: false; title: string; detail: string; goesBack?: string };

const fail = (title: string, detail: string): Checked => ({ ok: false, title, detail });

/** The authorize request, or the title and text of the vendor's 400 page. */
export function checkAuthorize(settings: NmbrsSettings, query: URLSearchParams): Checked {
	const client = settings.clients.find((one) => one.clientId === query.get('client_id'));
	if (client === undefined) return fail('Unauthorized client', 'Unknown client or not enabled.');
	const redirectUri = query.get('redirect_uri') ?? '';
	if (!client.redirectUris.includes(redirectUri)) {
		return fail('Invalid redirect_uri', 'The redirect URL is not registered for this app.');
	}
	if (query.get('response_type') !== 'code') {
		return fail('Unsupported response type', 'Only the authorization code flow is supported.');
	}
	const scopes = (query.get('scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
	const granted = new Set(client.scopes);
	if (scopes.length === 0 || scopes.some((s) => !KNOWN_SCOPES.includes(s) || !granted.has(s))) {
		const detail = 'One of the scopes may not be used by this app.';
		return settings.invalidScope === 'page'
			? fail('Invalid scope', detail)
			: { ok: false, title: 'Invalid scope', detail, goesBack: redirectUri };
	}
	const method = query.get('code_challenge_method') ?? 'plain';
	if (method !== 'S256' && method !== 'plain') {
		return fail('Invalid request', 'Transform algorithm not supported.');
	}
	return {
		ok: true,
		request: {
			client,
			redirectUri,
			scopes,
			state: query.get('state'),
			challenge: query.get('code_challenge'),
			challengeMethod: method,
		},
	};
}

/** The login by its e-mail address; null when nobody has it. */
export function findLogin(settings: NmbrsSettings, email: string): NmbrsLogin | null {
	const wanted = email.trim().toLowerCase();
	if (settings.logins.length === 0) return { email: wanted, debtorIds: null, rights: 'full' };
	return settings.logins.find((one) => one.email.toLowerCase() === wanted) ?? null;
}

/** Client credentials of a token request, from HTTP Basic or from the body. */
export function findClient(
	settings: NmbrsSettings,
	authorization: string | undefined,
	body: URLSearchParams,
): NmbrsClient | null {
	let id = body.get('client_id');
	let secret = body.get('client_secret');
	const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
	if (basic !== undefined) {
		const text = Buffer.from(basic, 'base64').toString('utf8');
		const colon = text.indexOf(':');
		const decode = (part: string): string => new URLSearchParams(`v=${part}`).get('v') ?? '';
		id = decode(text.slice(0, colon));
		secret = decode(text.slice(colon + 1));
	}
	const client = settings.clients.find((one) => one.clientId === id);
	return client !== undefined && client.clientSecret === secret ? client : null;
}

/** The form parser gives an object, with an array where a field was repeated. */
export function toForm(body: unknown): URLSearchParams {
	const form = new URLSearchParams();
	for (const [name, value] of Object.entries(body ?? {})) {
		for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
	}
	return form;
}
