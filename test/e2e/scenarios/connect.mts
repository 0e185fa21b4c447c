import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { giveConsent } from '../../../sandbox/nmbrs/consent.mts';
import { CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { expectAccessible } from '../axe.mts';
import {
	connections,
	expectNoSecrets,
	invite,
	publish,
	readConnector,
	readDebtors,
	runSetup,
	setUpConnect,
	SIGNING_KEY,
} from '../connectPages.mts';
import type { ConnectedItem, ConnectSetup } from '../connectPages.mts';
import type { Context } from '../context.mts';
import { expectClearError, expectOnlyReads } from '../expect.mts';
import type { Scenario } from '../run.mts';

/** Remembers every address and every page that the browser saw. */
function watch(page: Page): string[] {
	const seen: string[] = [];
	page.on('request', (request) => void seen.push(request.url()));
	page.on('response', (response) => {
		if (!(response.headers()['content-type'] ?? '').includes('html')) return;
		void response.text().then(
			(text) => seen.push(text),
			() => undefined,
		);
	});
	return seen;
}

const heading = async (page: Page): Promise<string> => (await page.textContent('h1'))?.trim() ?? '';

/** Phone and desk, light and dark: no page is wider than its screen; pictures to look at. */
async function look(context: Context, page: Page, name: string): Promise<void> {
	for (const width of [400, 1000]) {
		await page.setViewportSize({ width, height: 900 });
		const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
		assert.ok(wide <= width, `${name} is ${wide} wide on a screen of ${width}`);
		await context.screenshot(page, `${name}-${width}`, true);
	}
	await expectAccessible(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectAccessible(page);
	await context.screenshot(page, `${name}-dark`, true);
	await page.emulateMedia({ colorScheme: 'light' });
}

async function allow(page: Page, email: string): Promise<void> {
	await page.waitForURL(/connect\/authorize/);
	await page.fill('[name="email"]', email);
	await page.getByRole('button', { name: 'Allow' }).click();
	await page.waitForURL(/connection=/);
}

const secretsOf = (context: Context, set: ConnectSetup): string[] => [
	...context.sandbox.nmbrs.state.grants.tokens(),
	CREDENTIALS.nmbrs.clientSecret,
	CREDENTIALS.nmbrs.subscriptionKey,
	CREDENTIALS.nmbrs.soapToken,
	CREDENTIALS.afas.clientSecret,
	CREDENTIALS.afas.tokenData,
	set.apiKey,
	SIGNING_KEY,
];

async function connectNmbrs(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const invitation = await invite(context, set, 'Bakkerij Van Dijk', 'nmbrs', {
		askApiToken: true,
	});
	await publish(context, set);
	const page = await context.strangersPage();
	const seen = watch(page);
	const response = await page.goto(invitation.invitation_url);
	assert.equal(response?.status(), 200);
	assert.equal(await heading(page), 'Verbind NMBRS met Alleo');
	await look(context, page, 'nmbrs-1-landing-nl');
	await page.getByRole('link', { name: 'In English' }).click();
	assert.equal(await heading(page), 'Connect NMBRS to Alleo');
	await look(context, page, 'nmbrs-1-landing-en');
	await page.getByRole('link', { name: 'Nederlands' }).click();

	// The customer first refuses, then thinks better of it.
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await page.waitForURL(/connect\/authorize/);
	await page.getByRole('button', { name: 'Refuse' }).click();
	await page.waitForURL(/error=access_denied/);
	assert.equal(await heading(page), 'NMBRS kreeg geen toestemming.');
	await look(context, page, 'nmbrs-2-refused-nl');
	await page.getByRole('link', { name: 'Probeer opnieuw' }).click();
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await allow(page, 'beheer@bakkerij.example');

	assert.equal(await heading(page), 'Kies wat Alleo mag gebruiken');
	assert.ok(!page.url().includes('code='), 'the code is not left in the address');
	await look(context, page, 'nmbrs-3-choose-nl');
	await page.getByRole('button', { name: 'Ga verder' }).click();
	assert.equal(await heading(page), 'Het API-token van NMBRS');
	await look(context, page, 'nmbrs-4-token-nl');
	context.sandbox.nmbrs.state.configure({ forbiddenOperations: ['LeaveBalance_GetPerType'] });
	const fillToken = async (): Promise<void> => {
		await page.fill('[name="domain"]', 'voorbeeld.nmbrs.nl');
		await page.fill('[name="username"]', CREDENTIALS.nmbrs.soapUsername);
		await page.fill('[name="token"]', CREDENTIALS.nmbrs.soapToken);
		await page.getByRole('button', { name: 'Test en sla op' }).click();
	};
	await fillToken();
	await page.getByText('EmployeeService: LeaveBalance_GetPerType').waitFor();
	await look(context, page, 'nmbrs-5-token-lacks-nl');
	context.sandbox.nmbrs.state.configure({ forbiddenOperations: [] });
	await fillToken();
	assert.equal(await heading(page), 'Kies looncomponenten en verlofgroepen');
	await look(context, page, 'nmbrs-6-pick-nl');
	await page.getByLabel('Alleo toegang').check();
	await page.getByRole('button', { name: 'Afronden' }).click();
	assert.equal(await heading(page), 'Gefeliciteerd, de verbinding is gelukt');
	await look(context, page, 'nmbrs-7-done-nl');
	await page.getByRole('link', { name: 'In English' }).click();
	assert.equal(await heading(page), 'Congratulations, you are connected');
	await look(context, page, 'nmbrs-7-done-en');

	const [item] = await connections(context, set, 1);
	assert.ok(item);
	assert.equal(item.customer, 'Bakkerij Van Dijk');
	assert.equal(item.invitation_id, invitation.invitation_id);
	const debtors = context.sandbox.world.nmbrs.debtors.map(({ debtorId }) => debtorId).sort();
	assert.deepEqual(item.debtors.map(({ id }) => id).sort(), debtors);
	assert.deepEqual(item.wage_components, [{ code: '7000', name: 'Alleo toegang' }]);
	assert.equal(item.credentials['nmbrsOAuth2Api']?.name, 'NMBRS Bakkerij Van Dijk');
	assert.equal(item.credentials['nmbrsTokenApi']?.name, 'NMBRS Bakkerij Van Dijk (API token)');

	// It works: n8n's own credential reads NMBRS, also when the access token has ended (it refreshes).
	assert.equal((await readDebtors(context, item)).length, debtors.length);
	context.sandbox.nmbrs.state.grants.expireAccessTokens();
	assert.equal((await readDebtors(context, item)).length, debtors.length);
	assert.equal(context.sandbox.nmbrs.state.grants.counters.refreshes, 1);

	// The link is used up; the browser that did it may see its page again, another one may not.
	assert.equal((await fetch(invitation.invitation_url)).status, 410);
	assert.equal((await fetch(page.url())).status, 410);
	expectOnlyReads(context);
	await expectNoSecrets(context, secretsOf(context, set), seen);
}

async function connectAgain(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	await invite(context, set, 'First', 'nmbrs');
	await publish(context, set);
	const connect = async (customer: string, more: Record<string, unknown>, email: string) => {
		const { invitation_url } = await invite(context, set, customer, 'nmbrs', more);
		const page = await context.strangersPage();
		await page.goto(invitation_url);
		const landing = (await page.textContent('main')) ?? '';
		await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
		await allow(page, email);
		return { page, landing };
	};
	const first = await connect('Bakkerij Van Dijk', {}, 'beheer@bakkerij.example');
	await first.page.getByRole('button', { name: 'Ga verder' }).click();
	const [before] = await connections(context, set, 1);
	const id = before?.credentials['nmbrsOAuth2Api']?.id ?? '';

	context.sandbox.nmbrs.state.grants.withdrawConsents();
	const again = await connect(
		'Bakkerij Van Dijk',
		{ replaceCredentialId: id },
		'beheer@bakkerij.example',
	);
	assert.match(again.landing, /verbonden voor Bakkerij Van Dijk/);
	await again.page.getByRole('button', { name: 'Ga verder' }).click();
	assert.equal(await heading(again.page), 'Gelukt, de verbinding is vernieuwd');
	const [, after] = await connections(context, set, 2);
	assert.equal(after?.credentials['nmbrsOAuth2Api']?.id, id, 'the same credential');
	assert.equal(after?.integration_id, before?.integration_id, 'the same integration');
	assert.ok((await readDebtors(context, after)).length > 0, 'with new tokens it reads again');

	const shared = await connect('Slagerij De Boer', {}, 'beheer@bakkerij.example');
	await shared.page.getByText('bedient ook de koppeling van Bakkerij Van Dijk').waitFor();
	await look(context, shared.page, 'nmbrs-shared-login-nl');
	await shared.page.getByRole('button', { name: 'Ga verder' }).click();
	const [, , third] = await connections(context, set, 3);
	assert.deepEqual(
		third?.notices.map(({ code }) => code),
		['CONNECT_LOGIN_SHARED'],
	);
}

async function connectAfas(context: Context): Promise<void> {
	const set = await setUpConnect(context, { contractsConnector: 'Profit_Contracts_Alleo' });
	const { invitation_url } = await invite(context, set, 'Zorggroep Noord', 'afas');
	await publish(context, set);
	const page = await context.strangersPage();
	const seen = watch(page);
	await page.goto(invitation_url);
	assert.equal(await heading(page), 'Verbind AFAS Profit met Alleo');
	await look(context, page, 'afas-1-landing-nl');
	await page.fill('[name="environmentNumber"]', 'O12345AA');
	await page.fill('[name="clientId"]', CREDENTIALS.afas.clientId);
	await page.fill('[name="clientSecret"]', 'not-the-right-secret');
	await page.getByRole('button', { name: 'Test en verbind' }).click();
	await page.getByRole('alert').waitFor();
	await look(context, page, 'afas-2-refused-nl');
	assert.equal(await page.inputValue('[name="clientSecret"]'), '');
	await page.getByLabel('Klassiek token').check();
	await page.fill('[name="token"]', CREDENTIALS.afas.token);
	await page.getByRole('button', { name: 'Test en verbind' }).click();
	await page.getByText('De toegang werkt, maar er ontbreekt nog iets').waitFor();
	await look(context, page, 'afas-3-found-nl');
	await page.getByRole('link', { name: 'In English' }).click();
	await look(context, page, 'afas-3-found-en');
	await page.getByRole('button', { name: 'Finish all the same' }).click();
	assert.equal(await heading(page), 'Congratulations, you are connected');
	await look(context, page, 'afas-4-done-en');
	const [item] = await connections(context, set, 1);
	assert.equal(item?.afas_environment, 'O12345AA');
	assert.deepEqual(
		item.notices.map(({ code }) => code),
		['CONNECT_INCOMPLETE'],
	);
	const credential = item.credentials['afasTokenApi'];
	assert.equal(credential?.name, 'AFAS Zorggroep Noord');
	const described = await readConnector(context, credential);
	assert.equal(described.length, 1, 'n8n itself reaches AFAS with it');
	expectOnlyReads(context);
	await expectNoSecrets(context, [...secretsOf(context, set), 'not-the-right-secret'], seen);
}

/** Against n8n's own database: the compare-and-set holds, and nothing is started twice. */
async function manyAtOnce(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url } = await invite(context, set, 'Bakkerij Van Dijk', 'nmbrs');
	await publish(context, set);
	const page = await context.strangersPage();
	await page.goto(invitation_url);
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await allow(page, 'beheer@bakkerij.example');
	const form = new URLSearchParams(
		await page.evaluate<Array<[string, string]>>(
			`[...new FormData(document.querySelector('form'))].concat([['step', 'choose']])`,
		),
	);
	const cookie = (await page.context().cookies())
		.map(({ name, value }) => `${name}=${value}`)
		.join('; ');
	const send = async (): Promise<number> => {
		const options = {
			method: 'POST',
			body: form,
			headers: { cookie },
			redirect: 'manual',
		} as const;
		return (await fetch(set.pageUrl, options)).status;
	};
	// 503: n8n gives up on its database for a moment when this many come at once. Nothing is lost by it.
	const statuses = await Promise.all(Array.from({ length: 200 }, send));
	const taken = (): number => statuses.filter((status) => status === 303).length;
	assert.ok(
		statuses.every((status) => [303, 409, 410, 503].includes(status)),
		statuses.join(' '),
	);
	for (let attempt = 0; attempt < 30 && !statuses.includes(410); attempt++) {
		await sleep(1000);
		statuses.push(await send());
	}
	assert.equal(taken(), 1, statuses.join(' '));
	await connections(context, set, 1);

	const other = await invite(context, set, 'Another', 'nmbrs');
	for (const [url, answers] of [
		[other.invitation_url, [200, 503]],
		[`${set.pageUrl}?invitation=made-up.link`, [404, 503]],
	] as const) {
		const opened = await Promise.all(
			Array.from({ length: 1000 }, async () => (await fetch(url)).status),
		);
		assert.ok(
			opened.every((status) => (answers as readonly number[]).includes(status)),
			String(new Set(opened)),
		);
		let status = 0;
		for (let attempt = 0; attempt < 30 && status !== answers[0]; attempt++) {
			status = (await fetch(url)).status;
			if (status !== answers[0]) await sleep(1000);
		}
		assert.equal(status, answers[0], 'afterwards the page is there as before');
	}
	await connections(context, set, 1);
}

async function revoked(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url, invitation_id } = await invite(
		context,
		set,
		'Bakkerij Van Dijk',
		'nmbrs',
	);
	await publish(context, set);
	const page = await context.strangersPage();
	await page.goto(invitation_url);
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await page.waitForURL(/connect\/authorize/);
	const back = await giveConsent(page.url());
	await runSetup(context, set, { operation: 'revoke', invitationId: invitation_id });
	await page.goto(back);
	assert.equal(await heading(page), 'Deze link is ingetrokken.');
	await look(context, page, 'revoked-nl');
	const altered = await page.goto(`${invitation_url}x`);
	assert.equal(altered?.status(), 404);
	await look(context, page, 'invalid-nl');
	await connections(context, set, 0);
	expectClearError(
		await runSetup(context, set, { operation: 'revoke', invitationId: 'nobody-knows-it' }),
		/CONNECT_INVITATION_UNKNOWN/,
		'Customer Setup',
	);
}

export type { ConnectedItem };

export const scenarios: Record<string, Scenario> = {
	'a customer connects NMBRS, with an API token': connectNmbrs,
	'a customer connects AFAS, and something is missing': connectAfas,
	'a customer connects again; a login of two customers is noticed': connectAgain,
	'many requests at once': manyAtOnce,
	'an invitation that was revoked or altered': revoked,
};
