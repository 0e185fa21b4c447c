import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { System } from '../../../sandbox/world/types.mts';
import { EXPLAIN_NODE, explainWorkflow } from '../../support/explain.mts';
import type { Context } from '../context.mts';
import { expectNoWrites, expectOnlyReads } from '../expect.mts';
import { openForm, publishedForm } from '../forms.mts';
import type { Scenario } from '../run.mts';

interface Form {
	url: string;
	workflowId: string;
}

/** Imports the template and publishes it. */
export async function publishForm(
	context: Context,
	system: System,
	changes: Record<string, object> = {},
): Promise<Form> {
	const bindings = await context.credentials(TYPES_OF[system], changes);
	const workflow = explainWorkflow(system, bindings);
	const other = EXPLAIN_NODE.read[system === 'nmbrs' ? 'afas' : 'nmbrs'];
	workflow.nodes = workflow.nodes.filter(({ name }) => name !== other);
	workflow.connections = Object.fromEntries(
		Object.entries(workflow.connections).filter(([from]) => from !== other),
	);
	for (const { main } of Object.values(workflow.connections)) {
		main.forEach((targets, output) => {
			main[output] = (targets ?? []).filter(({ node }) => node !== other);
		});
	}
	const workflowId = await context.import(workflow);
	return { url: await publishedForm(context, workflowId, EXPLAIN_NODE.form), workflowId };
}

interface Question {
	person: string;
	system: System;
	language?: 'Nederlands' | 'English';
}

/** Opens the form as support does. */
export const open = (page: Page, url: string): Promise<void> =>
	openForm(page, url, page.getByLabel('Person / Persoon'));

/** Sends the form as support does. */
export async function ask(page: Page, url: string, question: Question): Promise<void> {
	await open(page, url);
	await page.getByLabel('Person / Persoon').fill(question.person);
	await page.getByLabel('HR system / HR-systeem').selectOption(question.system.toUpperCase());
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
	const { url, workflowId } = await publishForm(context, system);
	const person = (name: string) => {
		const found = context.sandbox.world[system].people.find((one) => one.case === name);
		assert.ok(found, `the world has no ${name}`);
		return found;
	};
	const page = await context.page();
	await open(page, url);
	await context.screenshot(page, 'form', true);

	await ask(page, url, { person: person('joiner').businessEmail ?? '', system });
	await answer(page).waitFor();
	assert.match(await answer(page).innerText(), /heeft nog geen toegang en wordt ge-onboard/);
	await context.screenshot(page, 'joiner', true);

	await ask(page, url, { person: person('access-no').externalId, system, language: 'English' });
	await answer(page).waitFor();
	assert.match(await answer(page).innerText(), /is to be off-boarded: The access field says no\./);
	await context.screenshot(page, 'access-no', true);

	await ask(page, url, { person: 'niemand@example.org', system });
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
		const { url } = await publishForm(context, 'afas', { alleoApi: { secretKey: 'wrong' } });
		const page = await context.page();
		await ask(page, url, { person: 'niemand@example.org', system: 'afas' });
		await answer(page).waitFor();
		const refused = await answer(page).innerText();
		assert.match(refused, /Er kan nu geen uitleg worden gegeven/);
		assert.match(refused, /EXPLAIN_INPUT_FAILED/);
		await context.screenshot(page, 'alleo', true);
	},

	'an HR system that cannot be read is no proof that nobody is there': async (context) => {
		const { url } = await publishForm(context, 'afas', {
			afasOAuth2Api: { clientSecret: 'wrong' },
		});
		const page = await context.page();
		await ask(page, url, { person: 'niemand@example.org', system: 'afas' });
		await answer(page).waitFor();
		assert.match(await answer(page).innerText(), /maar niet alles is gelezen/);
		await context.screenshot(page, 'source', true);
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
