import { startSite, type Site } from '../support/connectSite.mts';

/** A customer connects NMBRS: the way, and every way in which it goes wrong. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

const firstDebtor = (): string => site.sandbox.world.nmbrs.debtors[0]?.debtorId ?? '';

test('from the link to Congratulations: one item, one credential with the tokens', async () => {
	const invitation = await site.invite('Bakkerij Van Dijk', 'nmbrs');
	const browser = site.browser();
	const landing = await browser.goto(invitation.invitation_url);
	expect(landing).toMatchObject({ status: 200, heading: 'Verbind NMBRS met Alleo' });
	expect(browser.words).toContain('Voor Bakkerij Van Dijk');
	expect(browser.words).toContain('Alleo verandert nooit iets in NMBRS.');
	expect(browser.words).toContain('Client Login, met welk sjabloon dan ook, of een Company Login');
	expect(browser.words).toContain('verlofgroepen en verlofsaldi');
	expect(browser.words).not.toContain('salarissen');

	expect(await browser.consent()).toMatchObject({ status: 200 });
	expect(browser.page.heading).toBe('Kies wat Alleo mag gebruiken');
	await browser.press('choose');
	expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');

	expect(site.started).toHaveLength(1);
	const [item] = site.started;
	const [credential] = site.n8n.ofType('nmbrsOAuth2Api');
	expect(item).toMatchObject({
		customer: 'Bakkerij Van Dijk',
		system: 'nmbrs',
		invitation_id: invitation.invitation_id,
		integration_id: invitation.integration_id,
		credentials: { nmbrsOAuth2Api: { id: credential?.id, name: 'NMBRS Bakkerij Van Dijk' } },
		replaced: null,
		notices: [],
	});
	expect(item?.debtors.map(({ id }) => id).sort()).toEqual(
		site.sandbox.world.nmbrs.debtors.map(({ debtorId }) => debtorId).sort(),
	);
	// Every company ticked is no list of today's companies: one that comes later is read too.
	expect(item?.companies).toEqual([]);
	expect(item?.selective_sync).toBe('auto');
	expect(browser.words).toContain('ook die later worden toegevoegd');
	expect(credential?.name).toBe('NMBRS Bakkerij Van Dijk');
	const tokens = credential?.data['oauthTokenData'] as Record<string, string>;
	expect(site.sandbox.nmbrs.state.grants.consentOf(tokens['access_token'] ?? '')).not.toBeNull();
	expect(tokens['refresh_token']).toBeTruthy();
});

test('PKCE, and the state, are asked of NMBRS; the redirect address is the one of n8n', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs');
	const browser = site.browser();
	await browser.goto(invitation_url);
	await browser.press('start');
	const url = new URL(browser.authorizeUrl());
	expect(url.searchParams.get('code_challenge_method')).toBe('S256');
	expect(url.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
	expect(url.searchParams.get('redirect_uri')).toBe('https://n8n.example/webhook/alleo-connect');
	expect(url.searchParams.get('state')).toBeTruthy();
});

test('English, by the link on the page, to the end', async () => {
	const { invitation_url } = await site.invite('Bakery', 'nmbrs');
	const browser = site.browser();
	await browser.goto(`${invitation_url}&language=en`);
	expect(browser.page.html).toContain('<html lang="en">');
	await browser.consent();
	expect(browser.page.heading).toBe('Choose what Alleo may use');
	await browser.press('choose');
	expect(browser.page.heading).toBe('Congratulations, you are connected');
	expect(site.started[0]?.language).toBe('en');
});

test('only what stays ticked is used; a debtor without companies left is not chosen', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs');
	const browser = site.browser();
	await browser.goto(invitation_url);
	await browser.consent();
	const { companies } = site.sandbox.world.nmbrs;
	const [mine] = companies.filter(({ debtorId }) => debtorId === firstDebtor());
	await browser.press('choose', { company: [mine?.companyId ?? ''] });
	expect(site.started[0]?.debtors.map(({ id }) => id)).toEqual([firstDebtor()]);
	expect(site.started[0]?.companies.map(({ id }) => id)).toEqual([mine?.companyId]);
});

test('choosing nothing, or what NMBRS never listed, is asked again', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs');
	const browser = site.browser();
	await browser.goto(invitation_url);
	await browser.consent([firstDebtor()]);
	expect(await browser.press('choose', { debtor: null })).toMatchObject({ status: 422 });
	expect(browser.words).toContain('Er is niets gekozen');
	const [other] = site.sandbox.world.nmbrs.companies.filter(
		(one) => one.debtorId !== firstDebtor(),
	);
	const foreign = { debtor: other?.debtorId ?? '', company: other?.companyId ?? '' };
	expect(await browser.press('choose', foreign)).toMatchObject({ status: 422 });
	expect(site.started).toEqual([]);
});

describe('each thing that goes wrong at NMBRS has its own page, and a way on', () => {
	const landed = async (): Promise<ReturnType<Site['browser']>> => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const browser = site.browser();
		await browser.goto(invitation_url);
		return browser;
	};
	const nothingConnected = (): void => {
		expect(site.started).toEqual([]);
		expect(site.n8n.credentials.size).toBe(0);
	};

	test('refused consent', async () => {
		const browser = await landed();
		await browser.press('start');
		const state = new URL(browser.authorizeUrl()).searchParams.get('state') ?? '';
		const back = `https://n8n.example/webhook/alleo-connect?error=access_denied&state=${state}`;
		expect(await browser.goto(back)).toMatchObject({
			status: 403,
			heading: 'NMBRS kreeg geen toestemming.',
		});
		nothingConnected();
		// The link keeps working.
		await browser.goto(/href="([^"]*invitation=[^"]*)"/.exec(browser.page.html)?.[1] ?? '');
		await browser.consent();
		expect(browser.page.heading).toBe('Kies wat Alleo mag gebruiken');
	});

	test('a scope, client or redirect address that NMBRS does not know', async () => {
		const settings = site.sandbox.nmbrs.state;
		for (const clients of [
			settings.settings.clients.map((client) => ({ ...client, scopes: ['offline_access'] })),
			settings.settings.clients.map((client) => ({ ...client, redirectUris: [] })),
			[],
		]) {
			const before = settings.settings.clients;
			settings.configure({ clients });
			const browser = await landed();
			expect(await browser.press('start')).toMatchObject({
				status: 502,
				heading: 'NMBRS accepteert het verzoek van Alleo niet.',
			});
			settings.configure({ clients: before });
		}
		expect(site.log.join('\n')).toContain('refused the authorize request');
		nothingConnected();
	});

	test('the same, when NMBRS sends the error back', async () => {
		const browser = await landed();
		await browser.press('start');
		const state = new URL(browser.authorizeUrl()).searchParams.get('state') ?? '';
		const back = `https://n8n.example/webhook/alleo-connect?error=invalid_scope&state=${state}`;
		expect(await browser.goto(back)).toMatchObject({ status: 502 });
		expect(browser.page.heading).toBe('NMBRS accepteert het verzoek van Alleo niet.');
		nothingConnected();
	});

	test.each(['none', 'empty'] as const)('a login without rights (%s)', async (rights) => {
		const email = 'leeg@bakkerij.example';
		site.sandbox.nmbrs.state.configure({ logins: [{ email, debtorIds: null, rights }] });
		const browser = await landed();
		expect(await browser.consent([], email)).toMatchObject({
			status: 403,
			heading: 'Deze NMBRS-login mag niets lezen.',
		});
		nothingConnected();
	});

	test('an expired code', async () => {
		site.sandbox.nmbrs.state.configure({ codeSeconds: -1 });
		const browser = await landed();
		expect(await browser.consent()).toMatchObject({
			status: 400,
			heading: 'De toestemming van NMBRS kwam te laat.',
		});
		nothingConnected();
	});

	test('no refresh token', async () => {
		await site.close();
		site = await startSite({ app: { scope: 'company.info.read employee.info.read' } });
		const browser = await landed();
		expect(await browser.consent()).toMatchObject({ status: 502 });
		expect(browser.words).toContain('offline_access');
		nothingConnected();
	});

	test('a wrong client secret is ours, not the customer’s', async () => {
		await site.close();
		site = await startSite({ app: { clientSecret: 'another-secret-0123' } });
		const browser = await landed();
		expect(await browser.consent()).toMatchObject({ status: 502 });
		expect(browser.words).toContain('Het ligt niet aan u');
		expect(site.log.join('\n')).toContain('invalid_client');
		expect(site.log.join('\n')).not.toContain('another-secret-0123');
		nothingConnected();
	});

	test('no app at all, no table, a key without rights: not the customer’s either', async () => {
		await site.close();
		site = await startSite({ withoutApp: true });
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const browser = site.browser();
		expect(await browser.goto(invitation_url)).toMatchObject({ status: 503 });
		site.n8n.scopes = [];
		expect(await browser.goto(invitation_url)).toMatchObject({ status: 503 });
		expect(browser.page.heading).toContain('kan de verbinding op dit moment niet maken');
		site.n8n.broken = 500;
		expect(await browser.goto(invitation_url)).toMatchObject({ status: 503 });
		expect(browser.page).toMatchObject({
			heading: 'Alleo is op dit moment druk.',
			headers: { 'retry-after': '60' },
		});
	});
});

test('an app that sends its secret in the header connects likewise', async () => {
	await site.close();
	site = await startSite({ app: { authentication: 'header' } });
	const { invitation_url } = await site.invite('A', 'nmbrs');
	const browser = site.browser();
	await browser.goto(invitation_url);
	await browser.consent();
	await browser.press('choose');
	expect(site.started).toHaveLength(1);
	const [credential] = site.n8n.credentials.values();
	expect(credential?.data['authentication']).toBe('header');
});

test('the test address of the editor says to use the other one', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs');
	await site.close();
	site = await startSite({ mode: 'manual' });
	await site.invite('A', 'nmbrs');
	const browser = site.browser();
	expect(await browser.goto(invitation_url)).toMatchObject({
		status: 400,
		heading: 'Dit is het testadres.',
	});
});

test('a preview or a mail scanner that opens the link begins nothing', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs');
	const before = structuredClone(site.n8n.rows());
	for (let time = 0; time < 5; time += 1) await site.browser().goto(invitation_url);
	expect(site.n8n.rows()).toEqual(before);
});
