import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { decide } from '../../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { Bindings } from '../../../sandbox/demo/credentials.mts';
import type { Execution } from '../../../sandbox/demo/n8nTypes.mts';
import { RUN_LOG } from '../../../sandbox/demo/desk.mts';
import { approvalLink, offboardings } from '../../../sandbox/demo/run.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import type { AlleoAccount } from '../../../sandbox/world/types.mts';
import type { Context } from '../../e2e/context.mts';
import { expectDecisionTable, expectSuccess } from '../../e2e/expect.mts';
import { tableRows } from '../../e2e/runLog.mts';
import { callingNow } from '../harness/callers.mts';
import { PROCESSES } from '../harness/cluster.mts';
import type { Cluster, ProcessName } from '../harness/cluster.mts';
import type { QueueScenario } from '../run.mts';

/**
 * A process is ended in the middle of applying, or while a plan waits; the next run finishes. Mostly by `kill -9`.
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

/** Rows of the run log that say of this run that it goes on. */
async function openRows(context: Context, { execution, workflowId }: Applying): Promise<string[]> {
	const rows = await tableRows(context, workflowId);
	return rows
		.filter(({ run, state }) => run.startsWith(execution.id) && OPEN.includes(state))
		.map(({ run }) => run);
}
const OPEN = ['started', 'waiting', 'applying'];

/** The desk believes n8n that a run has ended, or else that it has after six hours. */
async function sevenHoursLater(context: Context, runs: readonly string[]): Promise<void> {
	const [table] = (
		await context.client.api<{ data: Array<{ id: string }> }>(
			'GET',
			`/data-tables?filter=${encodeURIComponent(JSON.stringify({ name: RUN_LOG }))}`,
		)
	).data;
	assert.ok(table);
	const started_at = new Date(Date.now() - 7 * 3_600_000).toISOString();
	for (const run of runs) {
		const filters = [{ columnName: 'run', condition: 'eq', value: run }];
		await context.client.api('PATCH', `/data-tables/${table.id}/rows/update`, {
			filter: { type: 'and', filters },
			data: { started_at, expires_at: started_at },
		});
	}
}

/** Nobody was made twice: each account that is new comes from one create, whose answer a kill may have cut. */
function expectNothingTwice(context: Context): void {
	const { log, state } = context.sandbox.alleo;
	const statuses = log.writes
		.filter(({ method, template }) => method === 'POST' && template.endsWith('/employees'))
		.map(({ status }) => status);
	const confirmed = statuses.filter((status) => status !== null && status < 300).length;
	const cut = statuses.filter((status) => status === null).length;
	const made = state.store.accounts.length - context.sandbox.world.alleo.accounts.length;
	assert.ok(
		confirmed <= made && made <= confirmed + cut,
		`${made} new accounts, ${confirmed} creates confirmed, ${cut} cut`,
	);
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

/** The one that writes to Alleo at this moment. */
const theWorker = async (context: Context, cluster: Cluster): Promise<ProcessName> =>
	await eventually('one worker that applies', async () => {
		const [first, ...others] = callingNow(cluster, context.sandbox.alleo.origin);
		return first !== undefined && others.length === 0 ? first : null;
	});

interface Whole {
	end: string[];
	writes: number;
}

async function runWhole(context: Context): Promise<Whole> {
	await context.useWorld({ systems: ['afas'] });
	const bindings = await context.credentials(TYPES_OF.afas);
	await wholeRun(context, await context.customer('afas', bindings));
	expectDecisionTable(context, 'afas');
	const { writes } = context.sandbox.alleo.log.counts;
	return { end: endState(context), writes };
}

let whole: Whole | null = null;

/** What an uninterrupted run makes of the same world; looked at once, since the world is made from one seed. */
async function uninterrupted(context: Context): Promise<Whole> {
	whole ??= await runWhole(context);
	await context.useWorld({ systems: ['afas'] });
	return whole;
}

/**
 * Interrupts an apply, runs once more, and compares. What n8n itself made of the run that was cut is told:
 * `told` by the log of the run itself, or by the message of the next one.
 */
async function cutAndFinished(
	context: Context,
	cut: (applying: Applying) => Promise<unknown>,
): Promise<void> {
	const { end, writes } = await uninterrupted(context);
	const applying = await inMidApply(context, await context.credentials(TYPES_OF.afas));
	assert.ok(applying.writesAtTheKill < writes, 'it was cut before its end');
	await cut(applying);
	context.sandbox.alleo.faults.clear();
	const left = await openRows(context, applying);
	await sevenHoursLater(context, left);
	await wholeRun(context, applying.workflowId);
	expectDecisionTable(context, 'afas');
	assert.deepEqual(endState(context), end);
	expectNothingTwice(context);
	if (left.length > 0) await context.toldSoon(applying.workflowId, 'cut');
	await eventually('an end of the cut run in the log', async () =>
		(await openRows(context, applying)).length === 0 ? true : null,
	);
}

export const scenarios: Record<string, QueueScenario> = {
	'the worker that applies': async (context, cluster) => {
		await cutAndFinished(context, async ({ execution }) => {
			const applies = await theWorker(context, cluster);
			await cluster.process(applies).kill();
			// n8n misses the worker by itself, and never gives its work to another.
			assert.equal((await endOf(context, execution.id)).status, 'error');
			await cluster.revive();
		});
	},

	'the worker that applies is asked to stop, and its time is up': async (context, cluster) => {
		await cutAndFinished(context, async ({ execution }) => {
			const applies = await theWorker(context, cluster);
			// It waits for its runs as long as run.mts says (n8n: 30 s), then leaves them behind and goes.
			const { faults } = context.sandbox.alleo;
			faults.clear();
			for (const method of ['POST', 'PATCH']) faults.add({ kind: 'latency', method, ms: 3000 });
			await cluster.process(applies).stop();
			assert.notEqual((await endOf(context, execution.id)).status, 'success');
			await cluster.revive();
		});
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
		await cutAndFinished(context, async ({ execution }) => {
			await cluster.queue.kill();
			await sleep(3000);
			await cluster.revive();
			// The worker knows what it does, and needs the queue only to say that it is done.
			expectSuccess(await endOf(context, execution.id));
		});
	},

	'PostgreSQL, for three seconds': async (context, cluster) => {
		await cutAndFinished(context, async ({ execution }) => {
			await cluster.database.kill();
			await sleep(3000);
			await cluster.revive();
			const { log } = context.sandbox.alleo;
			await eventually('the last write', async () => {
				const { writes } = log.counts;
				await sleep(3000);
				return log.counts.writes === writes ? true : null;
			});
			// Where the run ends while the database is away, n8n cannot save its end: it seems to run for ever.
			await eventually('n8n', () => context.client.execution(execution.id));
		});
	},

	'everything at once': async (context, cluster) => {
		await cutAndFinished(context, async ({ execution }) => {
			const processes = PROCESSES.map((name) => cluster.process(name));
			await Promise.all([...processes, cluster.queue, cluster.database].map((one) => one.kill()));
			await cluster.revive();
			assert.equal((await endOf(context, execution.id)).status, 'crashed');
		});
	},
};
