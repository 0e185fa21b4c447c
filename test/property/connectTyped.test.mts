import fc from 'fast-check';
import { startSite, type Browser, type Site } from '../support/connectSite.mts';
import { attackOf } from '../support/hostileTexts.mts';
import { evaluatedOnce, evaluatedTwice } from '../support/n8nEvaluates.mts';
import { expectHarmless, fresh, hostile, runs } from './hostile.mts';

/**
 * Whatever is typed into whatever field of whatever page: it was refused with a message, or n8n's own
 * evaluator gives back from the stored credential exactly what was typed, in each way in which n8n reads
 * one. The stand-ins take what was typed for right, so that it is stored wherever it can be. Replay a
 * failure with FC_SEED and FC_RUNS.
 */

let site: Site;
beforeAll(async () => {
	site = await startSite();
});
afterAll(async () => {
	await site.close();
});

/** A text by itself, and before, after and inside a value that is right. */
const around = (right: string) =>
	fc
		.tuple(hostile, fc.integer({ min: 0, max: 3 }), fc.nat({ max: right.length }))
		.map(
			([text, kind, at]) =>
				[
					text,
					`${text}${right}`,
					`${right}${text}`,
					`${right.slice(0, at)}${text}${right.slice(at)}`,
				][kind] ?? text,
		);

const afas = () => site.sandbox.credentials.afas;
const oauth = (): Record<string, string> => ({
	environmentNumber: afas().environmentNumber,
	environment: 'production',
	way: 'oauth',
	clientId: afas().clientId,
	clientSecret: afas().clientSecret,
	token: '',
});
const classic = (): Record<string, string> => ({ ...oauth(), way: 'token', token: afas().token });
const login = (): Record<string, string> => {
	const {
		soapDomain: domain,
		soapUsername: username,
		soapToken: token,
	} = site.sandbox.credentials.nmbrs;
	return { domain, username, token };
};

async function connectAfas(fields: Record<string, string>): Promise<Browser> {
	fresh(site);
	const { invitation_url } = await site.invite('Zorggroep Noord', 'afas');
	const browser = site.browser();
	await browser.goto(invitation_url);
	await browser.press('afas', fields);
	return browser;
}

/** An invitation that renews the token alone: its page comes first. */
async function connectToken(fields: Record<string, string>): Promise<Browser> {
	fresh(site);
	const old = { id: 'old-token-01', name: 'Token', type: 'nmbrsTokenApi', data: {} };
	site.n8n.credentials.set(old.id, old);
	const { invitation_url } = await site.invite('A', 'nmbrs', { replaceCredentialId: old.id });
	const browser = site.browser();
	await browser.goto(invitation_url);
	await browser.press('start');
	await browser.press('token', fields);
	if (browser.page.html.includes('value="pick"')) await browser.press('pick');
	return browser;
}

/** What n8n's nodes get of a stored credential; the package trims what it reads. */
function stored(type: string): Record<string, string> {
	const [credential] = site.n8n.ofType(type);
	const data = credential?.data ?? {};
	const trimmed = (read: Record<string, unknown>): Record<string, string> =>
		Object.fromEntries(Object.entries(read).map(([key, value]) => [key, String(value).trim()]));
	const once = trimmed(evaluatedOnce(data as never));
	expect(trimmed(evaluatedTwice(data))).toEqual(once);
	return once;
}

function expectRefused({ page }: Browser): void {
	expect(page.status).toBe(422);
	expect(/role="alert"|aria-invalid="true"/.test(page.html)).toBe(true);
	expect(site.started).toEqual([]);
	const written = [...site.n8n.credentials.values()].filter(
		({ data }) => Object.keys(data).length > 0,
	);
	expect(written).toEqual([]);
}

const isPrintable = (text: string): boolean =>
	/^[\x21-\x7e](?:[\x20-\x7e]{0,248}[\x21-\x7e])?$/.test(text);

/** A field whose value is free: what the vendor takes is what was typed. */
const FREE = [
	['AFAS client id', 'afasOAuth2Api', 'clientId'],
	['AFAS client secret', 'afasOAuth2Api', 'clientSecret'],
	['NMBRS user name', 'nmbrsTokenApi', 'username'],
	['NMBRS API token', 'nmbrsTokenApi', 'token'],
] as const;

test.each(FREE)('%s: refused, or exactly what was typed', async (_name, type, field) => {
	await fc.assert(
		fc.asyncProperty(hostile, async (text) => {
			const right = text.trim();
			const { state } = site.sandbox.afas;
			const [user] = site.sandbox.nmbrs.state.settings.soapUsers;
			if (field === 'username' || (field === 'token' && user !== undefined)) {
				Object.assign(user ?? {}, { ...login(), [field]: right });
			} else Object.assign(state.settings, { ...afas(), [field]: right });
			const isAfas = type === 'afasOAuth2Api';
			const browser = isAfas
				? await connectAfas({ ...oauth(), [field]: text })
				: await connectToken({ ...login(), [field]: text });
			expectHarmless(site, browser);
			if (site.started.length === 0) {
				expectRefused(browser);
				expect(isPrintable(right) && !(field === 'clientId' && / /.test(right))).toBe(false);
			} else expect(stored(type)[field]).toBe(right);
		}),
		runs(60),
	);
	Object.assign(site.sandbox.afas.state.settings, afas());
	Object.assign(site.sandbox.nmbrs.state.settings.soapUsers[0] ?? {}, login());
});

/** A field with a form of its own: what is stored is that form, whatever was around it. */
test.each([
	['environmentNumber', oauth, 'afasOAuth2Api'],
	['environment', oauth, 'afasOAuth2Api'],
	['way', oauth, 'afasOAuth2Api'],
	['token', classic, 'afasTokenApi'],
	['domain', login, 'nmbrsTokenApi'],
] as const)('%s: refused, or in its one spelling', async (field, fields, type) => {
	const right = fields();
	await fc.assert(
		fc.asyncProperty(around(right[field] ?? ''), async (text) => {
			const given = { ...right, [field]: text };
			const browser = await (type === 'nmbrsTokenApi' ? connectToken(given) : connectAfas(given));
			expectHarmless(site, browser);
			if (site.started.length === 0) return expectRefused(browser);
			const { way: _way, ...expected } = right;
			const written = Object.entries(expected).filter(([key]) => key in stored(type));
			expect(stored(type)).toMatchObject(Object.fromEntries(written));
			expect(written.length).toBeGreaterThan(2);
		}),
		runs(60),
	);
});

test('the attack: another workflow’s data in front of the own token', async () => {
	const attack = attackOf(afas().tokenData);
	const before = site.sandbox.afas.log.counts.calls;
	const browser = await connectAfas({ ...classic(), token: attack });
	expectRefused(browser);
	expect(browser.words).toContain('Het AFAS-token heeft geen bruikbare vorm.');
	expect(site.sandbox.afas.log.counts.calls).toBe(before);
});
