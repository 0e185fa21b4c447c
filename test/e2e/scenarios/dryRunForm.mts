import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { offboardings } from '../../../sandbox/demo/run.mts';
import type { Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import type { SettingValues } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { expectDecisionTable, expectNoWrites, expectSuccess } from '../expect.mts';
import { openForm, publishedForm } from '../forms.mts';
import type { Scenario } from '../run.mts';
import { logOf } from '../runLog.mts';
import { decideWith } from '../waitingPlan.mts';

const FORM = 'Dry run by form';

/** The template, published. */
export async function publishForm(
	context: Context,
	settings: SettingValues = {},
	change: (workflow: Workflow) => void = () => undefined,
): Promise<{ url: string; workflowId: string }> {
	const bindings = await context.credentials(TYPES_OF.afas);
	const workflowId = await context.customer('afas', bindings, settings, change);
	return { url: await publishedForm(context, workflowId, FORM), workflowId };
}

/** Opens the form as somebody who is logged in, and presses Start. */
export async function startForm(
	page: Page,
	url: string,
	look: () => Promise<void> = async () => undefined,
): Promise<void> {
	const start = page.getByRole('button', { name: 'Start', exact: true });
	await openForm(page, url, start);
	await look();
	await start.click();
}

/**
 * Follows the link to the plan as a person does who is told to reload: until the run got to the approval, n8n
 * says that it is running already, or hands the request to the form's page, which then never answers.
 */
export async function openPlan(page: Page, link: Locator): Promise<void> {
	const address = (await link.getAttribute('href')) ?? '';
	for (let attempt = 0; attempt < 20; attempt++) {
		const shown = await page.goto(address, { timeout: 3000 }).catch(() => null);
		if (shown?.status() === 200 && (await page.locator('#decision').count()) > 0) return;
		await sleep(500);
	}
	throw new Error('The plan was not shown');
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
		await openPlan(page, link);
		const waiting = await context.client.settled(started.id);
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
		assert.equal((await logOf(context, ended)).approver, 'Demo Beheer (demo@example.nl)');
		assert.equal((await logOf(context, ended)).mode, 'dryRun');
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
		assert.equal((await logOf(context, ended)).state, 'nothing');
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
