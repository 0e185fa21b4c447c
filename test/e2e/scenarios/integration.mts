import assert from 'node:assert/strict';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { outputOf } from '../../../sandbox/demo/n8nClient.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { offboardings } from '../../../sandbox/demo/run.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import type { System } from '../../../sandbox/world/types.mts';
import { CREATE, DRY_RUN, executionWhere, settingOf, workflowOf } from '../connect.mts';
import type { Context } from '../context.mts';
import { expectDecisionTable, expectNoWrites, expectSuccess } from '../expect.mts';
import { first, GO, integrationOf, operate, setUp } from '../integrationSetup.mts';
import type { Scenario } from '../run.mts';
import { logOf } from '../runLog.mts';

/** Customer Setup in a real n8n, for a customer whose connection is given as an item. */

async function wholePath(context: Context, system: System): Promise<void> {
	const { go } = await setUp(context, system);
	const run = await context.client.ended(await context.client.runFrom(go, GO));
	expectSuccess(run);
	const made = first(run, CREATE);
	assert.equal(made.created, true);
	assert.equal(made.published, false);
	const id = made.workflow_id;
	const off = await workflowOf(context, id);
	assert.equal(off.active, false);
	assert.equal(settingOf(off, 'approval'), 'always');
	const dry = first(run, DRY_RUN);
	assert.equal(dry.dry_run, 'waiting', dry.text);
	assert.ok(dry.link);
	assert.match(dry.text, /\d+ onboarden/);
	expectNoWrites(context);

	const again = await context.client.ended(await context.client.runFrom(go, GO));
	expectSuccess(again);
	assert.equal(first(again, CREATE).created, false, 'running it twice makes one workflow');
	assert.equal(first(again, CREATE).workflow_id, id);

	const waiting = await executionWhere(
		context,
		id,
		({ status }) => status === 'waiting',
		'waiting dry run',
	);
	const link = first(again, DRY_RUN).link ?? '';
	assert.match(link, new RegExp(`/${waiting.id}\\?`));
	const page = await decide(link, {
		decision: 'approveAndEnable',
		approver: 'Sanne Support',
		comment: 'Met de klant bekeken',
		offboardings: offboardings(waiting),
	});
	assert.match(page, /gaat de dagelijkse synchronisatie aan/);
	const ended = await context.client.ended(waiting.id);
	expectSuccess(ended);
	assert.equal((await logOf(context, ended)).failed, 0);
	assert.match((await context.toldSoon(id, 'enabled')).subject, /staat aan/);
	expectDecisionTable(context, system);
	const on = await workflowOf(context, id);
	assert.equal(on.active, true);
	assert.equal(settingOf(on, 'approval'), 'whenGuardTrips');
	assert.equal(settingOf(on, 'offer_enable'), false);

	// Nobody decided, nobody clicked: n8n's own clock.
	const scheduled = await context.client.ended(await context.client.runFrom(id, NODE.schedule));
	expectSuccess(scheduled);
	assert.equal(scheduled.mode, 'trigger');
	await context.client.unpublish(id);
	assert.equal((await logOf(context, scheduled)).mode, 'daily');
	expectDecisionTable(context, system);
}

export const scenarios: Record<string, Scenario> = {
	'AFAS: from a connected customer to the first scheduled run': async (context) => {
		await wholePath(context, 'afas');
	},
	'NMBRS: from a connected customer to the first scheduled run': async (context) => {
		await wholePath(context, 'nmbrs');
	},

	'a change fails after Approve and enable: the daily sync stays off': async (context) => {
		const { go } = await setUp(context, 'afas');
		const run = await context.client.ended(await context.client.runFrom(go, GO));
		const { workflow_id: id, link } = first(run, DRY_RUN);
		const waiting = await executionWhere(
			context,
			id,
			({ status }) => status === 'waiting',
			'waiting dry run',
		);
		const body = JSON.stringify({ message: 'The given data was invalid.' });
		context.sandbox.alleo.faults.add({
			kind: 'status',
			method: 'PATCH',
			status: 422,
			times: 1,
			body,
		});
		await decide(link ?? '', {
			decision: 'approveAndEnable',
			approver: 'Sanne Support',
			offboardings: offboardings(waiting),
		});
		const ended = await context.client.ended(waiting.id);
		expectSuccess(ended);
		assert.equal((await logOf(context, ended)).failed, 1);
		const message = await context.toldSoon(id, 'notEnabled');
		assert.match(message.subject, /staat nog uit/);
		assert.match(message.text, /mislukte wijzigingen: 1\..*SYNC_NOT_ENABLED_FAILURES/s);
		assert.equal((await workflowOf(context, id)).active, false);
	},

	'lost consent: nothing is planned, and the message has a fresh invitation': async (context) => {
		const { go } = await setUp(context, 'nmbrs');
		const run = await context.client.ended(await context.client.runFrom(go, GO));
		expectSuccess(run);
		const { workflow_id: id } = first(run, DRY_RUN);
		const { grants } = context.sandbox.nmbrs.state;
		grants.withdrawConsents();
		grants.expireAccessTokens();
		const stopped = await context.client.ended(await context.client.runFrom(id, NODE.schedule));
		assert.equal(stopped.status, 'error');
		const message = await context.toldSoon(id, 'lostConsent');
		const nodes = Object.keys(stopped.data?.resultData.runData ?? {});
		assert.ok(!nodes.includes('Compare with Alleo'), nodes.join(', '));
		expectNoWrites(context);
		assert.match(message.text, /NMBRS_CONSENT_LOST/);
		assert.match(message.link, /\/webhook\/alleo-connect\?invitation=/);
		assert.ok(message.text.includes(message.link));
		const [invitation, ...more] = await context.client.tableRows<{
			integration: string;
			replaces: string;
		}>('alleo_invitations', { workflow: id });
		assert.ok(invitation);
		assert.deepEqual(more, [], 'one invitation, however often the run stops');
		assert.equal(invitation.integration, integrationOf(context));
		const read = nodeOf(await workflowOf(context, id), 'Read NMBRS employees');
		assert.equal(invitation.replaces, read.credentials?.['nmbrsOAuth2Api']?.id);
	},

	'disconnect: sync off, token revoked, credentials gone; twice is once': async (context) => {
		const { go, instance } = await setUp(context, 'nmbrs');
		const run = await context.client.ended(await context.client.runFrom(go, GO));
		const { workflow_id: id } = first(run, DRY_RUN);
		await context.client.publish(id);
		const name = '={{ $env.HOME }} Holding';
		const parameters = (confirm: string) => ({
			resource: 'integration',
			operation: 'disconnect',
			workflow: id,
			confirm,
		});
		const refused = await operate(context, instance, parameters('Somebody else'));
		assert.equal(refused.status, 'error');
		assert.equal((await workflowOf(context, id)).active, true, 'a wrong name disconnects nothing');

		// The name begins as an expression would; a literal in the field must not be run either.
		const confirm = `={{ ${JSON.stringify(name).replace(/[{}]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)} }}`;
		const done = await operate(context, instance, parameters(confirm));
		expectSuccess(done);
		const steps = (execution: Execution): string[] => {
			const [item] = outputOf(execution, 'Operation') as Array<{
				steps: Array<{ step: string; outcome: string }>;
			}>;
			return (item?.steps ?? []).map(({ step, outcome }) => `${step} ${outcome}`);
		};
		assert.deepEqual(steps(done), [
			'unpublish done',
			'revoke done',
			'delete done',
			'revoke kept',
			'delete done',
		]);
		const after = await workflowOf(context, id);
		assert.equal(after.active, false);
		assert.equal(settingOf(after, 'approval'), 'always');
		assert.ok(context.sandbox.nmbrs.state.grants.consents.every(({ withdrawn }) => withdrawn));
		const credentials = await context.client.api<{ data: Array<{ id: string }> }>(
			'GET',
			'/credentials?limit=250',
		);
		const bound = Object.values(nodeOf(after, 'Read NMBRS employees').credentials ?? {});
		assert.equal(bound.length, 2);
		for (const { id: gone } of bound) {
			assert.ok(!credentials.data.some(({ id: there }) => there === gone));
		}
		const again = await operate(context, instance, parameters(confirm));
		expectSuccess(again);
		assert.deepEqual(steps(again), ['unpublish already', 'delete already', 'delete already']);
	},
};
