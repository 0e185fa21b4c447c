import { startSite, type Site } from '../support/connectSite.mts';

/** Guessing with one link: a few tries an hour, then a page that says when. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
	jest.restoreAllMocks();
});

const MINUTE = 60 * 1000;
const start = Date.now();
const at = (ms: number): void => {
	jest.spyOn(Date, 'now').mockImplementation(() => start + ms);
};

const token = (number: number): string =>
	`<token><version>1</version><data>${number.toString(16).padStart(64, 'A').toUpperCase()}</data></token>`;

const asked = (): number => site.sandbox.afas.log.counts.calls;

async function opened(url: string) {
	const browser = site.browser();
	await browser.goto(url);
	return browser;
}

test('60 wrong tokens for 60 environments: at most 5 reach AFAS, then 429 with the time', async () => {
	const { invitation_url } = await site.invite('A', 'afas');
	const statuses: number[] = [];
	for (let guess = 0; guess < 60; guess += 1) {
		const browser = await opened(invitation_url);
		const environmentNumber = String(10_000 + guess);
		await browser.press('afas', { environmentNumber, way: 'token', token: token(guess) });
		statuses.push(browser.page.status);
	}
	expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422]);
	expect(new Set(statuses.slice(5))).toEqual(new Set([429]));
	expect(asked()).toBeLessThanOrEqual(5);
});

test('the same 60 at once', async () => {
	const { invitation_url } = await site.invite('A', 'afas');
	const browsers = await Promise.all(
		Array.from({ length: 60 }, async () => await opened(invitation_url)),
	);
	for (let round = 0; round < 3; round += 1) {
		await Promise.all(
			browsers.map(async (browser, guess) => {
				await browser.goto(invitation_url);
				const environmentNumber = String(10_000 + guess);
				await browser.press('afas', { environmentNumber, way: 'token', token: token(guess) });
			}),
		);
	}
	expect(asked()).toBeLessThanOrEqual(5);
	for (const { page } of browsers) expect([409, 422, 429]).toContain(page.status);
});

test('the page says when to come back, in the time zone of the workflow; then it works again', async () => {
	at(0);
	const { invitation_url } = await site.invite('A', 'afas');
	const wrong = { environmentNumber: '12345', way: 'token', token: token(1) };
	for (let minute = 0; minute < 5; minute += 1) {
		at(minute * MINUTE);
		await (await opened(invitation_url)).press('afas', wrong);
	}
	at(10 * MINUTE);
	const browser = await opened(invitation_url);
	await browser.press('afas', wrong);
	expect(browser.page).toMatchObject({
		status: 429,
		heading: 'Dit is met deze link te vaak geprobeerd.',
		headers: { 'retry-after': String(50 * 60) },
	});
	const time = new Intl.DateTimeFormat('nl-NL', {
		timeZone: 'Europe/Amsterdam',
		hour: '2-digit',
		minute: '2-digit',
	}).format(start + 61 * MINUTE);
	expect(browser.words).toContain(`vanaf ${time}`);
	at(60 * MINUTE + 1000);
	const { clientId, clientSecret } = site.sandbox.credentials.afas;
	const again = await opened(invitation_url);
	await again.press('afas', { environmentNumber: '12345', way: 'oauth', clientId, clientSecret });
	expect(again.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
});

test('what works does not count: a customer who repairs a connector may test as often as it takes', async () => {
	await site.close();
	site = await startSite({ parameters: { contractsConnector: 'Profit_Contracts_Alleo' } });
	const { invitation_url } = await site.invite('A', 'afas');
	const { clientId, clientSecret } = site.sandbox.credentials.afas;
	const fields = { environmentNumber: '12345', way: 'oauth', clientId, clientSecret };
	for (let time = 0; time < 8; time += 1) {
		const browser = await opened(invitation_url);
		await browser.press('afas', fields);
		expect(browser.page.status).toBe(200);
	}
});

test('the NMBRS API token likewise, and a setting for how often', async () => {
	await site.close();
	site = await startSite({ parameters: { 'options.triesPerHour': 2 } });
	const { invitation_url } = await site.invite('A', 'nmbrs', { askApiToken: true });
	const browser = await opened(invitation_url);
	await browser.consent();
	await browser.press('choose');
	const { soapDomain, soapUsername, soapToken } = site.sandbox.credentials.nmbrs;
	const login = { domain: soapDomain, username: soapUsername };
	for (const [one, status] of [
		['wrong-token-0001', 422],
		['wrong-token-0002', 422],
		['wrong-token-0003', 429],
	] as const) {
		await browser.press('token', { ...login, token: one });
		expect(browser.page.status).toBe(status);
		if (status === 429) break;
	}
	await browser.goto(browser.history.find((address) => address.includes('connection=')) ?? '');
	expect((await browser.press('token', { ...login, token: soapToken })).status).toBe(429);
	await browser.goto(browser.history.find((address) => address.includes('connection=')) ?? '');
	await browser.press('skipToken');
	expect(site.started).toHaveLength(1);
});

test('going to NMBRS again and again has an end too', async () => {
	const { invitation_url } = await site.invite('A', 'nmbrs');
	const statuses: number[] = [];
	for (let time = 0; time < 22; time += 1) {
		statuses.push((await (await opened(invitation_url)).press('start')).status);
	}
	expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200));
	expect(statuses.slice(20)).toEqual([429, 429]);
});

test('nor does it make up for what does not work: an own token and those of others, by turns', async () => {
	await site.close();
	site = await startSite({ parameters: { contractsConnector: 'Profit_Contracts_Alleo' } });
	const { invitation_url } = await site.invite('A', 'afas');
	const own = {
		environmentNumber: '12345',
		way: 'token',
		token: site.sandbox.credentials.afas.token,
	};
	const statuses: number[] = [];
	for (let time = 0; time < 6; time += 1) {
		const other = { ...own, token: token(time) };
		statuses.push((await (await opened(invitation_url)).press('afas', other)).status);
		const last = (await opened(invitation_url)).press('afas', own);
		expect((await last).status).toBe(time < 4 ? 200 : 429);
	}
	expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});
