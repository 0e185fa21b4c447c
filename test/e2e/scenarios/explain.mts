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

interface Form {
	/** As Settings of the daily sync names it. */
	customer: string;
	url: string;
	workflowId: string;
}

const CUSTOMERS: Record<System, string> = { nmbrs: 'Voorbeeld Holding', afas: 'Voorbeeld Zorg' };

/** A customer with a daily sync that nobody published, and the one form for all customers. */
export async function publishForm(
	context: Context,
	system: System,
	changes: Record<string, object> = {},
): Promise<Form> {
	const bindings = await context.credentials(TYPES_OF[system], changes);
	const customer = `${CUSTOMERS[system]} ${context.sandbox.alleo.origin.split(':').at(-1)}`;
	await context.customer(system, bindings, { customer_name: customer });
	const workflow = await readWorkflow('explain-a-person');
	bindCredentials(workflow, { alleoN8nApi: await instanceCredential(context.client) });
	const workflowId = await context.import(workflow);
	return { customer, url: await publishedForm(context, workflowId, EXPLAIN_FORM.form), workflowId };
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

	'what could not be read is said on the page': async (context) => {
		const { url, customer } = await publishForm(context, 'afas', {
			alleoApi: { secretKey: 'wrong' },
		});
		const page = await context.page();
		await ask(page, url, { person: 'niemand@example.org', customer });
		await answer(page).waitFor();
		const refused = await answer(page).innerText();
		assert.match(refused, /Er kan nu geen uitleg worden gegeven/);
		assert.match(refused, /EXPLAIN_INPUT_FAILED/);
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
