import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { Bindings } from '../../../sandbox/demo/credentials.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import type { AlleoAccount } from '../../../sandbox/world/types.mts';
import type { Context } from '../../e2e/context.mts';
import { expectDecisionTable, expectSuccess } from '../../e2e/expect.mts';
import { callingNow } from '../harness/callers.mts';
import type { Cluster } from '../harness/cluster.mts';
import { PROCESSES } from '../harness/cluster.mts';
import type { QueueScenario } from '../run.mts';

/**
 * A process is ended by `kill -9` in the middle of applying, or while a plan waits; the next run finishes.
 * The end is held against that of a run in the same world that nobody interrupted.
 */

const WRITES_BEFORE_THE_KILL = 5;

async function eventually<T>(
	what: string,
	look: () => Promise<T | null>,
	withinMs = 120_000,
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		// n8n is away for a moment.
		const found = await look().catch(() => null);
		if (found !== null) return found;
		assert.ok(Date.now() < deadline, `${what}: not within ${withinMs / 1000} s`);
		await sleep(200);
	}
}

/** What a run may differ in: who was made first, and when. */
function endState(context: Context): string[] {
	const told = ({ id: _id, registration_date: _at, ...rest }: AlleoAccount): string =>
		JSON.stringify(rest);
	return context.sandbox.alleo.state.store.accounts.map(told).sort();
}

async function approve(execution: Execution): Promise<void> {
	await decide(approvalLink(execution), {
		decision: 'approve',
		approver: 'Anke Voorbeeld',
		comment: 'Kill test',
		offboardings: offboardings(execution),
	});
}

async function waitingPlan(context: Context, workflowId: string): Promise<Execution> {
	const execution = await context.client.settled(
		await context.client.runFrom(workflowId, NODE.dryRun),
	);
	assert.equal(execution.status, 'waiting');
	return execution;
}

/** A run from start to end, whatever it still has to do. */
async function wholeRun(context: Context, workflowId: string): Promise<void> {
	const execution = await context.client.settled(
		await context.client.runFrom(workflowId, NODE.dryRun),
	);
	if (execution.status === 'waiting') await approve(execution);
	expectSuccess(await context.client.ended(execution.id));
}

const ENDED = ['success', 'error', 'canceled', 'crashed'];

const endOf = async (context: Context, id: string): Promise<Execution> =>
	await eventually(`the end of execution ${id}`, async () => {
		const execution = await context.client.execution(id);
		return ENDED.includes(execution.status) ? execution : null;
	});

/** Nobody was made twice: one create that Alleo took for each account that is new. */
function expectNothingTwice(context: Context): void {
	const { log, state } = context.sandbox.alleo;
	const created = log.writes.filter(
		({ method, template, status }) =>
			method === 'POST' && template.endsWith('/employees') && status !== 409,
	);
	const before = context.sandbox.world.alleo.accounts.length;
	assert.equal(created.length, state.store.accounts.length - before, 'creates and new accounts');
}

interface Applying {
	execution: Execution;
	workflowId: string;
	writesAtTheKill: number;
}

/** An approved plan, a part of which is written. */
async function inMidApply(context: Context, bindings: Bindings): Promise<Applying> {
	const workflowId = await context.customer('afas', bindings);
	const execution = await waitingPlan(context, workflowId);
	const { faults, log } = context.sandbox.alleo;
	for (const method of ['POST', 'PATCH']) faults.add({ kind: 'latency', method, ms: 400 });
	await approve(execution);
	await eventually('the first writes', async () =>
		log.counts.writes >= WRITES_BEFORE_THE_KILL ? true : null,
	);
	return { execution, workflowId, writesAtTheKill: log.counts.writes };
}

/** What an uninterrupted run makes of the same world. */
async function uninterrupted(context: Context): Promise<{ end: string[]; writes: number }> {
	await context.useWorld({ systems: ['afas'] });
	const bindings = await context.credentials(TYPES_OF.afas);
	await wholeRun(context, await context.customer('afas', bindings));
	expectDecisionTable(context, 'afas');
	const { writes } = context.sandbox.alleo.log.counts;
	const end = endState(context);
	await context.useWorld({ systems: ['afas'] });
	return { end, writes };
}

/** Interrupts an apply, lets n8n find out, runs once more, and compares. @returns the run that was cut */
async function cutAndFinished(
	context: Context,
	cluster: Cluster,
	cut: (applying: Applying) => Promise<void>,
): Promise<Execution> {
	const whole = await uninterrupted(context);
	const applying = await inMidApply(context, await context.credentials(TYPES_OF.afas));
	assert.ok(applying.writesAtTheKill < whole.writes, 'it was cut before its end');
	await cut(applying);
	context.sandbox.alleo.faults.clear();
	await cluster.revive();
	const ended = await endOf(context, applying.execution.id);
	await wholeRun(context, applying.workflowId);
	expectDecisionTable(context, 'afas');
	assert.deepEqual(endState(context), whole.end);
	expectNothingTwice(context);
	return ended;
}

export const scenarios: Record<string, QueueScenario> = {
	'the worker that applies': async (context, cluster) => {
		const cut = await cutAndFinished(context, cluster, async () => {
			const [applies, ...others] = callingNow(cluster, context.sandbox.alleo.origin);
			assert.ok(applies !== undefined && others.length === 0, `${applies} and ${others.length}`);
			await cluster.process(applies).kill();
		});
		console.log('worker: cut run ended as', cut.status, cut.data?.resultData.error?.message);
	},

	'the main process while a plan waits': async (context, cluster) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const execution = await waitingPlan(context, await context.customer('afas', bindings));
		await cluster.process('main').kill();
		await approve(execution);
		await cluster.revive();
		expectSuccess(await endOf(context, execution.id));
		expectDecisionTable(context, 'afas');
		expectNothingTwice(context);
	},

	'Redis, for three seconds, with all that was in it': async (context, cluster) => {
		const cut = await cutAndFinished(context, cluster, async () => {
			await cluster.queue.kill();
			await sleep(3000);
			await cluster.queue.start();
		});
		console.log('redis: cut run ended as', cut.status, cut.data?.resultData.error?.message);
	},

	'PostgreSQL, for three seconds': async (context, cluster) => {
		const cut = await cutAndFinished(context, cluster, async () => {
			await cluster.database.kill();
			await sleep(3000);
			await cluster.database.start();
		});
		console.log('postgres: cut run ended as', cut.status, cut.data?.resultData.error?.message);
	},

	'everything at once': async (context, cluster) => {
		const cut = await cutAndFinished(context, cluster, async () => {
			const processes = PROCESSES.map((name) => cluster.process(name));
			await Promise.all([...processes, cluster.queue, cluster.database].map((one) => one.kill()));
		});
		console.log('all: cut run ended as', cut.status, cut.data?.resultData.error?.message);
	},
};
