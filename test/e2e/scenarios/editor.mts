import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { customerWorkflow, readTemplate } from '../../../sandbox/demo/template.mts';
import type { System } from '../../../sandbox/world/types.mts';
import { closePanel, openCanvas, openPanel } from '../canvas.mts';
import type { Context } from '../context.mts';
import type { Scenario } from '../run.mts';

const OWN = 'n8n-nodes-alleo.';

/** Names of the nodes that the editor marks as not right, with what it says about them. */
export async function issuesOf(page: Page): Promise<string[]> {
	return await page.$$eval('[data-test-id="canvas-node"]', (nodes) =>
		nodes
			.filter((node) =>
				node.querySelector('[data-test-id="node-issues"], [data-test-id="node-not-installed"]'),
			)
			.map((node) => node.getAttribute('data-node-name') ?? '?'),
	);
}

async function openTemplate(context: Context, system: System): Promise<void> {
	const bindings = await context.credentials(TYPES_OF[system]);
	const workflow = await customerWorkflow(system, bindings);
	const workflowId = await context.import(workflow);
	const page = await openCanvas(context, workflowId, workflow);
	await context.screenshot(page, 'canvas');
	assert.deepEqual(await issuesOf(page), []);

	for (const { name } of workflow.nodes.filter(({ type }) => type.startsWith(OWN))) {
		await openPanel(page, name);
		await context.screenshot(page, `panel ${name}`);
		const text = (await page.textContent('[data-test-id="ndv"]')) ?? '';
		assert.doesNotMatch(text, /Could not find|Unrecognized node|Install this node/);
		await closePanel(page);
	}
}

async function openFresh(context: Context, system: System): Promise<void> {
	const workflow = await readTemplate(system);
	const workflowId = await context.import(workflow);
	const page = await openCanvas(context, workflowId, workflow);
	await context.screenshot(page, 'fresh import');
	const credentials = workflow.nodes.filter(({ type }) =>
		[`${OWN}nmbrs`, `${OWN}afas`, `${OWN}alleo`].includes(type),
	);
	assert.deepEqual((await issuesOf(page)).sort(), credentials.map(({ name }) => name).sort());
}

export const scenarios: Record<string, Scenario> = {
	'the NMBRS template and its panels open without a red node': (context) =>
		openTemplate(context, 'nmbrs'),
	'the AFAS template and its panels open without a red node': (context) =>
		openTemplate(context, 'afas'),
	'a fresh import only lacks its credentials': (context) => openFresh(context, 'afas'),
};
