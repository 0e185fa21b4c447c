import { MOST_VALUES } from '../../core/connect/filter';
import { filterQuestion } from '../../core/connect/page/filter';
import { countFilter } from '../../nodes/CustomerConnect/filter';
import { startSite, type Site } from '../support/connectSite.mts';

/** Routing is asked with what was found: values and counts, and whether each is an Alleo company of its own. */

describe('counting', () => {
	test('two spellings that the sync takes for one are one; the commonest first', () => {
		const seen = countFilter('alleo_filter', ['Zuid', ' zuid', 'Noord', '', undefined, 7], 6);
		expect(seen).toEqual({
			field: 'alleo_filter',
			values: [
				{ value: 'Zuid', people: 2 },
				{ value: '7', people: 1 },
				{ value: 'Noord', people: 1 },
			],
			different: 3,
			empty: 2,
			looked: 6,
			people: 6,
		});
	});

	test('more values than there can be companies are a number, as each may be about one person', () => {
		const values = Array.from({ length: MOST_VALUES + 1 }, (_, at) => `value ${at}`);
		const seen = countFilter('alleo_filter', values, null);
		expect(seen).toMatchObject({ values: [], different: MOST_VALUES + 1 });
		const page = filterQuestion(seen, 'nl');
		expect(page === false ? '' : page.markup).toContain('Verschillende waarden: 21');
	});

	test('what is no text and no number could not route anybody', () => {
		const seen = countFilter('alleo_filter', [{ a: 1 }, ['x'], true], 3);
		expect(seen).toMatchObject({ different: 0, empty: 3 });
		expect(filterQuestion(seen, 'en')).toBe(false);
	});

	test('markup in a value is text, and a long one is cut', () => {
		const seen = countFilter('alleo_filter', ['<b>x</b>', 'y'.repeat(500)], 2);
		const page = filterQuestion(seen, 'en');
		const markup = page === false ? '' : page.markup;
		expect(markup).toContain('&lt;b&gt;x&lt;/b&gt;');
		expect(markup).not.toContain('y'.repeat(61));
	});
});

describe('on the pages', () => {
	let site: Site;
	beforeEach(async () => {
		site = await startSite({ afasAccess: true });
	});
	afterEach(async () => {
		await site.close();
	});

	async function found(more: Record<string, unknown> = {}) {
		const { invitation_url } = await site.invite('A', 'afas', more);
		const { clientId, clientSecret } = site.sandbox.credentials.afas;
		const browser = site.browser();
		await browser.goto(invitation_url);
		await browser.press('afas', {
			environmentNumber: '12345',
			way: 'oauth',
			clientId,
			clientSecret,
		});
		return browser;
	}

	test('AFAS: asked with the counts; the answer and the values go along, with a notice for support', async () => {
		const browser = await found();
		expect(browser.words).toContain('Het veld alleo_filter verdeelt uw medewerkers.');
		await browser.press('finish');
		const [connection] = site.started;
		expect(connection?.alleo_filter).toMatchObject({ field: 'alleo_filter', several: 'several' });
		const { values, empty, looked } = connection!.alleo_filter!;
		expect(values.length).toBeGreaterThan(0);
		expect(values.reduce((sum, { people }) => sum + people, empty)).toBe(looked);
		expect(connection?.notices.map(({ code }) => code)).toContain('CONNECT_SEVERAL_COMPANIES');
		// The notice is for support; the customer said so itself.
		expect(browser.page.html).not.toContain('CONNECT_SEVERAL_COMPANIES');
	});

	test('AFAS: without the tick everybody is of one company, and support is told nothing', async () => {
		const browser = await found();
		await browser.press('finish', { useFilter: null });
		expect(site.started[0]?.alleo_filter).toMatchObject({ several: 'one' });
		expect(site.started[0]?.notices.map(({ code }) => code)).not.toContain(
			'CONNECT_SEVERAL_COMPANIES',
		);
	});

	test('NMBRS: asked beside the access field', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs', { askApiToken: true });
		const browser = site.browser();
		await browser.goto(invitation_url);
		await browser.consent();
		await browser.press('choose');
		const { soapDomain: domain, soapUsername: username } = site.sandbox.credentials.nmbrs;
		await browser.press('token', {
			domain,
			username,
			token: site.sandbox.credentials.nmbrs.soapToken,
		});
		expect(browser.page.heading).toBe('Wie doet er mee');
		expect(browser.words).toContain('Meerdere Alleo-bedrijven');
		await browser.press('pick');
		expect(site.started[0]?.alleo_filter).toMatchObject({ several: 'several' });
	});
});
