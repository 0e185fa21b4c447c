import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { PAGES, startSite, type Site } from '../support/connectSite.mts';

/** What the pages say and carry: addresses, names, headers. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

async function landed(customer = 'A', more: Record<string, unknown> = {}) {
	const invitation = await site.invite(customer, 'nmbrs', more);
	const browser = site.browser();
	await browser.goto(invitation.invitation_url);
	return { browser, invitation };
}

test('no address leads anywhere but to these pages and to NMBRS', async () => {
	const { invitation } = await landed();
	const evil = 'https://evil.example/';
	const browser = site.browser();
	await browser.goto(
		`${invitation.invitation_url}&redirect_uri=${evil}&next=${evil}&returnUrl=${evil}&language=${evil}`,
	);
	expect(browser.page.html).not.toContain('evil.example');
	await browser.press('start', { redirect_uri: evil, next: evil, language: evil });
	const authorize = new URL(browser.authorizeUrl());
	expect(authorize.origin).toBe(site.sandbox.nmbrs.origin);
	expect(authorize.searchParams.get('redirect_uri')).toBe(PAGES);
	expect(browser.page.html).not.toContain('evil.example');
	await browser.goto(await giveConsent(authorize.href));
	await browser.press('choose', { next: evil });
	for (const url of browser.history.slice(1)) expect(url.startsWith(PAGES)).toBe(true);
});

const SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'`';

test('script in the names of a customer, a debtor and a company is text', async () => {
	const { debtors, companies } = site.sandbox.world.nmbrs;
	debtors[0]!.name = SCRIPT;
	companies[0]!.name = SCRIPT;
	const customer = SCRIPT;
	const { browser } = await landed(customer);
	const pages = [browser.page.html];
	await browser.press('start');
	pages.push(browser.page.html);
	await browser.goto(await giveConsent(browser.authorizeUrl()));
	pages.push(browser.page.html);
	await browser.press('choose');
	pages.push(browser.page.html);
	expect(site.started[0]).toMatchObject({ customer });
	for (const html of pages) {
		expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
		expect(html).toContain('&lt;script&gt;alert(1)');
	}
	const second = await landed('B');
	await second.browser.consent();
	expect(second.browser.page.html).not.toMatch(/<script|<img/);
});

test('every page carries the policy, is stored nowhere, and tells nobody where it came from', async () => {
	const { browser, invitation } = await landed();
	const pages = [browser.page];
	pages.push(await browser.consent());
	pages.push(await browser.press('choose'));
	pages.push(await browser.goto(invitation.invitation_url));
	pages.push(await browser.goto(`${PAGES}?invitation=x`));
	for (const { headers, html } of pages) {
		expect(headers).toMatchObject({
			'cache-control': 'no-store',
			'referrer-policy': 'same-origin',
			'x-frame-options': 'DENY',
			'x-content-type-options': 'nosniff',
		});
		expect(headers['content-security-policy']).toMatch(/^default-src 'none'; base-uri 'none'/);
		expect(headers['content-security-policy']).not.toContain('unsafe');
		expect(html).not.toContain('<script');
		expect(html).not.toMatch(/ on\w+="/);
	}
	const cookie = pages.flatMap(({ headers }) => headers['set-cookie'] ?? []);
	expect(cookie).toEqual([]);
	const first = site.browser();
	await first.goto((await site.invite('B', 'nmbrs')).invitation_url);
	await first.press('start');
	expect(first.page.headers['set-cookie']).toMatch(
		/^alleo-connect-[\w-]+=[\w-]{43}; Path=\/webhook\/alleo-connect; Max-Age=21600; HttpOnly; SameSite=Lax; Secure$/,
	);
});
