import { startSite, type Site } from '../support/connectSite.mts';

/** A customer says what is what of its pay: NMBRS by lists, AFAS by numbers and lists. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

const chosenBefore = (html: string): string[] =>
	[...html.matchAll(/<option value="([^"]*)" selected>/g)].flatMap(([, value]) => value ?? []);

describe('NMBRS', () => {
	const login = () => {
		const { soapDomain, soapUsername, soapToken } = site.sandbox.credentials.nmbrs;
		return { domain: soapDomain, username: soapUsername, token: soapToken };
	};
	async function upTo(step: 'token' | 'pick', more: object = { askPay: true }) {
		const { invitation_url } = await site.invite('Bakkerij', 'nmbrs', { ...more });
		const browser = site.browser();
		await browser.goto(invitation_url);
		await browser.consent();
		await browser.press('choose');
		if (step === 'pick') await browser.press('token', login());
		return browser;
	}

	test('nothing is chosen beforehand, a clear name is only pointed at, and no amount is shown', async () => {
		const browser = await upTo('pick');
		expect(browser.page.heading).toBe('Looncomponenten en verlofgroepen');
		expect(chosenBefore(browser.page.html).filter((value) => value !== '')).toEqual([]);
		expect(browser.words).toContain('De naam wijst op: Bovenwettelijk verlof.');
		// The id of a leave group says nothing to a person.
		expect(browser.words).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
		expect(browser.words).not.toMatch(/€|\d,\d\d\b/);
		for (const [, id = ''] of browser.page.html.matchAll(/<select\s+id="([^"]+)"/g)) {
			expect(browser.page.html).toContain(`<label for="${id}">`);
		}
	});

	test.each(['daily', 'monthly'])(
		'budgets by a file (%s) need the token too, and no pay',
		async (budgetFile) => {
			const browser = await upTo('pick', { budgetFile });
			expect(browser.page.html).not.toContain('wage-');
			await browser.press('pick');
			expect(site.started[0]).toMatchObject({
				pay: false,
				budget_file: budgetFile,
				credentials: { nmbrsTokenApi: expect.objectContaining({}) as unknown },
			});
		},
	);

	test('one component for two uses is refused by name, and what was answered stays', async () => {
		const browser = await upTo('pick');
		const twice = {
			'wage-holidayAccrual': '7000',
			'wage-hourlyWage': '7000',
			'leave-0': 'neither',
		};
		await browser.press('pick', twice);
		expect(browser.page.status).toBe(422);
		expect(browser.words).toContain('7000 – Alleo toegang is twee keer gekozen.');
		expect(chosenBefore(browser.page.html)).toEqual(expect.arrayContaining(['7000', 'neither']));
		expect(site.started).toEqual([]);
		await browser.press('pick', { 'wage-hourlyWage': '' });
		expect(site.started[0]?.wage_components).toEqual([
			{ code: '7000', name: 'Alleo toegang', role: 'holidayAccrual' },
		]);
	});

	test.each([
		['a component that was not offered', { 'wage-holidayAccrual': '31337' }],
		['an expression', { 'wage-hourlyWage': '={{ $env }}' }],
		['a kind of leave that is none', { 'leave-0': 'both' }],
		['a group that is both', { 'leave-0': ['statutory', 'nonStatutory'] }],
	])('%s is refused, never left out', async (_what, change) => {
		const browser = await upTo('pick');
		await browser.press('pick', change);
		expect(browser.page.status).toBe(422);
		expect(browser.words).toContain('Dat was geen keuze van deze pagina.');
		expect(site.started).toEqual([]);
	});

	test('choosing nothing is fine; what was left open is not in it', async () => {
		const browser = await upTo('pick');
		await browser.press('pick');
		expect(site.started[0]).toMatchObject({ pay: true, wage_components: [], leave_groups: [] });
		expect(browser.words).toContain('Eén keer per maand, als bestand');
	});

	test('without the question nothing of pay is asked, also with a token', async () => {
		const browser = await upTo('pick', { askApiToken: true });
		expect(browser.page.heading).toBe('Wie doet er mee');
		expect(browser.page.html).not.toContain('wage-');
		await browser.press('pick', { 'wage-hourlyWage': '7000' });
		expect(site.started[0]).toMatchObject({ pay: false, wage_components: [] });
	});

	test('a token that may not do everything: each service by name, and pay can still be said', async () => {
		const browser = await upTo('token');
		site.sandbox.nmbrs.state.configure({ forbiddenOperations: ['ExtraFields_GetList'] });
		await browser.press('token', login());
		expect(browser.words).toContain('De extra velden');
		await browser.press('skipToken');
		expect(browser.page.heading).toBe('Looncomponenten en verlofgroepen');
		await browser.press('pick', { 'wage-hourlyWage': '7000' });
		expect(site.started[0]).toMatchObject({ pay: true, wage_components: [{ code: '7000' }] });
	});

	test('a page that is loaded again asks the same, and an old form changes nothing', async () => {
		const browser = await upTo('pick');
		const { url } = browser.page;
		const old = browser.form('pick', { 'wage-hourlyWage': '7000' });
		await browser.goto(url);
		expect(browser.page.heading).toBe('Looncomponenten en verlofgroepen');
		await browser.press('pick');
		await browser.post(old);
		expect(site.started).toHaveLength(1);
		expect(site.started[0]?.wage_components).toEqual([]);
	});
});

describe('AFAS', () => {
	const typed = (more: Record<string, string> = {}) => {
		const { clientId, clientSecret } = site.sandbox.credentials.afas;
		return {
			environmentNumber: 'O12345AA',
			environment: 'production',
			way: 'oauth',
			clientId,
			clientSecret,
			token: '',
			'connector-salary': 'Voorbeeld_Salaris',
			'connector-wageComponents': 'Voorbeeld_Looncomponenten',
			'connector-plans': 'Voorbeeld_Plannen',
			...more,
		};
	};
	async function landed(more: object = { askPay: true }) {
		const { invitation_url } = await site.invite('Zorg', 'afas', { ...more });
		const browser = site.browser();
		await browser.goto(invitation_url);
		return browser;
	}

	test('connectors are tested one by one; numbers and leave types are asked, no balance is shown', async () => {
		const browser = await landed();
		expect(browser.page.html).toContain('value="Profit_LeaveBalance"');
		await browser.press('afas', typed());
		expect(browser.page.heading).toBe('De toegang werkt, nog een paar vragen');
		for (const name of ['Voorbeeld_Salaris', 'Voorbeeld_Looncomponenten', 'Profit_LeaveBalance']) {
			expect(browser.words).toContain(`GetConnector ${name}: alle vereiste kolommen zijn er`);
		}
		expect(browser.words).toContain('100.002.503');
		const kinds = [...browser.page.html.matchAll(/<label for="leave-\d+">([\s\S]*?)<\/label>/g)];
		expect(kinds).toHaveLength(2);
		expect(browser.words).not.toMatch(/\d,\d\d\b/);
		await browser.press('finish', {
			accrualComponent: '1174',
			balanceComponent: '1225',
			'leave-0': 'statutory',
			'leave-1': 'nonStatutory',
		});
		expect(site.started[0]).toMatchObject({
			pay: true,
			afas_pay: {
				connectors: {
					salary: 'Voorbeeld_Salaris',
					wageComponents: 'Voorbeeld_Looncomponenten',
					plans: 'Voorbeeld_Plannen',
					leave: 'Profit_LeaveBalance',
				},
				accrual_component: '1174',
				balance_component: '1225',
				leave_types: [{ role: 'statutory' }, { role: 'nonStatutory' }],
			},
		});
	});

	test.each([
		[{ accrualComponent: '1174', balanceComponent: '1174' }, '1174 is twee keer gekozen.'],
		[{ accrualComponent: '={{ $env }}' }, 'Een nummer van een looncomponent'],
		[{ 'leave-0': 'maybe' }, 'Dat was geen keuze van deze pagina.'],
	])('%j is refused on the page', async (change, words) => {
		const browser = await landed();
		await browser.press('afas', typed());
		await browser.press('finish', change);
		expect(browser.page.status).toBe(422);
		expect(browser.words).toContain(words);
		expect(site.started).toEqual([]);
	});

	test('a connector that is not there, and one with other columns: named, and finishing goes on', async () => {
		const browser = await landed();
		await browser.press(
			'afas',
			typed({ 'connector-salary': 'Niet_Er', 'connector-plans': 'Voorbeeld_Salaris' }),
		);
		expect(browser.page.heading).toBe('De toegang werkt, maar er ontbreekt nog iets');
		expect(browser.words).toContain('GetConnector Niet_Er zit niet in de app connector.');
		expect(browser.words).toContain('In Voorbeeld_Salaris ontbreken deze kolommen');
		const again = /href="([^"]*anew=1[^"]*)"/.exec(browser.page.html)?.[1] ?? '';
		const found = browser.page.url;
		await browser.goto(again.replaceAll('&amp;', '&'));
		expect(browser.page.html).toContain('value="Niet_Er"');
		const stranger = site.browser();
		await stranger.goto(again.replaceAll('&amp;', '&'));
		expect(stranger.page.html).not.toContain('Niet_Er');
		await browser.goto(found);
		await browser.press('finish');
		expect(site.started[0]).toMatchObject({ pay: true, afas_pay: { leave_types: [] } });
	});

	test('leave types that cannot be read are typed; a code that is both is refused', async () => {
		const browser = await landed();
		await browser.press('afas', typed({ 'connector-leave': '' }));
		await browser.press('finish', { leaveStatutory: 'WET, ADV', leaveNonStatutory: 'adv' });
		expect(browser.words).toContain('adv is twee keer gekozen.');
		await browser.press('finish', { leaveStatutory: 'WET, ', leaveNonStatutory: 'BOV' });
		expect(site.started[0]?.afas_pay?.leave_types).toEqual([
			{ code: 'WET', name: null, role: 'statutory' },
			{ code: 'BOV', name: null, role: 'nonStatutory' },
		]);
	});

	test('who empties every connector connects without pay, and Alleo is told', async () => {
		const browser = await landed();
		const none = { 'connector-salary': '', 'connector-wageComponents': '', 'connector-plans': '' };
		await browser.press('afas', typed({ ...none, 'connector-leave': '' }));
		expect(site.started[0]).toMatchObject({ pay: false, afas_pay: null });
		expect(site.started[0]?.notices.map(({ code }) => code)).toEqual(['CONNECT_PAY_SKIPPED']);
	});

	test('without the question no connector of pay is asked for', async () => {
		const browser = await landed({});
		expect(browser.page.html).not.toContain('connector-');
		await browser.press('afas', typed());
		expect(site.started[0]).toMatchObject({ pay: false, afas_pay: null });
	});
});

describe('what the invitation says of files', () => {
	test('goes along to the step that makes the workflows', async () => {
		const { invitation_url } = await site.invite('Zorg', 'afas', { budgetFile: 'monthly' });
		const browser = site.browser();
		await browser.goto(invitation_url);
		const { clientId, clientSecret } = site.sandbox.credentials.afas;
		const access = { environmentNumber: 'O12345AA', way: 'oauth', clientId, clientSecret };
		await browser.press('afas', access);
		expect(site.started[0]).toMatchObject({ budget_file: 'monthly', delivery_workflow_id: '' });
	});

	test.each(['nobody', 'a,pay', '../x'])(
		'a delivery %j that is none is refused at once',
		async (id) => {
			await expect(site.invite('Zorg', 'afas', { deliveryWorkflowId: id })).rejects.toMatchObject({
				message: expect.stringContaining('File Delivery Workflow ID') as string,
			});
		},
	);
});
