import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { SIGNING_KEY, startSite, type Browser, type Site } from '../support/connectSite.mts';
import { sealRevocation, sealSecrets, unsealSecrets } from '../../nodes/shared/connect/sealed';

/** What one browser began, another can neither see nor finish; what is dropped is given back. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
	jest.restoreAllMocks();
});

const later = (ms: number): void => {
	const real = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => real() + ms);
};

const consents = () => site.sandbox.nmbrs.state.grants.consents;

async function opened(url: string): Promise<Browser> {
	const browser = site.browser();
	await browser.goto(url);
	return browser;
}

/** The attack: the victim's browser is made to post the attacker's link, and the victim allows at NMBRS. */
async function victimConsents(url: string): Promise<Browser> {
	const link = new URL(url).searchParams.get('invitation') ?? '';
	const victim = site.browser();
	await victim.post(new URLSearchParams({ step: 'start', invitation: link, language: 'nl' }));
	await victim.goto(await giveConsent(victim.authorizeUrl(), [], 'slachtoffer@bedrijf.example'));
	expect(victim.page.heading).toBe('Kies wat Alleo mag gebruiken');
	return victim;
}

describe('a consent that another browser wants to finish', () => {
	test('the attacker starts again: sees nothing of the victim, and the consent is given back', async () => {
		const { invitation_url } = await site.invite('Aanvaller', 'nmbrs');
		const victim = await victimConsents(invitation_url);
		expect(site.n8n.credentials.size).toBe(0);
		expect(consents().map(({ withdrawn }) => withdrawn)).toEqual([false]);

		const attacker = await opened(invitation_url);
		await attacker.press('start');
		expect(attacker.words).toContain('Er was al iemand met deze link begonnen');
		expect(consents().map(({ withdrawn }) => withdrawn)).toEqual([true]);
		const step = victim.history.find((address) => address.includes('connection=')) ?? '';
		for (const browser of [attacker, victim]) {
			await browser.goto(step);
			expect(browser.page.html).not.toContain('Voorbeeld Holding');
		}
		expect(victim.page).toMatchObject({ status: 403 });
		expect(site.n8n.credentials.size).toBe(0);
		expect(site.started).toEqual([]);
		expect(JSON.stringify(site.n8n.rows())).not.toContain('Voorbeeld Holding');

		await attacker.goto(invitation_url);
		const own = site.sandbox.world.nmbrs.debtors[0]?.debtorId ?? '';
		await attacker.consent([own], 'aanvaller@bedrijf.example');
		expect(attacker.words).toContain('Die eerdere poging is vervallen');
		await attacker.press('choose');
		expect(site.started.map(({ debtors }) => debtors.map(({ id }) => id))).toEqual([[own]]);
		expect(site.started[0]?.notices).toEqual([]);
	});

	test('the victim’s cookie is what opens the row: a cookie put there by hand does not', async () => {
		const { invitation_url, invitation_id } = await site.invite('A', 'nmbrs');
		await victimConsents(invitation_url);
		const key = { signingKey: SIGNING_KEY, invitation: invitation_id };
		const [row] = site.n8n.rows();
		const { own } = JSON.parse(String(row?.['sealed'])) as { own: string };
		expect(unsealSecrets({ ...key, cookie: 'x'.repeat(43) }, own)).toBeNull();
		expect(unsealSecrets({ ...key, cookie: '' }, own)).toBeNull();
		const mine = sealSecrets({ ...key, cookie: 'mine' }, { afasTokenApi: { token: 'T' } });
		expect(unsealSecrets({ ...key, cookie: 'mine' }, mine)).toEqual({
			afasTokenApi: { token: 'T' },
		});
		for (const other of [
			{ ...key, cookie: 'mine', invitation: 'another-0001' },
			{ ...key, cookie: 'mine', signingKey: `${SIGNING_KEY}x` },
		]) {
			expect(unsealSecrets(other, mine)).toBeNull();
		}
		expect(unsealSecrets({ ...key, cookie: '' }, sealRevocation(key, 'token'))).toBeNull();
	});

	test('NMBRS does not take the consent back: logged, told to support, and tried again later', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		await victimConsents(invitation_url);
		const second = await opened(invitation_url);
		site.sandbox.nmbrs.faults.add({ kind: 'status', path: '/connect/revocation', status: 503 });
		await second.press('start');
		site.sandbox.nmbrs.faults.clear();
		await second.goto(await giveConsent(second.authorizeUrl()));
		await second.press('choose');
		expect(site.started[0]?.notices).toMatchObject([
			{ code: 'CONNECT_CONSENT_LEFT', params: { count: 1 } },
		]);
		expect(site.log.join('\n')).toContain('CONNECT_CONSENT_LEFT');
		expect(consents().map(({ withdrawn }) => withdrawn)).toEqual([false, false]);
		const [item] = await site.setup({ operation: 'cleanUp' }, true);
		expect(item).toMatchObject({ state: 'used', consents_given_back: 1, needs_person: false });
		expect(consents().map(({ withdrawn }) => withdrawn)).toEqual([true, false]);
		expect(await site.setup({ operation: 'cleanUp' }, true)).toEqual([]);
	});

	test('the same browser may start over: its own consent is given back too', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const browser = await opened(invitation_url);
		await browser.consent();
		const anew = /href="([^"]*anew=1)"/.exec(browser.page.html)?.[1] ?? '';
		await browser.goto(anew.replaceAll('&amp;', '&'));
		await browser.consent();
		expect(browser.words).toContain('Die eerdere poging is vervallen');
		expect(consents().map(({ withdrawn }) => withdrawn)).toEqual([true, false]);
		await browser.press('choose');
		expect(site.n8n.credentials.size).toBe(1);
	});

	test('a consent that cannot be used here is given back at once', async () => {
		const [mine, other] = site.sandbox.world.nmbrs.debtors.map(({ debtorId }) => debtorId);
		const first = await opened((await site.invite('A', 'nmbrs')).invitation_url);
		await first.consent([mine ?? '']);
		await first.press('choose');
		const id = site.started[0]?.credentials.nmbrsOAuth2Api?.id ?? '';
		const again = await site.invite('A', 'nmbrs', { replaceCredentialId: id });
		const browser = await opened(again.invitation_url);
		await browser.consent([other ?? ''], 'ander@bedrijf.example');
		expect(browser.page.status).toBe(409);
		expect(consents().map(({ withdrawn }) => withdrawn)).toEqual([false, true]);
		expect(site.n8n.rows().map(({ sealed }) => sealed)).toEqual(['', '']);
	});

	test('AFAS: another browser that tests takes over, and what the first gave is gone', async () => {
		await site.close();
		site = await startSite({ parameters: { contractsConnector: 'Profit_Contracts_Alleo' } });
		const { invitation_url } = await site.invite('A', 'afas');
		const { clientId, clientSecret } = site.sandbox.credentials.afas;
		const fields = { environmentNumber: '12345', way: 'oauth', clientId, clientSecret };
		const first = await opened(invitation_url);
		await first.press('afas', fields);
		expect(site.n8n.credentials.size).toBe(0);
		const second = await opened(invitation_url);
		await second.press('afas', fields);
		expect(second.words).toContain('Die eerdere poging is vervallen');
		expect((await first.press('finish')).status).toBe(403);
		await second.press('finish');
		expect(site.started).toHaveLength(1);
		expect(site.n8n.credentials.size).toBe(1);
		expect(site.n8n.rows()[0]).toMatchObject({ state: 'used', sealed: '' });
	});
});

describe('the end is cut off', () => {
	const upToEnd = async (more: Record<string, unknown> = {}) => {
		const invitation = await site.invite('A', 'nmbrs', more);
		const browser = await opened(invitation.invitation_url);
		await browser.consent();
		return { browser, invitation };
	};

	test.each([
		['while a credential is made', /^POST \/credentials/],
		['while it is filled', /^PATCH \/credentials/],
	])(
		'%s: the same browser takes the last step again, and there is one credential',
		async (_when, failing) => {
			const { browser } = await upToEnd();
			site.n8n.failing = (line) => failing.test(line);
			expect((await browser.press('choose')).status).toBe(503);
			expect(site.started).toEqual([]);
			for (const { data } of site.n8n.credentials.values()) {
				expect(data['oauthTokenData']).toBeUndefined();
			}
			site.n8n.failing = null;
			await browser.goto(browser.history.find((address) => address.includes('connection=')) ?? '');
			expect(browser.page.heading).toBe('Bijna klaar');
			await browser.press('finish');
			expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
			expect(site.started).toHaveLength(1);
			expect(site.n8n.ofType('nmbrsOAuth2Api')).toHaveLength(1);
			expect(site.n8n.ofType('nmbrsOAuth2Api')[0]?.data['oauthTokenData']).toBeTruthy();
		},
	);

	test('n8n’s answers to the steps are lost: each counts once, and nothing is made twice', async () => {
		const { browser } = await upToEnd();
		site.n8n.losing = (line) => line.endsWith('/rows/update');
		await browser.press('choose');
		expect(browser.page.heading).toBe('Gefeliciteerd, de verbinding is gelukt');
		expect(site.started).toHaveLength(1);
		expect(site.n8n.credentials.size).toBe(1);
	});

	test('while it is, nobody else takes the link; afterwards what was made goes', async () => {
		const { browser, invitation } = await upToEnd();
		site.n8n.failing = (line) => line.startsWith('PATCH /credentials');
		await browser.press('choose');
		site.n8n.failing = null;
		expect(site.n8n.credentials.size).toBe(1);
		const other = await opened(invitation.invitation_url);
		expect((await other.press('start')).status).toBe(503);
		await expect(
			site.setup({ operation: 'revoke', invitationId: invitation.invitation_id }),
		).rejects.toThrow(/finishing invitation/);
		later(3 * 60 * 1000);
		await other.goto(invitation.invitation_url);
		await other.press('start');
		expect(other.page.heading).toBe('U gaat nu naar NMBRS');
		expect(site.n8n.credentials.size).toBe(0);
		expect(consents()[0]?.withdrawn).toBe(true);
	});

	test('the live credential is untouched until the end, and is not cut off by cleaning up', async () => {
		const credential = { id: 'live-01', name: 'Live', type: 'nmbrsOAuth2Api', data: { old: 1 } };
		site.n8n.credentials.set(credential.id, credential);
		const { browser } = await upToEnd({ replaceCredentialId: credential.id });
		expect(site.n8n.credentials.get('live-01')?.data).toEqual({ old: 1 });
		let renewed = false;
		site.n8n.failing = (line) => {
			if (line.startsWith('PATCH /credentials')) renewed = true;
			return renewed && line.endsWith('/rows/update');
		};
		expect((await browser.press('choose')).status).toBe(503);
		site.n8n.failing = null;
		expect(site.n8n.credentials.get('live-01')?.data['oauthTokenData']).toBeTruthy();
		later(8 * 60 * 60 * 1000);
		const [item] = await site.setup({ operation: 'cleanUp' }, true);
		expect(item).toMatchObject({ code: 'CONNECT_CUT_OFF', needs_person: true });
		expect(consents().map(({ withdrawn }) => withdrawn)).toEqual([false]);
		expect([...site.n8n.credentials.keys()]).toEqual(['live-01']);
	});
});
