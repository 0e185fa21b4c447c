import assert from 'node:assert/strict';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import { NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import { DRY_RUN } from '../../e2e/connect.mts';
import type { Context } from '../../e2e/context.mts';
import { expectDecisionTable, expectNoWrites, expectSuccess } from '../../e2e/expect.mts';
import { first, GO, setUp } from '../../e2e/integrationSetup.mts';
import { scheduledRun } from '../../e2e/scenarios/daily.mts';
import { callersOf } from '../harness/callers.mts';
import type { Cluster, ProcessName } from '../harness/cluster.mts';
import type { QueueScenario } from '../run.mts';

/** Where the work runs: whoever started it and whoever took the answer, a worker reads and applies. */

interface Waiting {
	execution: Execution;
	link: string;
}

/** Slow enough that every process that calls is seen. */
function slowDown(context: Context): void {
	for (const standIn of [context.sandbox.afas, context.sandbox.alleo]) {
		standIn.faults.add({ kind: 'latency', ms: 60 });
	}
}

const waitingOf = (execution: Execution): Waiting => {
	assert.equal(execution.status, 'waiting');
	return { execution, link: approvalLink(execution) };
};

const WORKERS: ProcessName[] = ['worker1', 'worker2'];

function expectWorkersOnly(what: string, callers: ProcessName[]): void {
	assert.ok(callers.length > 0, `${what}: nobody was seen calling`);
	const others = callers.filter((name) => !WORKERS.includes(name));
	assert.deepEqual(others, [], `${what}: done by ${callers.join(', ')}`);
}

async function approve(waiting: Waiting): Promise<void> {
	await decide(waiting.link, {
		decision: 'approve',
		approver: 'Anke Voorbeeld',
		comment: 'Eerste run',
		offboardings: offboardings(waiting.execution),
	});
}

/** Reads and applies, and looks at who did. */
async function byWorkers(
	context: Context,
	cluster: Cluster,
	start: () => Promise<Waiting>,
): Promise<void> {
	slowDown(context);
	const reading = await callersOf(cluster, context.sandbox.afas.origin, start);
	expectWorkersOnly('reading', reading.callers);
	expectNoWrites(context);
	const { execution } = reading.result;
	const applying = await callersOf(cluster, context.sandbox.alleo.origin, async () => {
		await approve(reading.result);
		return await context.client.ended(execution.id);
	});
	expectSuccess(applying.result);
	expectDecisionTable(context, 'afas');
	expectWorkersOnly('applying', applying.callers);
}

export const scenarios: Record<string, QueueScenario> = {
	'started by the schedule, read and applied by workers': async (context, cluster) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const id = await context.customer('afas', bindings, {}, (workflow) => {
			nodeOf(workflow, NODE.schedule).parameters['rule'] = {
				interval: [{ field: 'cronExpression', expression: '*/5 * * * * *' }],
			};
		});
		await byWorkers(context, cluster, async () => waitingOf(await scheduledRun(context, id)));
	},

	"started by the editor's Dry run, read and applied by workers": async (context, cluster) => {
		const id = await context.customer('afas', await context.credentials(TYPES_OF.afas));
		await byWorkers(context, cluster, async () =>
			waitingOf(await context.client.settled(await context.client.runFrom(id, NODE.dryRun))),
		);
	},

	'started by Run Dry Run, read and applied by workers': async (context, cluster) => {
		const { go } = await setUp(context, 'afas');
		await byWorkers(context, cluster, async () => {
			const run = await context.client.ended(await context.client.runFrom(go, GO));
			expectSuccess(run);
			const link = first(run, DRY_RUN).link ?? '';
			const id = /\/(\d+)\?/.exec(link)?.[1] ?? '';
			return { execution: await context.client.settled(id), link };
		});
	},
};
