import { startSite, type Browser, type Site } from '../support/connectSite.mts';

/** What no link changes silently, and what customers keep who were connected before rows were signed. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

const oauth = (): Record<string, string> => {
	const { clientId, clientSecret } = site.sandbox.credentials.afas;
	return {
		environmentNumber: '12345',
		environment: 'production',
		way: 'oauth',
		clientId,
		clientSecret,
	};
};
const login = (): Record<string, string> => {
	const { soapDomain, soapUsername, soapToken } = site.sandbox.credentials.nmbrs;
	return { domain: soapDomain, username: soapUsername, token: soapToken };
};

async function opened(customer: string, system: 'nmbrs' | 'afas', more = {}): Promise<Browser> {
	const { invitation_url } = await site.invite(customer, system, more);
	const browser = site.browser();
	await browser.goto(invitation_url);
	return browser;
}

async function nmbrs(more: Record<string, unknown> = {}, customer = 'Bakkerij'): Promise<Browser> {
	const browser = await opened(customer, 'nmbrs', more);
	await browser.consent();
	await browser.press('choose');
	return browser;
}

async function afas(fields: Record<string, string>, more: object = {}): Promise<Browser> {
	const browser = await opened('Zorggroep', 'afas', more);
	await browser.press('afas', fields);
	return browser;
}

const integrationOf = (at: number): string => site.started[at]?.integration_id ?? '';
/** As a version left it that did not sign. */
const unsign = (): void => {
	for (const row of site.n8n.rows()) row['signature'] = null;
};

describe('an integration that goes on without replacing a credential', () => {
	test('another AFAS environment waits for a person too', async () => {
		await afas(oauth());
		site.sandbox.afas.state.settings.environmentId = 'T12345AA';
		const other = { ...oauth(), environment: 'test' };
		const stopped = await afas(other, { integrationId: integrationOf(0) });
		expect(stopped.page.status).toBe(409);
		expect(site.started).toHaveLength(1);
		expect(site.n8n.credentials.size).toBe(1);
		expect(site.alerts).toMatchObject([{ params: { before: 'O12345AA', reached: 'T12345AA' } }]);
		expect(site.log.join('\n')).toContain('CONNECT_ENVIRONMENT_WAITS');
	});

	test('a login that sees other debtors is refused, and its consent given back', async () => {
		const first = await opened('Bakkerij', 'nmbrs');
		await first.consent(['d1000000-0000-4000-8000-000000000001']);
		await first.press('choose');
		const second = await opened('Bakkerij', 'nmbrs', { integrationId: integrationOf(0) });
		await second.consent(['d1000000-0000-4000-8000-000000000002'], 'ander@example.com');
		expect(second.page.status).toBe(409);
		expect(site.started).toHaveLength(1);
		expect(site.sandbox.nmbrs.state.grants.consents.map(({ withdrawn }) => withdrawn)).toEqual([
			false,
			true,
		]);
	});
});

test('a link that renews the credential of somebody else names that customer nowhere', async () => {
	await nmbrs({}, 'Slagerij Zoet');
	const id = site.started[0]?.credentials.nmbrsOAuth2Api?.id ?? '';
	const seen: string[] = [];
	for (const language of ['nl', 'en']) {
		const { invitation_url } = await site.invite('Bakkerij', 'nmbrs', {
			replaceCredentialId: id,
			language,
		});
		const browser = site.browser();
		seen.push((await browser.goto(invitation_url)).html);
		seen.push((await browser.consent()).html, (await browser.press('choose')).html);
		seen.push(...browser.history.map(decodeURIComponent));
	}
	for (const page of seen) expect(page.match(/.{0,120}Zoet.{0,60}/g) ?? []).toEqual([]);
	expect(site.started[1]?.replaced).toMatchObject({ customer: 'Slagerij Zoet' });
});

describe('the API token of NMBRS', () => {
	test('of another domain does not take the place of the one before', async () => {
		const browser = await nmbrs({ askApiToken: true });
		await browser.press('token', login());
		await browser.press('pick');
		const id = site.started[0]?.credentials.nmbrsTokenApi?.id ?? '';
		const before = structuredClone(site.n8n.credentials.get(id));
		const again = await opened('Bakkerij', 'nmbrs', { replaceCredentialId: id });
		await again.press('start');
		const [user] = site.sandbox.nmbrs.state.settings.soapUsers;
		if (user !== undefined) user.domain = 'andereklant';
		await again.press('token', { ...login(), domain: 'andereklant' });
		expect(again.page).toMatchObject({ status: 409 });
		expect(again.words).toContain('Deze login ziet andere bedrijven dan eerst.');
		expect(site.n8n.credentials.get(id)).toEqual(before);
		expect(site.started).toHaveLength(1);
		if (user !== undefined) user.domain = login()['domain'] ?? '';
		await again.press('token', login());
		expect(again.page.heading).toBe('Gelukt, de verbinding is vernieuwd');
	});

	test('a link for it alone is not used up without one', async () => {
		const credential = { id: 'old-token-01', name: 'Token', type: 'nmbrsTokenApi', data: {} };
		site.n8n.credentials.set(credential.id, credential);
		const browser = await opened('A', 'nmbrs', { replaceCredentialId: credential.id });
		await browser.press('start');
		expect(browser.page.html).not.toContain('value="skipToken"');
		expect((await browser.press('skipToken')).status).toBe(409);
		expect(site.started).toEqual([]);
		expect(site.n8n.rows()[0]).toMatchObject({ state: 'connecting' });
	});
});

describe('AFAS environment by its number alone', () => {
	test('is the one of production', async () => {
		expect((await afas(oauth(), { afasEnvironment: '12345' })).page.status).toBe(200);
		site.sandbox.afas.state.settings.environmentId = 'T12345AA';
		const other = { ...oauth(), environment: 'test' };
		expect((await afas(other, { afasEnvironment: '12345' })).page.status).toBe(409);
	});

	test.each(['O12345', '12345AA', 'O12345AAA', '1234'])('%s is no environment', async (name) => {
		await expect(site.invite('A', 'afas', { afasEnvironment: name })).rejects.toThrow(
			/AFAS Environment/,
		);
	});
});

describe('customers who were connected before rows were signed', () => {
	const dailySync = (credential: string): object => ({
		id: 'sync-of-bakkerij',
		name: 'Bakkerij',
		active: true,
		isArchived: false,
		connections: {},
		settings: {},
		nodes: [
			{
				id: 's',
				name: 'Settings',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position: [0, 0],
				parameters: {
					assignments: {
						assignments: [
							{ name: 'customer_name', type: 'string', value: 'Bakkerij' },
							{ name: 'alleo_company_id', type: 'string', value: '' },
							{ name: 'approval', type: 'string', value: 'always' },
							{ name: 'integration_id', type: 'string', value: 'integration-before' },
						],
					},
				},
			},
			{
				id: 'n',
				name: 'NMBRS',
				type: 'n8n-nodes-alleo.nmbrs',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
				credentials: { nmbrsOAuth2Api: { id: credential, name: 'NMBRS Bakkerij' } },
			},
		],
	});

	test('stay one integration when they connect again', async () => {
		await nmbrs();
		unsign();
		const id = site.started[0]?.credentials.nmbrsOAuth2Api?.id ?? '';
		site.n8n.workflows.push(dailySync(id));
		const again = await nmbrs({ replaceCredentialId: id });
		expect(again.page.heading).toBe('Gelukt, de verbinding is vernieuwd');
		expect(site.started[1]).toMatchObject({
			integration_id: 'integration-before',
			workflow_id: 'sync-of-bakkerij',
		});
		const named = await site.invite('Bakkerij', 'nmbrs', { workflowId: 'sync-of-bakkerij' });
		expect(named.integration_id).toBe('integration-before');
	});

	test('two workflows with the credential: none is guessed', async () => {
		await nmbrs();
		unsign();
		const id = site.started[0]?.credentials.nmbrsOAuth2Api?.id ?? '';
		site.n8n.workflows.push(dailySync(id), { ...dailySync(id), id: 'a-copy' });
		const again = await site.invite('Bakkerij', 'nmbrs', { replaceCredentialId: id });
		expect(again.integration_id).not.toBe('integration-before');
	});

	test('what could not be compared is told to support, and to no customer', async () => {
		await nmbrs();
		unsign();
		const next = await nmbrs({}, 'Garage');
		expect(site.started[1]?.notices.map(({ code }) => code)).toEqual(['CONNECT_ROWS_UNREAD']);
		expect(next.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
		expect(next.words).not.toMatch(/Uitnodigingen|Let op|Get Many/);
	});
});
