import { grantOf, runSetup, SECRETS } from '../support/customerSetup.mts';
import { json, startServer } from '../support/httpServer.mts';
import type { TestServer } from '../support/httpServer.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';

/** Customer Setup › Integration: taking the NMBRS token back. */

let n8n: N8nStandIn;
let identity: TestServer;

beforeEach(async () => {
	n8n = await startN8nApi();
	identity = await startServer((_request, response) => json(response, {}, 200));
});
afterEach(async () => {
	await n8n.server.close();
	await identity.close();
});

const grant = (more: object = {}) => grantOf(identity.url, more);

describe('taking the token back', () => {
	const revoke = async (credential: ReturnType<typeof grant>) =>
		(await runSetup(n8n, 'revokeToken', {}, { chosen: { nmbrsOAuth2Api: credential } })).items[0];

	test('by header, where the credential sends its secret there', async () => {
		expect(await revoke(grant({ authentication: 'header' }))).toEqual({ outcome: 'done' });
		const [request] = identity.seen;
		const basic = Buffer.from(`client-1:${SECRETS.client}`).toString('base64');
		expect(request?.headers.authorization).toBe(`Basic ${basic}`);
		expect(request?.body).not.toContain(SECRETS.client);
	});

	test('without a token there is nothing to take back', async () => {
		expect(await revoke(grant({ oauthTokenData: {} }))).toEqual({ outcome: 'none' });
		expect(await revoke(grant({ oauthTokenData: undefined }))).toEqual({ outcome: 'none' });
		expect(identity.seen).toEqual([]);
	});

	test.each(['http://identity.example/connect/token', 'not a url', ''])(
		'the token is not sent to %j',
		async (accessTokenUrl) => {
			expect(await revoke(grant({ accessTokenUrl }))).toMatchObject({ outcome: 'refused' });
		},
	);

	test('nothing but the revocation is ever asked of the identity server', async () => {
		const accessTokenUrl = `${identity.url}/connect/other`;
		expect(await revoke(grant({ accessTokenUrl }))).toMatchObject({ outcome: 'refused' });
		expect(identity.seen).toEqual([]);
	});
});
