import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { NODE as STEP, readTemplate } from '../../../sandbox/demo/template.mts';
import { closePanel, openCanvas, openPanel } from '../canvas.mts';
import type { Context } from '../context.mts';
import { expectNoWrites } from '../expect.mts';
import type { Scenario } from '../run.mts';
import { tableRows } from '../runLog.mts';

/** Sync Settings as ops find it in a template that was just imported, and fill it in; runs by hand. */

const NODE = 'Sync Settings';

/** Nodes with n8n's red triangle, by their names. */
const redNodes = (page: Page): Promise<string[]> =>
	page.$$eval('[data-test-id="canvas-node"]', (nodes) =>
		nodes
			.filter((node) => node.querySelector('[data-test-id="node-issues"]') !== null)
			.map((node) => node.getAttribute('data-node-name') ?? '')
			.sort(),
	);

const panelText = async (page: Page): Promise<string> =>
	(await page.textContent('[data-test-id="ndv"]')) ?? '';

/** Presses the step's own button until the output panel says this. */
async function execute(page: Page, said: RegExp): Promise<void> {
	await page.click('[data-test-id="node-execute-button"]');
	await page.locator('[data-test-id="output-panel"]').getByText(said).first().waitFor();
}

async function freshImport(context: Context): Promise<void> {
	for (const system of ['nmbrs', 'afas'] as const) {
		const workflow = await readTemplate(system);
		const id = await context.import(workflow);
		const page = await openCanvas(context, id, workflow);
		await context.screenshot(page, `${system} canvas`);
		const source = `Read ${system === 'nmbrs' ? 'NMBRS' : 'AFAS'} employees`;
		const wanted = ['Apply to Alleo', 'Desk: done', 'Desk: plan', 'Desk: start'];
		assert.deepEqual(
			(await redNodes(page)).filter((name) => !name.startsWith('Desk: ')),
			[...wanted, 'Read Alleo accounts', source]
				.filter((name) => !name.startsWith('Desk: '))
				.sort(),
			`${system}: red nodes`,
		);
		await page.close();
	}
}

async function fillIn(context: Context): Promise<void> {
	const bindings = await context.credentials(['alleoApi']);
	const workflow = await readTemplate('nmbrs');
	for (const node of workflow.nodes) {
		if (node.name === NODE) node.credentials = bindings;
	}
	const id = await context.import(workflow);
	const page = await openCanvas(context, id, workflow);
	await openPanel(page, NODE);
	await context.screenshot(page, 'panel');
	const text = await panelText(page);
	for (const label of [
		'Customer',
		'Alleo Company',
		'Approval',
		'Routing',
		'Recipients',
		'Guards',
	]) {
		assert.ok(text.includes(label), label);
	}
	for (const limit of ['Deactivation Maximum', 'Create Percent', 'Part Size']) {
		assert.ok(text.includes(limit), `${limit} is in sight`);
	}
	assert.doesNotMatch(text, /undefined|\[object|Could not find/);

	await execute(page, /The setting "Alleo Company" in Sync Settings is empty/);
	await context.screenshot(page, 'empty company');

	const locator = page.locator('[data-test-id="resource-locator-alleoCompanyId"]').first();
	await locator.locator('[data-test-id="rlc-input"]').first().click();
	const first = page.locator('[data-test-id="rlc-item"]').first();
	await first.waitFor();
	await context.screenshot(page, 'companies by name');
	await first.click();
	await execute(page, /alleo_companies|customer_name/);
	await context.screenshot(page, 'checked');
	await closePanel(page);
}

/** In the editor: a step with those before it, then the whole workflow with the orange button. */
async function byHand(context: Context): Promise<void> {
	const bindings = await context.credentials(TYPES_OF.afas);
	const settings = { approval: 'whenGuardTrips' };
	const id = await context.customer('afas', bindings, settings, (shipped) => {
		// As shipped: n8n keeps nothing of a part of a run.
		shipped.settings['saveManualExecutions'] = false;
	});
	const workflow = await context.client.rest<Workflow>('GET', `/workflows/${id}`);
	const page = await openCanvas(context, id, workflow);
	const node = page.locator(`[data-test-id="canvas-node"][data-node-name="${STEP.normalize}"]`);
	await node.hover();
	await node.locator('[data-test-id="execute-node-button"]').click();
	await node.locator('[data-test-id="canvas-node-status-success"]').waitFor({ timeout: 240_000 });
	await context.screenshot(page, 'part of a run');
	assert.deepEqual(context.told(id), [], 'a part of a run is no alarm');

	// n8n starts at the schedule: by hand it is a dry run, whatever Approval says.
	const button = page.locator('[data-test-id="execute-workflow-button"]').first();
	await context.screenshot(button, 'orange button');
	await button.click();
	const whole = await context.client.newestOf(id, 240_000);
	assert.equal((await context.client.settled(whole.id)).status, 'waiting');
	await context.screenshot(page, 'by hand it waits');
	expectNoWrites(context);
	const rows = await tableRows(context, id);
	assert.deepEqual(
		rows.map(({ mode, state }) => `${mode} ${state}`),
		['dryRun part', 'dryRun waiting'],
	);
	assert.deepEqual(
		context.told(id).map(({ kind }) => kind),
		['held', 'planWaits'],
		'nothing of the part that came before',
	);
	await page.close();
}

export const scenarios: Record<string, Scenario> = {
	'a template just imported is red only where a credential or a desk is to be chosen': freshImport,
	'Sync Settings shows every limit, lists companies by name and checks the choice': fillIn,
	'by hand: a part of a run is no alarm, and Every day is a dry run': byHand,
};
