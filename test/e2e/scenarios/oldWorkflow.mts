import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import type { Bindings } from '../../../sandbox/demo/credentials.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { offboardings, plannedChanges, summaryOf } from '../../../sandbox/demo/run.mts';
import {
	keepExecutions,
	NODE,
	readWorkflow,
	setUpCustomer,
} from '../../../sandbox/demo/template.mts';
import type { MessageItem } from '../connect.mts';
import type { Context } from '../context.mts';
import {
	expectDecisionTable,
	expectNoWrites,
	expectOnlyReads,
	expectPlan,
	expectSuccess,
} from '../expect.mts';
import type { Scenario } from '../run.mts';
import { logOf, tableRows } from '../runLog.mts';

/**
 * Workflows that customers have since before the desk: everything is in the workflow itself, and the
 * desk is not called. They run, wait, are approved, log and tell as they did.
 */

const OLD = {
	schedule: 'Every day at 04:00',
	ask: 'Approval message',
	stopped: 'Stopped run message',
	send: 'Send message',
} as const;

const VERSIONS: Record<string, string> = {
	'version 1': 'afas-daily-sync.v1',
	'version 2': 'afas-daily-sync.v2',
};

async function oldWorkflow(context: Context, version: string, bindings: Bindings): Promise<string> {
	const workflow = keepExecutions(await readWorkflow(`past/${VERSIONS[version] ?? ''}`));
	setUpCustomer(workflow, 'afas', bindings, { approval: 'whenGuardTrips' });
	return await context.importAsIs(workflow);
}

const sentBy = (execution: Execution): MessageItem[] =>
	outputOf(execution, OLD.send) as MessageItem[];

async function worksAsBefore(context: Context, version: string): Promise<void> {
	const id = await oldWorkflow(context, version, await context.credentials(TYPES_OF.afas));
	const waiting = await context.client.settled(await context.client.runFrom(id, NODE.dryRun));
	assert.equal(waiting.status, 'waiting');
	expectNoWrites(context);
	expectPlan(context, 'afas', waiting);
	assert.equal((await logOf(context, waiting)).state, 'waiting');
	const [asked] = outputOf(waiting, OLD.ask) as MessageItem[];
	assert.ok(asked);
	assert.ok(
		sentBy(waiting).some(({ link }) => link === asked.link),
		'its own message went out',
	);

	await decide(asked.link, {
		decision: 'approve',
		approver: 'Anke Voorbeeld',
		comment: 'Zoals altijd',
		offboardings: offboardings(waiting),
	});
	expectSuccess(await context.client.ended(waiting.id));
	expectDecisionTable(context, 'afas');
	expectOnlyReads(context);
	const approved = await logOf(context, waiting);
	assert.equal(approved.state, 'applied');
	assert.equal(approved.approver, 'Anke Voorbeeld');

	const writes = context.sandbox.alleo.log.counts.writes;
	const daily = await context.client.settled(await context.client.runFrom(id, OLD.schedule));
	expectSuccess(daily);
	assert.equal(plannedChanges(summaryOf(daily)), 0);
	assert.equal(context.sandbox.alleo.log.counts.writes, writes, 'a second run writes nothing');
	const { mode, state } = await logOf(context, daily);
	assert.equal(mode, 'daily');
	assert.ok(['applied', 'nothing'].includes(state), state);
	assert.deepEqual(context.told(id), [], 'the desk says nothing of it');
}

async function stopsAsBefore(context: Context, version: string): Promise<void> {
	const wrong = { alleoApi: { secretKey: 'SK-WRONG' } };
	const bindings = await context.credentials(TYPES_OF.afas, wrong);
	const id = await oldWorkflow(context, version, bindings);
	// By n8n's own clock: of a run by hand its error trigger does not hear.
	const run = await context.client.ended(await context.client.runFrom(id, OLD.schedule));
	assert.equal(run.status, 'error');
	const deadline = Date.now() + 60_000;
	for (;;) {
		const runs = await context.client.executionsOf(id);
		const told = runs.find(({ mode, status }) => mode === 'error' && status === 'success');
		if (told !== undefined) {
			const execution = await context.client.execution(told.id);
			const [message] = outputOf(execution, OLD.stopped) as MessageItem[];
			assert.match(message?.text ?? '', /ALLEO_[A-Z_]+|UNAUTHORIZED/);
			assert.ok(!(message?.text ?? '').includes('SK-WRONG'));
			break;
		}
		assert.ok(Date.now() < deadline, 'no message within a minute');
		await sleep(300);
	}
	assert.ok((await tableRows(context, id)).some(({ state }) => state === 'failed'));
	expectNoWrites(context);
	assert.deepEqual(context.told(id), [], 'the desk says nothing of it');
}

export const scenarios: Record<string, Scenario> = Object.fromEntries(
	Object.keys(VERSIONS).flatMap((version) => [
		[
			`${version}: a dry run waits, is approved, and the daily run goes on`,
			(context: Context) => worksAsBefore(context, version),
		],
		[
			`${version}: a run that stops is told by its own error trigger`,
			(context: Context) => stopsAsBefore(context, version),
		],
	]),
);
