import assert from 'node:assert/strict';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { attackOf } from '../../support/hostileTexts.mts';
import { heading, look } from '../connectBrowser.mts';
import {
	chain,
	connections,
	invite,
	node,
	publish,
	runSetup,
	setUpConnect,
} from '../connectPages.mts';
import type { ConnectSetup } from '../connectPages.mts';
import type { Context } from '../context.mts';
import { expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';

/** What customers type, against the real n8n: never run, and read back exactly as it was typed. */

/** Honest secrets that n8n would take for expressions, or that end a string somewhere. */
const SECRETS = [
	'=geheim-0123456789',
	'={{ $workflow.name }}',
	"={{ $('Settings').first().json }}",
	'={{ (() => { for (;;) {} })() }}',
	'={{ "={{ 1 + 1 }}" }}',
	'={{ [].constructor.constructor("return 1")() }}',
	'=`${1}`"\'\\u0041 \\ }} {{ é€𝒳',
	'{{ $workflow.name }}${1}"\'',
];

/** Refused with a page before AFAS is asked. */
const REFUSED = [
	'={{ 1 }}\n={{ 2 }}',
	'nul\0={{ 1 }}',
	'\u202e={{ 1 }}',
	'=\u2028{{ 1 }}',
	`={{ 1 }}${'x'.repeat(1_000_000)}`,
	'x'.repeat(1_000_000),
];

const { afas: AFAS, nmbrs: NMBRS } = CREDENTIALS;

/** Posts the form of the AFAS page, as a browser does but with anything in it. @returns the answer */
async function post(
	context: Context,
	set: ConnectSetup,
	fields: Record<string, string>,
	cookie = '',
): Promise<Response> {
	return await fetch(set.pageUrl, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: context.n8n.url, 'sec-fetch-site': 'same-origin', cookie },
		body: new URLSearchParams(fields),
	});
}

async function postAfas(
	context: Context,
	set: ConnectSetup,
	invitationUrl: string,
	fields: Record<string, string>,
): Promise<{ status: number; page: string; cookie: string; next: string }> {
	const response = await post(context, set, {
		step: 'afas',
		invitation: new URL(invitationUrl).searchParams.get('invitation') ?? '',
		language: 'nl',
		environmentNumber: AFAS.environmentNumber,
		environment: 'production',
		way: 'oauth',
		clientId: AFAS.clientId,
		clientSecret: AFAS.clientSecret,
		...fields,
	});
	const cookie = response.headers
		.getSetCookie()
		.map((one) => one.split(';')[0] ?? '')
		.join('; ');
	const next = new URL(response.headers.get('location') ?? '', set.pageUrl).href;
	return { status: response.status, page: await response.text(), cookie, next };
}

/** The page after the test: it asks who takes part, and is finished with what it holds itself. */
async function finish(
	context: Context,
	set: ConnectSetup,
	{ next, cookie }: { next: string; cookie: string },
): Promise<Response> {
	const page = await (await fetch(next, { headers: { cookie } })).text();
	const hidden = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
	const held = Object.fromEntries([...hidden].map(([, name, value]) => [name, value]));
	return await post(context, set, { ...held, step: 'finish', useAccess: 'yes' }, cookie);
}

/** n8n's own test of a stored credential, by its public API. */
async function expectTested(context: Context, id: string): Promise<void> {
	const answer = await context.client.api<{ status: string; message: string }>(
		'POST',
		`/credentials/${id}/test`,
	);
	assert.equal(answer.status, 'OK', answer.message);
}

/** A node of the package reads with the stored credential. */
async function expectReads(
	context: Context,
	type: string,
	parameters: Record<string, unknown>,
	credentials: Record<string, { id: string; name: string }>,
): Promise<object[]> {
	const workflowId = await context.import(
		chain('Read', [
			node('Start', 'n8n-nodes-base.manualTrigger', 1),
			node('Read', type, 1, { parameters, credentials }),
		]),
	);
	const execution = await context.client.ended(await context.client.runFrom(workflowId, 'Start'));
	expectSuccess(execution);
	return outputOf(execution, 'Read');
}

async function attack(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url } = await invite(context, set, 'Zorggroep Aanval', 'afas');
	await publish(context, set);
	const { log } = context.sandbox.afas;
	const page = await context.strangersPage();
	await page.goto(invitation_url);
	await page.fill('#environmentNumber', AFAS.environmentNumber);
	await page.check('#way-token');
	await page.fill('#token', attackOf(AFAS.tokenData));
	const [response] = await Promise.all([
		page.waitForResponse((one) => one.request().method() === 'POST'),
		page.click('button[value="afas"]'),
	]);
	assert.equal(response.status(), 422);
	await page.waitForSelector('[role="alert"]');
	assert.match(
		(await page.textContent('[role="alert"]')) ?? '',
		/Het AFAS-token heeft geen bruikbare vorm/,
	);
	await look(context, page, 'attack-nl');
	assert.equal(log.counts.calls, 0, 'AFAS was not asked');
	const { data } = await context.client.api<{ data: Array<{ name: string }> }>(
		'GET',
		'/credentials?limit=250',
	);
	assert.ok(!data.some(({ name }) => name.includes('Zorggroep Aanval')), 'nothing was stored');
	await connections(context, set, 0);
	const made = await runSetup(context, set, {
		operation: 'create',
		customerName: '={{ "=" + "1+1" }}',
		system: 'afas',
	});
	expectSuccess(made);
	const [invitation] = outputOf(made, 'Customer Setup') as Array<{ customer: string }>;
	assert.equal(invitation?.customer, '=1+1', 'a name stays a text');
}

async function secrets(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const invited = await invite(context, set, 'Zorggroep Noord', 'afas');
	await publish(context, set);
	const { state, log } = context.sandbox.afas;
	for (const clientSecret of REFUSED) {
		const { invitation_url } = await invite(context, set, 'Refused', 'afas');
		const { status, page } = await postAfas(context, set, invitation_url, { clientSecret });
		assert.equal(status, 422, JSON.stringify(clientSecret.slice(0, 40)));
		assert.match(page, /role="alert"/);
	}
	assert.equal(log.counts.calls, 0, 'AFAS was not asked');

	let done = 0;
	for (const clientSecret of SECRETS) {
		const { invitation_url } = done === 0 ? invited : await invite(context, set, 'Z', 'afas');
		state.settings.clientSecret = clientSecret;
		const tested = await postAfas(context, set, invitation_url, { clientSecret });
		assert.equal(tested.status, 303, clientSecret);
		assert.equal((await finish(context, set, tested)).status, 303, clientSecret);
		done += 1;
		const made = await connections(context, set, done);
		const credential = made.at(-1)?.credentials['afasOAuth2Api'];
		assert.ok(credential, clientSecret);
		await expectTested(context, credential.id);
		const parameters = {
			authentication: 'oAuth2',
			resource: 'getConnector',
			operation: 'describe',
			connector: { __rl: true, mode: 'id', value: 'Profit_Employees_Alleo' },
		};
		const read = await expectReads(context, 'n8n-nodes-alleo.afas', parameters, {
			afasOAuth2Api: credential,
		});
		assert.ok(read.length > 0, clientSecret);
	}
}

async function apiToken(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const old = await context.client.createCredential('Old token', 'nmbrsTokenApi', {
		domain: NMBRS.soapDomain,
		username: 'nobody@example.nl',
		token: 'old-token-0123456789',
		soapBaseUrl: `${context.sandbox.nmbrs.origin}/soap/v3`,
	});
	const token = '={{ $workflow.name }}"\'\\';
	const username = '=koppeling@example.nl';
	Object.assign(context.sandbox.nmbrs.state.settings.soapUsers[0] ?? {}, { token, username });
	const { invitation_url } = await invite(context, set, 'Bakkerij Van Dijk', 'nmbrs', {
		replaceCredentialId: old,
	});
	await publish(context, set);
	const page = await context.strangersPage();
	await page.goto(invitation_url);
	await page.click('button[value="start"]');
	await page.fill('#domain', '={{ $workflow.name }}');
	await page.fill('#username', username);
	await page.fill('#token', token);
	await page.click('button[value="token"]');
	await page.waitForSelector('[role="alert"]');
	await look(context, page, 'domain-nl');
	await page.fill('#domain', `https://${NMBRS.soapDomain}.nmbrs.nl/`);
	await page.fill('#username', username);
	await page.fill('#token', token);
	await page.click('button[value="token"]');
	// A link for the token alone asks nothing more.
	await page.waitForSelector('.banner.good-tone');
	assert.match(await heading(page), /^Gelukt/);
	await connections(context, set, 1);
	await expectTested(context, old);
	const services = await expectReads(
		context,
		'n8n-nodes-alleo.nmbrs',
		{ resource: 'payroll', operation: 'checkAccess' },
		{ nmbrsTokenApi: { id: old, name: 'Old token' } },
	);
	assert.ok(services.length > 3);
}

export const scenarios: Record<string, Scenario> = {
	'text that n8n would run, in front of the own token': attack,
	'secrets that n8n would run come back as they were typed': secrets,
	'an NMBRS API token that n8n would run': apiToken,
};
