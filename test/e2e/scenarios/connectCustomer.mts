import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentialData } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { offboardings } from '../../../sandbox/demo/run.mts';
import {
	bindCredentials,
	keepExecutions,
	nodeOf,
	readWorkflow,
} from '../../../sandbox/demo/template.mts';
import { WORLD_SETTINGS } from '../../../sandbox/world/catalogue.mts';
import type { System } from '../../../sandbox/world/types.mts';
import { expectBeside } from '../beside.mts';
import { adaptedTemplate, CREATE, executionWhere, settingOf, workflowOf } from '../connect.mts';
import { expectNoSecrets, publish } from '../connectPages.mts';
import { connectAfas, connectNmbrs, consent } from '../connectVisit.mts';
import type { Context } from '../context.mts';
import { expectDecisionTable, expectNoWrites, expectOnlyReads, expectSuccess } from '../expect.mts';
import { openForm, publishedForm } from '../forms.mts';
import type { Scenario } from '../run.mts';
import { logOf } from '../runLog.mts';
import { confirmOffboardings } from '../waitingPlan.mts';

/**
 * The whole path, as shipped: support invites in a form, the customer connects in a browser of its own,
 * support gets one message, approves and enables on the page behind its link, the schedule runs.
 */

/** Two customers of one name would be told apart by the ID of their workflow only. */
const NAMES: Record<System, string> = {
	afas: 'Voorbeeld & Zonen <BV>',
	nmbrs: 'Voorbeeld & Dochters <BV>',
};

interface Setup {
	/** The workflow that connects customers. */
	workflowId: string;
	form: string;
	instance: { id: string; name: string };
	customer: string;
	secrets: string[];
}

/** What ops do once: import, choose credentials, publish. */
async function setUp(context: Context, system: System): Promise<Setup> {
	const { client, n8n, sandbox } = context;
	const workflow = keepExecutions(await readWorkflow(`connect-${system}-customer`));
	const trigger = nodeOf(workflow, 'When a customer connects');
	const pageUrl = `${n8n.url}/webhook/${String(trigger.parameters['path'])}`;
	sandbox.nmbrs.state.registerRedirect(pageUrl);
	const app = credentialData(sandbox)['nmbrsOAuth2Api'] ?? {};
	const name = `Nmbrs app of ${pageUrl}`;
	const nmbrsAppApi = { id: await client.createCredential(name, 'nmbrsAppApi', app), name };
	const { alleoApi } = await context.credentials(['alleoApi']);
	assert.ok(alleoApi);
	const { instance } = context.desk;
	bindCredentials(workflow, { alleoN8nApi: instance, alleoApi });
	const adapted = await adaptedTemplate(context, system);
	// With its quick clock, instead of a minute of the customer's own.
	Object.assign(nodeOf(workflow, CREATE).parameters, {
		templateWorkflowId: adapted,
		runTimes: 'template',
	});
	trigger.credentials = { alleoN8nApi: instance, nmbrsAppApi };
	trigger.parameters['options'] = {
		afasBaseUrl: sandbox.afas.url,
		soapBaseUrl: `${sandbox.nmbrs.origin}/soap/v3`,
	};
	const workflowId = await context.import(workflow);
	await publish(context, { workflowId, pageUrl, path: '', apiKey: '', credentials: {} });
	const { nmbrs, afas } = sandbox.credentials;
	const secrets = [nmbrs.clientSecret, nmbrs.subscriptionKey, nmbrs.soapToken, afas.clientSecret];
	return {
		workflowId,
		form: await publishedForm(context, workflowId, 'Invite a customer'),
		instance,
		customer: NAMES[system],
		secrets,
	};
}

/** Support makes the link in the form. @returns the link */
async function inviteInForm(context: Context, set: Setup, system: System): Promise<string> {
	const page = await context.page();
	await openForm(page, set.form, page.getByLabel('Customer / Klant'));
	await page.getByLabel('Customer / Klant').fill(set.customer);
	const company = WORLD_SETTINGS[system].defaultCompanyId;
	await page.getByLabel('Alleo company ID / Alleo-bedrijf-ID').fill(String(company));
	if (system === 'nmbrs') {
		await page.getByLabel('Also ask for the NMBRS API token').selectOption('Yes / Ja');
		await page.getByLabel('Also salary and leave').selectOption('Yes / Ja');
		await page.getByLabel('Budgets to Alleo by a file').selectOption('Every month / Elke maand');
	}
	await context.screenshot(page, `invite-${system}`, true);
	await page.getByRole('button', { name: 'Make the link / Maak de link' }).click();
	const link = page.locator('a[href*="invitation="]');
	await link.waitFor({ timeout: 30_000 });
	await context.screenshot(page, `invited-${system}`, true);
	assert.ok(((await page.textContent('body')) ?? '').includes(set.customer));
	const href = await link.getAttribute('href');
	await page.close();
	assert.ok(href);
	return href;
}

/** The runs that connected customers started, the first one first; the form starts runs of its own. */
async function connectedRuns(
	context: Context,
	{ workflowId }: Setup,
	expected: number,
): Promise<Execution[]> {
	const deadline = Date.now() + 90_000;
	for (;;) {
		const ended = (await context.client.executionsOf(workflowId)).filter(
			({ status }) => status === 'success' || status === 'error',
		);
		const all = await Promise.all(ended.map(({ id }) => context.client.execution(id)));
		const found = all.filter((one) => outputOf(one, 'When a customer connects').length > 0);
		if (found.length >= expected) return found.reverse();
		assert.ok(Date.now() < deadline, `no ${expected} runs for connected customers`);
		await sleep(300);
	}
}

/** Support opens the link of the notification and presses the button. */
async function approveAndEnable(context: Context, link: string, count: number): Promise<void> {
	const page = await context.strangersPage();
	await page.goto(link);
	assert.match((await page.textContent('h1')) ?? '', /Voorbeeld & (Zonen|Dochters) <BV>/);
	await context.screenshot(page, 'plan');
	await page.fill('[name="approver"]', 'Sanne Support');
	await confirmOffboardings(page, count);
	await page.locator('#decision').scrollIntoViewIfNeeded();
	await context.screenshot(page.locator('#decision'), 'decision');
	await page.getByRole('button', { name: 'Goedkeuren en inschakelen' }).click();
	await page.getByRole('heading', { name: 'Goedgekeurd', exact: true }).waitFor();
	assert.match((await page.textContent('main')) ?? '', /gaat de dagelijkse synchronisatie aan/);
	await context.screenshot(page, 'approved');
	await page.close();
}

/** From the invitation to a run by the schedule. @returns the customer's workflow */
async function wholePath(context: Context, set: Setup, system: System): Promise<string> {
	const link = await inviteInForm(context, set, system);
	await (system === 'nmbrs' ? connectNmbrs(context, link) : connectAfas(context, link));
	const [connected] = await connectedRuns(context, set, 1);
	assert.ok(connected);
	expectSuccess(connected);
	const [message, ...others] = context.told(set.workflowId, 'connected');
	assert.ok(message);
	assert.deepEqual(others, [], 'one message');
	assert.match(message.subject, /^Voorbeeld & (Zonen|Dochters) <BV> heeft (NMBRS|AFAS) verbonden$/);
	assert.match(message.text, /\d+ onboarden/);
	assert.ok(message.text.includes(message.link), message.text);
	expectNoWrites(context);
	const [made] = outputOf(connected, CREATE) as Array<{
		workflow_id: string;
		beside: Array<{ kind: string; workflow_id: string }>;
	}>;
	const id = made?.workflow_id ?? '';
	if (system === 'nmbrs')
		await expectBeside(context, set.customer, message.text, made?.beside ?? []);
	const off = await workflowOf(context, id);
	assert.equal(off.active, false);
	assert.equal(settingOf(off, 'approval'), 'always');
	assert.equal(settingOf(off, 'customer_name'), set.customer);

	const waiting = await executionWhere(
		context,
		id,
		({ status }) => status === 'waiting',
		'dry run that waits',
	);
	await approveAndEnable(context, message.link, offboardings(waiting));
	const ended = await context.client.ended(waiting.id);
	assert.equal((await logOf(context, ended)).approver, 'Sanne Support');
	expectDecisionTable(context, system);
	assert.match((await context.toldSoon(id, 'enabled')).subject, /staat aan/);

	const scheduled = await executionWhere(
		context,
		id,
		({ mode, status }) => mode === 'trigger' && status === 'success',
		'run by the schedule',
	);
	await context.client.unpublish(id);
	assert.equal((await logOf(context, scheduled)).mode, 'daily');
	expectDecisionTable(context, system);
	expectOnlyReads(context);
	const tokens = [...context.sandbox.nmbrs.state.grants.tokens()];
	await expectNoSecrets(context, [...set.secrets, ...tokens], []);
	return id;
}

/** Support disconnects in the form of its own template. */
async function disconnectInForm(context: Context, set: Setup): Promise<string> {
	const workflow = keepExecutions(await readWorkflow('disconnect-customer'));
	bindCredentials(workflow, { alleoN8nApi: set.instance });
	const workflowId = await context.import(workflow);
	const form = await publishedForm(context, workflowId, 'Ask which customer');
	const page = await context.page();
	await openForm(page, form, page.getByLabel('Customer or workflow ID'));
	await page.getByLabel('Customer or workflow ID').fill(set.customer);
	await page.getByLabel('Customer name once more').fill(set.customer);
	await page.getByRole('button', { name: 'Disconnect / Ontkoppel' }).click();
	await page.getByText('ontkoppeld').first().waitFor({ timeout: 60_000 });
	await context.screenshot(page, 'disconnected', true);
	const text = await page.innerText('body');
	await page.close();
	const told = context.told(workflowId, 'disconnected');
	assert.equal(told.length, 1, 'the desk told it once');
	assert.equal(told[0]?.customer, set.customer);
	return text;
}

export const scenarios: Record<string, Scenario> = {
	'AFAS: from the invitation to the run by the schedule, then disconnect': async (context) => {
		const set = await setUp(context, 'afas');
		const id = await wholePath(context, set, 'afas');
		await context.client.publish(id);
		const text = await disconnectInForm(context, set);
		assert.match(text, /Uitgezet: Voorbeeld & Zonen/);
		assert.match(text, /is verwijderd/);
		assert.equal((await workflowOf(context, id)).active, false);
	},

	'NMBRS: the same, then consent lost, connected again, disconnected': async (context) => {
		const set = await setUp(context, 'nmbrs');
		const id = await wholePath(context, set, 'nmbrs');
		const before = await workflowOf(context, id);
		const { grants } = context.sandbox.nmbrs.state;
		grants.withdrawConsents();
		grants.expireAccessTokens();
		await context.client.publish(id);
		const { link, text } = await context.toldSoon(id, 'lostConsent');
		assert.match(text, /NMBRS_CONSENT_LOST/);
		assert.ok(text.includes(link));

		const page = await context.strangersPage();
		await page.goto(link);
		await context.screenshot(page, 'again', true);
		await consent(page, link);
		await page.getByText('de verbinding is vernieuwd').waitFor();
		await context.screenshot(page, 'again-done', true);
		await page.close();
		const [, again] = await connectedRuns(context, set, 2);
		assert.ok(again);
		expectSuccess(again);
		const message = context.told(set.workflowId, 'connected')[1];
		assert.ok(message);
		assert.match(message.subject, /opnieuw verbonden/);
		assert.match(message.text, /gaat op het volgende tijdstip verder/);

		const after = await workflowOf(context, id);
		assert.equal(after.active, true, 'it is still on');
		assert.deepEqual(after.nodes, before.nodes, 'every node and every setting is as it was');
		const seen = new Set((await context.client.executionsOf(id)).map((one) => one.id));
		const next = await executionWhere(
			context,
			id,
			(one) => one.mode === 'trigger' && one.status === 'success' && !seen.has(one.id),
			'run with the new consent',
		);
		assert.equal((await logOf(context, next)).failed, 0);
		expectDecisionTable(context, 'nmbrs');

		const done = await disconnectInForm(context, set);
		assert.match(done, /NMBRS-token is ingetrokken/);
		assert.match(done, /is verwijderd/);
		assert.equal((await workflowOf(context, id)).active, false);
		assert.ok(grants.consents.every(({ withdrawn }) => withdrawn));
		await expectNoSecrets(context, [...set.secrets, ...grants.tokens()], [text, done]);
	},
};
