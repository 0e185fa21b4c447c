import assert from 'node:assert/strict';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { allow, heading, look } from '../connectBrowser.mts';
import {
	connections,
	invite,
	publish,
	runSetup,
	setUpConnect,
	type ConnectSetup,
} from '../connectPages.mts';
import type { Context } from '../context.mts';
import { expectClearError, expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';

/** Doors that are closed: a link in two hands, rows that somebody edits, guessing, what nobody finishes. */

async function credentialsOf(context: Context, type: string): Promise<string[]> {
	const all = await context.client.api<{ data: Array<{ name: string; type: string }> }>(
		'GET',
		'/credentials?limit=250',
	);
	return all.data.filter((one) => one.type === type).map(({ name }) => name);
}

/** The columns of a table that a version without signatures made, and those that came later. */
const OLD_COLUMNS =
	'invitation customer system state created_at expires_at used_at integration workflow alleo_company parts replaces replaces_name replaces_type replaces_customer replaces_at step browser progress login connection partitions'.split(
		' ',
	);
const NEW_COLUMNS = ['environment', 'sealed', 'tries', 'signature'];

const linkOf = (url: string): string => new URL(url).searchParams.get('invitation') ?? '';

async function twoHands(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { consents } = context.sandbox.nmbrs.state.grants;
	const { invitation_url } = await invite(context, set, 'Tweehandig', 'nmbrs');
	await publish(context, set);
	const before = (await credentialsOf(context, 'nmbrsOAuth2Api')).length;

	const victim = await context.strangersPage();
	await victim.goto(invitation_url);
	await victim.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await allow(victim, 'slachtoffer@bedrijf.example');
	assert.equal(await heading(victim), 'Kies wat Alleo mag gebruiken');

	const attacker = await context.strangersPage();
	await attacker.goto(invitation_url);
	await attacker.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await attacker.waitForURL(/connect\/authorize/);
	assert.deepEqual(
		consents.map(({ withdrawn }) => withdrawn),
		[true],
		'the consent was given back at once',
	);
	await attacker.goto(victim.url());
	assert.ok(!((await attacker.textContent('main')) ?? '').includes('Voorbeeld Holding'));
	await victim.getByRole('button', { name: 'Ga verder' }).click();
	assert.equal(await heading(victim), 'Deze pagina hoort bij een andere browser.');
	await look(context, victim, 'other-browser-nl');
	assert.equal((await credentialsOf(context, 'nmbrsOAuth2Api')).length, before);

	await attacker.goto(invitation_url);
	await attacker.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await allow(attacker, 'aanvaller@bedrijf.example');
	await attacker.getByText('Er was al iemand met deze link begonnen').waitFor();
	await look(context, attacker, 'dropped-nl');
	await connections(context, set, 0);

	// What nobody finishes: withdrawn by support, given back at once.
	const rows = await rowsOf(context, set);
	const invitationId = String(rows[0]?.['invitation']);
	const revoked = await runSetup(context, set, { operation: 'revoke', invitationId });
	expectSuccess(revoked);
	const [item] = outputOf(revoked, 'Customer Setup') as Array<Record<string, unknown>>;
	assert.equal(item?.['consents_given_back'], 1);
	assert.ok(consents.every(({ withdrawn }) => withdrawn));
	const cleaned = await runSetup(context, set, { operation: 'cleanUp' });
	expectSuccess(cleaned);
	assert.deepEqual(outputOf(cleaned, 'Customer Setup'), []);
}

type Row = Record<string, unknown>;

const tableOf = async (context: Context, { path }: ConnectSetup): Promise<string> => {
	const name = path.replaceAll('-', '_');
	const found = await context.client.api<{ data: Array<{ id: string; name: string }> }>(
		'GET',
		'/data-tables?limit=250',
	);
	const table = found.data.find((one) => one.name === name);
	assert.ok(table, `the table ${name}`);
	return table.id;
};

async function rowsOf(context: Context, set: ConnectSetup): Promise<Row[]> {
	const id = await tableOf(context, set);
	const { data } = await context.client.api<{ data: Row[] }>(
		'GET',
		`/data-tables/${id}/rows?limit=250`,
	);
	return data;
}

async function edit(
	context: Context,
	set: ConnectSetup,
	invitation: string,
	data: Row,
): Promise<void> {
	const filters = [{ columnName: 'invitation', condition: 'eq', value: invitation }];
	await context.client.api('PATCH', `/data-tables/${await tableOf(context, set)}/rows/update`, {
		filter: { type: 'and', filters },
		data,
	});
}

async function editedRow(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	// A table of an older version: it gets the columns that it lacks.
	const old = OLD_COLUMNS.map((name) => ({ name, type: 'string' }));
	const name = set.path.replaceAll('-', '_');
	await context.client.api('POST', '/data-tables', { name, columns: old });
	const first = await invite(context, set, 'Bakkerij Van Dijk', 'nmbrs');
	const row = (await rowsOf(context, set))[0] ?? {};
	assert.deepEqual(
		NEW_COLUMNS.filter((column) => !(column in row)),
		[],
	);
	await publish(context, set);
	const page = await context.strangersPage();
	await page.goto(first.invitation_url);
	assert.equal(await heading(page), 'Verbind NMBRS met Alleo');

	const victim = await context.client.createCredential('Victim', 'nmbrsTokenApi', {
		domain: 'd',
		username: 'u',
		token: 'of-the-victim',
		soapBaseUrl: '',
	});
	await edit(context, set, first.invitation_id, {
		replaces: victim,
		replaces_type: 'nmbrsTokenApi',
		replaces_name: 'Victim',
	});
	const opened = await page.goto(first.invitation_url);
	assert.equal(opened?.status(), 404);
	assert.equal(await heading(page), 'This link is not valid.');
	await look(context, page, 'altered-nl');

	const second = await invite(context, set, 'Slagerij De Boer', 'nmbrs');
	const listed = await runSetup(context, set, { operation: 'getAll' });
	expectSuccess(listed);
	const items = outputOf(listed, 'Customer Setup') as Row[];
	assert.deepEqual(
		items.map(({ invitation_id, state, code }) => [invitation_id, state, code]),
		[
			[second.invitation_id, 'open', undefined],
			[first.invitation_id, 'altered', 'CONNECT_ROW_ALTERED'],
		],
	);
	expectClearError(
		await runSetup(context, set, { operation: 'revoke', invitationId: first.invitation_id }),
		/CONNECT_ROW_ALTERED/,
		'Customer Setup',
	);
	assert.equal((await page.goto(second.invitation_url))?.status(), 200);
}

async function guesses(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url } = await invite(context, set, 'Gokker', 'afas');
	await publish(context, set);
	const guess = async (number: number): Promise<number> => {
		const data = number.toString(16).padStart(64, 'A').toUpperCase();
		const body = new URLSearchParams({
			step: 'afas',
			invitation: linkOf(invitation_url),
			environmentNumber: String(10_000 + number),
			environment: 'production',
			way: 'token',
			token: `<token><version>1</version><data>${data}</data></token>`,
		});
		return (await fetch(set.pageUrl, { method: 'POST', body, redirect: 'manual' })).status;
	};
	const statuses: number[] = [];
	for (let number = 0; number < 60; number += 1) statuses.push(await guess(number));
	assert.ok(context.sandbox.afas.log.counts.calls <= 5, 'at most 5 reach AFAS');
	assert.deepEqual(new Set(statuses.slice(5)), new Set([429]));

	const page = await context.strangersPage();
	await page.goto(invitation_url);
	await page.fill('[name="environmentNumber"]', '12345');
	await page.getByLabel('Klassiek token').check();
	await page.fill('[name="token"]', context.sandbox.credentials.afas.token);
	const [answer] = await Promise.all([
		page.waitForResponse((response) => response.status() === 429),
		page.getByRole('button', { name: 'Test en verbind' }).click(),
	]);
	assert.ok(Number(answer.headers()['retry-after']) > 60);
	assert.equal(await heading(page), 'Dit is met deze link te vaak geprobeerd.');
	await look(context, page, 'too-many-nl');
	await connections(context, set, 0);
}

async function otherEnvironment(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	await invite(context, set, 'Eerst', 'afas');
	await publish(context, set);
	const { clientId, clientSecret } = context.sandbox.credentials.afas;
	const connect = async (kind: string, more: Record<string, unknown> = {}) => {
		const { invitation_url } = await invite(context, set, 'Zorggroep Noord', 'afas', more);
		const page = await context.strangersPage();
		await page.goto(invitation_url);
		await page.fill('[name="environmentNumber"]', '12345');
		await page.selectOption('[name="environment"]', kind);
		await page.fill('[name="clientId"]', clientId);
		await page.fill('[name="clientSecret"]', clientSecret);
		await page.getByRole('button', { name: 'Test en verbind' }).click();
		await page.getByText('Test en verbind').waitFor({ state: 'detached' });
		// A first connection is asked who takes part.
		const finish = page.locator('button[value="finish"]');
		if (await finish.isVisible()) {
			await finish.click();
			await page.getByText('Gefeliciteerd').waitFor();
		}
		return page;
	};
	await connect('production');
	const [first] = await connections(context, set, 1);
	const id = first?.credentials['afasOAuth2Api']?.id ?? '';
	context.sandbox.afas.state.settings.environmentId = 'T12345AA';
	const stopped = await connect('test', { replaceCredentialId: id });
	assert.equal(await heading(stopped), 'Dit is niet de omgeving waarvoor deze link is.');
	await look(context, stopped, 'environment-nl');

	const started = await context.client.executionsOf(set.workflowId);
	const newest = await context.client.ended(started[0]?.id ?? '');
	const [alert] = outputOf(newest, 'Customer Connect', 1) as Row[];
	assert.equal(alert?.['code'], 'CONNECT_ENVIRONMENT_WAITS');
	assert.deepEqual(alert['params'], { before: 'O12345AA', reached: 'T12345AA' });
	assert.deepEqual(outputOf(newest, 'Connected'), [], 'nothing is set up');

	const done = await connect('test', { replaceCredentialId: id, afasEnvironment: 'T12345AA' });
	assert.equal(await heading(done), 'Gelukt, de verbinding is vernieuwd');
}

export const scenarios: Record<string, Scenario> = {
	'a consent that another browser wants to finish': twoHands,
	'a row that somebody edited, in a table of an older version': editedRow,
	'60 guesses with one link': guesses,
	'another AFAS environment waits for a person': otherEnvironment,
};
