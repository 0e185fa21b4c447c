import type { ICredentialTestFunctions } from 'n8n-workflow';
import type { NmbrsSettings } from '../../sandbox/nmbrs/settings.mts';
import { testToken } from '../../nodes/Nmbrs/methods/credentialTest';
import { CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { smallWorld } from '../sandbox/nmbrsClient.mts';
import { useFastClock } from '../support/fastClock.mts';
import { NmbrsBench } from '../support/nmbrsNode.mts';

useFastClock();

let bench: NmbrsBench;
const start = async (settings: Partial<NmbrsSettings> = {}): Promise<void> => {
	bench = await NmbrsBench.start({ world: smallWorld(60), settings });
};
afterEach(async () => await bench.close());

describe('the test of the credential', () => {
	const { soapUsername, soapToken, soapDomain } = CREDENTIALS.nmbrs;
	/** As n8n's CredentialTestContext: one helper that sends. */
	const helpers = {
		request: async ({
			uri,
			headers,
			body,
		}: {
			uri: string;
			headers: Record<string, string>;
			body: string;
		}) => {
			const response = await fetch(uri, { method: 'POST', headers, body, redirect: 'manual' });
			return { statusCode: response.status, body: await response.text() };
		},
	};
	const check = async (
		data: Record<string, string> = {},
	): Promise<{ status: string; message: string }> =>
		await testToken.call({ helpers } as unknown as ICredentialTestFunctions, {
			id: '1',
			name: 'x',
			type: 'nmbrsTokenApi',
			data: {
				username: soapUsername,
				token: soapToken,
				domain: soapDomain,
				soapBaseUrl: bench.server.url,
				...data,
			},
		});

	test('a good login: what it sees, and when SOAP ends', async () => {
		await start();
		const { status, message } = await check();
		expect(status).toBe('OK');
		expect(message).toContain(`${bench.world.nmbrs.companies.length} companies`);
		expect(message).toContain('1 March 2027');
	});

	test('an empty domain is told', async () => {
		await start();
		expect((await check({ domain: '' })).message).toContain(`Domain: ${soapDomain}`);
	});

	test.each([
		['a wrong token', { token: 'nope' }, '1001'],
		['a wrong user', { username: 'nobody@example.nl' }, '1001'],
		['a wrong domain', { domain: 'elders' }, `"${soapDomain}"`],
		['a plain http host', { soapBaseUrl: 'http://api.nmbrs.nl' }, 'https'],
		['a host without SOAP', { soapBaseUrl: 'http://127.0.0.1:9' }, '1 March 2027'],
	])('%s', async (_name, data, text) => {
		await start();
		const { status, message } = await check(data);
		expect(status).toBe('Error');
		expect(message).toContain(text);
		expect(message).not.toContain('nope');
	});

	test('an API template without extra fields is found before the first run', async () => {
		await start({ forbiddenOperations: ['ExtraFields_GetList'] });
		const { status, message } = await check();
		expect(status).toBe('Error');
		expect(message).toContain('ExtraFields_GetList');
	});

	test('a template without Environment_Get is no reason to refuse', async () => {
		await start({ forbiddenOperations: ['Environment_Get'] });
		expect((await check()).status).toBe('OK');
	});
});
