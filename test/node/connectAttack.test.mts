import { seal } from '../../nodes/shared/connect/token';
import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { PAGES, SIGNING_KEY, startSite, type Browser, type Site } from '../support/connectSite.mts';

/** Links, states, forms and names in the wrong hands: nothing leaks, nothing is connected to the wrong customer. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

const nothingConnected = (): void => {
	expect(site.started).toEqual([]);
	expect(site.n8n.credentials.size).toBe(0);
};

async function landed(customer = 'A', more: Record<string, unknown> = {}) {
	const invitation = await site.invite(customer, 'nmbrs', more);
	const browser = site.browser();
	await browser.goto(invitation.invitation_url);
	return { browser, invitation };
}

async function begun(customer = 'A'): Promise<{ browser: Browser; authorize: string }> {
	const { browser } = await landed(customer);
	await browser.press('start');
	return { browser, authorize: browser.authorizeUrl() };
}

const tokenOf = (url: string): string => new URL(url).searchParams.get('invitation') ?? '';

describe('links', () => {
	test('one character more, less or other: not valid, whatever it says', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const token = tokenOf(invitation_url);
		const altered = new Set<string>(['', '.', `${token}x`, `x${token}`, token.slice(0, -1)]);
		for (let at = 0; at < token.length; at += 7) {
			altered.add(`${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`);
		}
		const other = token.split('.')[1] ?? '';
		const claims = JSON.parse(
			Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8'),
		) as Record<string, unknown>;
		for (const change of [{ c: 'B' }, { s: 'afas' }, { e: 9_999_999_999 }, { i: 'aaaaaaaaaaaa' }]) {
			const payload = Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url');
			altered.add(`${payload}.${other}`);
		}
		altered.add('x'.repeat(100_000));
		for (const one of altered) {
			const seen = await site.browser().goto(`${PAGES}?invitation=${encodeURIComponent(one)}`);
			expect([seen.status, seen.heading]).toEqual([404, 'Deze link is niet geldig.']);
		}
		nothingConnected();
	});

	test('signed with another key, or as another kind of text, is no invitation', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const claims = JSON.parse(
			Buffer.from(tokenOf(invitation_url).split('.')[0] ?? '', 'base64url').toString('utf8'),
		) as object;
		for (const forged of [
			seal('another-key-0123456789-0123456789', 'invitation', claims),
			seal(SIGNING_KEY, 'state', claims),
			seal(SIGNING_KEY, 'form', claims),
		]) {
			expect((await site.browser().goto(`${PAGES}?invitation=${forged}`)).status).toBe(404);
		}
	});

	test('a row that was changed by hand and its link are both not believed', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const [row] = site.n8n.rows();
		row!['customer'] = 'Somebody else';
		expect((await site.browser().goto(invitation_url)).status).toBe(404);
	});

	test('expired, revoked and used have a page each, and end what was begun', async () => {
		const { browser, invitation } = await landed();
		await browser.press('start');
		const back = await giveConsent(browser.authorizeUrl());
		await site.setup({ operation: 'revoke', invitationId: invitation.invitation_id });
		expect(await browser.goto(back)).toMatchObject({
			status: 410,
			heading: 'Deze link is ingetrokken.',
		});
		expect(await browser.goto(invitation.invitation_url)).toMatchObject({ status: 410 });
		nothingConnected();

		const late = await site.invite('B', 'nmbrs', { validDays: 0.000001 });
		await new Promise((resolve) => setTimeout(resolve, 1100));
		expect(await site.browser().goto(late.invitation_url)).toMatchObject({
			status: 410,
			heading: 'Deze link is verlopen.',
		});

		const once = await landed('C');
		await once.browser.consent();
		await once.browser.press('choose');
		expect(site.started).toHaveLength(1);
		expect(await site.browser().goto(once.invitation.invitation_url)).toMatchObject({
			status: 410,
			heading: 'Deze link is al gebruikt.',
		});
	});

	test('revoking in the middle deletes what was stored', async () => {
		const { browser, invitation } = await landed();
		await browser.consent();
		expect(site.n8n.credentials.size).toBe(1);
		const [item] = await site.setup({
			operation: 'revoke',
			invitationId: invitation.invitation_id,
		});
		expect(item).toMatchObject({ state: 'revoked' });
		nothingConnected();
		expect(await browser.press('choose')).toMatchObject({ status: 410 });
	});
});

describe('states and codes', () => {
	test('the answer for one customer in the browser of another connects nothing', async () => {
		const mine = await begun('Mine');
		const theirs = await begun('Theirs');
		const back = await giveConsent(theirs.authorize);
		expect(await mine.browser.goto(back)).toMatchObject({
			status: 403,
			heading: 'Deze pagina hoort bij een andere browser.',
		});
		nothingConnected();
		// The code was not spent on it: the right browser can still use it.
		await theirs.browser.goto(back);
		expect(theirs.browser.page.heading).toBe('Kies wat Alleo mag gebruiken');
	});

	test('the code of one customer with the state of another is refused by PKCE', async () => {
		const mine = await begun('Mine');
		const theirs = await begun('Theirs');
		const code = new URL(await giveConsent(theirs.authorize)).searchParams.get('code') ?? '';
		const state = new URL(mine.authorize).searchParams.get('state') ?? '';
		expect(await mine.browser.goto(`${PAGES}?code=${code}&state=${state}`)).toMatchObject({
			status: 400,
		});
		nothingConnected();
	});

	test('two customers in two tabs of one browser never mix', async () => {
		const [first, second] = site.sandbox.world.nmbrs.debtors.map(({ debtorId }) => debtorId);
		const one = await site.invite('One', 'nmbrs');
		const two = await site.invite('Two', 'nmbrs');
		const browser = site.browser();
		await browser.goto(one.invitation_url);
		await browser.press('start');
		const authorizeOne = browser.authorizeUrl();
		await browser.goto(two.invitation_url);
		await browser.press('start');
		const authorizeTwo = browser.authorizeUrl();
		await browser.goto(await giveConsent(authorizeOne, [first ?? ''], 'een@a.example'));
		const choosingOne = browser.form('choose');
		await browser.goto(await giveConsent(authorizeTwo, [second ?? ''], 'twee@b.example'));
		const choosingTwo = browser.form('choose');
		await browser.post(choosingTwo);
		await browser.post(choosingOne);
		expect(site.started.map(({ customer, debtors }) => [customer, debtors[0]?.id])).toEqual([
			['Two', second],
			['One', first],
		]);
	});

	test('a state is spent by its first use, and by a new start', async () => {
		const { browser, authorize } = await begun();
		const back = await giveConsent(authorize);
		await browser.goto(back);
		expect(browser.page.heading).toBe('Kies wat Alleo mag gebruiken');
		expect(await browser.goto(back)).toMatchObject({ status: 400 });
		expect(site.n8n.credentials.size).toBe(1);

		const again = await landed('B');
		await again.browser.press('start');
		const first = await giveConsent(again.browser.authorizeUrl());
		await again.browser.goto(again.invitation.invitation_url);
		await again.browser.press('start');
		expect((await again.browser.goto(first)).status).toBe(400);
	});

	test('made-up states, codes without a state, states without a code', async () => {
		const { browser, authorize } = await begun();
		const state = new URL(authorize).searchParams.get('state') ?? '';
		for (const query of [
			'code=x&state=',
			'code=x&state=x.y',
			`code=x&state=${seal(SIGNING_KEY, 'invitation', { i: 'a', n: 'b' })}`,
			`code=x&state=${seal('another-key-0123456789-0123456789', 'state', { i: 'a', n: 'b' })}`,
			`state=${state}`,
			'state=a&state=b',
		]) {
			const { status } = await browser.goto(`${PAGES}?${query}`);
			expect(status).toBeGreaterThanOrEqual(400);
		}
		nothingConnected();
	});

	test('a browser without the cookie, or with somebody else’s, sees no step', async () => {
		const { browser } = await landed();
		await browser.consent();
		const url = browser.page.url;
		expect(await site.browser().goto(url)).toMatchObject({ status: 403 });
		const thief = site.browser();
		for (const name of browser.cookies.keys()) thief.cookies.set(name, 'x'.repeat(43));
		const { status, html } = await thief.goto(url);
		expect(status).toBe(403);
		expect(html).not.toContain('Voorbeeld Holding');
	});
});

describe('forms', () => {
	test('without the proof, with an old one, of another step, out of order: nothing happens', async () => {
		const { browser } = await landed();
		await browser.consent();
		const choose = browser.form('choose');
		for (const change of [{ proof: null }, { proof: 'x' }, { proof: ['a', 'b'] }]) {
			expect((await browser.post(browser.form('choose', change))).status).toBe(409);
			await browser.goto(browser.history.find((url) => url.includes('connection=')) ?? '');
		}
		for (const step of ['token', 'skipToken', 'pick', 'finish']) {
			expect((await browser.press(step)).status).toBe(409);
			await browser.goto(browser.history.find((url) => url.includes('connection=')) ?? '');
		}
		for (const step of ['', 'afas', 'constructor', '__proto__', 'toString']) {
			expect((await browser.press(step)).status).toBe(404);
			await browser.goto(browser.history.find((url) => url.includes('connection=')) ?? '');
		}
		expect(site.started).toEqual([]);
		await browser.post(choose);
		expect(site.started).toHaveLength(1);
		expect((await browser.post(choose)).status).toBe(410);
		expect(site.started).toHaveLength(1);
	});

	test('a step before its time: choosing before the consent', async () => {
		const { browser, invitation } = await landed();
		await browser.press('start');
		const form = new URLSearchParams({
			step: 'choose',
			connection: invitation.invitation_id,
			debtor: site.sandbox.world.nmbrs.debtors[0]?.debtorId ?? '',
		});
		expect((await browser.post(form)).status).toBe(409);
		nothingConnected();
	});

	test('an AFAS form for an NMBRS invitation, and the other way round', async () => {
		const nmbrs = tokenOf((await site.invite('A', 'nmbrs')).invitation_url);
		const afas = tokenOf((await site.invite('B', 'afas')).invitation_url);
		const browser = site.browser();
		for (const fields of [
			{ step: 'afas', invitation: nmbrs },
			{ step: 'start', invitation: afas },
		]) {
			expect((await browser.post(new URLSearchParams(fields))).status).toBe(404);
		}
	});
});

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
			'referrer-policy': 'no-referrer',
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
