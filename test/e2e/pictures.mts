import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import { startDesk } from '../../sandbox/demo/desk.mts';
import { startN8n } from '../../sandbox/demo/n8nServer.mts';
import { packPackage } from '../../sandbox/demo/package.mts';
import { ROOT } from '../../sandbox/demo/paths.mts';
import { offboardings } from '../../sandbox/demo/run.mts';
import { customerWorkflow, NODE, nodeOf, readWorkflow } from '../../sandbox/demo/template.mts';
import { openCanvas } from './canvas.mts';
import { startBrowser, startContext } from './context.mts';
import type { Context } from './context.mts';
import { publishForm, startForm } from './scenarios/dryRunForm.mts';
import { answer, ask, open, publishForm as publishExplain } from './scenarios/explain.mts';

/**
 * `npm run docs:pictures`: takes the pictures of docs/support.md. Everything on them is the real thing:
 * the shipped templates in a real n8n, on the stand-ins with their made-up people.
 */

const FOLDER = path.join(ROOT, 'docs/pictures');
const WIDTH = 1100;
const CUSTOMER = 'Zorggroep De Linde';
const ENGLISH = { language: 'en', customer_name: CUSTOMER };

async function keep(name: string, target: Page | Locator): Promise<void> {
	const file = path.join(FOLDER, `${name}.png`);
	await target.screenshot({ path: file });
	process.stdout.write(`   ${name}.png (${Math.round(statSync(file).size / 1024)} kB)\n`);
}

async function size(page: Page, height: number): Promise<void> {
	await page.setViewportSize({ width: WIDTH, height });
}

/** "Do a dry run": from the form to the receipt. */
async function dryRun(context: Context): Promise<void> {
	const { url, workflowId } = await publishForm(context, ENGLISH);
	const page = await context.page();
	await size(page, 440);
	await startForm(page, url, CUSTOMER, () => keep('form', page));
	const link = page.getByRole('link', { name: 'Look at the plan' });
	await link.waitFor({ timeout: 60_000 });
	await size(page, 230);
	await keep('form-link', page);
	const { id } = await context.client.newestOf(workflowId);
	const waiting = await context.client.settled(id);
	await page.goto((await link.getAttribute('href')) ?? '');
	await size(page, 640);
	await page.getByText('Waiting for your decision').or(page.getByText('Look twice')).waitFor();
	await keep('plan', page);
	await keep('plan-off-boarding', page.locator('.group.deactivate .row').first());
	await keep('plan-held', page.locator('.group.hold .row').first());
	const update = page.locator('.group.update .row').first();
	await keep('plan-update', update);
	await update.locator('input[name="excluded"]').check();
	await update.locator('.leave-reason').fill('The customer corrects this address first');
	await keep('plan-leave-out', update);
	const count = page.locator('#offboardings');
	if ((await count.count()) > 0) await count.fill(String(offboardings(waiting)));
	await page.locator('#comment').fill('Checked with the customer');
	await keep('decision', page.locator('#decision'));
	await page.locator('button[value="approve"]').click();
	await page.getByRole('heading', { name: 'Approved' }).waitFor();
	await size(page, 560);
	await keep('receipt', page);
}

/** "A guard tripped: now what?" */
async function guard(context: Context): Promise<void> {
	const { url, workflowId } = await publishForm(context, ENGLISH, (workflow) => {
		const { parameters } = nodeOf(workflow, NODE.compare);
		parameters['guards'] = { deactivationMaximum: 1, deactivationMinimum: 1 };
	});
	const page = await context.page();
	await startForm(page, url, workflowId);
	const link = page.getByRole('link', { name: 'Look at the plan' });
	await link.waitFor({ timeout: 60_000 });
	await page.goto((await link.getAttribute('href')) ?? '');
	await size(page, 900);
	await page.getByText('Look twice').waitFor();
	await keep('guard', page.locator('section.guards'));
	await page.fill('#offboardings', '1');
	await page.locator('button[value="approve"]').click();
	await page.locator('#problems').waitFor();
	await keep('guard-count', page.locator('#problems'));
}

/** "Why did this person not get access?" */
async function explain(context: Context): Promise<void> {
	const { url, customer } = await publishExplain(context, 'afas');
	const page = await context.page();
	await size(page, 620);
	await open(page, url);
	await keep('explain-form', page);
	const refused = context.sandbox.world.afas.people.find((person) => person.case === 'access-no');
	await ask(page, url, {
		person: refused?.externalId ?? '',
		customer,
		language: 'English',
	});
	await answer(page).waitFor();
	await page.setViewportSize({ width: 860, height: 760 });
	await keep('explain-answer', page);
}

/** The workflow of a customer, and the desk, as they stand on n8n's canvas. */
async function canvases(context: Context): Promise<void> {
	const bindings = await context.credentials(TYPES_OF.nmbrs);
	const daily = await customerWorkflow('nmbrs', bindings);
	const desk = await readWorkflow('alleo-desk');
	for (const [name, workflow] of Object.entries({ 'canvas-daily': daily, 'canvas-desk': desk })) {
		const page = await openCanvas(context, await context.import(workflow), workflow);
		await keep(name, page.locator('[data-test-id="canvas"]'));
		await page.close();
	}
}

mkdirSync(FOLDER, { recursive: true });
const n8n = await startN8n({ name: 'pictures', tarball: await packPackage() });
const desk = await startDesk(n8n.client);
const browser = await startBrowser();
try {
	for (const [name, take] of Object.entries({ canvases, 'dry run': dryRun, guard, explain })) {
		process.stdout.write(`\n== Pictures: ${name}\n`);
		const context = await startContext(n8n, desk, browser, `pictures ${name}`);
		try {
			await take(context);
		} finally {
			await context.close();
		}
	}
} finally {
	await browser.close();
	desk.mailbox.close();
	await n8n.stop();
}
