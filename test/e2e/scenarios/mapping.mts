import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import { openCanvas } from '../canvas.mts';
import type { Context } from '../context.mts';
import { expectNoWrites } from '../expect.mts';
import { Hand } from '../hand.mts';
import type { Scenario } from '../run.mts';

/** A person who is no developer feeds the group of Alleo from another field, and sees who changes. */

const MOST_CLICKS = 8;

const nodeAt = (page: Page, name: string) =>
	page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);

/** Opens a node with a double click, which counts as two. */
async function open(page: Page, hand: Hand, name: string): Promise<void> {
	for (const _click of ['first', 'second']) hand.opened();
	await nodeAt(page, name).dblclick();
	await page.waitForSelector('[data-test-id="ndv"] [data-test-id="parameter-item"]');
}

/** The icon of a node that is connected with the open one, at the side of its panel. */
const beside = (page: Page, name: string) =>
	page.locator(`[data-test-id="floating-node"][data-node-name="${name}"]`);

const titled = async (page: Page, name: string): Promise<void> => {
	const title = page.locator('[data-test-id="ndv"]').getByText(name, { exact: true });
	await title.locator('visible=true').first().waitFor();
};

/** The list keeps what was chosen once its box says it. */
async function chosen(box: Locator, wanted: string): Promise<void> {
	const deadline = Date.now() + 20_000;
	while (!(await box.inputValue()).includes(wanted)) {
		assert.ok(Date.now() < deadline, `the box says ${await box.inputValue()}`);
		await sleep(100);
	}
}

async function changeGroup(context: Context): Promise<void> {
	await context.useWorld({ employees: 120 });
	const bindings = await context.credentials(TYPES_OF.nmbrs);
	const id = await context.customer('nmbrs', bindings);
	const workflow = await context.client.api<Parameters<typeof openCanvas>[2]>(
		'GET',
		`/workflows/${id}`,
	);
	const page = await openCanvas(context, id, workflow);
	const hand = new Hand();
	hand.now('the group');

	await open(page, hand, NODE.normalize);
	await context.screenshot(page, '1 panel');
	const group = page.locator('xpath=//label[contains(., "Company Group")]/following::input[1]');
	await group.scrollIntoViewIfNeeded();
	await hand.click(group);
	const choice = page.getByRole('option', { name: 'Function', exact: true }).first();
	await choice.waitFor();
	await context.screenshot(page, '2 choices');
	await hand.click(choice);
	await chosen(group, 'Function');
	// Everything up to the comparison, by the icons at the sides of the panel: nothing is written, nobody is told.
	await hand.click(beside(page, NODE.compare));
	await titled(page, NODE.compare);
	await hand.click(page.locator('[data-test-id="node-execute-button"]'));
	const success = page.getByText('Node executed successfully').first();
	await success.waitFor({ timeout: 240_000 });
	await hand.click(beside(page, NODE.normalize));
	await titled(page, NODE.normalize);
	const output = page.locator('[data-test-id="output-panel"]');
	await hand.click(
		output
			.getByText(/^Preview Branch/)
			.locator('visible=true')
			.first(),
	);
	await context.screenshot(page, '3 preview');

	const text = await output.innerText();
	assert.doesNotMatch(text, /PREVIEW_WITHOUT_ALLEO/, 'what Alleo has is known');
	for (const part of ['Company Group', 'function.description', '->']) {
		assert.ok(text.includes(part), `${part} in ${text.slice(0, 2000)}`);
	}
	const { clicks } = hand.effort('the group');
	assert.ok(clicks <= MOST_CLICKS, `at most ${MOST_CLICKS} clicks, not ${clicks}`);
	assert.deepEqual(context.told(id), [], 'nobody was told anything');
	expectNoWrites(context);
}

export const scenarios: Record<string, Scenario> = {
	'a group mapping is changed and understood in at most 8 clicks': changeGroup,
};
