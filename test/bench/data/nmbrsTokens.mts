import { giveConsent } from '../../../sandbox/nmbrs/consent.mts';

const REDIRECT = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

export interface ConnectOptions {
	/** Origin of the stand-in. */
	origin: string;
	clientId: string;
	clientSecret: string;
	scope: string;
}

/** The consent and the exchange of the code that n8n's server does when somebody connects NMBRS. */
export async function nmbrsTokens(options: ConnectOptions): Promise<Record<string, unknown>> {
	const { origin, clientId, clientSecret, scope } = options;
	const authorize = new URL('/connect/authorize', origin);
	authorize.search = new URLSearchParams({
		response_type: 'code',
		client_id: clientId,
		redirect_uri: REDIRECT,
		scope,
		state: 'state',
	}).toString();
	const code = new URL(await giveConsent(authorize.href)).searchParams.get('code') ?? '';
	const response = await fetch(new URL('/connect/token', origin), {
		method: 'POST',
		headers: {
			authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
		},
		body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT }),
	});
	if (!response.ok) throw new Error(`No token: ${response.status} ${await response.text()}`);
	return (await response.json()) as Record<string, unknown>;
}
