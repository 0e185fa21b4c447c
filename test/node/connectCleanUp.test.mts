import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import { startSite, type Browser, type Site } from '../support/connectSite.mts';

/** What nobody finished does not stay; another AFAS environment waits for a person. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
	jest.restoreAllMocks();
});

const HOUR = 60 * 60 * 1000;
const later = (ms: number): void => {
	const real = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => real() + ms);
};
const consents = () => site.sandbox.nmbrs.state.grants.consents.map(({ withdrawn }) => withdrawn);

async function begun(customer = 'A'): Promise<{ browser: Browser; invitation_id: string }> {
	const { invitation_url, invitation_id } = await site.invite(customer, 'nmbrs');
	const browser = site.browser();
	await browser.goto(invitation_url);
	await browser.consent();
	return { browser, invitation_id };
}

describe('unfinished consents', () => {
	test('revoking the invitation gives the consent back at once', async () => {
		const { browser, invitation_id } = await begun();
		const [item] = await site.setup({ operation: 'revoke', invitationId: invitation_id }, true);
		expect(item).toMatchObject({ consents_given_back: 1, consents_left: 0 });
		expect(consents()).toEqual([true]);
		expect((await browser.press('choose')).status).toBe(410);
	});

	test('without the app it stays for Clean Up, which has it', async () => {
		const { invitation_id } = await begun();
		const [item] = await site.setup({ operation: 'revoke', invitationId: invitation_id });
		expect(item).toMatchObject({ consents_given_back: 0, consents_left: 1 });
		const [without] = await site.setup({ operation: 'cleanUp' });
		expect(without).toMatchObject({ needs_person: true, code: 'CONNECT_CONSENT_LEFT' });
		const [cleaned] = await site.setup({ operation: 'cleanUp' }, true);
		expect(cleaned).toMatchObject({
			state: 'revoked',
			consents_given_back: 1,
			needs_person: false,
		});
		expect(consents()).toEqual([true]);
		expect(site.n8n.rows()[0]).toMatchObject({ sealed: '' });
	});

	test('a customer does not wait for what NMBRS does not take back: asked once, the rest is for later', async () => {
		const { invitation_url } = await site.invite('A', 'nmbrs');
		const counted = () =>
			site.sandbox.nmbrs.log.entries.filter(({ url }) => url === '/connect/revocation').length;
		site.sandbox.nmbrs.faults.add({ kind: 'status', path: '/connect/revocation', status: 503 });
		for (const times of [0, 1, 2]) {
			const browser = site.browser();
			await browser.goto(invitation_url);
			await browser.press('start');
			expect(counted()).toBe(times);
			await browser.goto(await giveConsent(browser.authorizeUrl()));
		}
		site.sandbox.nmbrs.faults.clear();
		const last = site.browser();
		await last.goto(invitation_url);
		await last.press('start');
		expect(consents()).toEqual([true, true, true]);
	});

	test('a customer who is still busy is left alone; one who walked away is not, and may begin again', async () => {
		const { browser } = await begun();
		expect(await site.setup({ operation: 'cleanUp' }, true)).toEqual([]);
		later(8 * HOUR);
		expect(await site.setup({ operation: 'cleanUp' }, true)).toMatchObject([{ state: 'open' }]);
		expect(consents()).toEqual([true]);
		expect(site.n8n.rows()[0]).toMatchObject({ sealed: '', browser: '' });
		expect((await browser.press('choose')).status).toBe(403);
		await browser.goto(browser.history[0] ?? '');
		await browser.consent();
		await browser.press('choose');
		expect(site.started).toHaveLength(1);
		expect(consents()).toEqual([true, false]);
	});

	test('expired invitations are cleared; finished connections are not touched', async () => {
		const first = await begun('A');
		await first.browser.press('choose');
		await begun('B');
		later(15 * 24 * HOUR);
		const cleaned = await site.setup({ operation: 'cleanUp' }, true);
		expect(cleaned).toMatchObject([{ customer: 'B', state: 'expired', consents_given_back: 1 }]);
		expect(consents()).toEqual([false, true]);
		expect(site.n8n.credentials.size).toBe(1);
	});

	test('a row that was edited is cleared by nobody, and hides no other', async () => {
		await begun('A');
		await begun('B');
		Object.assign(site.n8n.rows()[0] ?? {}, { progress: '{"credentials":{}}' });
		later(8 * HOUR);
		expect(await site.setup({ operation: 'cleanUp' }, true)).toMatchObject([{ customer: 'B' }]);
	});
});

describe('another AFAS environment', () => {
	const oauth = (): Record<string, string> => {
		const { clientId, clientSecret } = site.sandbox.credentials.afas;
		return {
			environmentNumber: '12345',
			environment: 'production',
			way: 'oauth',
			clientId,
			clientSecret,
		};
	};
	async function connect(fields: Record<string, string>, more: Record<string, unknown> = {}) {
		const { invitation_url } = await site.invite('Zorggroep Noord', 'afas', more);
		const browser = site.browser();
		await browser.goto(invitation_url);
		await browser.press('afas', fields);
		return browser;
	}
	const idOf = (): string => site.started[0]?.credentials.afasOAuth2Api?.id ?? '';

	test('waits for a person, who is told old and new; nothing is replaced before', async () => {
		await connect(oauth());
		const before = structuredClone(site.n8n.credentials.get(idOf()));
		site.sandbox.afas.state.settings.environmentId = 'T12345AA';
		const other = { ...oauth(), environment: 'test' };
		const stopped = await connect(other, { replaceCredentialId: idOf() });
		expect(stopped.page).toMatchObject({
			status: 409,
			heading: 'Dit is niet de omgeving waarvoor deze link is.',
		});
		expect(stopped.words).not.toContain('O12345AA');
		expect(site.n8n.credentials.get(idOf())).toEqual(before);
		expect(site.started).toHaveLength(1);
		expect(site.alerts).toMatchObject([
			{
				customer: 'Zorggroep Noord',
				code: 'CONNECT_ENVIRONMENT_WAITS',
				params: { before: 'O12345AA', reached: 'T12345AA' },
			},
		]);
		expect(site.alerts[0]?.action).toContain('T12345AA in AFAS Environment');

		const allowed = { replaceCredentialId: idOf(), afasEnvironment: 't12345aa' };
		const done = await connect(other, allowed);
		expect(done.page.heading).toBe('Gelukt, de verbinding is vernieuwd');
		expect(site.started[1]).toMatchObject({ afas_environment: 'T12345AA' });
		expect(site.n8n.credentials.get(idOf())?.data).toMatchObject({ environment: 'test' });
	});

	test('the one before is not known: the same', async () => {
		const credential = {
			id: 'by-hand-01',
			name: 'By hand',
			type: 'afasOAuth2Api',
			data: { old: 1 },
		};
		site.n8n.credentials.set(credential.id, credential);
		const stopped = await connect(oauth(), { replaceCredentialId: credential.id });
		expect(stopped.page.status).toBe(409);
		expect(site.alerts).toMatchObject([{ params: { before: '?', reached: 'O12345AA' } }]);
		expect(site.n8n.credentials.get('by-hand-01')?.data).toEqual({ old: 1 });
	});

	test('a first connection keeps to the environment that support named, if any', async () => {
		const stopped = await connect(oauth(), { afasEnvironment: 'T12345AA' });
		expect(stopped.page.status).toBe(409);
		expect(site.started).toEqual([]);
		await expect(site.invite('A', 'afas', { afasEnvironment: '../x' })).rejects.toThrow(
			/AFAS Environment/,
		);
	});
});
