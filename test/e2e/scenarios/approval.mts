import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import {
	approvalLink,
	offboardings,
	plannedChanges,
	summaryOf,
} from '../../../sandbox/demo/run.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import type { System } from '../../../sandbox/world/types.mts';
import type { Context } from '../context.mts';
import {
	expectDecisionTable,
	expectNoWrites,
	expectOnlyReads,
	expectPlan,
	expectSuccess,
} from '../expect.mts';
import type { Scenario } from '../run.mts';
import { logOf } from '../runLog.mts';
import { confirmOffboardings, decideWith } from '../waitingPlan.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';

/** Starts a dry run and waits until it waits for a person. */
async function dryRun(context: Context, workflowId: string): Promise<Execution> {
	const id = await context.client.runFrom(workflowId, NODE.dryRun);
	const execution = await context.client.settled(id);
	assert.equal(execution.status, 'waiting', 'the dry run waits for a person');
	expectNoWrites(context);
	return execution;
}

async function openInBrowser(context: Context, execution: Execution): Promise<Page> {
	const page = await context.strangersPage();
	const response = await page.goto(approvalLink(execution));
	assert.equal(response?.status(), 200);
	return page;
}

async function press(page: Page, decision: 'approve' | 'reject', execution: Execution) {
	await page.fill('[name="approver"]', 'Anke Voorbeeld');
	const comment = page.locator('[name="comment"]');
	if ((await comment.count()) > 0) await comment.fill('Gezien in de test');
	await confirmOffboardings(page, offboardings(execution));
	await decideWith(page, decision);
}

async function approveInBrowser(context: Context, system: System): Promise<void> {
	const bindings = await context.credentials(TYPES_OF[system]);
	const workflowId = await context.customer(system, bindings);
	const execution = await dryRun(context, workflowId);
	const page = await openInBrowser(context, execution);
	await context.screenshot(page, 'plan', true);
	await press(page, 'approve', execution);
	await context.screenshot(page, 'approved');

	const ended = await context.client.ended(execution.id);
	expectSuccess(ended);
	expectPlan(context, system, execution);
	expectDecisionTable(context, system);
	expectOnlyReads(context);
	const planned = (
		outputOf(execution, NODE.compare) as Array<{ action: string; reason: { code: string } }>
	).filter(({ action }) => action !== 'hold');
	const applied = outputOf(ended, NODE.apply).filter(
		(row) => (row as { outcome: string }).outcome === 'applied',
	);
	assert.equal(applied.length, planned.length, 'every planned row was applied');
	const leaving = planned.filter(
		({ action, reason }) => action === 'deactivate' && reason.code === 'MOVE',
	);
	assert.ok(leaving.length > 0, 'nobody moves');
	assert.equal(
		(await logOf(context, ended)).applied,
		planned.length - leaving.length,
		'the run log counts a move once',
	);

	const writes = context.sandbox.alleo.log.counts.writes;
	const again = await context.client.settled(await context.client.runFrom(workflowId, NODE.dryRun));
	assert.equal(plannedChanges(summaryOf(again)), 0, 'a second run plans no change');
	assert.equal(context.sandbox.alleo.log.counts.writes, writes, 'a second run writes nothing');
}

export const scenarios: Record<string, Scenario> = {
	'NMBRS dry run, approved in Chromium': (context) => approveInBrowser(context, 'nmbrs'),
	'AFAS dry run, approved in Chromium': (context) => approveInBrowser(context, 'afas'),

	'rejected in Chromium': async (context) => {
		const bindings = await context.credentials(TYPES_OF.nmbrs);
		const execution = await dryRun(context, await context.customer('nmbrs', bindings));
		const page = await openInBrowser(context, execution);
		await press(page, 'reject', execution);
		await context.screenshot(page, 'rejected');
		const ended = await context.client.ended(execution.id);
		expectSuccess(ended);
		expectNoWrites(context);
		assert.equal((await logOf(context, ended)).state, 'rejected');
		assert.deepEqual(outputOf(ended, NODE.apply), []);
	},

	'opening the link decides nothing': async (context) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const execution = await dryRun(context, await context.customer('afas', bindings));
		const link = approvalLink(execution);
		for (const method of ['GET', 'HEAD', 'GET']) {
			await fetch(link, { method, headers: { 'user-agent': 'MailScanner/1.0' } });
		}
		assert.equal((await context.client.execution(execution.id)).status, 'waiting');
		const withoutToken = await fetch(link.split('?')[0] ?? '', { method: 'POST' });
		assert.equal(withoutToken.status, 401);
		assert.equal((await context.client.execution(execution.id)).status, 'waiting');
		expectNoWrites(context);
	},

	'an expired plan writes nothing': async (context) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const workflowId = await context.customer('afas', bindings, {}, (workflow) => {
			nodeOf(workflow, NODE.approval).parameters['limitWaitHours'] = 20 / 3600;
		});
		const execution = await dryRun(context, workflowId);
		const ended = await context.client.ended(execution.id, 180_000);
		expectSuccess(ended);
		expectNoWrites(context);
		assert.equal((await logOf(context, ended)).state, 'expired');
		const page = await fetch(approvalLink(execution));
		assert.notEqual(page.status, 200, 'the link is dead');
	},
};
