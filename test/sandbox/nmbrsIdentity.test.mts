import { createHash } from 'node:crypto';
import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import {
	ALL_SCOPES,
	authorizeUrl,
	CALLBACK,
	getCode,
	NmbrsClient,
	post,
	token,
} from './nmbrsClient.mts';

describe('Nmbrs stand-in: identity server', () => {
	let client: NmbrsClient;
	let origin: string;
	const { clientId, clientSecret } = CREDENTIALS.nmbrs;

	beforeEach(async () => {
		client = await NmbrsClient.start();
		origin = client.server.origin;
	});
	afterEach(() => client.close());

	const exchange = (code: string, more: Record<string, string> = {}) =>
		token(origin, { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, ...more });
	const refresh = (refresh_token: string) =>
		token(origin, { grant_type: 'refresh_token', refresh_token });

	test('discovery names the endpoints on its own address', async () => {
		const { json } = await client.get('/.well-known/openid-configuration');
		expect(json.authorization_endpoint).toBe(`${origin}/connect/authorize`);
		expect(json.token_endpoint).toBe(`${origin}/connect/token`);
		expect(json.revocation_endpoint).toBe(`${origin}/connect/revocation`);
		expect(json.scopes_supported).toContain('offline_access');
	});

	test('the consent page lists the debtors, all ticked, with two buttons', async () => {
		const { status, text } = await client.get(authorizeUrl(''));
		expect(status).toBe(200);
		expect(text).toContain('Voorbeeld Holding');
		expect(text).toContain('Voorbeeld Logistiek Groep');
		expect(text.match(/name="debtor"[^>]*checked/g)).toHaveLength(2);
		expect(text).toMatch(/value="allow">Allow</);
		expect(text).toMatch(/value="refuse">Refuse</);
		expect(text).toContain('action="/connect/consent"');
	});

	test('code flow without PKCE gives a token that reads', async () => {
		const callback = new URL(await giveConsent(authorizeUrl(origin)));
		expect(callback.origin + callback.pathname).toBe(CALLBACK);
		expect(callback.searchParams.get('state')).toBe('some-state');
		const { status, json } = await exchange(callback.searchParams.get('code') ?? '');
		expect(status).toBe(200);
		expect(json).toEqual({
			access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
			expires_in: 3600,
			token_type: 'Bearer',
			refresh_token: expect.any(String),
			scope: ALL_SCOPES,
		});
		client.accessToken = json.access_token;
		expect((await client.get('/api/debtors')).status).toBe(200);
	});

	test('PKCE: the right verifier passes, a wrong or missing one does not', async () => {
		const verifier = 'a-verifier-that-is-long-enough-to-be-one-of-them-0123456789';
		const query = {
			code_challenge: createHash('sha256').update(verifier).digest('base64url'),
			code_challenge_method: 'S256',
		};
		const right = await exchange(await getCode(origin, query), { code_verifier: verifier });
		expect(right.status).toBe(200);
		const wrong = await exchange(await getCode(origin, query), { code_verifier: 'other' });
		expect(wrong.json.error).toBe('invalid_grant');
		const missing = await exchange(await getCode(origin, query));
		expect(missing.json.error).toBe('invalid_grant');
	});

	test('client credentials are taken from HTTP Basic too, and a wrong secret from neither', async () => {
		const basic = (secret: string) => ({
			authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
		});
		const fields = { grant_type: 'authorization_code', redirect_uri: CALLBACK };
		const url = `${origin}/connect/token`;
		const code = await getCode(origin);
		expect((await post(url, { ...fields, code }, basic('wrong'))).json.error).toBe(
			'invalid_client',
		);
		expect((await post(url, { ...fields, code }, basic(clientSecret))).status).toBe(200);
		const wrong = await token(origin, { ...fields, code, client_secret: 'wrong' });
		expect(wrong.status).toBe(400);
		expect(wrong.json.error).toBe('invalid_client');
	});

	test('a code works once, for five minutes, with the same redirect URL', async () => {
		const code = await getCode(origin);
		expect((await exchange(code, { redirect_uri: `${CALLBACK}/other` })).json.error).toBe(
			'invalid_grant',
		);
		expect((await exchange(code)).status).toBe(200);
		expect((await exchange(code)).json.error).toBe('invalid_grant');
		const late = await getCode(origin);
		client.server.clock.advance(301);
		expect((await exchange(late)).json.error).toBe('invalid_grant');
	});

	test('a refresh token is used once: its successor works, the old one is refused', async () => {
		await client.connect();
		const first = client.refreshToken;
		const second = await refresh(first);
		expect(second.status).toBe(200);
		expect(second.json.refresh_token).not.toBe(first);
		const again = await refresh(first);
		expect(again.status).toBe(400);
		expect(again.json.error).toBe('invalid_grant');
		expect((await refresh(second.json.refresh_token)).status).toBe(200);
		expect(client.server.state.grants.counters).toMatchObject({
			refreshes: 2,
			reusedRefreshTokens: 1,
			invalidGrants: 1,
		});
	});

	test('reuse can also withdraw the whole consent', async () => {
		client.server.state.configure({ refreshReuse: 'revokeConsent' });
		await client.connect();
		const second = await refresh(client.refreshToken);
		await refresh(client.refreshToken);
		expect((await refresh(second.json.refresh_token)).json.error).toBe('invalid_grant');
	});

	test('two refreshes at the same time: exactly one wins', async () => {
		await client.connect();
		const both = await Promise.all([refresh(client.refreshToken), refresh(client.refreshToken)]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
		expect(client.server.state.grants.counters.refreshes).toBe(1);
	});

	test('no refresh token without offline_access', async () => {
		const code = await getCode(origin, { scope: 'company.info.read' });
		expect((await exchange(code)).json).not.toHaveProperty('refresh_token');
	});

	test('the access token ends after an hour, or when the switch says', async () => {
		await client.connect();
		client.server.clock.advance(3599);
		expect((await client.get('/api/debtors')).status).toBe(200);
		client.server.clock.advance(2);
		expect((await client.get('/api/debtors')).status).toBe(401);
		client.server.state.configure({ accessTokenSeconds: 5 });
		const { json } = await refresh(client.refreshToken);
		expect(json.expires_in).toBe(5);
	});

	test('after 30 days the refresh token is dead, however often it was rotated', async () => {
		await client.connect();
		client.server.clock.advance(20 * 24 * 3600);
		const second = await refresh(client.refreshToken);
		client.server.clock.advance(11 * 24 * 3600);
		expect((await refresh(second.json.refresh_token)).json.error).toBe('invalid_grant');
	});

	test.each([
		['a scope that nobody knows', { scope: 'company.info.read debtor.read' }, 'Invalid scope'],
		['openid, which is not for partner apps', { scope: 'openid' }, 'Invalid scope'],
		[
			'an unregistered redirect URL',
			{ redirect_uri: 'https://evil.example/' },
			'Invalid redirect_uri',
		],
		['another client', { client_id: 'somebody' }, 'Unauthorized client'],
		['another response type', { response_type: 'token' }, 'Unsupported response type'],
	])('%s gives a 400 page and never a redirect', async (_name, query, title) => {
		const { status, text, headers } = await client.get(authorizeUrl('', query));
		expect(status).toBe(400);
		expect(headers.get('content-type')).toContain('text/html');
		expect(text).toContain(`<h1>${title}</h1>`);
		await expect(giveConsent(authorizeUrl(origin, query))).rejects.toThrow(title);
	});

	test('a scope that is not granted to this client fails the whole request', async () => {
		const [own] = client.server.state.settings.clients;
		if (own === undefined) throw new Error('no client');
		client.server.state.configure({ clients: [{ ...own, scopes: ['company.info.read'] }] });
		expect((await client.get(authorizeUrl('', { scope: ALL_SCOPES }))).status).toBe(400);
		expect((await client.get(authorizeUrl('', { scope: 'company.info.read' }))).status).toBe(200);
	});

	test('at most five redirect URLs', () => {
		const [own] = client.server.state.settings.clients;
		if (own === undefined) throw new Error('no client');
		const redirectUris = (count: number) =>
			Array.from({ length: count }, (_, at) => `https://n8n${at}.example/callback`);
		client.server.state.configure({ clients: [{ ...own, redirectUris: redirectUris(5) }] });
		expect(() =>
			client.server.state.configure({ clients: [{ ...own, redirectUris: redirectUris(6) }] }),
		).toThrow('more than 5');
	});

	test('another process can register a callback and end all connections', async () => {
		const control = (path: string, body: object) =>
			fetch(`${origin}/_control/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
		const redirect_uri = 'http://127.0.0.1:5999/rest/oauth2-credential/callback';
		expect((await client.get(authorizeUrl('', { redirect_uri }))).status).toBe(400);
		expect((await control('redirects', { url: redirect_uri })).status).toBe(200);
		expect((await client.get(authorizeUrl('', { redirect_uri }))).status).toBe(200);
		for (const port of [1, 2]) {
			await control('redirects', { url: `http://127.0.0.1:${port}/` });
		}
		expect((await control('redirects', { url: 'http://127.0.0.1:3/' })).status).toBe(400);
		await client.connect();
		await control('withdraw-consents', {});
		expect((await client.get('/api/debtors')).status).toBe(401);
		expect((await refresh(client.refreshToken)).json.error).toBe('invalid_grant');
	});

	test('Refuse sends access_denied back', async () => {
		const query = new URL(authorizeUrl(origin)).searchParams;
		const response = await fetch(`${origin}/connect/consent`, {
			method: 'POST',
			body: new URLSearchParams([...query, ['decision', 'refuse']]),
			redirect: 'manual',
		});
		const location = new URL(response.headers.get('location') ?? '');
		expect(location.searchParams.get('error')).toBe('access_denied');
		expect(location.searchParams.get('state')).toBe('some-state');
		expect(location.searchParams.has('code')).toBe(false);
	});

	test('revocation ends the connection', async () => {
		await client.connect();
		const fields = { client_id: clientId, client_secret: clientSecret, token: client.refreshToken };
		expect((await post(`${origin}/connect/revocation`, fields)).status).toBe(200);
		expect((await refresh(client.refreshToken)).json.error).toBe('invalid_grant');
		expect((await client.get('/api/debtors')).status).toBe(401);
	});
});
