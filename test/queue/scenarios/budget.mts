import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { RUN_LOG } from '../../../sandbox/demo/desk.mts';
import { TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import { errorOf } from '../../../sandbox/demo/run.mts';
import { NODE } from '../../../sandbox/demo/template.mts';
import type { Context } from '../../e2e/context.mts';
import { callersOf } from '../harness/callers.mts';
import type { QueueScenario } from '../run.mts';

/** Runs that share one Alleo key keep its places together, on whatever worker they are. */

/** Of the desk's "Wait for a turn", as shipped. */
const PLACES = 4;
const CUSTOMERS = 7;
/** How long AFAS takes for an answer: whoever stands in line waits at least that long. */
const READING_S = 1;
const TICKETS = 'Alleo call budget';

interface TicketRow {
	budget: string;
	state: string;
}

/** A turn as the run log shows it. */
interface Turn {
	seconds: number;
	got: boolean;
}

/** Runs that have a place and runs in line, by every look at the table until `ended`. */
async function watchLine(
	context: Context,
	budget: string,
	ended: () => boolean,
): Promise<Array<{ has: number; waits: number }>> {
	const looks: Array<{ has: number; waits: number }> = [];
	while (!ended()) {
		const rows = await context.client.tableRows<TicketRow>(TICKETS, { budget }).catch(() => []);
		const of = (state: string): number => rows.filter((row) => row.state === state).length;
		looks.push({ has: of('has'), waits: of('waits') });
		await sleep(100);
	}
	return looks;
}

export const scenarios: Record<string, QueueScenario> = {
	'seven with one Alleo key: four at once at most, and it is shown who waited': async (
		context,
		cluster,
	) => {
		const bindings = await context.credentials(TYPES_OF.afas);
		const ids: string[] = [];
		for (let number = 1; number <= CUSTOMERS; number++) {
			const settings = { customer_name: `Klant ${number}` };
			ids.push(await context.customer('afas', bindings, settings));
		}
		// Long enough for all of them to be there at the same time.
		context.sandbox.afas.faults.add({ kind: 'latency', ms: READING_S * 1000 });
		let ended = false;
		const looks = watchLine(context, `alleo ${bindings['alleoApi']?.id}`, () => ended);
		const { callers, result } = await callersOf(cluster, context.sandbox.alleo.origin, async () => {
			const runs = await Promise.all(ids.map((id) => context.client.runFrom(id, NODE.dryRun)));
			return await Promise.all(runs.map((run) => context.client.settled(run)));
		});
		ended = true;
		for (const run of result) assert.equal(run.status, 'waiting', errorOf(run));
		const seen = await looks;
		assert.equal(Math.max(...seen.map(({ has }) => has)), PLACES, 'runs with a place');
		assert.ok(
			seen.some(({ has, waits }) => has === PLACES && waits > 0),
			`nobody stood in line: ${seen.map(({ has, waits }) => `${has}+${waits}`).join(' ')}`,
		);
		assert.deepEqual([...new Set(callers)].sort(), ['worker1', 'worker2']);
		const told = await Promise.all(
			ids.map(async (workflow) =>
				(await context.client.tableRows<{ counts: string }>(RUN_LOG, { workflow })).flatMap(
					({ counts }) => (JSON.parse(counts) as { waited?: Turn[] }).waited ?? [],
				),
			),
		);
		const longest = told.flat().map(({ seconds }) => seconds);
		assert.ok(Math.max(...longest) >= READING_S, `the longest wait: ${Math.max(...longest)} s`);
		assert.ok(
			told.flat().every(({ got }) => got),
			`somebody went on without a turn: ${JSON.stringify(told)}`,
		);
		assert.equal(context.sandbox.alleo.log.counts.byStatus['429'] ?? 0, 0);
	},
};
