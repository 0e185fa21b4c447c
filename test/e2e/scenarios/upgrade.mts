import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { Bindings } from '../../../sandbox/demo/credentials.mts';
import { instanceCredential } from '../../../sandbox/demo/instanceKey.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Workflow } from '../../../sandbox/demo/n8nTypes.mts';
import { offboardings, plannedChanges, summaryOf } from '../../../sandbox/demo/run.mts';
import {
	bindCredentials,
	keepExecutions,
	NODE,
	nodeOf,
	readWorkflow,
	setUpCustomer,
} from '../../../sandbox/demo/template.mts';
import { WORLD_SETTINGS } from '../../../sandbox/world/catalogue.mts';
import type { MessageItem } from '../connect.mts';
import type { Context } from '../context.mts';
import { expectDecisionTable, expectNoWrites, expectSuccess } from '../expect.mts';
import { openCanvas } from '../canvas.mts';
import { openForm, publishedForm } from '../forms.mts';
import type { Scenario } from '../run.mts';
import { logOf } from '../runLog.mts';

/** Customers' workflows of before, upgraded in the real n8n by the form that ships. */

const OWN_NODE = 'Alleen wie bestaat';

/** What a person put between two nodes: it hands on whatever comes in. */
function putInBetween(workflow: Workflow): void {
	workflow.nodes.push({
		id: 'own-node',
		name: OWN_NODE,
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [900, 0],
		parameters: {},
	});
	const line = (node: string) => ({ node, type: 'main', index: 0 });
	const connections = workflow.connections as Record<
		string,
		{ main: Array<Array<{ node: string }>> }
	>;
	const [first = []] = connections[NODE.normalize]?.main ?? [];
	first.splice(
		first.findIndex(({ node }) => node === NODE.compare),
		1,
		line(OWN_NODE),
	);
	connections[OWN_NODE] = { main: [[line(NODE.compare)]] };
}

async function oldCustomer(
	context: Context,
	bindings: Bindings,
	customer: string,
	version: 2 | 3 = 2,
): Promise<string> {
	const workflow = keepExecutions(await readWorkflow(`past/afas-daily-sync.v${version}`));
	setUpCustomer(workflow, 'afas', bindings, {
		customer_name: customer,
		approval: 'whenGuardTrips',
	});
	putInBetween(workflow);
	return await context.import(workflow);
}

async function upgradeForm(context: Context): Promise<string> {
	const form = keepExecutions(await readWorkflow('upgrade-customers'));
	bindCredentials(form, { alleoN8nApi: await instanceCredential(context.client) });
	return await publishedForm(context, await context.importAsIs(form), 'Choose the customers');
}

/** Fills in the form; on the next page stands what would change. */
async function look(
	context: Context,
	page: Page,
	url: string,
	customers: readonly string[],
): Promise<void> {
	const field = page.locator('textarea').first();
	await openForm(page, url, field);
	await field.fill(customers.join('\n'));
	await context.screenshot(page, 'ask', true);
	await page.getByRole('button', { name: /Show what would change/ }).click();
	await page.getByText('Upgrade these workflows now?').waitFor({ timeout: 120_000 });
	await context.screenshot(page, 'look', true);
}

async function sayYes(page: Page): Promise<void> {
	await page.locator('select').first().selectOption({ label: 'Yes / Ja' });
	await page.getByRole('button', { name: /Go on/ }).click();
}

interface Stored extends Workflow {
	versionId: string;
	active: boolean;
}

const stored = (context: Context, id: string): Promise<Stored> =>
	context.client.rest<Stored>('GET', `/workflows/${id}`);

export const scenarios: Record<string, Scenario> = {
	'a plan that waits is decided after its workflow was upgraded': async (context) => {
		const bindings = {
			...(await context.credentials(TYPES_OF.afas)),
			alleoN8nApi: await instanceCredential(context.client),
		};
		const id = await oldCustomer(context, bindings, 'Zorggroep Oud');
		const before = await stored(context, id);
		await context.client.publish(id);
		const waiting = await context.client.settled(await context.client.runFrom(id, NODE.dryRun));
		assert.equal(waiting.status, 'waiting');
		const [asked] = outputOf(waiting, 'Approval message') as MessageItem[];
		assert.ok(asked);

		const page = await context.page();
		const url = await upgradeForm(context);
		await look(context, page, url, [id]);
		assert.equal((await stored(context, id)).versionId, before.versionId, 'a look writes nothing');
		await sayYes(page);
		await page.getByText('is bijgewerkt').waitFor({ timeout: 120_000 });
		await context.screenshot(page, 'done', true);
		expectNoWrites(context);

		const after = await stored(context, id);
		assert.ok(after.nodes.some(({ name }) => name === 'Desk: start'));
		assert.ok(after.nodes.some(({ name }) => name === NODE.settings));
		assert.ok(after.nodes.some(({ name }) => name === OWN_NODE));
		assert.ok(after.active);
		const form = 'Dry run by form';
		assert.equal(nodeOf(after, form).webhookId, nodeOf(before, form).webhookId);
		const history = await context.client.rest<Array<{ versionId: string }>>(
			'GET',
			`/workflow-history/workflow/${id}`,
		);
		assert.ok(
			history.some(({ versionId }) => versionId === before.versionId),
			'kept in the history',
		);

		await decide(asked.link, {
			decision: 'approve',
			approver: 'Anke Voorbeeld',
			comment: 'Na het bijwerken',
			offboardings: offboardings(waiting),
		});
		expectSuccess(await context.client.ended(waiting.id));
		expectDecisionTable(context, 'afas');

		const daily = await context.client.settled(await context.client.runFrom(id, NODE.schedule));
		expectSuccess(daily);
		assert.equal(plannedChanges(summaryOf(daily)), 0);
		assert.ok(outputOf(daily, OWN_NODE).length > 0, 'the own node is on the way');
		assert.equal((await logOf(context, daily)).mode, 'daily');

		const address = `${context.n8n.url}/form/${nodeOf(before, form).webhookId ?? ''}`;
		await openForm(page, address, page.getByRole('button', { name: 'Start', exact: true }));
		await page.getByRole('button', { name: 'Start', exact: true }).click();
		const answer = page
			.getByRole('link', { name: 'Bekijk het plan en keur het goed of af' })
			.or(page.getByText('Alleo loopt al gelijk met AFAS'));
		// Who is held waits again; otherwise there is nothing to decide.
		await answer.first().waitFor({ timeout: 240_000 });
		await context.screenshot(page, 'old form');

		await look(context, page, url, [id]);
		await page.getByText('1 actueel').waitFor();
		await context.screenshot(await openCanvas(context, id, after), 'canvas');
	},

	'many customers in one go, and one that is left as it is': async (context) => {
		const count = Number(process.env['UPGRADE_CUSTOMERS'] ?? '20');
		const bindings = await context.credentials(TYPES_OF.afas);
		const ids: string[] = [];
		for (let at = 0; at < count; at++) {
			ids.push(await oldCustomer(context, bindings, `Klant ${at}`, at % 2 === 0 ? 3 : 2));
		}
		const odd = await stored(context, ids[3] ?? '');
		const nodes = odd.nodes.map((node) =>
			node.name === 'Send message' ? { ...node, notes: 'naar Anja' } : node,
		);
		await context.client.rest('PATCH', `/workflows/${ids[3] ?? ''}`, {
			nodes,
			connections: odd.connections,
			versionId: odd.versionId,
		});
		const page = await context.page();
		await look(context, page, await upgradeForm(context), ids);
		await page.getByText(`${count - 1} bij te werken`).waitFor();
		const start = Date.now();
		await sayYes(page);
		await page.getByText(`${count - 1} bijgewerkt`).waitFor({ timeout: 600_000 });
		console.log(`${count} customers: ${Date.now() - start} ms`);
		await context.screenshot(page, 'many', true);
		for (const [at, id] of ids.entries()) {
			const { nodes: now } = await stored(context, id);
			const step = now.find(({ type }) => type === 'n8n-nodes-alleo.syncSettings');
			assert.equal(step !== undefined, at !== 3, `Klant ${at}`);
			if (step === undefined) continue;
			assert.equal(step.parameters['customerName'], `Klant ${at}`);
			assert.equal(step.parameters['approval'], 'whenGuardTrips');
			const { routes } = step.parameters['routing'] as { routes: unknown[] };
			assert.equal(routes.length, WORLD_SETTINGS.afas.routing.length, `routes of Klant ${at}`);
		}
	},
};
