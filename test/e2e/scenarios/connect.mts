import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import {
	connections,
	expectNoSecrets,
	invite,
	publish,
	runSetup,
	setUpConnect,
	SIGNING_KEY,
} from '../connectPages.mts';
import type { Context } from '../context.mts';
import { expectOnlyReads, expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';

interface Item {
	customer: string;
	system: string;
	credentials: Record<string, { id: string; name: string }>;
	debtors: Array<{ id: string; name: string }>;
	companies: Array<{ id: string }>;
	tests: Array<{ code: string; ok: boolean }>;
	notices: Array<{ code: string }>;
	replaced: { credential: { id: string; name: string }; customer: string } | null;
	invitation_id: string;
}

/** Remembers every address and every page that the browser saw. */
function watch(page: Page): string[] {
	const seen: string[] = [];
	page.on('request', (request) => void seen.push(request.url()));
	page.on('response', (response) => {
		const type = response.headers()['content-type'] ?? '';
		if (type.includes('html'))
			void response.text().then(
				(text) => seen.push(text),
				() => undefined,
			);
	});
	return seen;
}

const heading = async (page: Page): Promise<string> => (await page.textContent('h1'))?.trim() ?? '';

async function allow(page: Page, email: string, debtors?: readonly string[]): Promise<void> {
	await page.waitForURL(/connect\/authorize/);
	await page.fill('[name="email"]', email);
	if (debtors !== undefined) {
		for (const box of await page.locator('[name="debtor"]').all()) {
			await box.setChecked(debtors.includes((await box.getAttribute('value')) ?? ''));
		}
	}
	await page.getByRole('button', { name: 'Allow' }).click();
}

/** All tokens that the identity server gave out so far, as they are kept in n8n's credentials. */
const NMBRS_SECRETS = [CREDENTIALS.nmbrs.clientSecret, CREDENTIALS.nmbrs.subscriptionKey];

/** Reads the debtors with the customer's new credential, in a workflow of its own. */
async function readWith(
	context: Context,
	credential: { id: string; name: string },
): Promise<object[]> {
	const workflowId = await context.import({
		name: 'Read',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'read',
				name: 'Read',
				type: 'n8n-nodes-alleo.nmbrs',
				typeVersion: 1,
				position: [200, 0],
				parameters: { resource: 'debtor', operation: 'getAll' },
				credentials: { nmbrsOAuth2Api: credential },
			},
		],
		connections: { Start: { main: [[{ node: 'Read', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', saveManualExecutions: true },
	});
	const execution = await context.client.ended(await context.client.runFrom(workflowId, 'Start'));
	expectSuccess(execution);
	return (execution.data?.resultData.runData['Read']?.[0]?.data?.main[0] ?? []).map(
		(item) => item.json,
	);
}

async function connectNmbrs(context: Context): Promise<void> {
	const set = await setUpConnect(context);
	const invitation = await invite(context, set, 'Bakkerij Van Dijk', 'nmbrs');
	await publish(context, set);
	const page = await context.strangersPage();
	const seen = watch(page);
	const response = await page.goto(invitation.invitation_url);
	assert.equal(response?.status(), 200);
	assert.equal(await heading(page), 'Verbind NMBRS met Alleo');
	await context.screenshot(page, 'landing', true);
	await page.getByRole('button', { name: 'Ga naar NMBRS' }).click();
	await allow(page, 'beheer@bakkerij.example');
	await page.waitForURL(/connection=/);
	assert.equal(await heading(page), 'Kies wat Alleo mag gebruiken');
	await context.screenshot(page, 'choose', true);
	await page.getByRole('button', { name: 'Ga verder' }).click();
	await page.getByText('Gefeliciteerd').waitFor();
	await context.screenshot(page, 'done', true);

	const [item] = (await connections(context, set, 1)) as unknown as Item[];
	assert.ok(item);
	assert.equal(item.customer, 'Bakkerij Van Dijk');
	assert.equal(item.invitation_id, invitation.invitation_id);
	const { debtors } = context.sandbox.world.nmbrs;
	assert.deepEqual(
		item.debtors.map(({ id }) => id).sort(),
		debtors.map((one) => one.debtorId).sort(),
	);
	assert.deepEqual(Object.keys(item.credentials), ['nmbrsOAuth2Api']);
	const credential = item.credentials['nmbrsOAuth2Api'];
	assert.equal(credential?.name, 'NMBRS Bakkerij Van Dijk');
	assert.equal((await readWith(context, credential)).length, debtors.length);

	// The link is used up; the browser that did it may see its page again.
	assert.equal((await fetch(invitation.invitation_url)).status, 410);
	await page.reload();
	assert.match(await heading(page), /Gefeliciteerd/);
	expectOnlyReads(context);
	const tokens = [...context.sandbox.nmbrs.state.grants.tokens()];
	assert.ok(tokens.length >= 2, 'an access and a refresh token');
	await expectNoSecrets(context, [...NMBRS_SECRETS, ...tokens, set.apiKey, SIGNING_KEY], seen);
	void runSetup;
}

export const scenarios: Record<string, Scenario> = {
	'a customer connects NMBRS': connectNmbrs,
};
