import fc from 'fast-check';
import { startSite, type Browser, type Site } from '../support/connectSite.mts';
import { expectHarmless, fresh, hostile, runs } from './hostile.mts';

/** Every field of every page, hidden ones too, with whatever somebody could send in it. */

let site: Site;
beforeAll(async () => {
	// A connector that AFAS does not have, so that its second page shows.
	site = await startSite({ parameters: { contractsConnector: 'Profit_Contracts_Alleo' } });
});
afterAll(async () => {
	await site.close();
});

const login = (): Record<string, string> => {
	const {
		soapDomain: domain,
		soapUsername: username,
		soapToken: token,
	} = site.sandbox.credentials.nmbrs;
	return { domain, username, token };
};

type Page = readonly [browser: Browser, button: string];

async function landing(system: 'nmbrs' | 'afas', more: Record<string, unknown> = {}) {
	const { invitation_url } = await site.invite('Z', system, more);
	const browser = site.browser();
	await browser.goto(invitation_url);
	return browser;
}

async function tokenPage(): Promise<Browser> {
	const browser = await landing('nmbrs', { askPay: true });
	await browser.consent();
	await browser.press('choose');
	return browser;
}

/** Up to a page, and the button on it. */
const PAGES: ReadonlyArray<readonly [string, () => Promise<Page>]> = [
	['AFAS landing', async () => [await landing('afas'), 'afas']],
	[
		'AFAS found',
		async () => {
			const browser = await landing('afas');
			const { environmentNumber, clientId, clientSecret } = site.sandbox.credentials.afas;
			await browser.press('afas', { environmentNumber, clientId, clientSecret });
			return [browser, 'finish'];
		},
	],
	['AFAS landing with pay', async () => [await landing('afas', { askPay: true }), 'afas']],
	[
		'AFAS found with pay',
		async () => {
			const browser = await landing('afas', { askPay: true });
			const { environmentNumber, clientId, clientSecret } = site.sandbox.credentials.afas;
			const wages = { 'connector-wageComponents': 'Voorbeeld_Looncomponenten' };
			await browser.press('afas', { environmentNumber, clientId, clientSecret, ...wages });
			return [browser, 'finish'];
		},
	],
	['NMBRS landing', async () => [await landing('nmbrs'), 'start']],
	[
		'NMBRS choice',
		async () => {
			const browser = await landing('nmbrs');
			await browser.consent();
			return [browser, 'choose'];
		},
	],
	['NMBRS token', async () => [await tokenPage(), 'token']],
	[
		'NMBRS pick',
		async () => {
			const browser = await tokenPage();
			await browser.press('token', login());
			return [browser, 'pick'];
		},
	],
];

test.each(PAGES)('%s', async (_name, open) => {
	fresh(site);
	const [first, button] = await open();
	expect(first.page.html).toContain(`value="${button}"`);
	const fields = [
		...new Set([...first.form(button).keys(), 'language', 'debtor', 'wage-hourlyWage', 'leave-0']),
	];
	expect(fields.length).toBeGreaterThan(3);
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...fields), hostile, async (field, text) => {
			fresh(site);
			const [browser] = await open();
			await browser.post(browser.form(button, { [field]: text }));
			expectHarmless(site, browser);
			for (const { customer } of site.started) expect(customer).toBe('Z');
		}),
		runs(20),
	);
});
