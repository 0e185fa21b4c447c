import assert from 'node:assert/strict';
import { CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { allow, heading, look, watch } from '../connectBrowser.mts';
import {
	connections,
	expectNoSecrets,
	invite,
	publish,
	readConnector,
	readDebtors,
	setUpConnect,
	SIGNING_KEY,
} from '../connectPages.mts';
import type { ConnectSetup } from '../connectPages.mts';
import type { Context } from '../context.mts';
import { expectOnlyReads } from '../expect.mts';
import type { Scenario } from '../run.mts';

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
		askPay: true,
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
	// The phone drops the page while the token is fetched: by the link and by the bare address, the same step.
	for (const address of [invitation.invitation_url, set.pageUrl]) {
		await page.goto('about:blank');
		await page.goto(address);
		assert.equal(await heading(page), 'Het API-token van NMBRS', `coming back by ${address}`);
		await page.getByText('Stap 3 van 4').waitFor();
	}
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
	assert.equal(await heading(page), 'Looncomponenten en verlofgroepen');
	await page.getByText('Meerdere Alleo-bedrijven').waitFor();
	await look(context, page, 'nmbrs-6-pick-nl');
	assert.ok(await page.getByLabel('Gebruik dit veld: alleen mensen met ja doen mee').isChecked());
	// One component cannot be two things; what was answered stays on the page.
	await page.getByLabel('Vakantiegeld: opbouw').selectOption('7000');
	await page.getByLabel('Bruto-uurloon').selectOption('7000');
	await page.locator('[name="leave-0"]').selectOption('statutory');
	await page.getByRole('button', { name: 'Afronden' }).click();
	await page.getByText('7000 – Alleo toegang is twee keer gekozen.').waitFor();
	assert.equal(await page.locator('[name="leave-0"]').inputValue(), 'statutory');
	await look(context, page, 'nmbrs-6-twice-nl');
	await page.getByLabel('Bruto-uurloon').selectOption('');
	await page.getByRole('button', { name: 'Afronden' }).click();
	assert.equal(await heading(page), 'Gefeliciteerd, de verbinding is gelukt');
	await page.getByText(/elke dag rond 0[345]:\d\d/).waitFor();
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
	assert.deepEqual(item.companies, [], 'every company, also one that comes later');
	assert.equal(item.selective_sync, 'on', 'the tick about the access field');
	assert.deepEqual(item.wage_components, [
		{ code: '7000', name: 'Alleo toegang', role: 'holidayAccrual' },
	]);
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
	await shared.page.getByText('Dezelfde login bedient al een andere koppeling.').waitFor();
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
	const { invitation_url } = await invite(context, set, 'Zorggroep Noord', 'afas', {
		askPay: true,
	});
	await publish(context, set);
	const page = await context.strangersPage();
	const seen = watch(page);
	await page.goto(invitation_url);
	assert.equal(await heading(page), 'Verbind AFAS Profit met Alleo');
	await look(context, page, 'afas-1-landing-nl');
	await page.fill('[name="environmentNumber"]', 'O12345AA');
	await page.fill('[name="clientId"]', CREDENTIALS.afas.clientId);
	await page.fill('[name="clientSecret"]', 'not-the-right-secret');
	await page.getByLabel('Berekende looncomponenten').fill('Voorbeeld_Looncomponenten');
	await page.getByRole('button', { name: 'Test en verbind' }).click();
	await page.getByRole('alert').waitFor();
	await look(context, page, 'afas-2-refused-nl');
	assert.equal(
		await page.getByLabel('Berekende looncomponenten').inputValue(),
		'Voorbeeld_Looncomponenten',
	);
	assert.equal(await page.inputValue('[name="clientSecret"]'), '');
	await page.getByLabel('Klassiek token').check();
	await page.fill('[name="token"]', CREDENTIALS.afas.token);
	await page.getByRole('button', { name: 'Test en verbind' }).click();
	await page.getByText('De toegang werkt, maar er ontbreekt nog iets').waitFor();
	await look(context, page, 'afas-3-found-nl');
	await page.getByRole('link', { name: 'In English' }).click();
	await look(context, page, 'afas-3-found-en');
	await page.getByLabel('Each of these values is an Alleo company of its own').uncheck();
	await page.getByLabel('Holiday allowance: accrual').fill('9001');
	await page.locator('[name="leave-0"]').selectOption('statutory');
	await page.getByRole('button', { name: 'Finish all the same' }).click();
	assert.equal(await heading(page), 'Congratulations, you are connected');
	await page.getByText('Everybody in one company').waitFor();
	await look(context, page, 'afas-4-done-en');
	const [item] = await connections(context, set, 1);
	assert.equal(item?.afas_environment, 'O12345AA');
	assert.equal(item.pay, true);
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

export const scenarios: Record<string, Scenario> = {
	'a customer connects NMBRS, with an API token': connectNmbrs,
	'a customer connects AFAS, and something is missing': connectAfas,
	'a customer connects again; a login of two customers is noticed': connectAgain,
};
