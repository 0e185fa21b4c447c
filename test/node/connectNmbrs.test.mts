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
	expect(item?.companies).toHaveLength(site.sandbox.world.nmbrs.companies.length);
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
		site.n8n.broken = 500;
		expect(await browser.goto(invitation_url)).toMatchObject({ status: 503 });
		expect(browser.page.heading).toContain('kan de verbinding op dit moment niet maken');
	});
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
		await browser.press('skipToken');
		expect(site.started).toHaveLength(2);
		const again = await connect('Bakkerij Van Dijk', { replaceCredentialId: id, debtors: [other] });
		expect(again.browser.page.status).toBe(409);
		expect(site.started).toHaveLength(2);
	});

	test('a login that serves another customer is noticed, and said to both', async () => {
		const [mine, other] = site.sandbox.world.nmbrs.debtors.map(({ debtorId }) => debtorId);
		await connect('Bakkerij Van Dijk', { debtors: [mine] }, 'zelfde@kantoor.example');
		const second = await site.invite('Slagerij De Boer', 'nmbrs');
		const browser = site.browser();
		await browser.goto(second.invitation_url);
		await browser.consent([other ?? ''], 'zelfde@kantoor.example');
		expect(browser.words).toContain('bedient ook de koppeling van Bakkerij Van Dijk');
		await browser.press('choose');
		expect(site.started[1]?.notices).toMatchObject([
			{ code: 'CONNECT_LOGIN_SHARED', params: { customer: 'Bakkerij Van Dijk' } },
		]);
		expect(browser.words).toContain(
			'Dezelfde login bedient ook de koppeling van Bakkerij Van Dijk',
		);
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
});

describe('the API token', () => {
	const { credentials } = { credentials: () => site.sandbox.credentials.nmbrs };
	async function upToToken() {
		const { invitation_url } = await site.invite('A', 'nmbrs', { askApiToken: true });
		const browser = site.browser();
		await browser.goto(invitation_url);
		await browser.consent();
		await browser.press('choose');
		expect(browser.page.heading).toBe('Het API-token van NMBRS');
		return browser;
	}
	const login = () => ({
		domain: credentials().soapDomain,
		username: credentials().soapUsername,
		token: credentials().soapToken,
	});

	test('tested, stored, and what it can read is offered', async () => {
		const browser = await upToToken();
		await browser.press('token', login());
		expect(browser.page.heading).toBe('Kies looncomponenten en verlofgroepen');
		expect(browser.words).toContain('Alleo toegang');
		const leave = /name="leave" value="([^"]*)"/.exec(browser.page.html)?.[1] ?? '';
		await browser.press('pick', { wage: ['7000', 'not-offered'], leave });
		expect(site.started[0]).toMatchObject({
			wage_components: [{ code: '7000', name: 'Alleo toegang' }],
			leave_groups: [{ id: leave }],
			credentials: { nmbrsTokenApi: { name: 'NMBRS A (API token)' } },
			notices: [],
		});
		expect(site.n8n.ofType('nmbrsTokenApi')[0]?.data).toMatchObject(login());
	});

	test('what the user template lacks is named, one by one; another test after the repair', async () => {
		const browser = await upToToken();
		site.sandbox.nmbrs.state.configure({
			forbiddenOperations: ['Run_GetList', 'LeaveBalance_GetPerType'],
		});
		await browser.press('token', login());
		expect(browser.words).toContain('Het gebruikerssjabloon staat dit niet toe');
		const lacking = [...browser.page.html.matchAll(/<li class="not">([\s\S]*?)<\/li>/g)].map(
			([, inside]) => /(\w+: \w+)/.exec(inside ?? '')?.[1],
		);
		expect(lacking).toEqual([
			'CompanyService: Run_GetList',
			'EmployeeService: LeaveBalance_GetPerType',
		]);
		expect(browser.page.html).not.toContain(credentials().soapToken);
		site.sandbox.nmbrs.state.configure({ forbiddenOperations: [] });
		await browser.press('token', login());
		expect(browser.page.heading).toBe('Kies looncomponenten en verlofgroepen');
		expect(site.n8n.ofType('nmbrsTokenApi')).toHaveLength(1);
	});

	test('a wrong token is refused on the page, without being shown; empty fields are asked for', async () => {
		const browser = await upToToken();
		await browser.press('token', { ...login(), token: 'wrong-token-0123456789' });
		expect(browser.page.status).toBe(422);
		expect(browser.page.html).not.toContain('wrong-token-0123456789');
		expect(browser.page.html).toContain(`value="${credentials().soapUsername}"`);
		await browser.press('token', { domain: '', username: '', token: '' });
		expect(browser.page.html.match(/aria-invalid="true"/g)).toHaveLength(3);
		expect(site.n8n.ofType('nmbrsTokenApi')).toEqual([]);
	});

	test('finishing without it is possible, and said', async () => {
		const browser = await upToToken();
		await browser.press('skipToken');
		expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
		expect(site.started[0]?.notices.map(({ code }) => code)).toEqual(['CONNECT_TOKEN_SKIPPED']);
	});

	test('an invitation for the token alone asks no consent', async () => {
		const credential = { id: 'old-token-01', name: 'Token', type: 'nmbrsTokenApi', data: {} };
		site.n8n.credentials.set(credential.id, credential);
		const { invitation_url } = await site.invite('A', 'nmbrs', {
			replaceCredentialId: 'old-token-01',
		});
		const browser = site.browser();
		await browser.goto(invitation_url);
		await browser.press('start');
		expect(browser.page.heading).toBe('Het API-token van NMBRS');
		await browser.press('token', login());
		await browser.press('pick');
		expect(site.n8n.credentials.get('old-token-01')?.data).toMatchObject(login());
		expect(site.started).toHaveLength(1);
	});
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
