import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { RUN_LOG } from '../../../sandbox/demo/desk.mts';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { credentialData, TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { CredentialRef } from '../../../sandbox/demo/credentials.mts';
import { instanceKey } from '../../../sandbox/demo/instanceKey.mts';
import type { Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import { bindCredentials, NODE, readWorkflow } from '../../../sandbox/demo/template.mts';
import type { System } from '../../../sandbox/world/types.mts';
import type { Context } from '../context.mts';
import { expectSuccess } from '../expect.mts';
import { openForm, publishedForm } from '../forms.mts';
import { expectAccessible, expectNoOverflow } from '../look.mts';
import { inviteMember } from '../member.mts';
import type { Scenario } from '../run.mts';
import { load } from '../waitingPlan.mts';
import type * as FactsModule from '../../../core/runLog/fleet/facts';
import type * as PageModule from '../../../core/runLog/fleet/page';
import type * as RuleModule from '../../../core/runLog/fleet/rule';
import type * as MadeModule from '../../support/fleet.mts';

/** The fleet page and the support bundle, as support sees them: one customer runs well, of one a plan waits. */

const APPROVER = 'Quirijn Kanarie-Goedkeurder';
const COMMENT = 'Kanarie in het commentaar';
/** What somebody wrote into a node that ops added. */
const NOTED = 'Bearer kanarie-9f3a7c51';

interface Customer {
	name: string;
	workflowId: string;
	/** The plan that waits; null where it was decided on. */
	link: string | null;
}

function addNode(workflow: Workflow): void {
	workflow.nodes.push({
		id: 'e2e-added',
		name: `Added by ${APPROVER}`,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [0, 900],
		parameters: {
			assignments: { assignments: [{ id: 'a', name: 'token', type: 'string', value: NOTED }] },
			options: {},
		},
	});
}

/** A customer that is on, after its first dry run. */
async function customer(context: Context, system: System, approved: boolean): Promise<Customer> {
	const port = context.sandbox.alleo.origin.split(':').at(-1) ?? '';
	const name = `${system === 'nmbrs' ? 'Kaashandel' : 'Thuiszorg'} ${port}`;
	const bindings = await context.credentials(TYPES_OF[system]);
	const workflowId = await context.customer(system, bindings, { customer_name: name }, addNode);
	await context.client.publish(workflowId);
	const run = await context.client.settled(await context.client.runFrom(workflowId, NODE.dryRun));
	assert.equal(run.status, 'waiting');
	const link = approvalLink(run);
	if (!approved) return { name, workflowId, link };
	await decide(link, {
		decision: 'approve',
		approver: APPROVER,
		comment: COMMENT,
		offboardings: offboardings(run),
	});
	expectSuccess(await context.client.ended(run.id));
	return { name, workflowId, link: null };
}

/** Customers before and behind them: more lines than a window shows. */
async function others(context: Context): Promise<void> {
	const bindings = await context.credentials(TYPES_OF.afas);
	for (const letter of 'ABCDEFGHVWXYZ') {
		await context.customer('afas', bindings, { customer_name: `${letter} en Zonen` });
	}
}

/** The form of a template, with a credential of this n8n whose key is known here. */
async function form(
	context: Context,
	template: string,
	trigger: string,
	credential: CredentialRef,
): Promise<string> {
	const workflow = await readWorkflow(template);
	bindCredentials(workflow, { alleoN8nApi: credential });
	return await publishedForm(context, await context.import(workflow), trigger);
}

async function showFleet(page: Page, url: string, language: 'Nederlands' | 'English') {
	await openForm(page, url, page.getByLabel('Language / Taal'));
	await page.getByLabel('Language / Taal').selectOption(language);
	await page.getByRole('button', { name: 'Show / Toon' }).click();
	await page.locator('main.fleet').waitFor();
}

const line = (page: Page, { name }: Customer) => page.locator('.line', { hasText: name });

async function bothWidths(context: Context, page: Page, name: string): Promise<void> {
	for (const width of [1280, 400]) {
		await page.setViewportSize({ width, height: 1000 });
		await expectNoOverflow(page);
		await context.screenshot(page, `${name}-${width}`, true);
	}
	await page.setViewportSize({ width: 1280, height: 1000 });
	await expectAccessible(page);
}

async function filterAndSearch(page: Page, good: Customer, waits: Customer): Promise<void> {
	const box = page.getByRole('searchbox');
	await box.fill(waits.name.toUpperCase());
	assert.equal(await line(page, waits).isVisible(), true);
	assert.equal(await line(page, good).isVisible(), false);
	assert.match(await page.locator('#found').innerText(), /^1 /);
	await box.fill('');
	await page.getByRole('radio', { name: /^In orde/ }).check();
	assert.equal(await line(page, good).isVisible(), true);
	assert.equal(await line(page, waits).isVisible(), false);
	await page.getByRole('radio', { name: /^(Binnenkort|Soon)/ }).check();
	assert.equal(await line(page, good).isVisible(), false);
	assert.equal(await line(page, waits).isVisible(), true);
	await page.getByRole('radio', { name: /^All/ }).check();
}

async function refused(context: Context, url: string): Promise<void> {
	const stranger = await context.strangersPage();
	await stranger.goto(url);
	await stranger.waitForURL(/\/signin/);
	assert.equal((await fetch(url, { method: 'POST', body: new FormData() })).status, 401);
	const member = await (await inviteMember(context, 'fleet@example.nl')).page();
	await member.goto(url);
	await member.getByText('You do not have sufficient permissions').first().waitFor();
	assert.doesNotMatch(await member.content(), /Thuiszorg|Kaashandel/);
}

/** Texts that must be in no file that is mailed. */
function canaries(context: Context, key: string): string[] {
	const values = (data: object): string[] =>
		Object.entries(data).flatMap(([name, value]) =>
			/token|secret|key|clientId|username/i.test(name) && typeof value === 'string' ? [value] : [],
		);
	const people = (['nmbrs', 'afas'] as const).flatMap((system) =>
		context.sandbox.world[system].people.flatMap((person) => [
			person.lastName,
			person.businessEmail ?? '',
			person.privateEmail ?? '',
			person.externalId,
		]),
	);
	const secrets = Object.values(credentialData(context.sandbox)).flatMap(values);
	return [...people, ...secrets, key, APPROVER, COMMENT, NOTED, 'signature='].filter(
		(text) => text.length > 3,
	);
}

async function bundleOf(context: Context, page: Page, url: string, one: Customer) {
	const field = page.getByLabel('Customer or workflow ID / Klant of workflow-ID');
	await openForm(page, url, field);
	await field.fill(one.name);
	const downloaded = page.waitForEvent('download', { timeout: 60_000 });
	await page.getByRole('button', { name: 'Make / Maak' }).click();
	const download = await downloaded;
	const text = await readFile(await download.path(), 'utf8');
	assert.match(download.suggestedFilename(), /^support-(Kaashandel|Thuiszorg)-.*\.json$/);
	await context.screenshot(page, `bundle-${one.link === null ? 'good' : 'waits'}`);
	return text;
}

const { readFleet } = await load<typeof FactsModule>('core/runLog/fleet/facts.ts');
const { renderFleet } = await load<typeof PageModule>('core/runLog/fleet/page.ts');
const { fleetLines } = await load<typeof RuleModule>('core/runLog/fleet/rule.ts');
const made = await load<typeof MadeModule>('test/support/fleet.mts');

/** Sixty customers: more than any window shows. */
function longPage(): string {
	const now = Date.parse(made.FLEET_NOW);
	const fleet = Array.from({ length: 60 }, (_one, number) =>
		made.madeIntegration(`w${number}`, `Klant ${number}`),
	);
	return renderFleet({
		lines: fleetLines(readFleet(fleet), made.LIMITS, now),
		language: 'nl',
		now,
		zone: 'Europe/Amsterdam',
	});
}

export const scenarios: Record<string, Scenario> = {
	'every line is drawn, before and after somebody scrolled, in a window that becomes narrow':
		async (context) => {
			const page = await context.strangersPage();
			await page.setViewportSize({ width: 1280, height: 1000 });
			await page.setContent(`<!doctype html><meta charset="utf-8">${longPage()}`);
			await page.locator('.line').last().scrollIntoViewIfNeeded();
			await page.locator('.line').first().scrollIntoViewIfNeeded();
			await page.setViewportSize({ width: 400, height: 1000 });
			await expectNoOverflow(page);
			const lines = await page.locator('.line').allInnerTexts();
			assert.deepEqual([lines.length, lines.filter((text) => text === '').length], [60, 0]);
			const heights = await page
				.locator('.line')
				.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
			assert.ok(Math.max(...heights) < 300, `a line of ${Math.max(...heights)} px`);
			await context.screenshot(page, 'narrow');
		},

	'support sees who needs help, and mails a bundle that says nothing about people': async (
		context,
	) => {
		const good = await customer(context, 'nmbrs', true);
		const waits = await customer(context, 'afas', false);
		await others(context);
		const key = await instanceKey(context.client, `fleet ${good.name}`);
		const name = 'Alleo n8n API of the fleet page';
		const data = { baseUrl: context.client.url, apiKey: key, signingKey: 'f'.repeat(64) };
		const id = await context.client.createCredential(name, 'alleoN8nApi', data);
		const credential = { id, name };
		const bundles = await form(context, 'support-bundle', 'Ask which customer', credential);
		const fleet = await form(context, 'fleet', 'Open the fleet page', credential);
		await refused(context, fleet);

		const page = await context.page();
		await showFleet(page, fleet, 'Nederlands');
		const goodText = await line(page, good).innerText();
		assert.match(goodText, /In orde/);
		assert.match(goodText, /Laatste goede run: \d/);
		const waitsText = await line(page, waits).innerText();
		assert.match(waitsText, /Binnenkort/);
		assert.match(waitsText, /Een plan wacht op een besluit sinds/);
		const decision = line(page, waits).getByRole('link', { name: /Bekijk en beslis/ });
		const popup = page.waitForEvent('popup');
		await decision.click();
		const plan = await popup;
		await plan.getByRole('button', { name: 'Afwijzen' }).waitFor();
		assert.equal(plan.url(), waits.link);
		await plan.close();
		await filterAndSearch(page, good, waits);
		await bothWidths(context, page, 'nl');
		await showFleet(page, fleet, 'English');
		assert.match(await line(page, good).innerText(), /In order/);
		assert.match(await line(page, waits).innerText(), /A plan waits for a decision since/);
		await filterAndSearch(page, good, waits);
		await bothWidths(context, page, 'en');

		const forbidden = canaries(context, key);
		for (const one of [good, waits]) {
			const text = await bundleOf(context, page, bundles, one);
			const bundle = JSON.parse(text) as { customer: string; runs: unknown[] };
			assert.equal(bundle.customer, one.name);
			assert.equal(bundle.runs.length > 0, true, 'the bundle holds runs');
			assert.deepEqual(
				forbidden.filter((canary) => text.includes(canary)),
				[],
			);
		}

		// The link to decide goes with the plan.
		const counts = async () =>
			(await context.client.tableRows<{ counts: string }>(RUN_LOG, { workflow: waits.workflowId }))
				.map((row) => row.counts)
				.join('\n');
		assert.match(await counts(), /"link":"http/);
		await decide(waits.link ?? '', { decision: 'reject', approver: APPROVER, comment: COMMENT });
		expectSuccess(await context.client.ended((await context.client.newestOf(waits.workflowId)).id));
		assert.doesNotMatch(await counts(), /"link"|webhook-waiting/);
	},
};
