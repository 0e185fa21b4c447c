import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { PAGES, SIGNING_KEY, startSite, type Site } from '../support/connectSite.mts';

/** Many requests at once, and a look for secrets everywhere. */

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

describe('1,000 requests at once', () => {
	test('opening and starting: no credential, and one browser holds the invitation', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const browsers = Array.from({ length: 200 }, () => site.browser());
		const opened = await Promise.all(browsers.map(async (one) => await one.goto(invitation_url)));
		expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([200]));
		await Promise.all(browsers.map(async (one) => await one.press('start')));
		const going = browsers.filter(({ page }) => page.status === 200);
		expect(going.length).toBeGreaterThan(0);
		const backs = await Promise.all(
			going.map(async (one) => await giveConsent(one.authorizeUrl())),
		);
		await Promise.all(going.map(async (one, at) => await one.goto(backs[at] ?? '')));
		const choosing = going.filter(({ page }) => page.heading.startsWith('Kies'));
		expect(choosing).toHaveLength(1);
		await choosing[0]?.press('choose');
		expect(site.started).toHaveLength(1);
		expect(site.n8n.credentials.size).toBe(1);
	});

	test('the last step a thousand times: one item, one credential', async () => {
		const { browser } = await landed();
		await browser.consent();
		const form = browser.form('choose');
		const copies = Array.from({ length: 1000 }, () => {
			const copy = site.browser();
			for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
			return copy;
		});
		await Promise.all(copies.map(async (one) => await one.post(new URLSearchParams(form))));
		expect(site.started).toHaveLength(1);
		expect(site.n8n.credentials.size).toBe(1);
		for (const { page } of copies) expect([200, 409, 410]).toContain(page.status);
	}, 120_000);

	test('the same AFAS form a hundred times: one item, one credential, no leftovers', async () => {
		const { invitation_url } = await site.invite('B', 'afas');
		const { clientId, clientSecret } = site.sandbox.credentials.afas;
		const fields = { environmentNumber: '12345', way: 'oauth', clientId, clientSecret };
		const browsers = Array.from({ length: 100 }, () => site.browser());
		await Promise.all(browsers.map(async (one) => await one.goto(invitation_url)));
		await Promise.all(browsers.map(async (one) => await one.press('afas', fields)));
		expect(site.started).toHaveLength(1);
		expect([...site.n8n.credentials.keys()]).toEqual([
			site.started[0]?.credentials.afasOAuth2Api?.id,
		]);
	}, 120_000);

	test('made-up links cost no look-up in n8n', async () => {
		await site.invite('A', 'nmbrs');
		const before = site.n8n.server.seen.filter(({ url }) => url.includes('/rows')).length;
		await Promise.all(
			Array.from({ length: 1000 }, async (_one, at) => {
				const seen = await site.browser().goto(`${PAGES}?invitation=made-up.${at}`);
				expect(seen.status).toBe(404);
			}),
		);
		expect(site.n8n.server.seen.filter(({ url }) => url.includes('/rows'))).toHaveLength(before);
	}, 120_000);
});

test('no secret is in an item, a row, a log line, a page or an address', async () => {
	const { browser } = await landed('A', { askApiToken: true });
	await browser.consent();
	const pages = [browser.page.html];
	await browser.press('choose');
	const { soapDomain, soapUsername, soapToken } = site.sandbox.credentials.nmbrs;
	pages.push(
		(await browser.press('token', { domain: soapDomain, username: soapUsername, token: soapToken }))
			.html,
	);
	pages.push((await browser.press('pick')).html);
	const seen = JSON.stringify([site.started, site.n8n.rows(), site.log, pages, browser.history]);
	const secrets = [
		...site.sandbox.nmbrs.state.grants.tokens(),
		soapToken,
		site.sandbox.credentials.nmbrs.clientSecret,
		site.sandbox.credentials.nmbrs.subscriptionKey,
		site.n8n.apiKey,
		SIGNING_KEY,
	];
	expect(site.started).toHaveLength(1);
	for (const secret of secrets) expect(seen.includes(secret)).toBe(false);
});
