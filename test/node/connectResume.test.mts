import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { serviceName } from '../../core/connect/page/services';
import { COMPANY_LIST } from '../../nodes/Nmbrs/api/soap/payrollServices';
import { TOKEN_SERVICES } from '../../nodes/CustomerConnect/nmbrs/tokenServices';
import { PAGES, startSite, type Browser, type Site } from '../support/connectSite.mts';

/** A phone drops the page while the customer fetches a token: who comes back goes on, and only who began. */

let site: Site;
beforeEach(async () => {
	site = await startSite({ afasAccess: true });
});
afterEach(async () => {
	await site.close();
});

const TOKEN = 'Het API-token van NMBRS';
const CHOOSE = 'Kies wat Alleo mag gebruiken';
const LANDING = 'Verbind NMBRS met Alleo';

const stepOf = ({ page }: Browser): string | null =>
	/<p class="step">([^<]*)<\/p>/.exec(page.html)?.[1]?.trim() ?? null;

async function upToToken(customer = 'A') {
	const invitation = await site.invite(customer, 'nmbrs', { askApiToken: true });
	const browser = site.browser();
	await browser.goto(invitation.invitation_url);
	await browser.consent();
	await browser.press('choose');
	expect(browser.page.heading).toBe(TOKEN);
	return { browser, invitation };
}

describe('coming back', () => {
	test('by the link and by the bare address, to the same step, and then to the end', async () => {
		const { browser, invitation } = await upToToken();
		await browser.goto(invitation.invitation_url);
		expect(browser.page.heading).toBe(TOKEN);
		await browser.goto(PAGES);
		expect(browser.page.heading).toBe(TOKEN);
		await browser.press('skipToken');
		expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
		for (const address of [invitation.invitation_url, PAGES]) {
			await browser.goto(address);
			expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
		}
		expect(site.started).toHaveLength(1);
		expect(site.n8n.ofType('nmbrsOAuth2Api')).toHaveLength(1);
	});

	test('changes nothing: what was given stays, and no consent is given back', async () => {
		const { browser, invitation } = await upToToken();
		const before = JSON.stringify(site.n8n.rows());
		await browser.goto(invitation.invitation_url);
		await browser.goto(PAGES);
		expect(JSON.stringify(site.n8n.rows())).toBe(before);
		expect(site.sandbox.nmbrs.state.grants.consents.map(({ withdrawn }) => withdrawn)).toEqual([
			false,
		]);
	});

	test('in the language of the link, or the one that is asked for', async () => {
		const { browser, invitation } = await upToToken();
		await browser.goto(`${invitation.invitation_url}&language=en`);
		expect(browser.page.heading).toBe('The API token of NMBRS');
	});

	test('another browser gets the first step, is told, and nothing of the first', async () => {
		const { browser, invitation } = await upToToken();
		const other = site.browser();
		await other.goto(invitation.invitation_url);
		expect(other.page.heading).toBe(LANDING);
		expect(other.words).toContain('Er was al iemand met deze link begonnen');
		expect(other.words).toContain('er is niets verloren');
		expect(other.page.html).not.toContain('Voorbeeld Holding');
		expect((await other.goto(PAGES)).status).toBe(404);
		await browser.goto(PAGES);
		expect(browser.page.heading).toBe(TOKEN);
	});

	test('a cookie that was made up leads nowhere, by either address', async () => {
		const { invitation } = await upToToken();
		const other = site.browser();
		other.cookies.set(`alleo-connect-${invitation.invitation_id}`, 'x'.repeat(43));
		expect((await other.goto(PAGES)).status).toBe(404);
		await other.goto(invitation.invitation_url);
		expect(other.page.heading).toBe(LANDING);
	});

	test('a used link tells nobody but its own browser what came of it', async () => {
		const { browser, invitation } = await upToToken();
		await browser.press('skipToken');
		const other = site.browser();
		for (const cookie of ['', 'x'.repeat(43)]) {
			if (cookie !== '') other.cookies.set(`alleo-connect-${invitation.invitation_id}`, cookie);
			expect(await other.goto(invitation.invitation_url)).toMatchObject({
				status: 410,
				heading: 'Deze link is al gebruikt.',
			});
		}
	});

	test('after a link was revoked there is nothing to come back to', async () => {
		const { browser, invitation } = await upToToken();
		await site.setup({ operation: 'revoke', invitationId: invitation.invitation_id }, true);
		expect((await browser.goto(invitation.invitation_url)).status).toBe(410);
		expect((await browser.goto(PAGES)).status).toBe(404);
	});

	test('two customers in one browser: the bare address asks with which to go on', async () => {
		const { browser } = await upToToken('Bakkerij Jansen');
		const second = await site.invite('Slagerij De Wit', 'nmbrs');
		await browser.goto(second.invitation_url);
		await browser.consent();
		expect(browser.page.heading).toBe(CHOOSE);
		await browser.goto(PAGES);
		expect(browser.page.heading).toBe('Voor wie wilt u verdergaan?');
		expect(browser.words).toContain('Bakkerij Jansen');
		const links = [...browser.page.html.matchAll(/<li><a href="([^"]*)"/g)];
		expect(links).toHaveLength(2);
		await browser.goto((links[1]?.[1] ?? '').replaceAll('&amp;', '&'));
		expect(browser.page.heading).toBe(TOKEN);
		await browser.press('skipToken');
		await browser.goto(PAGES);
		expect(browser.page.heading).toBe(CHOOSE);
	});

	test('of many cookies only a few are looked up', async () => {
		await site.invite('A', 'nmbrs');
		const browser = site.browser();
		for (let at = 0; at < 40; at += 1) browser.cookies.set(`alleo-connect-made-up-${at}`, 'x');
		let asked = 0;
		site.n8n.losing = (line) => {
			if (line.startsWith('GET /data-tables/')) asked += 1;
			return false;
		};
		expect((await browser.goto(PAGES)).status).toBe(404);
		expect(asked).toBeGreaterThan(0);
		expect(asked).toBeLessThanOrEqual(4);
	});

	test('AFAS: to what was found; testing again starts at the form', async () => {
		const { invitation_url } = await site.invite('A', 'afas');
		const { clientId, clientSecret } = site.sandbox.credentials.afas;
		const fields = { environmentNumber: '12345', way: 'oauth', clientId, clientSecret };
		const browser = site.browser();
		await browser.goto(invitation_url);
		expect(stepOf(browser)).toBe('Stap 1 van 2');
		await browser.press('afas', fields);
		const found = browser.page.heading;
		expect(stepOf(browser)).toBe('Stap 2 van 2');
		await browser.goto(invitation_url);
		expect(browser.page.heading).toBe(found);
		const again = /href="([^"]*anew=1)"/.exec(browser.page.html)?.[1] ?? '';
		await browser.goto(again.replaceAll('&amp;', '&'));
		expect(browser.page.heading).toBe('Verbind AFAS Profit met Alleo');
	});
});

test('each page says which step it is, of those that this customer has', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs', { askApiToken: true });
	const browser = site.browser();
	await browser.goto(invitation_url);
	const seen = [stepOf(browser)];
	await browser.press('start');
	seen.push(stepOf(browser));
	await browser.goto(await giveConsent(browser.authorizeUrl()));
	seen.push(stepOf(browser));
	await browser.press('choose');
	seen.push(stepOf(browser));
	const { soapDomain: domain, soapUsername: username, soapToken } = site.sandbox.credentials.nmbrs;
	await browser.press('token', { domain, username, token: soapToken });
	seen.push(stepOf(browser));
	expect(seen).toEqual([1, 1, 2, 3, 4].map((at) => `Stap ${at} van 4`));
	await browser.press('pick');
	expect(stepOf(browser)).toBeNull();
	expect(browser.words).toMatch(/elke dag rond 0[345]:\d\d/);
	const short = site.browser();
	await short.goto((await site.invite('B', 'nmbrs')).invitation_url);
	expect(stepOf(short)).toBe('Stap 1 van 2');
});

test('a renewed connection does not speak of a first dry run', async () => {
	const first = await upToToken();
	await first.browser.press('skipToken');
	expect(first.browser.words).toContain('Hoe gaat het verder');
	const id = site.started[0]?.credentials.nmbrsOAuth2Api?.id ?? '';
	const again = site.browser();
	const { invitation_url } = await site.invite('A', 'nmbrs', { replaceCredentialId: id });
	await again.goto(invitation_url);
	await again.consent();
	await again.press('choose');
	expect(again.page.heading).toBe('Gelukt, de verbinding is vernieuwd');
	expect(again.words).not.toContain('Hoe gaat het verder');
});

test.each([COMPANY_LIST, ...TOKEN_SERVICES].map(({ service, operation }) => [service, operation]))(
	'%s %s has a name that says what it does, in both languages',
	(service, operation) => {
		for (const language of ['en', 'nl'] as const) {
			expect(serviceName(`${service}: ${operation}`, language)).toMatch(/^[A-Z][a-z ]+$/);
		}
		expect(serviceName('CompanyService: Other', 'en')).toBeNull();
	},
);
