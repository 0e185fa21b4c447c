import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { allow, heading, look } from '../connectBrowser.mts';
import {
	connections,
	invite,
	publish,
	readConnector,
	readDebtors,
	setUpConnect,
	type ConnectSetup,
} from '../connectPages.mts';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';

/** A customer with a link of their own who means harm, against a real n8n and a real browser. */

/** Pages that know no invitation speak the language of the browser. */
const DUTCH = { locale: 'nl-NL' };

const credentialsLike = async (context: Context, name: string): Promise<string[]> => {
	const { data } = await context.client.api<{ data: Array<{ name: string }> }>(
		'GET',
		'/credentials?limit=250',
	);
	return data.map((one) => one.name).filter((one) => one.includes(name));
};

/** Issue: a token that n8n would evaluate, with the customer's own valid token behind it. */
async function evaluated(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url } = await invite(context, set, 'Rekenaar BV', 'afas');
	await publish(context, set);
	const page = await context.strangersPage();
	const own = CREDENTIALS.afas.token;
	const expression = `={{"<da"+"ta>"+$workflow.name+"</da"+"ta>"}}`;
	const loop = `={{(()=>{for(let i=0;i<1e9;i++);return "x"})()}}`;
	for (const token of [`${expression}${own}`, `${loop}${own}`, `${own}${expression}`, expression]) {
		const before = context.sandbox.afas.log.counts.calls;
		await page.goto(invitation_url);
		await page.fill('[name="environmentNumber"]', '12345');
		await page.getByLabel('Klassiek token').check();
		await page.fill('[name="token"]', token);
		await page.getByRole('button', { name: 'Test en verbind' }).click();
		await page.getByRole('alert').waitFor();
		assert.equal(context.sandbox.afas.log.counts.calls, before, 'nothing is sent to AFAS');
	}
	await look(context, page, 'expression-nl');
	await connections(context, set, 0);
	assert.deepEqual(await credentialsLike(context, 'Rekenaar'), []);
}

/** Another site, with a page whose form posts wherever it says. */
async function evilSite(context: Context, action: string, fields: Record<string, string>) {
	const inputs = Object.entries(fields).map(
		([name, value]) => `<input name="${name}" value="${value}">`,
	);
	const html = `<!doctype html><form method="post" action="${action}">${inputs.join('')}<button>Win</button></form>`;
	const server = createServer((_request, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(html);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	context.atEnd(() => void server.close());
	// By another name than n8n's, so that the browser takes it for another site.
	return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

const tokenOf = (url: string): string => new URL(url).searchParams.get('invitation') ?? '';

const begin = async (page: Page, link: string): Promise<void> => {
	await page.goto(link);
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
};

/** Issue: a consent that the victim gave, finished in the attacker's browser. */
async function otherBrowser(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url, invitation_id } = await invite(context, set, 'Kaper BV', 'nmbrs');
	await publish(context, set);
	const evil = await evilSite(context, set.pageUrl, {
		step: 'start',
		invitation: tokenOf(invitation_url),
	});
	const victim = await context.strangersPage(DUTCH);
	await victim.goto(evil);
	const [posted] = await Promise.all([
		victim.waitForResponse((response) => response.url() === set.pageUrl),
		victim.getByRole('button', { name: 'Win' }).click(),
	]);
	assert.equal(posted.status(), 403);
	assert.equal(posted.headers()['access-control-allow-origin'], undefined);
	assert.equal(await heading(victim), 'Dit is niet vanaf deze pagina verstuurd.');
	await look(context, victim, 'posted-from-elsewhere-nl');
	assert.deepEqual(await victim.context().cookies(set.pageUrl), []);

	// The victim is talked into opening the link, allows at NMBRS, reads the name, and stops.
	await begin(victim, invitation_url);
	await allow(victim, 'directie@slachtoffer.example');
	await victim.getByText('Kaper BV').first().waitFor();
	const step = victim.url();
	const given = () =>
		context.sandbox.nmbrs.state.grants.consents.filter(({ withdrawn }) => !withdrawn).length;
	assert.equal(given(), 1);

	const attacker = await context.strangersPage(DUTCH);
	const peek = await attacker.goto(step);
	assert.equal(peek?.status(), 403);
	await begin(attacker, invitation_url);
	await attacker.waitForURL(/connect\/authorize/);
	assert.equal(given(), 0, 'the consent is taken back at NMBRS');
	await attacker.goto(step);
	for (const { name } of context.sandbox.world.nmbrs.debtors) {
		assert.equal(await attacker.getByText(name).count(), 0, 'nothing of the victim shows');
	}
	await look(context, attacker, 'started-anew-nl');
	await victim.reload();
	assert.equal(await heading(victim), 'Deze pagina hoort bij een andere browser.');
	await connections(context, set, 0);
	assert.deepEqual(await credentialsLike(context, 'Kaper'), [], invitation_id);
}

/** Changes a column of an invitation behind the product's back, as anybody with the table can. */
async function edit(context: Context, set: ConnectSetup, invitation: string, data: object) {
	const tables = await context.client.api<{ data: Array<{ id: string; name: string }> }>(
		'GET',
		'/data-tables?limit=250',
	);
	const table = tables.data.find(({ name }) => name === set.path.replaceAll('-', '_'));
	assert.ok(table);
	const filters = [{ columnName: 'invitation', condition: 'eq', value: invitation }];
	await context.client.api('PATCH', `/data-tables/${table.id}/rows/update`, {
		filter: { type: 'and', filters },
		data,
	});
}

/** Issue: one edit of the table, and an ordinary link overwrites another customer's credential. */
async function alteredRow(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const honest = await invite(context, set, 'Eerlijk BV', 'nmbrs');
	const other = await invite(context, set, 'Kaper BV', 'nmbrs');
	await publish(context, set);
	const page = await context.strangersPage();
	await begin(page, honest.invitation_url);
	await allow(page, 'beheer@eerlijk.example');
	await page.getByRole('button', { name: 'Ga verder' }).click();
	const [connected] = await connections(context, set, 1);
	const credential = connected?.credentials['nmbrsOAuth2Api'];
	assert.ok(credential);
	await edit(context, set, other.invitation_id, {
		replaces: credential.id,
		replaces_name: credential.name,
		replaces_type: 'nmbrsOAuth2Api',
	});
	const attacker = await context.strangersPage(DUTCH);
	const seen = await attacker.goto(other.invitation_url);
	assert.equal(seen?.status(), 404);
	assert.equal(await heading(attacker), 'Deze link is niet geldig.');
	await look(context, attacker, 'altered-row-nl');
	assert.ok((await readDebtors(context, connected)).length > 0, 'still the honest customer’s');
	await connections(context, set, 1);
}

/** Issue: one link tries token after token. */
async function manyTries(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url } = await invite(context, set, 'Proberen BV', 'afas');
	await publish(context, set);
	const page = await context.strangersPage();
	const before = context.sandbox.afas.log.counts.calls;
	const statuses: number[] = [];
	for (let number = 0; number < 60; number++) {
		const response = await fetch(set.pageUrl, {
			method: 'POST',
			body: new URLSearchParams({
				step: 'afas',
				invitation: tokenOf(invitation_url),
				environmentNumber: String(10_000 + number),
				environment: 'production',
				way: 'token',
				token: number.toString(16).padStart(64, '0').toUpperCase(),
			}),
			redirect: 'manual',
		});
		statuses.push(response.status);
	}
	const asked = context.sandbox.afas.log.counts.calls - before;
	assert.ok(asked > 0 && asked <= 10, `AFAS was asked ${asked} times`);
	assert.ok(statuses.filter((status) => status === 422).length <= 5, statuses.join(' '));
	assert.equal(statuses.at(-1), 429);
	await page.goto(invitation_url);
	await page.fill('[name="environmentNumber"]', '12345');
	await page.getByLabel('Klassiek token').check();
	await page.fill('[name="token"]', CREDENTIALS.afas.token);
	await page.getByRole('button', { name: 'Test en verbind' }).click();
	await page
		.getByText(/vanaf|na/)
		.first()
		.waitFor();
	await look(context, page, 'too-many-tries-nl');
	await connections(context, set, 0);
}

/** The same link and the same pages, for who means well: an honest secret works, whatever it begins with. */
async function honest(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url } = await invite(context, set, 'Eerlijk BV', 'afas');
	await publish(context, set);
	const page = await context.strangersPage();
	await page.goto(invitation_url);
	await page.fill('[name="environmentNumber"]', 'O12345AA');
	await page.getByLabel('Klassiek token').check();
	await page.fill('[name="token"]', ` ${CREDENTIALS.afas.token} `);
	await page.getByRole('button', { name: 'Test en verbind' }).click();
	await page.waitForURL(/connection=/);
	const finish = page.getByRole('button', { name: 'Toch afronden' });
	if ((await finish.count()) > 0) await finish.click();
	const [item] = await connections(context, set, 1);
	const credential = item?.credentials['afasTokenApi'];
	assert.ok(credential);
	assert.equal((await readConnector(context, credential)).length, 1);
}

export const scenarios: Record<string, Scenario> = {
	'a token that n8n would evaluate': evaluated,
	'a consent of somebody else': otherBrowser,
	'a row of the data table that was edited': alteredRow,
	'sixty tokens with one link': manyTries,
	'and an honest customer, with the same pages': honest,
};
