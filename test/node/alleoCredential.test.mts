import nock from 'nock';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import axios from 'axios';
import { AlleoApi } from '../../credentials/AlleoApi.credentials';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { account } from '../unit/apply/helper.mts';
import { runNode, standIns } from './alleo.helper.mts';

/** The Alleo credential: how it gets its token, and what it says when it gets none. */

const start = standIns();
const { accessKey, secretKey } = CREDENTIALS.alleo;

interface Shown {
	message: string;
	response: { status: number; statusText: string };
}

/** What n8n runs before the first call, with its own request helper. */
async function token(data: ICredentialDataDecryptedObject): Promise<{ accessToken: string }> {
	const httpRequest = async (options: IHttpRequestOptions) => {
		const reply = await axios.request({
			url: options.url,
			method: options.method ?? 'GET',
			headers: options.headers as Record<string, string>,
			data: options.body as string,
			responseType: 'text',
			transformResponse: (text: string) => text,
			validateStatus: () => true,
			maxRedirects: 0,
			proxy: false,
		});
		return { statusCode: reply.status, headers: reply.headers, body: reply.data as unknown };
	};
	return await new AlleoApi().preAuthentication.call({ helpers: { httpRequest } }, data);
}

async function refusal(data: ICredentialDataDecryptedObject): Promise<Shown> {
	try {
		await token(data);
	} catch (error) {
		return error as Shown;
	}
	throw new Error('expected no token');
}

const keys = (baseUrl: string, secret: string = secretKey) => ({
	accessKey,
	secretKey: secret,
	baseUrl,
});

describe('the token', () => {
	test('is asked with the keys in the form body and nothing in the header', async () => {
		const scope = nock('https://alleo.test', { badheaders: ['authorization'] })
			.post(
				'/customer_api/v1/oauth/token',
				(body: Record<string, string>) =>
					JSON.stringify(Object.entries(body).sort()) ===
					JSON.stringify([
						['client_id', 'AK+1'],
						['client_secret', 'SK&2'],
						['grant_type', 'client_credentials'],
					]),
			)
			.matchHeader('content-type', 'application/x-www-form-urlencoded')
			.reply(200, { access_token: 'token-1', token_type: 'Bearer', expires_in: 3600 });
		const got = await token({
			accessKey: ' AK+1 ',
			secretKey: 'SK&2',
			baseUrl: 'https://alleo.test/customer_api/v1/',
		});
		expect(got).toEqual({ accessToken: 'token-1' });
		scope.done();
	});

	test('an empty base URL means Alleo itself', async () => {
		const scope = nock('https://api.yourcampus.co')
			.post('/customer_api/v1/oauth/token')
			.reply(200, { access_token: 'token-1', expires_in: 0.5 });
		await token(keys(''));
		scope.done();
	});

	test('is fetched once and used for every call, and renewed after a 401', async () => {
		const alleo = await start([account(1)]);
		const parameters = { resource: 'employee', operation: 'getAll', companyId: '41' };
		const tokens = () => alleo.log.entries.filter(({ url }) => url.endsWith('/oauth/token'));
		await runNode({ baseUrl: alleo.url, parameters });
		expect(tokens()).toHaveLength(1);
		alleo.faults.add({ kind: 'expiredToken', method: 'GET', times: 1, after: 1 });
		alleo.log.reset();
		const { fake } = await runNode({ baseUrl: alleo.url, parameters });
		expect(tokens().length).toBeGreaterThanOrEqual(2);
		expect(fake.sent.length).toBeGreaterThan(3);
	});
});

describe('without a token it says what is wrong and what to do', () => {
	test('wrong keys', async () => {
		const alleo = await start([]);
		const shown = await refusal(keys(alleo.url, 'SK-WRONG-KEY'));
		expect(shown.message).toMatch(/does not accept the access key.*admin-support@alleo.nl/);
		expect(shown.response).toEqual({ status: 401, statusText: shown.message });
		expect(JSON.stringify(shown)).not.toContain('SK-WRONG-KEY');
	});

	test.each([400, 403, 422])('%i means the keys, too', async (status) => {
		nock('https://alleo.test').post('/oauth/token').reply(status, { detail: 'no' });
		expect((await refusal(keys('https://alleo.test'))).response.status).toBe(401);
	});

	test.each([
		['no token in it', { token_type: 'Bearer', expires_in: 60 }],
		['an empty token', { access_token: '', expires_in: 60 }],
		['a token that n8n would run', { access_token: '={{ $workflow.name }}', expires_in: 60 }],
		['a token with a line break', { access_token: 'a\nb', expires_in: 60 }],
		['no lifetime', { access_token: 'x' }],
		['a lifetime of nothing', { access_token: 'x', expires_in: 0 }],
		['a web page', '<html>'],
	])('an answer with %s', async (_name, body) => {
		nock('https://alleo.test').post('/oauth/token').reply(200, body);
		const shown = await refusal(keys('https://alleo.test'));
		expect(shown.message).toMatch(/not the documented format.*base URL/);
	});

	test('only 200 is a success', async () => {
		nock('https://alleo.test')
			.post('/oauth/token')
			.reply(201, { access_token: 'x', expires_in: 9 });
		expect((await refusal(keys('https://alleo.test'))).message).toContain('HTTP 201');
	});

	test.each([
		'http://api.yourcampus.co/customer_api/v1',
		'ftp://api.yourcampus.co',
		'api.yourcampus.co',
		'https://user:secret@api.yourcampus.co',
		'http://localhost.evil.example',
	])('%s is not contacted at all', async (baseUrl) => {
		const shown = await refusal(keys(baseUrl));
		expect(shown.message).toMatch(/URL in the credential cannot be used: .*base URL/);
		expect(shown.message).not.toContain('secret');
	});

	test('a base URL of the node is held to the same rule', async () => {
		const run = runNode({
			baseUrl: 'http://alleo.example',
			parameters: { resource: 'company', operation: 'getAll' },
		});
		await expect(run).rejects.toThrow(
			/URL in the credential cannot be used: it must start with https/,
		);
	});

	test('a temporary fault is tried again', async () => {
		const scope = nock('https://alleo.test')
			.post('/oauth/token')
			.reply(503, '<html>')
			.post('/oauth/token')
			.reply(429, {}, { 'Retry-After': '0.01' })
			.post('/oauth/token')
			.reply(200, { access_token: 'token-2', expires_in: 60 });
		expect(await token(keys('https://alleo.test'))).toEqual({ accessToken: 'token-2' });
		scope.done();
	});
});

describe('the class', () => {
	const credential = new AlleoApi();

	test('is kept to the nodes of this package, hides its secrets, and tests itself', () => {
		expect(credential.restrictToSupportedNodes).toBe(true);
		const hidden = credential.properties.filter(
			({ typeOptions }) => typeOptions?.password === true,
		);
		expect(hidden.map(({ name }) => name)).toEqual(['secretKey', 'accessToken']);
		expect(credential.properties.map(({ name }) => name)).toEqual([
			'accessKey',
			'secretKey',
			'baseUrl',
			'maxAnswerMb',
			'accessToken',
		]);
		expect(credential.test.request.url).toBe('/companies');
		const messages = (credential.test.rules ?? []).map(({ properties }) => properties.message);
		expect(messages.join(' ')).toContain('admin-support@alleo.nl');
	});

	test('sends the token as a bearer', async () => {
		const alleo = await start([account(1)]);
		const parameters = { resource: 'company', operation: 'getAll' };
		expect((await runNode({ baseUrl: alleo.url, parameters })).outputs[0]).toHaveLength(2);
	});
});

describe('trouble of the token endpoint, seen from a node', () => {
	const parameters = { resource: 'employee', operation: 'getAll', companyId: '41' };
	const TOKEN = '/oauth/token';

	async function runWith(fault: Parameters<Awaited<ReturnType<typeof start>>['faults']['add']>[0]) {
		const alleo = await start([account(1)]);
		alleo.faults.add({ path: TOKEN, ...fault });
		return { alleo, run: runNode({ baseUrl: alleo.url, parameters }) };
	}

	test.each([500, 503])(
		'%i that stays is said as that, and not as a dropped connection',
		async (status) => {
			const { run } = await runWith({ kind: 'status', status, retryAfter: 9999 });
			await expect(run).rejects.toMatchObject({
				message: expect.stringContaining('Alleo is not available') as string,
				description: expect.stringContaining(`sign-in service ${status}`) as string,
			});
		},
		60_000,
	);

	test('429 that stays is a limit', async () => {
		const { run } = await runWith({ kind: 'status', status: 429, retryAfter: 9999 });
		await expect(run).rejects.toThrow('refuses more calls for now');
	}, 60_000);

	test('a web page is an answer that cannot be read, and no connection that was dropped', async () => {
		const { run } = await runWith({ kind: 'html' });
		await expect(run).rejects.toMatchObject({
			description: expect.stringContaining('ALLEO_ANSWER_UNREADABLE') as string,
		});
	});

	test('503 for a while, longer than the credential itself waits: everybody is read', async () => {
		const fault = { kind: 'status', status: 503, retryAfter: 9999, times: 2 } as const;
		const { run, alleo } = await runWith(fault);
		expect((await run).outputs[0]?.length).toBeGreaterThan(0);
		expect(alleo.faults.list()[0]?.hits).toBe(2);
	}, 60_000);
});
