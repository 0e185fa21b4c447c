import { startSite, type Site } from '../support/connectSite.mts';
import { importedTemplate } from '../support/n8nApi.mts';

/** A customer connects again, or two customers share a login. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

describe('connecting again', () => {
	async function connect(customer: string, more: Record<string, unknown> = {}, email?: string) {
		const invitation = await site.invite(customer, 'nmbrs', more);
		const browser = site.browser();
		await browser.goto(invitation.invitation_url);
		const words = browser.words;
		const [debtorIds] = [more['debtors']] as [string[] | undefined];
		await browser.consent(debtorIds ?? [], email);
		if (browser.page.heading.startsWith('Kies')) await browser.press('choose');
		return { invitation, browser, landing: words };
	}

	test('replaces the tokens of the credential, says whose it was, and keeps the integration', async () => {
		const first = await connect('Bakkerij Van Dijk');
		const id = site.started[0]?.credentials.nmbrsOAuth2Api?.id ?? '';
		const before = site.n8n.credentials.get(id)?.data['oauthTokenData'];
		const again = await connect('Bakkerij Van Dijk', { replaceCredentialId: id });
		expect(again.landing).toContain('U vernieuwt een bestaande verbinding');
		expect(again.landing).toContain('Die is verbonden voor Bakkerij Van Dijk op');
		expect(again.browser.page.heading).toBe('Gelukt, de verbinding is vernieuwd');
		expect(site.n8n.ofType('nmbrsOAuth2Api')).toHaveLength(1);
		expect(site.n8n.credentials.get(id)?.data['oauthTokenData']).not.toEqual(before);
		expect(site.started[1]).toMatchObject({
			integration_id: first.invitation.integration_id,
			credentials: { nmbrsOAuth2Api: { id, name: 'NMBRS Bakkerij Van Dijk' } },
			replaced: { credential: { id }, customer: 'Bakkerij Van Dijk' },
			notices: [],
		});
	});

	test('is refused for a login that sees another customer’s debtors: nothing is changed', async () => {
		const [mine, other] = site.sandbox.world.nmbrs.debtors.map(({ debtorId }) => debtorId);
		await connect('Bakkerij Van Dijk', { debtors: [mine] });
		const id = site.started[0]?.credentials.nmbrsOAuth2Api?.id ?? '';
		const before = structuredClone(site.n8n.credentials.get(id));
		const again = await connect('Bakkerij Van Dijk', {
			replaceCredentialId: id,
			debtors: [other],
		});
		expect(again.browser.page).toMatchObject({
			status: 409,
			heading: 'Deze login ziet andere bedrijven dan eerst.',
		});
		expect(site.n8n.credentials.get(id)).toEqual(before);
		expect(site.started).toHaveLength(1);
	});

	test('is refused likewise after the API token alone was renewed in between', async () => {
		const [mine, other] = site.sandbox.world.nmbrs.debtors.map(({ debtorId }) => debtorId);
		const first = await connect('Bakkerij Van Dijk', { debtors: [mine] });
		const id = site.started[0]?.credentials.nmbrsOAuth2Api?.id ?? '';
		const token = { id: 'old-token-01', name: 'Token', type: 'nmbrsTokenApi', data: {} };
		site.n8n.credentials.set(token.id, token);
		const between = await site.invite('Bakkerij Van Dijk', 'nmbrs', {
			replaceCredentialId: token.id,
			integrationId: first.invitation.integration_id,
		});
		const browser = site.browser();
		await browser.goto(between.invitation_url);
		await browser.press('start');
		const { soapDomain, soapUsername, soapToken } = site.sandbox.credentials.nmbrs;
		await browser.press('token', {
			domain: soapDomain,
			username: soapUsername,
			token: soapToken,
		});
		await browser.press('pick');
		expect(site.started).toHaveLength(2);
		const again = await connect('Bakkerij Van Dijk', { replaceCredentialId: id, debtors: [other] });
		expect(again.browser.page.status).toBe(409);
		expect(site.started).toHaveLength(2);
	});

	test('a login that serves another customer is noticed; whose it is, only support is told', async () => {
		const [mine, other] = site.sandbox.world.nmbrs.debtors.map(({ debtorId }) => debtorId);
		await connect('Bakkerij Van Dijk', { debtors: [mine] }, 'zelfde@kantoor.example');
		const second = await site.invite('Slagerij De Boer', 'nmbrs');
		const browser = site.browser();
		await browser.goto(second.invitation_url);
		await browser.consent([other ?? ''], 'zelfde@kantoor.example');
		expect(browser.words).toContain('Dezelfde login bedient al een andere koppeling.');
		expect(browser.page.html).not.toContain('Bakkerij');
		await browser.press('choose');
		expect(site.started[1]?.notices).toMatchObject([
			{ code: 'CONNECT_LOGIN_SHARED', params: { customer: 'Bakkerij Van Dijk' } },
		]);
		expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
		expect(browser.words).toContain('Dezelfde login bedient al een andere koppeling.');
		expect(browser.page.html).not.toContain('Bakkerij');
	});

	test('the same debtor for another customer is noticed, whoever logs in', async () => {
		await connect('Bakkerij Van Dijk', {}, 'een@bakkerij.example');
		await connect('Slagerij De Boer', {}, 'twee@slagerij.example');
		expect(site.started[1]?.notices.map(({ code }) => code)).toEqual(['CONNECT_PARTITION_SHARED']);
	});

	test('a credential that no invitation made: replaced, with a notice', async () => {
		const credential = { id: 'by-hand-01', name: 'By hand', type: 'nmbrsOAuth2Api', data: {} };
		site.n8n.credentials.set(credential.id, credential);
		await connect('A', { replaceCredentialId: 'by-hand-01' });
		expect(site.started[0]?.notices.map(({ code }) => code)).toEqual(['CONNECT_REPLACED_UNKNOWN']);
		expect(site.n8n.credentials.get('by-hand-01')?.name).toBe('By hand');
	});

	test('so too with files beside the daily sync: it stays one integration', async () => {
		const credential = { id: 'by-hand-01', name: 'By hand', type: 'nmbrsOAuth2Api', data: {} };
		site.n8n.credentials.set(credential.id, credential);
		for (const name of ['nmbrs-salary-leave', 'nmbrs-budgets', 'nmbrs-daily-sync']) {
			const workflow = importedTemplate(name, name);
			const nodes = workflow.nodes.map((node) =>
				node.type === 'n8n-nodes-alleo.nmbrs'
					? { ...node, credentials: { nmbrsOAuth2Api: { id: 'by-hand-01', name: 'By hand' } } }
					: node,
			);
			site.n8n.workflows.push({ ...workflow, nodes });
		}
		await connect('A', { replaceCredentialId: 'by-hand-01' });
		expect(site.started[0]?.workflow_id).toBe('nmbrs-daily-sync');
	});
});
