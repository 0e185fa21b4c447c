import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { offboardings } from '../../../sandbox/demo/run.mts';
import type { Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import type { SettingValues } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { expectDecisionTable, expectNoWrites, expectSuccess, logOf } from '../expect.mts';
import type { Scenario } from '../run.mts';
import { decideWith } from '../waitingPlan.mts';

const FORM = 'Dry run by form';

/** The template, published, with its form at an address of its own. */
export async function publishForm(
	context: Context,
	settings: SettingValues = {},
	change: (workflow: Workflow) => void = () => undefined,
): Promise<{ url: string; workflowId: string }> {
	const path = `dry-run-${context.sandbox.alleo.origin.split(':').pop()}`;
	const bindings = await context.credentials(TYPES_OF.afas);
	const workflowId = await context.customer('afas', bindings, settings, (workflow) => {
		nodeOf(workflow, FORM).webhookId = path;
		change(workflow);
	});
	await context.client.publish(workflowId);
	const url = `${context.n8n.url}/form/${path}`;
	for (let attempt = 0; attempt < 100; attempt++) {
		if ((await fetch(url, { redirect: 'manual' })).status !== 404) return { url, workflowId };
		await sleep(100);
	}
	throw new Error(`The form ${url} was not registered`);
}

/** Opens the form as somebody who is logged in, and presses Start. */
export async function startForm(
	page: Page,
	url: string,
	look: () => Promise<void> = async () => undefined,
): Promise<void> {
	await page.goto(url);
	const consent = page.getByRole('button', { name: 'Allow access' });
	const start = page.getByRole('button', { name: 'Start', exact: true });
	await consent.or(start).waitFor();
	if (await consent.isVisible()) await consent.click();
	await start.waitFor();
	await look();
	await start.click();
}

export const scenarios: Record<string, Scenario> = {
	'support starts a dry run in a form, gets the link there, and decides under the own name': async (
		context,
	) => {
		const { url, workflowId } = await publishForm(context);
		const page = await context.page();
		await startForm(page, url, () => context.screenshot(page, 'form'));
		const link = page.getByRole('link', { name: 'Bekijk het plan en keur het goed of af' });
		await link.waitFor({ timeout: 60_000 });
		await context.screenshot(page, 'link');
		expectNoWrites(context);

		const started = await context.client.newestOf(workflowId);
		const waiting = await context.client.settled(started.id);
		await link.click();
		await page.getByText('U beslist als').waitFor();
		await context.screenshot(page, 'plan');
		assert.match(await page.content(), /Demo Beheer \(demo@example\.nl\)/);
		assert.equal(await page.locator('input[name="approver"]').count(), 0);
		const count = page.locator('input[name="offboardings"]');
		if ((await count.count()) > 0) await count.fill(String(offboardings(waiting)));
		await decideWith(page, 'approve');

		const ended = await context.client.ended(started.id);
		expectSuccess(ended);
		expectDecisionTable(context, 'afas');
		assert.equal(logOf(ended).approver, 'Demo Beheer (demo@example.nl)');
		assert.equal(logOf(ended).mode, 'dryRun');
		assert.deepEqual(outputOf(ended, NODE.message), [], 'the link went to nobody else');
	},

	'a dry run by form with nothing to change says so': async (context) => {
		const changing = context.sandbox.world.afas.people.filter(
			({ expected }) => expected.action !== 'unchanged',
		);
		await context.useWorld({ without: [...new Set(changing.map((person) => person.case))] });
		const { url, workflowId } = await publishForm(context);
		const page = await context.page();
		await startForm(page, url);
		await page.getByText('Er is niets te wijzigen').waitFor({ timeout: 60_000 });
		await context.screenshot(page, 'nothing');
		const started = await context.client.newestOf(workflowId);
		const ended = await context.client.ended(started.id, 240_000);
		expectSuccess(ended);
		assert.equal(logOf(ended).state, 'nothing');
	},

	'whoever is not logged in starts nothing': async (context) => {
		const { url, workflowId } = await publishForm(context);
		const shown = await fetch(url, { redirect: 'manual' });
		assert.doesNotMatch(await shown.text(), /Start een proefrun/);
		await fetch(url, { method: 'POST', body: new FormData(), redirect: 'manual' });
		await sleep(1000);
		assert.deepEqual(await context.client.executionsOf(workflowId), []);
	},
};
