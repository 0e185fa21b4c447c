import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { readTemplate } from '../../../sandbox/demo/template.mts';
import { closePanel, openCanvas, openPanel } from '../canvas.mts';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';

/** Sync Settings as ops find it in a template that was just imported, and fill it in. */

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

/** Presses the step's own button, and gives what the output panel says. */
async function execute(page: Page): Promise<string> {
	await page.click('[data-test-id="node-execute-button"]');
	const output = page.locator('[data-test-id="output-panel"]');
	await output
		.getByText(/reference_date|cannot be used|names Alleo company|is empty/)
		.first()
		.waitFor();
	return (await output.textContent()) ?? '';
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

	assert.match(await execute(page), /The setting "Alleo Company" in Sync Settings is empty/);
	await context.screenshot(page, 'empty company');

	const locator = page.locator('[data-test-id="resource-locator-alleoCompanyId"]').first();
	await locator.locator('input').last().click();
	const first = page.locator('[data-test-id="rlc-item"]').first();
	await first.waitFor();
	await context.screenshot(page, 'companies by name');
	await first.click();
	assert.match(await execute(page), /alleo_companies|customer_name/);
	await context.screenshot(page, 'checked');
	await closePanel(page);
}

export const scenarios: Record<string, Scenario> = {
	'a template just imported is red only where a credential or a desk is to be chosen': freshImport,
	'Sync Settings shows every limit, lists companies by name and checks the choice': fillIn,
};
