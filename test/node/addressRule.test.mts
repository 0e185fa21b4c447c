import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialType,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { AfasOAuth2Api } from '../../credentials/AfasOAuth2Api.credentials';
import { AfasTokenApi } from '../../credentials/AfasTokenApi.credentials';
import { AlleoApi } from '../../credentials/AlleoApi.credentials';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { NmbrsAppApi } from '../../credentials/NmbrsAppApi.credentials';
import { NmbrsOAuth2Api } from '../../credentials/NmbrsOAuth2Api.credentials';
import { NmbrsTokenApi } from '../../credentials/NmbrsTokenApi.credentials';
import { Afas } from '../../nodes/Afas/Afas.node';
import { CustomerConnect } from '../../nodes/CustomerConnect/CustomerConnect.node';
import { readGrant, revokeGrant } from '../../nodes/shared/connect/revocation';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import { createRestClient } from '../../nodes/Nmbrs/api/client';
import { checkUrl, resolveBaseUrl, urlProblem } from '../../nodes/shared/baseUrl';
import { createTransport } from '../../nodes/shared/http';
import { sendDirectly, sendTest } from '../../nodes/shared/http/direct';
import { fakeContext } from '../support/fakeContext.mts';
import { failureOf, opened, READ } from '../support/httpBench.mts';
import { startServer } from '../support/httpServer.mts';
import { credentialTestContext } from './afas.helper.mts';

/** One rule about where a secret may go, at every step that sends one, for all seven credentials. */

const REFUSED = [
	'http://0.0.0.0:8080',
	'http://0:8080',
	'http://api.example',
	'http://localhost.:8080',
	'http://localhost.example',
	'http://127.0.0.1.example',
	'http://127.0.0.2',
	'http://[::]:8080',
	'http://[::ffff:127.0.0.1]:8080',
	'http://10.0.0.1',
	'HTTP://EXAMPLE.COM',
	'http:\\\\api.example',
	'ht\ntp://api.example',
	'https://user:password@api.example',
	'https://user@api.example',
	'http://localhost:80@api.example',
	'ftp://localhost',
	'file:///etc/passwd',
	'javascript:alert(1)',
	'//api.example',
	'api.example',
	'={{ "http://api.example" }}',
];

/** Other spellings of this very machine: a browser and n8n read them as 127.0.0.1 or localhost. */
const ACCEPTED = [
	'https://api.example',
	'http://localhost:8080',
	'HTTP://LOCALHOST:8080',
	'http://127.0.0.1:8080',
	'http://127.1:8080',
	'http://2130706433:8080',
	'http://[::1]:8080',
	'http://[0:0:0:0:0:0:0:1]:8080',
];

test.each(REFUSED)('%j is refused everywhere', async (address) => {
	expect(urlProblem(address)).not.toBeNull();
	expect(resolveBaseUrl(address, '').ok).toBe(false);
	const field = checkUrl('Access Token URL', address);
	expect(field.ok ? '' : JSON.stringify(field.problem)).toContain('Access Token URL: ');
	const { context, sent } = fakeContext({ credentials: { testApi: { data: {} } } });
	const allow = [{ method: 'GET', template: '/people' }];
	const options = { vendor: 'alleo', credentialType: 'testApi', allow, concurrency: 1 } as const;
	const transport = createTransport(context, { ...options, baseUrl: address });
	expect((await failureOf(transport, READ)).code).toBe('NOT_ALLOWED');
	expect(sent).toEqual([]);
});

test.each(ACCEPTED)('%s is accepted, in the spelling in which it is sent', (address) => {
	const base = resolveBaseUrl(address, '');
	expect(base).toEqual({ ok: true, value: new URL(address).origin });
	expect(urlProblem(address)).toBeNull();
});

const xml = `<token><version>1</version><data>${'A1B2C3D4'.repeat(8)}</data></token>`;

/** Of each credential: its data with this address in every field that takes one. */
const CREDENTIALS: ReadonlyArray<
	[ICredentialType, (address: string) => ICredentialDataDecryptedObject]
> = [
	[new AlleoApi(), (baseUrl) => ({ accessKey: 'a', secretKey: 's', accessToken: 't', baseUrl })],
	[new AlleoN8nApi(), (baseUrl) => ({ apiKey: 'k', signingKey: 's'.repeat(40), baseUrl })],
	[new AfasTokenApi(), (baseUrl) => ({ token: xml, environmentNumber: '12345', baseUrl })],
	[
		new AfasOAuth2Api(),
		(baseUrl) => ({ clientId: 'c', clientSecret: 's', environmentNumber: '12345', baseUrl }),
	],
	[new NmbrsTokenApi(), (soapBaseUrl) => ({ username: 'u', token: 't', soapBaseUrl })],
	[
		new NmbrsAppApi(),
		(accessTokenUrl) => ({
			clientId: 'c',
			clientSecret: 's',
			subscriptionKey: 'k',
			scope: 'offline_access',
			authUrl: 'https://id.example/authorize',
			accessTokenUrl,
		}),
	],
	[new NmbrsOAuth2Api(), (baseUrl) => ({ subscriptionKey: 'k', baseUrl })],
];

test('all seven are here', () => {
	expect(new Set(CREDENTIALS.map(([{ name }]) => name)).size).toBe(7);
});

describe('a credential signs no request to an address that is refused', () => {
	// Nmbrs App API signs nothing, and n8n signs for an OAuth2 credential by itself.
	const signing = CREDENTIALS.filter(([{ authenticate }]) => authenticate !== undefined);
	test.each(signing.map(([type, data]) => [type.name, type, data] as const))(
		'%s',
		async (_name, type, data) => {
			const { authenticate } = type;
			if (typeof authenticate !== 'function') throw new Error('signed by n8n, without the rule');
			for (const url of REFUSED.filter((address) => URL.canParse(address))) {
				// As a node sends it, and as n8n's own test of a credential does.
				for (const request of [{ url }, { baseURL: url, url: '/companies' }]) {
					const signed = authenticate(data(url), request as IHttpRequestOptions);
					await expect(signed).rejects.toMatchObject({
						code: 'BASE_URL_INVALID',
						response: { status: 0, statusText: expect.stringContaining('URL in the credential') },
					});
				}
			}
			const headers = { SOAPAction: '"https://api.nmbrs.nl/soap/v3/CompanyService/List_GetAll"' };
			const body = '<soap:Header/>';
			const fine = { url: 'https://api.example/x', headers, body };
			await expect(authenticate(data('https://api.example'), fine)).resolves.toBeDefined();
		},
	);
});

test('fetching a token asks the rule before anything is sent', async () => {
	const httpRequest = jest.fn();
	for (const [type, data] of CREDENTIALS) {
		if (type.preAuthentication === undefined) continue;
		for (const address of REFUSED) {
			const fetching = type.preAuthentication.call({ helpers: { httpRequest } }, data(address));
			await expect(fetching).rejects.toThrow(/URL in the credential cannot be used/);
		}
	}
	expect(httpRequest).not.toHaveBeenCalled();
});

test('a test by a node sends nothing to such an address', async () => {
	const tests: Record<string, (address: string) => Promise<{ status: string; message: string }>> =
		{};
	const nodes = [new Afas(), new Nmbrs(), new CustomerConnect()];
	const context = credentialTestContext();
	const request = jest.spyOn(context.helpers, 'request');
	for (const node of nodes) {
		const methods: Record<string, unknown> = { ...node.methods.credentialTest };
		for (const { name, testedBy } of node.description.credentials ?? []) {
			const method = typeof testedBy === 'string' ? methods[testedBy] : undefined;
			const data = CREDENTIALS.find(([type]) => type.name === name)?.[1];
			if (typeof method !== 'function' || data === undefined) continue;
			tests[name] = async (address) =>
				(await (method as (this: ICredentialTestFunctions, credential: object) => unknown).call(
					context,
					{ id: '1', name, type: name, data: data(address) },
				)) as { status: string; message: string };
		}
	}
	expect(Object.keys(tests).sort()).toEqual([
		'afasOAuth2Api',
		'afasTokenApi',
		'alleoN8nApi',
		'nmbrsAppApi',
		'nmbrsTokenApi',
	]);
	for (const run of Object.values(tests)) {
		for (const address of REFUSED) {
			const { status, message } = await run(address);
			expect(status).toBe('Error');
			expect(message).toMatch(/URL/);
		}
	}
	expect(request).not.toHaveBeenCalled();
});

describe('the two ways of sending beside the transport', () => {
	const ways = { sendDirectly, sendTest };
	const helpers = { ...credentialTestContext().helpers, ...fakeContext().context.helpers };
	const request = (url: string, method: 'GET' | 'POST' = 'POST') => ({
		method,
		url,
		headers: { 'X-N8N-API-KEY': 'k' },
		...(method === 'POST' ? { body: 'b' } : {}),
		timeoutMs: 5000,
	});

	test.each(Object.keys(ways) as Array<keyof typeof ways>)('%s asks the rule', async (way) => {
		const send = jest.fn();
		for (const address of REFUSED) {
			const asked = ways[way]({ httpRequest: send, request: send }, request(address));
			await expect(asked).rejects.toMatchObject({ code: 'BASE_URL_INVALID' });
		}
		expect(send).not.toHaveBeenCalled();
	});

	test.each(Object.keys(ways) as Array<keyof typeof ways>)('%s is led nowhere', async (way) => {
		const elsewhere = await startServer((_request, response) => void response.end('{}'));
		opened(elsewhere);
		for (const status of [301, 302, 303, 307, 308]) {
			const leading = await startServer((_request, response) => {
				response.writeHead(status, { location: elsewhere.url }).end();
			});
			opened(leading);
			for (const method of ['GET', 'POST'] as const) {
				const answer = await ways[way](helpers, request(leading.url, method));
				expect(answer.status).toBe(status);
			}
		}
		expect(elsewhere.seen).toEqual([]);
	});
});

test.each(['baseUrl', 'authUrl', 'accessTokenUrl'])(
	'the node refuses an OAuth2 credential with such a %s before it uses it',
	async (field) => {
		for (const address of REFUSED) {
			const data = {
				subscriptionKey: 'k',
				[field]: address,
				oauthTokenData: { access_token: 't' },
			};
			const { context, sent } = fakeContext({ credentials: { nmbrsOAuth2Api: { data } } });
			const client = await createRestClient(context);
			expect(client.ok ? '' : client.problem.code).toBe('BASE_URL_INVALID');
			expect(sent).toEqual([]);
		}
	},
);

test('a token is taken back at no such address', async () => {
	const { context } = fakeContext();
	const request = jest.spyOn(context.helpers, 'httpRequest');
	for (const accessTokenUrl of REFUSED) {
		const oauthTokenData = { refresh_token: 'refresh-token' };
		const grant = readGrant({ clientId: 'c', clientSecret: 's', accessTokenUrl, oauthTokenData });
		if (grant === null) throw new Error('expected a grant');
		expect(await revokeGrant(context, grant)).toMatchObject({ outcome: 'refused' });
	}
	expect(request).not.toHaveBeenCalled();
});
