import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { PAGES, startSite, type Browser, type Site } from '../support/connectSite.mts';

/**
 * n8n stops, or its answer is lost, at each single write on the way: the same browser can end it, or Clean
 * Up can; and then there is one connection with a consent that lives, or nothing at all.
 */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
	jest.restoreAllMocks();
});

const consents = (): boolean[] =>
	site.sandbox.nmbrs.state.grants.consents.map(({ withdrawn }) => !withdrawn);
const alive = (): number => consents().filter(Boolean).length;
/** The code is not spent before the row says so: a consent of which nobody has a token to give back. */
const neverHad = (kind: string, nth: number): number => (kind === 'failing' && nth === 3 ? 1 : 0);
const secretsIn = (): unknown[] =>
	[...site.n8n.credentials.values()].flatMap(({ data }) => data['oauthTokenData'] ?? []);

/** `failing`: the nth write and those after it do not happen. `losing`: the answer to the nth is lost. */
function breakWrite(kind: 'failing' | 'losing', nth: number): void {
	let writes = 0;
	site.n8n[kind] = (line) => {
		if (line.startsWith('GET ')) return false;
		writes += 1;
		return kind === 'failing' ? writes >= nth : writes === nth;
	};
}

async function walk(browser: Browser, url: string): Promise<void> {
	await browser.goto(url);
	if (browser.page.heading === 'Bijna klaar') await browser.press('finish');
	if (!browser.page.html.includes('value="start"')) return;
	await browser.press('start');
	if (browser.page.heading !== 'U gaat nu naar NMBRS') return;
	await browser.goto(await giveConsent(browser.authorizeUrl(), [], 'beheer@bakkerij.example'));
	if (browser.page.html.includes('value="choose"')) await browser.press('choose');
}

/** Try, claim, attempt, sealed, examined, end taken, credential made, remembered, filled, used. */
const CREATED = 7;
const WRITES = 10;

const CASES = (['failing', 'losing'] as const).flatMap((kind) =>
	[false, true].flatMap((replaced) =>
		Array.from({ length: WRITES }, (_none, at) => [kind, replaced, at + 1] as const),
	),
);

describe.each(CASES)('%s, replacing %s, write %i', (kind, replaced, nth) => {
	const begin = async (): Promise<{ browser: Browser; url: string }> => {
		const live = { id: 'live-01', name: 'Live', type: 'nmbrsOAuth2Api', data: { old: 1 } };
		if (replaced) site.n8n.credentials.set(live.id, live);
		const more = replaced ? { replaceCredentialId: live.id } : {};
		const { invitation_url, invitation_id } = await site.invite('A', 'nmbrs', more);
		breakWrite(kind, nth);
		const browser = site.browser();
		await walk(browser, invitation_url);
		site.n8n[kind] = null;
		return { browser, url: `${PAGES}?connection=${invitation_id}` };
	};

	test('the same browser ends it', async () => {
		const { browser, url } = await begin();
		if (site.started.length === 0) {
			await walk(browser, url);
			if (browser.page.html.includes('value="choose"')) await browser.press('choose');
		}
		if (site.started.length === 0) {
			const real = Date.now.bind(Date);
			jest.spyOn(Date, 'now').mockImplementation(() => real() + 3 * 60 * 1000);
			await walk(browser, browser.history[0] ?? '');
		}
		expect([browser.page.status, browser.page.heading]).toEqual([
			200,
			expect.stringMatching(/^Ge/),
		]);
		expect(site.started).toHaveLength(1);
		expect(secretsIn()).toHaveLength(1);
		// Made, and its id is remembered nowhere: without a secret, and all that can be left.
		const unknown = kind === 'losing' ? CREATED : CREATED + 1;
		expect(site.n8n.credentials.size).toBe(!replaced && nth === unknown ? 2 : 1);
		expect(alive()).toBe(1 + neverHad(kind, nth));
		expect(consents().at(-1)).toBe(true);
	});

	test('or nobody does, and Clean Up leaves nothing alive that is not in use', async () => {
		await begin();
		const real = Date.now.bind(Date);
		jest.spyOn(Date, 'now').mockImplementation(() => real() + 8 * 60 * 60 * 1000);
		const cleaned = await site.setup({ operation: 'cleanUp' }, true);
		const again = await site.setup({ operation: 'cleanUp' }, true);
		expect(again).toEqual([]);
		const cutOff = cleaned.some(({ code }) => code === 'CONNECT_CUT_OFF');
		if (cutOff) expect([replaced, alive()]).toEqual([true, 1]);
		else expect(alive()).toBe(site.started.length + neverHad(kind, nth));
		if (!replaced && site.started.length === 0) expect(secretsIn()).toEqual([]);
	});
});
