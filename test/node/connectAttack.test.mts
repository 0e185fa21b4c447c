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

	test('revoking in the middle forgets what was given, and gives the consent back', async () => {
		const { browser, invitation } = await landed();
		await browser.consent();
		nothingConnected();
		const [item] = await site.setup({
			operation: 'revoke',
			invitationId: invitation.invitation_id,
		});
		expect(item).toMatchObject({ state: 'revoked', consents_left: 1 });
		expect(site.n8n.rows()[0]).toMatchObject({ browser: '', state: 'revoked' });
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
		nothingConnected();

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
