import { isFromOwnPage } from '../../nodes/shared/fromOwnPage';
import { FROM_ELSEWHERE, FROM_OWN_PAGE, PAGES } from '../support/connectBrowser.mts';
import { startSite, type Site } from '../support/connectSite.mts';
import { form, MIXED, waitingPage } from '../support/approvalWebhook.mts';

/** No other website makes a visitor's browser take a step, or decide about a plan. */

const HOST = { host: 'n8n.example' };

describe('where a form comes from', () => {
	test.each([
		['a page of ours', { 'sec-fetch-site': 'same-origin' }, true],
		['the address bar', { 'sec-fetch-site': 'none' }, true],
		['another site', { 'sec-fetch-site': 'cross-site' }, false],
		['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, false],
		['a value that no browser sends', { 'sec-fetch-site': 'anything' }, false],
		['another site that names us', { 'sec-fetch-site': 'cross-site', origin: PAGES }, false],
		['our origin, without encryption', { origin: 'http://n8n.example' }, true],
		['our origin, as n8n is set', { host: 'inner:5678', origin: 'https://n8n.example' }, true],
		['another origin', { origin: 'https://evil.example' }, false],
		['an origin that begins like ours', { origin: 'https://n8n.example.evil.example' }, false],
		['another port of ours', { origin: 'https://n8n.example:8443' }, false],
		['a hidden origin', { origin: 'null' }, false],
		['no address at all', { origin: 'n8n.example' }, false],
		['a file', { origin: 'file://' }, false],
		['two values, the first counts', { 'sec-fetch-site': ['cross-site', 'same-origin'] }, false],
		['no browser', {}, true],
	])('%s', (_what, headers, expected) => {
		expect(isFromOwnPage({ ...HOST, ...headers }, PAGES)).toBe(expected);
	});
});

describe('pages for customers', () => {
	let site: Site;
	beforeEach(async () => {
		site = await startSite();
	});
	afterEach(async () => {
		await site.close();
	});

	test('a link that another site posts begins nothing, and gives no cookie', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const attacker = site.browser();
		await attacker.goto(invitation_url);
		const theirs = attacker.form('start');
		const before = structuredClone(site.n8n.rows());
		const victim = site.browser();
		for (const from of [FROM_ELSEWHERE, { origin: 'null' }, { 'sec-fetch-site': 'same-site' }]) {
			expect(await victim.post(theirs, from)).toMatchObject({
				status: 403,
				heading: 'Dit is niet vanaf deze pagina verstuurd.',
			});
		}
		expect(victim.cookies.size).toBe(0);
		expect(site.n8n.rows()).toEqual(before);
		expect(victim.page.html).not.toContain('http-equiv="refresh"');
	});

	test('no step of either system is taken for another site', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const browser = site.browser();
		await browser.goto(invitation_url);
		await browser.consent();
		const choosing = browser.form('choose');
		for (const step of ['start', 'choose', 'token', 'skipToken', 'pick', 'afas', 'finish', 'x']) {
			const sent = new URLSearchParams(choosing);
			sent.set('step', step);
			expect((await browser.post(sent, FROM_ELSEWHERE)).status).toBe(403);
		}
		expect(site.started).toEqual([]);
		await browser.post(choosing, FROM_OWN_PAGE);
		expect(site.started).toHaveLength(1);
	});

	test('a page tells the browser to say where its forms come from', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const { headers, html } = await site.browser().goto(invitation_url);
		expect(headers['referrer-policy']).toBe('same-origin');
		expect(html).toContain('<meta name="referrer" content="same-origin" />');
	});
});

describe('the approval page', () => {
	const decide = (headers: Record<string, string>) =>
		waitingPage(MIXED).post(form(MIXED, 'approve', [['offboardings', '1']]), {}, headers);

	test('a decision that another site posts decides nothing, and shows nobody', () => {
		for (const from of [FROM_ELSEWHERE, { ...HOST, origin: 'null' }]) {
			const reply = decide(from);
			expect([reply.status, reply.resumed]).toEqual([403, null]);
			expect(reply.body).toContain('This was not sent from this page.');
			for (const { name } of MIXED.rows) expect(reply.body).not.toContain(name);
		}
	});

	test('the same decision from the page itself counts', () => {
		expect(decide(FROM_OWN_PAGE).resumed).not.toBeNull();
		expect(decide({ ...HOST, origin: 'http://n8n.example' }).resumed).not.toBeNull();
	});
});
