import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { decide, openPage } from '../../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import { expectDecisionTable, expectNoWrites, expectSuccess } from '../expect.mts';
import type { Scenario } from '../run.mts';
import { logOf } from '../runLog.mts';

export const scenarios: Record<string, Scenario> = {
	'one write that Alleo refuses is reported, the others go on, the next run makes it right': async (
		context,
	) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const workflowId = await context.customer('afas', bindings);
		const waiting = await context.client.settled(
			await context.client.runFrom(workflowId, NODE.dryRun),
		);
		const body = JSON.stringify({ message: 'The given data was invalid.' });
		context.sandbox.alleo.faults.add({
			kind: 'status',
			method: 'PATCH',
			status: 422,
			times: 1,
			body,
		});
		const approve = { decision: 'approve', approver: 'Anke', comment: 'Ja' } as const;
		await decide(approvalLink(waiting), { ...approve, offboardings: offboardings(waiting) });
		const ended = await context.client.ended(waiting.id);
		expectSuccess(ended);
		const failed = outputOf(ended, NODE.apply, 1) as Array<{ row_id: string }>;
		const planned = outputOf(ended, NODE.compare, 0) as Array<{ row_id: string; name: string }>;
		const refused = planned.find(({ row_id: id }) => id === failed[0]?.row_id);
		const record = await logOf(context, ended);
		assert.equal(record.state, 'partly');
		assert.equal(record.failed, 1);
		assert.ok(record.applied > 5);
		assert.equal(failed.length, 1);
		const [message] = context.told(workflowId, 'failedChanges');
		const text = message?.text ?? '';
		assert.ok(text.includes(String(refused?.name)), `who it is, in ${text}`);
		assert.doesNotMatch(text, /Niet doorgevoerd|the request/, 'nobody else was skipped; in Dutch');

		const again = await context.client.settled(
			await context.client.runFrom(workflowId, NODE.dryRun),
		);
		assert.equal(again.status, 'waiting');
		await decide(approvalLink(again), { ...approve, offboardings: offboardings(again) });
		expectSuccess(await context.client.ended(again.id));
		expectDecisionTable(context, 'afas');
	},

	'a run that stops is told once, by the desk': async (context) => {
		const wrong = { alleoApi: { secretKey: 'SK-WRONG' } };
		const bindings = await context.credentials(TYPES_OF.afas, wrong);
		const workflowId = await context.customer('afas', bindings, {}, (workflow) => {
			nodeOf(workflow, NODE.schedule).parameters['rule'] = {
				interval: [{ field: 'cronExpression', expression: '*/5 * * * * *' }],
			};
		});
		await context.client.publish(workflowId);
		const stops = async (): Promise<number> =>
			(await context.client.executionsOf(workflowId)).filter(({ status }) => status === 'error')
				.length;
		const deadline = Date.now() + 60_000;
		while ((await stops()) < 2 || context.told(workflowId, 'stopped').length === 0) {
			assert.ok(Date.now() < deadline, 'no message within a minute');
			await sleep(300);
		}
		const [message, ...more] = context.told(workflowId);
		assert.match(message?.text ?? '', /ALLEO_[A-Z_]+|UNAUTHORIZED/);
		assert.ok(!(message?.text ?? '').includes('SK-WRONG'));
		assert.deepEqual(more, [], 'told once, not at each run that stops');
		expectNoWrites(context);
	},

	'two decisions at once: one counts': async (context) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const workflowId = await context.customer('afas', bindings);
		const waiting = await context.client.settled(
			await context.client.runFrom(workflowId, NODE.dryRun),
		);
		const link = approvalLink(waiting);
		const { values } = await openPage(link);
		const send = async (): Promise<number> => {
			const body = new URLSearchParams(values);
			body.set('decision', 'approve');
			body.set('approver', 'Anke');
			body.set('comment', 'Ja');
			body.set('offboardings', String(offboardings(waiting)));
			return (await fetch(link, { method: 'POST', body })).status;
		};
		const statuses = await Promise.all([send(), send(), send()]);
		assert.equal(statuses.filter((status) => status === 200).length, 1, statuses.join());
		expectSuccess(await context.client.ended(waiting.id));
		expectDecisionTable(context, 'afas');
		const creates = context.sandbox.alleo.log.writes.filter(({ method }) => method === 'POST');
		assert.equal(new Set(creates.map(({ note, url }) => `${url} ${note}`)).size, creates.length);
	},
};
