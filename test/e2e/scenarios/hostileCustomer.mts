import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { heading, look } from '../connectBrowser.mts';
import { connections, invite, publish, readConnector, setUpConnect } from '../connectPages.mts';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';

/**
 * A customer with a link of their own who lets another website post it; what else such a customer tries is in
 * connectTyped (text that n8n would run) and connectDoors (other browsers, edited rows, guessing).
 */

/** Pages that know no invitation speak the language of the browser. */
const DUTCH = { locale: 'nl-NL' };

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

async function postedFromElsewhere(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const { invitation_url } = await invite(context, set, 'Kaper BV', 'nmbrs');
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

	assert.deepEqual(context.sandbox.nmbrs.state.grants.consents, []);
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
	const finish = page.locator('button[value="finish"]');
	if ((await finish.count()) > 0) await finish.click();
	const [item] = await connections(context, set, 1);
	const credential = item?.credentials['afasTokenApi'];
	assert.ok(credential);
	assert.equal((await readConnector(context, credential)).length, 1);
}

export const scenarios: Record<string, Scenario> = {
	'a link that another website posts': postedFromElsewhere,
	'and an honest customer, with the same pages': honest,
};
