import { InvitationRow } from '../../core/connect/invitation';
import { alleoKeyToken, readAlleoKeyToken } from '../../nodes/shared/connect/alleoKeyLink';
import { rowHolds, signatureOf } from '../../nodes/shared/connect/rowSignature';
import { FROM_ELSEWHERE } from '../support/connectBrowser.mts';
import { SIGNING_KEY, startSite, type Site } from '../support/connectSite.mts';

/** The Alleo keys of one customer: entered by support on a page, into n8n's credentials and nowhere else. */

let site: Site;
beforeEach(async () => {
	site = await startSite();
});
afterEach(async () => {
	await site.close();
});

const company = () => String(site.sandbox.alleo.state.store.companies[0]?.id);

async function invited(more: Record<string, unknown> = {}) {
	const asked = { alleoKey: 'page', alleoCompanyId: company(), ...more };
	const item: Record<string, unknown> = await site.invite('Bakkerij Van Dijk', 'nmbrs', asked);
	return { item, url: String(item['alleo_key_url']) };
}

const row = () => InvitationRow.parse(site.n8n.rows()[0]);
const alleoCredentials = () => site.n8n.ofType('alleoApi');
const keys = () => ({ ...site.sandbox.credentials.alleo });

test('tested with Alleo, stored in n8n, remembered by id; the secret is nowhere else', async () => {
	const { url, item } = await invited();
	expect(String(item['invitation_url'])).not.toContain('alleo=');
	const browser = site.browser();
	const shown = await browser.goto(url);
	expect(shown.status).toBe(200);
	expect(shown.html).toContain('Bakkerij Van Dijk');
	const done = await browser.press('alleoKey', keys());
	expect([done.status, done.heading]).toEqual([200, 'De sleutels zijn bewaard']);
	const [credential] = alleoCredentials();
	expect(credential).toMatchObject({
		name: 'Alleo Bakkerij Van Dijk',
		data: { ...keys(), baseUrl: site.sandbox.alleo.url },
	});
	expect(row().alleo_key).toBe(`made ${String(credential?.id)}`);
	expect(rowHolds(SIGNING_KEY, row())).toBe(true);
	const everything = JSON.stringify([
		site.n8n.rows(),
		site.n8n.workflows,
		site.started,
		site.alerts,
		site.log,
		browser.history,
		shown,
		done,
	]);
	for (const secret of Object.values(keys())) expect(everything).not.toContain(secret);
	// No run of the workflow, so n8n keeps nothing of the request.
	expect(site.started).toEqual([]);
});

test('once: then the link is used, and the keys stay as they are', async () => {
	const { url } = await invited();
	const browser = site.browser();
	await browser.goto(url);
	const form = browser.form('alleoKey', keys());
	await browser.post(form);
	expect((await browser.post(form)).status).toBe(410);
	expect((await browser.goto(url)).status).toBe(410);
	expect(alleoCredentials()).toHaveLength(1);
});

test('two at the same time: one counts, and nothing of the other is left', async () => {
	const { url } = await invited();
	const [one, other] = [site.browser(), site.browser()];
	await Promise.all([one.goto(url), other.goto(url)]);
	const replies = await Promise.all([
		one.press('alleoKey', keys()),
		other.press('alleoKey', keys()),
	]);
	expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
	expect(alleoCredentials().map(({ id }) => `made ${id}`)).toEqual([row().alleo_key]);
});

describe('refused at once, and nothing is stored', () => {
	const refused = async (change: Record<string, string>, more: Record<string, unknown> = {}) => {
		const { url } = await invited(more);
		const browser = site.browser();
		await browser.goto(url);
		const answer = await browser.press('alleoKey', { ...keys(), ...change });
		expect(alleoCredentials()).toEqual([]);
		expect(row().alleo_key).toBe('asked');
		const text = `${answer.html} ${site.log.join(' ')} ${JSON.stringify(site.n8n.rows())}`;
		for (const secret of [...Object.values(keys()), ...Object.values(change)]) {
			if (secret !== '') expect(text).not.toContain(secret);
		}
		return answer;
	};

	test('keys that Alleo does not know', async () => {
		const answer = await refused({ secretKey: 'WRONG-SECRET-CANARY' });
		expect(answer.status).toBe(422);
		expect(answer.html).toContain('Alleo accepteert deze sleutels niet');
	});

	test('keys of somebody else: the company of this customer is not among theirs', async () => {
		const answer = await refused({}, { alleoCompanyId: '999999' });
		expect(answer.status).toBe(422);
		expect(answer.html).toContain('999999');
	});

	test('nothing typed', async () => {
		const answer = await refused({ accessKey: '' });
		expect(answer.html).toContain('id="accessKey-problem"');
	});

	test('a value that n8n would run is a text', async () => {
		await refused({ accessKey: '={{ $env.SECRET }}' });
	});

	test('Alleo does not answer', async () => {
		site.sandbox.alleo.faults.add({ kind: 'status', status: 503, path: '/companies' });
		expect((await refused({})).status).toBe(422);
	});
});

test('too many tries, and a form from elsewhere, do not get as far as Alleo', async () => {
	const { url } = await invited();
	const browser = site.browser();
	await browser.goto(url);
	const form = browser.form('alleoKey', keys());
	const wrong = browser.form('alleoKey', { ...keys(), secretKey: 'no' });
	expect((await browser.post(form, FROM_ELSEWHERE)).status).toBe(403);
	for (let at = 0; at < 5; at += 1) await browser.post(wrong);
	expect((await browser.post(form)).status).toBe(429);
	expect(alleoCredentials()).toEqual([]);
});

test.each<[string, (url: string) => string]>([
	['altered', (url) => `${url.slice(0, -2)}xx`],
	['of another kind', () => 'https://n8n.example/webhook/alleo-connect?alleo=abc.def'],
])('a link that is %s opens nothing', async (_what, change) => {
	const { url } = await invited();
	expect((await site.browser().goto(change(url))).status).toBe(404);
});

test('a link opens nothing once the invitation is over', () => {
	const expires_at = '2026-11-24T10:00:00.000Z';
	const token = alleoKeyToken(SIGNING_KEY, { invitation: 'invitation1', expires_at });
	const at = (instant: string) => readAlleoKeyToken(SIGNING_KEY, token, Date.parse(instant));
	expect(at('2026-11-24T09:59:59.000Z')).toMatchObject({ i: 'invitation1' });
	expect(at(expires_at)).toBeNull();
});

test("the customer's own link is no way in, and a revoked invitation ends this one too", async () => {
	const { url, item } = await invited();
	const token = new URL(String(item['invitation_url'])).searchParams.get('invitation') ?? '';
	const crossed = url.replace(/alleo=.*/, `alleo=${token}`);
	expect((await site.browser().goto(crossed)).status).toBe(404);
	await site.setup({ operation: 'revoke', invitationId: item['invitation_id'] });
	expect((await site.browser().goto(url)).status).toBe(410);
});

test('revoked before it was used: the credential goes as well', async () => {
	const { url, item } = await invited();
	const browser = site.browser();
	await browser.goto(url);
	await browser.press('alleoKey', keys());
	await site.setup({ operation: 'revoke', invitationId: item['invitation_id'] });
	expect(alleoCredentials()).toEqual([]);
});

describe('an existing credential', () => {
	const existing = (id: string, name: string, type = 'alleoApi') =>
		site.n8n.credentials.set(id, { id, name, type, data: {} });
	const chosen = async (alleoCredential: string) =>
		await site.invite('Bakkerij', 'nmbrs', { alleoKey: 'chosen', alleoCredential });

	test('by id or by name', async () => {
		existing('k1', 'Alleo Bakkerij');
		await chosen('k1');
		await chosen('Alleo Bakkerij');
		expect(site.n8n.rows().map((one) => one['alleo_key'])).toEqual(['chosen k1', 'chosen k1']);
	});

	test('that is none of Alleo, not there, or meant by two, is refused', async () => {
		existing('n1', 'NMBRS', 'nmbrsOAuth2Api');
		existing('k1', 'Alleo');
		existing('k2', 'Alleo');
		for (const one of ['n1', 'nobody', 'Alleo', '']) {
			await expect(chosen(one)).rejects.toThrow(/Existing Alleo Credential/);
		}
		expect(site.n8n.rows()).toEqual([]);
	});
});

describe('the signature of a row', () => {
	test('covers the credential: nobody puts another one there, or takes it away', async () => {
		await invited();
		const asked = row();
		for (const alleo_key of ['chosen k9', '']) {
			expect(rowHolds(SIGNING_KEY, { ...asked, alleo_key })).toBe(false);
		}
	});

	test('of a row of before this column still holds, and not with a credential put into it', async () => {
		await invited({ alleoKey: 'wide' });
		const { alleo_key: _none, signature, ...before } = row();
		expect(signatureOf(SIGNING_KEY, { ...before, alleo_key: '' })).toBe(signature);
		expect(rowHolds(SIGNING_KEY, { ...before, signature, alleo_key: 'chosen k9' })).toBe(false);
	});
});
