import { AfasOAuth2Api } from '../../credentials/AfasOAuth2Api.credentials';
import { AfasTokenApi } from '../../credentials/AfasTokenApi.credentials';
import { Afas } from '../../nodes/Afas/Afas.node';
import { withAuthorization } from '../../nodes/Afas/api/authenticate';
import type { AfasStandIn } from '../../sandbox/afas/server.mts';
import {
	afasContext,
	credentialTestContext,
	errorOf,
	oauthCredential,
	runAfas,
	startSmallAfas,
	tokenCredential,
} from './afas.helper.mts';

describe('against a running AFAS', () => {
	let afas: AfasStandIn;
	const initial = () => structuredClone(afas.state.settings);
	let settings: ReturnType<typeof initial>;

	beforeAll(async () => {
		afas = await startSmallAfas({}, 10);
		settings = initial();
	});
	afterAll(async () => {
		await afas.close();
	});
	afterEach(() => {
		Object.assign(afas.state.settings, structuredClone(settings));
		afas.log.reset();
		afas.faults.clear();
	});

	const { testToken, testOAuth2 } = new Afas().methods.credentialTest;
	const test1 = async (data = tokenCredential(afas.url)) =>
		await testToken.call(credentialTestContext(), {
			id: '1',
			name: 'x',
			type: 'afasTokenApi',
			data,
		});
	const test2 = async (data = oauthCredential(afas.url)) =>
		await testOAuth2.call(credentialTestContext(), {
			id: '1',
			name: 'x',
			type: 'afasOAuth2Api',
			data,
		});

	test('the test names environment, connectors, and for a classic token its end', async () => {
		const token = await test1();
		expect(token).toMatchObject({ status: 'OK' });
		expect(token.message).toMatch(
			/O12345AA.*Profit_Employees_Alleo and Profit_Contract.*2027-02-15.*2027-08-31/,
		);
		const oauth = await test2();
		expect(oauth).toMatchObject({ status: 'OK' });
		expect(oauth.message).not.toContain('2027');
	});

	test('a needed connector that it cannot see is named, with those that it can', async () => {
		afas.state.settings.hiddenConnectors = ['Profit_Contract'];
		const { status, message } = await test1();
		expect(status).toBe('OK');
		expect(message).toMatch(/cannot see Profit_Contract;.*Profit_LeaveBalance/);
	});

	test('another environment than the chosen one is an error that says which', async () => {
		afas.state.settings.environmentId = 'T12345AA';
		expect(await test1()).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/test environment, not production/),
		});
		afas.state.settings.environmentId = 'O54321AA';
		expect(await test2()).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/54321, not 12345/),
		});
	});

	test('wrong secrets: one clear message each', async () => {
		const wrongToken = { ...tokenCredential(afas.url), token: 'B'.repeat(64) };
		expect(await test1(wrongToken)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/refused the credential/),
		});
		const unreadable = { ...tokenCredential(afas.url), token: 'kapot' };
		expect(await test1(unreadable)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/Paste the token/),
		});
		const wrongSecret = { ...oauthCredential(afas.url), clientSecret: 'fout' };
		expect(await test2(wrongSecret)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/client secret.*180 days/),
		});
	});

	test.each([
		['an address that is refused', { refusesAddress: true }, /IP restriction/],
		['DPoP', { demandsDpop: true }, /DPoP/],
		[
			'no connector at all',
			{
				hiddenConnectors: [
					'Profit_Employees_Alleo',
					'Profit_Employees',
					'Profit_Contract',
					'Profit_LeaveBalance',
					'Voorbeeld_Looncomponenten',
					'Voorbeeld_Salaris',
					'Voorbeeld_Plannen',
				],
			},
			/no GetConnector at all/,
		],
	])('%s', async (_name, changes, pattern) => {
		Object.assign(afas.state.settings, changes);
		expect(await test2()).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(pattern),
		});
	});

	test('nobody there, and HTML there', async () => {
		expect(await test1(tokenCredential('http://127.0.0.1:1'))).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/could not be reached \(ECONNREFUSED\).*environment number/),
		});
		afas.faults.add({ kind: 'html', path: '/metainfo' });
		expect(await test1()).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/HTML/),
		});
	});

	test('one token serves many runs, until AFAS no longer takes it', async () => {
		const credential = oauthCredential(afas.url);
		const tokens = () => afas.log.entries.filter(({ url }) => url.endsWith('/oauth/token')).length;
		await runAfas({ baseUrl: afas.url, oauth: true, credential });
		await runAfas({ baseUrl: afas.url, oauth: true, credential });
		expect(tokens()).toBe(1);
		afas.clock.advance(3601);
		await runAfas({ baseUrl: afas.url, oauth: true, credential });
		expect(tokens()).toBe(2);
	});

	test.each([
		['a wrong secret', { clientSecret: 'fout' }, 'AFAS_OAUTH_REFUSED'],
		[
			'a wrong environment number',
			{ environmentNumber: '12', baseUrl: '' },
			'AFAS_ENVIRONMENT_NUMBER_INVALID',
		],
	])('%s stops the run with the reason', async (_name, changes, code) => {
		const credential = { ...oauthCredential(afas.url), ...changes };
		const { message, description } = await errorOf(
			runAfas({ baseUrl: afas.url, oauth: true, credential }),
		);
		expect(description).toContain(code);
		expect(`${message} ${description}`).not.toMatch(/fout"|\{\w+\}|undefined/);
		expect(afas.log.entries.filter(({ url }) => url.includes('/connectors/'))).toEqual([]);
	});

	test('the partner number goes along when there is one', async () => {
		const credential = { ...tokenCredential(afas.url), integrationId: '12345_6789' };
		const request = withAuthorization({ url: 'https://x.example' }, 'AfasToken x', credential);
		expect(request.headers).toEqual({ Authorization: 'AfasToken x', IntegrationId: '12345_6789' });
	});
});

test('both credentials are closed to other nodes and show the end dates', () => {
	for (const credential of [new AfasTokenApi(), new AfasOAuth2Api()]) {
		expect(credential.restrictToSupportedNodes).toBe(true);
		expect(credential.documentationUrl).toMatch(/^https:\/\//);
		const text = JSON.stringify(credential.properties);
		expect(text).toContain('2027-02-15');
		expect(text).toContain('2027-08-31');
		for (const name of ['token', 'clientSecret', 'accessToken']) {
			const property = credential.properties.find((entry) => entry.name === name);
			expect(property?.typeOptions?.password ?? true).toBe(true);
		}
	}
	expect(afasContext({ baseUrl: 'x' }).node.type).toBe('n8n-nodes-alleo.afas');
});
