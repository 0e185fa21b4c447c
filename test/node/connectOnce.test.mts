import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { form, MIXED, waitingPage } from '../support/approvalWebhook.mts';
import { FROM_ELSEWHERE, PAGES } from '../support/connectBrowser.mts';
import { startSite, type Browser, type Site } from '../support/connectSite.mts';

/** What counts once, what was not chosen, and who may read a page. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

async function landed(customer = 'A'): Promise<Browser> {
	const { invitation_url } = await site.invite(customer, 'nmbrs');
	const browser = site.browser();
	await browser.goto(invitation_url);
	return browser;
}

const tokenCalls = (): number =>
	site.sandbox.nmbrs.log.entries.filter(({ url }) => url.startsWith('/connect/token')).length;

describe('a state counts once, also where the exchange of its code failed', () => {
	test.each([
		['NMBRS answers with an error', { kind: 'status', status: 503 }, 502],
		['the connection drops after NMBRS spent the code', { kind: 'dropAfter' }, 502],
		['NMBRS answers with a web page', { kind: 'html' }, 502],
	] as const)('%s', async (_what, fault, status) => {
		const browser = await landed();
		await browser.press('start');
		const back = await giveConsent(browser.authorizeUrl());
		site.sandbox.nmbrs.faults.add({ ...fault, path: '/connect/token' });
		expect((await browser.goto(back)).status).toBe(status);
		const asked = tokenCalls();
		expect(asked).toBeGreaterThan(0);
		site.sandbox.nmbrs.faults.clear();
		// The same address again: not even asked, whatever NMBRS would say now.
		expect(await browser.goto(back)).toMatchObject({
			status: 400,
			heading: 'NMBRS kwam terug met een antwoord dat hier niet bij hoort.',
		});
		expect(tokenCalls()).toBe(asked);
		expect(site.started).toEqual([]);
		expect(site.n8n.credentials.size).toBe(0);
	});
});

test('a debtor that is not ticked is not chosen, also where its companies could not be listed', async () => {
	const [first, second] = site.sandbox.world.nmbrs.debtors.map(({ debtorId }) => debtorId);
	const browser = await landed();
	await browser.press('start');
	const back = await giveConsent(browser.authorizeUrl(), [first ?? '', second ?? '']);
	site.sandbox.nmbrs.faults.add({
		kind: 'status',
		status: 403,
		path: `/debtors/${second ?? ''}/companies`,
	});
	await browser.goto(back);
	expect(browser.page.heading).toBe('Kies wat Alleo mag gebruiken');
	expect(site.sandbox.nmbrs.faults.list()[0]?.hits).toBeGreaterThan(0);
	const shown = browser.form('choose');
	expect(shown.getAll('debtor')).toEqual([first, second]);
	const ofFirst = site.sandbox.world.nmbrs.companies
		.filter(({ debtorId }) => debtorId === first)
		.map(({ companyId }) => companyId);
	expect(ofFirst.length).toBeGreaterThan(0);
	expect(shown.getAll('company')).toEqual(ofFirst);
	await browser.press('choose', { debtor: first ?? '' });
	expect(site.started[0]?.debtors.map(({ id }) => id)).toEqual([first]);
	// All of the debtor's companies are ticked: the debtor is kept, and later companies are read too.
	expect(site.started[0]?.companies).toEqual([]);
});

test('no page may be read by another site, whatever it says', async () => {
	const browser = await landed();
	const statuses = new Set<number>();
	const note = ({ status, headers }: Browser['page']): void => {
		statuses.add(status);
		expect(headers).not.toHaveProperty('access-control-allow-origin');
	};
	note(browser.page);
	const landing = browser.page.url;
	note(await browser.press('start'));
	note(await site.browser().goto(PAGES));
	note(await site.browser().goto(`${PAGES}?connection=aaaaaaaaaa`));
	note(await site.browser().post(new URLSearchParams({ step: 'start' }), FROM_ELSEWHERE));
	site.n8n.broken = 500;
	note(await browser.goto(landing));
	expect([...statuses].sort()).toEqual([200, 403, 404, 503]);
	const waiting = waitingPage(MIXED);
	for (const { status, headers } of [
		waiting.get(),
		waiting.get({ format: 'csv' }),
		waiting.get({ format: 'state' }),
		waiting.post(form(MIXED, 'approve'), {}, FROM_ELSEWHERE),
		waiting.post([['plan_hash', 'x']]),
		waiting.post(form(MIXED, 'reject')),
	]) {
		expect(status).toBeGreaterThanOrEqual(200);
		expect(headers).not.toHaveProperty('access-control-allow-origin');
	}
});
