import { startSite, type Site } from '../support/connectSite.mts';

/** The step of the NMBRS API token. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

describe('the API token', () => {
	const { credentials } = { credentials: () => site.sandbox.credentials.nmbrs };
	async function upToToken(asks: object = { askPay: true }) {
		const { invitation_url } = await site.invite('A', 'nmbrs', { ...asks });
		const browser = site.browser();
		await browser.goto(invitation_url);
		await browser.consent();
		await browser.press('choose');
		expect(browser.page.heading).toBe('Het API-token van NMBRS');
		return browser;
	}
	const login = () => ({
		domain: credentials().soapDomain,
		username: credentials().soapUsername,
		token: credentials().soapToken,
	});

	test('tested, stored, and what it can read is offered', async () => {
		const browser = await upToToken();
		await browser.press('token', login());
		expect(browser.page.heading).toBe('Looncomponenten en verlofgroepen');
		expect(browser.words).toContain('Alleo toegang');
		await browser.press('pick', {
			'wage-holidayAccrual': '7000',
			'leave-0': 'statutory',
			'leave-1': 'neither',
			useFilter: null,
		});
		expect(site.started[0]).toMatchObject({
			pay: true,
			wage_components: [{ code: '7000', name: 'Alleo toegang', role: 'holidayAccrual' }],
			leave_groups: [{ role: 'statutory' }, { role: 'neither' }],
			credentials: { nmbrsTokenApi: { name: 'NMBRS A (API token)' } },
			notices: [],
		});
		expect(site.n8n.ofType('nmbrsTokenApi')[0]?.data).toMatchObject(login());
	});

	test('what the user template lacks is named, one by one; another test after the repair', async () => {
		const browser = await upToToken();
		site.sandbox.nmbrs.state.configure({
			forbiddenOperations: ['Run_GetList', 'LeaveBalance_GetPerType'],
		});
		await browser.press('token', login());
		expect(browser.words).toContain('Het gebruikerssjabloon staat dit niet toe');
		const lacking = [...browser.page.html.matchAll(/<li class="not">([\s\S]*?)<\/li>/g)].map(
			([, inside]) => /(\w+: \w+)/.exec(inside ?? '')?.[1],
		);
		expect(lacking).toEqual([
			'CompanyService: Run_GetList',
			'EmployeeService: LeaveBalance_GetPerType',
		]);
		expect(browser.page.html).not.toContain(credentials().soapToken);
		site.sandbox.nmbrs.state.configure({ forbiddenOperations: [] });
		await browser.press('token', login());
		expect(browser.page.heading).toBe('Looncomponenten en verlofgroepen');
		expect(site.n8n.credentials.size).toBe(0);
		await browser.press('pick');
		expect(site.n8n.ofType('nmbrsTokenApi')).toHaveLength(1);
	});

	test('a wrong token is refused on the page, without being shown; empty fields are asked for', async () => {
		const browser = await upToToken();
		await browser.press('token', { ...login(), token: 'wrong-token-0123456789' });
		expect(browser.page.status).toBe(422);
		expect(browser.page.html).not.toContain('wrong-token-0123456789');
		expect(browser.page.html).toContain(`value="${credentials().soapUsername}"`);
		await browser.press('token', { domain: '', username: '', token: '' });
		expect(browser.page.html.match(/aria-invalid="true"/g)).toHaveLength(3);
		expect(site.n8n.ofType('nmbrsTokenApi')).toEqual([]);
	});

	test('finishing without it is possible, and said', async () => {
		const browser = await upToToken();
		await browser.press('skipToken');
		expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
		expect(site.started[0]?.notices.map(({ code }) => code)).toEqual([
			'CONNECT_TOKEN_SKIPPED',
			'CONNECT_PAY_SKIPPED',
		]);
		expect(site.started[0]?.pay).toBe(false);
	});

	test('an invitation for the token alone asks no consent', async () => {
		const credential = { id: 'old-token-01', name: 'Token', type: 'nmbrsTokenApi', data: {} };
		site.n8n.credentials.set(credential.id, credential);
		const { invitation_url } = await site.invite('A', 'nmbrs', {
			replaceCredentialId: 'old-token-01',
		});
		const browser = site.browser();
		await browser.goto(invitation_url);
		await browser.press('start');
		expect(browser.page.heading).toBe('Het API-token van NMBRS');
		await browser.press('token', login());
		expect(site.n8n.credentials.get('old-token-01')?.data).toMatchObject(login());
		expect(site.started).toHaveLength(1);
	});
});
