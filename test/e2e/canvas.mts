import type { Page } from 'playwright-core';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import type { Context } from './context.mts';

/** n8n's editor, as a person uses it. */

/** The workflow on its canvas, fitted into the window. */
export async function openCanvas(
	context: Context,
	workflowId: string,
	all: Workflow,
): Promise<Page> {
	const nodes = all.nodes.filter(({ type }) => !type.endsWith('.stickyNote')).length;
	const page = await context.page();
	await page.goto(`${context.n8n.url}/workflow/${workflowId}`);
	await page.waitForSelector('[data-test-id="canvas-node"]');
	await page.waitForFunction(
		(wanted) => document.querySelectorAll('[data-test-id="canvas-node"]').length >= wanted,
		nodes,
	);
	await page.keyboard.press('1');
	await page.waitForTimeout(500);
	return page;
}

/** Double-clicks a node and waits for its parameters. */
export async function openPanel(page: Page, name: string): Promise<void> {
	await page.dblclick(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	await page.waitForSelector('[data-test-id="ndv"]');
	await page.waitForSelector('[data-test-id="parameter-input"], [data-test-id="parameter-item"]');
	// Lists that come from the API, and the panel's own movement.
	await page.waitForTimeout(700);
}

export async function closePanel(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.waitForSelector('[data-test-id="ndv"]', { state: 'detached' });
}
