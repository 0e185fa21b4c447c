import { EMPLOYEE_COLUMNS } from '../../nodes/Afas/employee/requirements';
import { columnCost } from '../../core/connect/columnCosts';
import { startSite, type Site } from '../support/connectSite.mts';

/** A customer connects AFAS Profit. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

const afas = () => site.sandbox.credentials.afas;
const oauth = (): Record<string, string> => ({
	environmentNumber: 'O12345AA',
	environment: 'production',
	way: 'oauth',
	clientId: afas().clientId,
	clientSecret: afas().clientSecret,
	token: '',
});
const classic = (): Record<string, string> => ({
	...oauth(),
	way: 'token',
	clientId: '',
	clientSecret: '',
	token: afas().token,
});

async function landed(more: Record<string, unknown> = {}) {
	const invitation = await site.invite('Zorggroep Noord', 'afas', more);
	const browser = site.browser();
	await browser.goto(invitation.invitation_url);
	return { browser, invitation };
}

/** The stand-in without one of its connectors, or a connector without one of its columns. */
const texts = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('the landing page says what to do in Profit, and that nothing is changed', async () => {
	const { browser } = await landed();
	expect(browser.page.heading).toBe('Verbind AFAS Profit met Alleo');
	expect(browser.words).toContain('Algemeen / Uitvoer / Beheer / GetConnector');
	expect(browser.words).toContain('Profit_Employees_Alleo en Profit_Contract');
	expect(browser.words).toContain('Alleo verandert nooit iets in AFAS');
});

test.each([
	['OAuth', oauth, 'afasOAuth2Api'],
	['a classic token', classic, 'afasTokenApi'],
] as const)('with %s: tested by metainfo, stored, Congratulations', async (_way, fields, type) => {
	const { browser } = await landed();
	await browser.press('afas', fields());
	expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
	expect(browser.words).toContain(
		'GetConnector Profit_Employees_Alleo: alle vereiste kolommen zijn er',
	);
	const [credential] = site.n8n.ofType(type);
	expect(site.n8n.credentials.size).toBe(1);
	expect(credential).toMatchObject({ name: 'AFAS Zorggroep Noord' });
	expect(JSON.stringify(credential?.data)).toContain(
		type === 'afasTokenApi' ? 'token' : afas().clientSecret,
	);
	expect(site.started).toMatchObject([
		{
			system: 'afas',
			afas_environment: 'O12345AA',
			credentials: { [type]: { id: credential?.id, name: 'AFAS Zorggroep Noord' } },
			notices: [],
		},
	]);
});

test('what is typed wrong is said on the page; no secret comes back', async () => {
	const { browser } = await landed();
	await browser.press('afas', { ...oauth(), clientSecret: 'not-the-secret-0123' });
	expect(browser.page.status).toBe(422);
	expect(browser.page.html).toContain(`value="${afas().clientId}"`);
	expect(browser.page.html).not.toContain('not-the-secret-0123');
	await browser.press('afas', { ...oauth(), environmentNumber: '' });
	expect(browser.page.html).toContain('aria-invalid="true"');
	await browser.press('afas', { ...oauth(), environment: 'test' });
	expect(browser.words).toContain('Deze toegang is van omgeving O12345AA.');
	await browser.press('afas', { ...classic(), token: 'no token at all' });
	expect(browser.page.status).toBe(422);
	await browser.press('afas', { ...oauth(), environmentNumber: '../../evil' });
	expect(browser.page.status).toBe(422);
	expect(site.n8n.credentials.size).toBe(0);
	expect(site.log.join('\n')).not.toContain('not-the-secret-0123');
});

test('the environment goes into the address as digits only', async () => {
	await site.close();
	site = await startSite({ parameters: { 'options.afasBaseUrl': '' } });
	const { browser } = await landed();
	for (const environmentNumber of [
		'12345.evil.example/',
		'127.0.0.1#',
		'https://evil.example/12345',
	]) {
		await browser.press('afas', { ...oauth(), environmentNumber });
		expect(browser.page.status).toBe(422);
		expect(browser.words).toMatch(/omgevingsnummer/i);
	}
});

test('a connector or column that is missing: named, with the menu path; finishing all the same', async () => {
	await site.close();
	site = await startSite({ parameters: { contractsConnector: 'Profit_Contracts_Alleo' } });
	const { browser } = await landed();
	await browser.press('afas', oauth());
	expect(browser.page.heading).toBe('De toegang werkt, maar er ontbreekt nog iets');
	const [missing] = [...browser.page.html.matchAll(/<li class="not">([\s\S]*?)<\/li>/g)];
	expect(texts(missing?.[1] ?? '')).toContain(
		'Algemeen / Beheer / App connector, open de app connector, tabblad GetConnectoren, voeg Profit_Contracts_Alleo toe.',
	);
	expect(site.started).toEqual([]);
	await browser.press('finish');
	expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
	expect(site.started[0]?.notices).toMatchObject([
		{ code: 'CONNECT_INCOMPLETE', params: { count: 1 } },
	]);
});

test('after a repair another test, with the secret typed again, uses the same credential', async () => {
	await site.close();
	site = await startSite({ parameters: { contractsConnector: 'Profit_Contracts_Alleo' } });
	const { browser } = await landed();
	await browser.press('afas', oauth());
	const again =
		/href="([^"]*invitation=[^"]*)"[^>]*>Test opnieuw/.exec(browser.page.html)?.[1] ?? '';
	await browser.goto(again.replaceAll('&amp;', '&'));
	expect(browser.page.html).not.toContain(afas().clientSecret);
	await browser.press('afas', oauth());
	await browser.press('finish');
	expect(site.n8n.credentials.size).toBe(1);
	expect(site.started).toHaveLength(1);
});

test('connecting again keeps to the type and to the environment', async () => {
	await (await landed()).browser.press('afas', oauth());
	const id = site.started[0]?.credentials.afasOAuth2Api?.id ?? '';
	const { browser } = await landed({ replaceCredentialId: id });
	expect(browser.page.html).not.toContain('id="way-token"');
	await browser.press('afas', classic());
	expect(browser.page.status).toBe(422);
	await browser.press('afas', { ...oauth(), token: '' });
	expect(browser.page.heading).toBe('Gelukt, de verbinding is vernieuwd');
	expect(site.n8n.credentials.size).toBe(1);
	expect(site.started[1]?.replaced?.credential.id).toBe(id);
});

test('AFAS that does not answer is no fault of the customer', async () => {
	await site.close();
	site = await startSite({ parameters: { 'options.afasBaseUrl': 'http://127.0.0.1:9' } });
	const { browser } = await landed();
	await browser.press('afas', oauth());
	expect(browser.page.status).toBe(422);
	expect(browser.words).toContain('AFAS');
	expect(site.n8n.credentials.size).toBe(0);
});

test('a token endpoint in maintenance: AFAS is not available, which is no lack of an answer', async () => {
	site.sandbox.afas.faults.add({ kind: 'status', status: 503, path: '/oauth/token' });
	const { browser } = await landed();
	await browser.press('afas', oauth());
	expect(browser.page.status).toBe(422);
	expect(browser.words).toContain('AFAS is nu niet beschikbaar.');
	expect(browser.words).not.toContain('gaf geen antwoord');
});

describe('columns that are missing, with what they cost', () => {
	const without = (...names: string[]): void => {
		const columns = Object.fromEntries(names.map((name) => [name, null]));
		const { settings } = site.sandbox.afas.state;
		settings.columns = { Profit_Employees_Alleo: { ...columns, alleo_access: null } };
	};

	test('a required and a useful one, in both languages', async () => {
		without('Mail', 'DateOfBirth');
		const { browser } = await landed();
		await browser.press('afas', oauth());
		expect(browser.page.heading).toBe('De toegang werkt, maar er ontbreekt nog iets');
		expect(browser.words).toContain('Kolom Mail ontbreekt in Profit_Employees_Alleo.');
		expect(browser.words).toContain('Iedereen in dienst wacht: Alleo heeft een e-mailadres nodig.');
		expect(browser.words).toContain('Alleo krijgt geen verjaardagen');
		const english = /href="([^"]*language=en[^"]*)"/.exec(browser.page.html)?.[1] ?? '';
		await browser.goto(english.replaceAll('&amp;', '&'));
		expect(browser.words).toContain('Alleo gets no birthdays');
	});

	test.each(
		EMPLOYEE_COLUMNS.filter(({ level }) => level !== 'optional').map((one) => [one.column]),
	)('%s has a cost in both languages', (column) => {
		const [en, nl] = [columnCost(column, 'en'), columnCost(column, 'nl')];
		expect(en).toMatch(/\w{4}/);
		expect(nl).toMatch(/\w{4}/);
		expect(nl).not.toBe(en);
	});
});
