import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { System } from '../../../sandbox/world/types.mts';
import { instanceCredential } from '../../../sandbox/demo/instanceKey.mts';
import { bindCredentials, readWorkflow } from '../../../sandbox/demo/template.mts';
import { EXPLAIN_FORM } from '../../support/explain.mts';
import type { Context } from '../context.mts';
import { expectNoWrites, expectOnlyReads } from '../expect.mts';
import { openForm, publishedForm } from '../forms.mts';
import type { Scenario } from '../run.mts';
import { publishDryRuns } from './dryRunForm.mts';

interface Form {
	/** As Settings of the daily sync names it. */
	customer: string;
	url: string;
	workflowId: string;
}

const CUSTOMERS: Record<System, string> = { nmbrs: 'Voorbeeld Holding', afas: 'Voorbeeld Zorg' };

/** The one form for all customers. */
export async function publishExplain(context: Context): Promise<Pick<Form, 'url' | 'workflowId'>> {
	const workflow = await readWorkflow('explain-a-person');
	bindCredentials(workflow, { alleoN8nApi: await instanceCredential(context.client) });
	const workflowId = await context.import(workflow);
	return { url: await publishedForm(context, workflowId, EXPLAIN_FORM.form), workflowId };
}

/** A customer with a daily sync that nobody published, and the form. */
export async function publishForm(
	context: Context,
	system: System,
	changes: Record<string, object> = {},
): Promise<Form> {
	const bindings = await context.credentials(TYPES_OF[system], changes);
	const customer = `${CUSTOMERS[system]} ${context.sandbox.alleo.origin.split(':').at(-1)}`;
	await context.customer(system, bindings, { customer_name: customer });
	return { customer, ...(await publishExplain(context)) };
}

interface Question {
	customer: string;
	person: string;
	language?: 'Nederlands' | 'English';
}

/** Opens the form as support does. */
export const open = (page: Page, url: string): Promise<void> =>
	openForm(page, url, page.getByLabel('Person / Persoon'));

/** Sends the form as support does. */
export async function ask(page: Page, url: string, question: Question): Promise<void> {
	await open(page, url);
	await page.getByLabel('Customer / Klant').fill(question.customer);
	await page.getByLabel('Person / Persoon').fill(question.person);
	await page.getByLabel('Language / Taal').selectOption(question.language ?? 'Nederlands');
	await page.getByRole('button', { name: 'Explain / Leg uit' }).click();
}

export const answer = (page: Page) => page.locator('main.explain');

/** The answers are about people: n8n keeps no data of a run that went well. */
async function nothingKept(context: Context, workflowId: string): Promise<void> {
	let kept = await context.client.executionsOf(workflowId);
	for (let attempt = 0; attempt < 100 && kept.length > 0; attempt++) {
		await sleep(100);
		kept = await context.client.executionsOf(workflowId);
	}
	assert.deepEqual(
		kept.map(({ status }) => status),
		[],
	);
}

async function explained(context: Context, system: System): Promise<void> {
	const { url, workflowId, customer } = await publishForm(context, system);
	const person = (name: string) => {
		const found = context.sandbox.world[system].people.find((one) => one.case === name);
		assert.ok(found, `the world has no ${name}`);
		return found;
	};
	const page = await context.page();
	await open(page, url);
	await context.screenshot(page, 'form', true);

	await ask(page, url, { person: person('joiner').businessEmail ?? '', customer });
	await answer(page).waitFor();
	assert.match(await answer(page).innerText(), /heeft nog geen toegang en wordt geonboard/);
	await context.screenshot(page, 'joiner', true);

	await ask(page, url, { person: person('access-no').externalId, customer, language: 'English' });
	await answer(page).waitFor();
	assert.match(await answer(page).innerText(), /is to be off-boarded: The access field says no\./);
	await context.screenshot(page, 'access-no', true);

	await ask(page, url, { person: 'niemand@example.org', customer });
	await answer(page).waitFor();
	assert.match(await answer(page).innerText(), /Niemand gevonden voor "niemand@example\.org"/);
	await context.screenshot(page, 'nobody', true);

	expectNoWrites(context);
	expectOnlyReads(context);
	await nothingKept(context, workflowId);
}

export const scenarios: Record<string, Scenario> = {
	'NMBRS: support asks in a form and reads the answer': (context) => explained(context, 'nmbrs'),
	'AFAS: support asks in a form and reads the answer': (context) => explained(context, 'afas'),

	'a surname gives a list to choose from, and a plan of the one who was chosen': async (
		context,
	) => {
		const { url, customer } = await publishForm(context, 'afas');
		await publishDryRuns(context);
		const { people } = context.sandbox.world.afas;
		const joiner = people.find((one) => one.case === 'joiner');
		assert.ok(joiner, 'the world has no joiner');
		const page = await context.page();
		await ask(page, url, { person: joiner.lastName, customer });
		await answer(page).waitFor();
		const same = answer(page).locator('details.choice');
		assert.ok((await same.count()) > 1, `nobody shares the name ${joiner.lastName}`);
		await context.screenshot(page, 'choice', true);
		// Name, number, company, and no more.
		const chosen = same.filter({ hasText: joiner.firstName }).first();
		const label = (await chosen.locator('summary').innerText()).split(' · ');
		assert.equal(label.length, 3, label.join());
		await chosen.locator('summary').click();
		await chosen.locator('.answer').waitFor();
		await context.screenshot(page, 'chosen', true);

		const apply = chosen.getByRole('link', { name: 'Voer deze persoon nu door' });
		await openForm(page, (await apply.getAttribute('href')) ?? '', page.getByLabel(/^Only this/));
		assert.equal(await page.getByLabel(/^Only this/).inputValue(), joiner.externalId);
		await context.screenshot(page, 'apply form');
		await page.getByRole('button', { name: 'Start', exact: true }).click();
		await page.getByRole('link', { name: /Bekijk het plan/ }).click({ timeout: 60_000 });
		await page.getByText('U beslist als').waitFor();
		await context.screenshot(page, 'plan of one', true);
		const rows = page.locator('.row');
		assert.equal(await rows.count(), 1);
		assert.match(await rows.innerText(), new RegExp(joiner.lastName));
		await page.getByRole('button', { name: 'Goedkeuren: 1 onboarden' }).waitFor();
		expectNoWrites(context);
	},

	'what could not be read is said on the page': async (context) => {
		const { url, customer } = await publishForm(context, 'afas', {
			alleoApi: { secretKey: 'wrong' },
		});
		const page = await context.page();
		await ask(page, url, { person: 'niemand@example.org', customer });
		await answer(page).waitFor();
		const refused = await answer(page).innerText();
		assert.match(refused, /Er kan nu geen uitleg worden gegeven/);
		// Sync Settings looks at the Alleo company first; no setting after it is blamed.
		assert.match(refused, /EXPLAIN_SETTINGS_FAILED/);
		assert.doesNotMatch(refused, /Approval/);
		await context.screenshot(page, 'alleo', true);
	},

	'an HR system that cannot be read is no proof that nobody is there': async (context) => {
		const { url, customer } = await publishForm(context, 'afas', {
			afasOAuth2Api: { clientSecret: 'wrong' },
		});
		const page = await context.page();
		await ask(page, url, { person: 'niemand@example.org', customer });
		await answer(page).waitFor();
		assert.match(await answer(page).innerText(), /maar niet alles is gelezen/);
		await context.screenshot(page, 'source', true);
	},

	'a customer that is not there, or a text that could be a page, is named and nothing more': async (
		context,
	) => {
		const { url } = await publishForm(context, 'afas');
		const page = await context.page();
		await ask(page, url, { person: 'x', customer: '<img src=x> ={{ 6*7 }}' });
		await answer(page).waitFor();
		const shown = await answer(page).innerText();
		assert.match(shown, /<img src=x> =\{\{ 6\*7 \}\}/);
		assert.match(shown, /SYNC_WORKFLOW_NOT_FOUND/);
		await context.screenshot(page, 'nobody', true);
	},

	'whoever is not logged in sees neither form nor answer': async (context) => {
		const { url } = await publishForm(context, 'afas');
		const page = await context.strangersPage();
		await page.goto(url);
		await page.waitForURL(/\/signin/);
		const sent = await fetch(url, { method: 'POST', body: new FormData() });
		assert.equal(sent.status, 401);
	},
};
