import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { instanceCredential } from '../../../sandbox/demo/instanceKey.mts';
import { offboardings } from '../../../sandbox/demo/run.mts';
import type { Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { bindCredentials, keepExecutions, readWorkflow } from '../../../sandbox/demo/template.mts';
import type { SettingValues } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { expectDecisionTable, expectNoWrites, expectSuccess } from '../expect.mts';
import { openForm, publishedForm } from '../forms.mts';
import type { Scenario } from '../run.mts';
import { logOf } from '../runLog.mts';
import { confirmOffboardings, decideWith } from '../waitingPlan.mts';

const FORM = 'Start a dry run';

export interface DryRunForm {
	url: string;
	/** The workflow of the form. */
	formId: string;
	/** The customer's workflow: what is typed into the form. */
	workflowId: string;
}

/** A customer's workflow, and the form that starts dry runs, published. */
export async function publishForm(
	context: Context,
	settings: SettingValues = {},
	change: (workflow: Workflow) => void = () => undefined,
): Promise<DryRunForm> {
	const bindings = await context.credentials(TYPES_OF.afas);
	const workflowId = await context.customer('afas', bindings, settings, change);
	return { ...(await publishDryRuns(context)), workflowId };
}

/** The form that starts dry runs of all customers. */
export async function publishDryRuns(
	context: Context,
): Promise<Pick<DryRunForm, 'url' | 'formId'>> {
	const form = keepExecutions(await readWorkflow('dry-run'));
	bindCredentials(form, { alleoN8nApi: await instanceCredential(context.client) });
	const formId = await context.import(form);
	return { url: await publishedForm(context, formId, FORM), formId };
}

/** Opens the form as somebody who is logged in, says which customer, and presses Start. */
export async function startForm(
	page: Page,
	url: string,
	customer: string,
	look: () => Promise<void> = async () => undefined,
): Promise<void> {
	const field = page.getByLabel('Customer / Klant');
	await openForm(page, url, field);
	await field.fill(customer);
	await look();
	await page.getByRole('button', { name: 'Start', exact: true }).click();
}

export const scenarios: Record<string, Scenario> = {
	'support starts a dry run in a form, gets the link there, and decides under the own name': async (
		context,
	) => {
		const customer = 'Zorggroep De Vorm';
		const { url, workflowId } = await publishForm(context, { customer_name: customer });
		const page = await context.page();
		await startForm(page, url, customer, () => context.screenshot(page, 'form'));
		const link = page.getByRole('link', { name: 'Bekijk het plan en keur het goed of af' });
		await link.waitFor({ timeout: 60_000 });
		await context.screenshot(page, 'link');
		const [, numbers = ''] =
			/In dit plan: (.+), \d+ wach(?:t|ten)\./.exec(await page.innerText('body')) ?? [];
		expectNoWrites(context);

		const started = await context.client.newestOf(workflowId);
		const waiting = await context.client.settled(started.id);
		await page.goto((await link.getAttribute('href')) ?? '');
		await page.getByText('U beslist als').waitFor();
		await context.screenshot(page, 'plan');
		const button = await page.locator('button[value="approve"]').innerText();
		assert.equal(button.replace(/\s+/g, ' '), `Goedkeuren: ${numbers}`);
		assert.match(await page.content(), /Demo Beheer \(demo@example\.nl\)/);
		assert.equal(await page.locator('input[name="approver"]').count(), 0);
		await confirmOffboardings(page, offboardings(waiting));
		await decideWith(page, 'approve');

		const ended = await context.client.ended(started.id);
		expectSuccess(ended);
		expectDecisionTable(context, 'afas');
		assert.equal((await logOf(context, ended)).approver, 'Demo Beheer (demo@example.nl)');
		assert.equal((await logOf(context, ended)).mode, 'dryRun');
		assert.deepEqual(context.told(workflowId, 'planWaits'), [], 'the link went to nobody else');
	},

	'a dry run by form with nothing to change says so': async (context) => {
		const changing = context.sandbox.world.afas.people.filter(
			({ expected }) => expected.action !== 'unchanged',
		);
		await context.useWorld({ without: [...new Set(changing.map((person) => person.case))] });
		const { url, workflowId } = await publishForm(context);
		const page = await context.page();
		await startForm(page, url, workflowId);
		await page.getByText('Alleo loopt al gelijk met AFAS').waitFor({ timeout: 60_000 });
		await context.screenshot(page, 'nothing');
		const started = await context.client.newestOf(workflowId);
		const ended = await context.client.ended(started.id, 240_000);
		expectSuccess(ended);
		assert.equal((await logOf(context, ended)).state, 'nothing');
	},

	'whoever is not logged in starts nothing': async (context) => {
		const { url, formId, workflowId } = await publishForm(context);
		const shown = await fetch(url, { redirect: 'manual' });
		assert.doesNotMatch(await shown.text(), /Start een proefrun/);
		await fetch(url, { method: 'POST', body: new FormData(), redirect: 'manual' });
		await sleep(1000);
		for (const id of [formId, workflowId]) {
			assert.deepEqual(await context.client.executionsOf(id), []);
		}
	},
};
