import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import { customerWorkflow, NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import type { Context } from '../context.mts';
import { expectDecisionTable, expectNoWrites, expectOnlyReads, expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';
import { logOf } from '../runLog.mts';

/** Fires the schedule every few seconds instead of every morning. */
const SOON = '*/5 * * * * *';

/** The first execution that the published schedule starts by itself; then the schedule is off again. */
export async function scheduledRun(context: Context, workflowId: string): Promise<Execution> {
	await context.client.publish(workflowId);
	assert.ok((await context.client.activeWorkflows()).includes(workflowId), 'published');
	const deadline = Date.now() + 60_000;
	for (;;) {
		const [first] = (await context.client.executionsOf(workflowId)).reverse();
		if (first !== undefined) {
			await context.client.unpublish(workflowId);
			return await context.client.settled(first.id);
		}
		assert.ok(Date.now() < deadline, 'the schedule started nothing within a minute');
		await sleep(200);
	}
}

export const scenarios: Record<string, Scenario> = {
	'the schedule starts the sync, which waits for approval': async (context) => {
		const bindings = await context.credentials(TYPES_OF.nmbrs);
		const workflowId = await context.customer('nmbrs', bindings, {}, (workflow) => {
			nodeOf(workflow, NODE.schedule).parameters['rule'] = {
				interval: [{ field: 'cronExpression', expression: SOON }],
			};
		});
		const execution = await scheduledRun(context, workflowId);
		assert.equal(execution.mode, 'trigger');
		assert.equal(execution.status, 'waiting');
		expectNoWrites(context);
		await decide(approvalLink(execution), {
			decision: 'approve',
			approver: 'Anke Voorbeeld',
			comment: 'Eerste run',
			offboardings: offboardings(execution),
		});
		expectSuccess(await context.client.ended(execution.id));
		expectDecisionTable(context, 'nmbrs');
		expectOnlyReads(context);
	},

	'a plan without a tripped guard is applied by itself once the customer has confirmed': async (
		context,
	) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const settings = { approval: 'whenGuardTrips' };
		const workflowId = await context.customer('afas', bindings, settings);
		const first = await context.client.runFrom(workflowId, NODE.dryRun);
		const waiting = await context.client.settled(first);
		assert.equal(waiting.status, 'waiting', 'a dry run waits whatever Settings says');
		await decide(approvalLink(waiting), {
			decision: 'approve',
			approver: 'Anke Voorbeeld',
			comment: 'Eerste run',
			offboardings: offboardings(waiting),
		});
		expectSuccess(await context.client.ended(first));
		expectDecisionTable(context, 'afas');

		const told = context.told(workflowId).map(({ subject }) => subject);
		const writes = context.sandbox.alleo.log.counts.writes;
		const second = await context.client.runFrom(workflowId, NODE.schedule);
		const ended = await context.client.settled(second);
		expectSuccess(ended);
		const after = context.told(workflowId).map(({ subject }) => subject);
		assert.deepEqual(after, told, 'nothing waits, so nobody is told');
		assert.equal(context.sandbox.alleo.log.counts.writes, writes);
		const { state, applied, failed } = await logOf(context, ended);
		assert.deepEqual({ applied, failed }, { applied: 0, failed: 0 });
		assert.ok(['applied', 'nothing'].includes(state), state);
	},

	'as shipped, n8n keeps no data of a run that went well': async (context) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const workflowId = await context.import(await customerWorkflow('afas', bindings));
		const id = await context.client.runFrom(workflowId, NODE.dryRun);
		const waiting = await context.client.settled(id);
		assert.equal(waiting.status, 'waiting');
		await decide(approvalLink(waiting), { decision: 'reject', approver: 'Anke', comment: 'Nee' });
		const deadline = Date.now() + 30_000;
		while ((await context.client.executionsOf(workflowId)).length > 0) {
			assert.ok(Date.now() < deadline, 'the execution is still there');
			await sleep(200);
		}
	},
};
