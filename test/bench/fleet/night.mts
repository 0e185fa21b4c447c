import { setTimeout as sleep } from 'node:timers/promises';
import { RUN_LOG } from '../../../sandbox/demo/desk.mts';
import { count, say } from '../tool/show.mts';
import { callsOf, makeCustomer, startAt } from './customer.mts';
import type { Calls, Customer } from './customer.mts';
import type { Engine } from './engine.mts';
import type { Starts } from './options.mts';

/** A night of a fleet: every customer's schedule starts once, and the run log says how each run ended. */

export interface Night extends Calls {
	customers: number;
	people: number;
	starts: Starts;
	/** From the first start to the last end, in milliseconds. */
	wall: number;
	/** Runs by their state in the run log; `missing` where there is no row. */
	states: Record<string, number>;
	peaks: Record<string, number>;
	/** Bytes of the database for each run. */
	growth: number;
}

interface Row {
	workflow: string;
	state: string;
}

const OPEN = new Set(['started', 'applying']);
const LEAST = 250;
const SPREAD = 751;
/** Longest after the last start. */
const PATIENCE_MS = 60 * 60_000;

/** 250 to 1,000 people, the same for each number. */
const sizeOf = (number: number): number => LEAST + ((number * 37) % SPREAD);

async function statesOf(engine: Engine, customers: readonly Customer[]): Promise<Row[]> {
	const ours = new Set(customers.map(({ workflowId }) => workflowId));
	const rows = await engine.n8n.client.tableRows<Row>(RUN_LOG).catch(() => []);
	return rows.filter(({ workflow }) => ours.has(workflow));
}

/** Waits until every customer has a row that is not open. */
async function allEnded(
	engine: Engine,
	customers: readonly Customer[],
	lastStart: number,
): Promise<Row[]> {
	let told = 0;
	for (;;) {
		const rows = await statesOf(engine, customers);
		const ended = new Set(rows.filter(({ state }) => !OPEN.has(state)).map((row) => row.workflow));
		if (Date.now() - told > 20_000) {
			say(`   ${ended.size} of ${customers.length} runs are done`);
			told = Date.now();
		}
		const late = Date.now() - lastStart > PATIENCE_MS;
		if (ended.size === customers.length || late) return rows;
		await sleep(1000);
	}
}

function tally(rows: readonly Row[], customers: readonly Customer[]): Record<string, number> {
	const states: Record<string, number> = {};
	for (const { workflowId } of customers) {
		const own = rows.filter(({ workflow }) => workflow === workflowId);
		const state = own.find((row) => row.state === 'failed') ?? own[0];
		const name = state?.state ?? 'missing';
		states[name] = (states[name] ?? 0) + 1;
	}
	return states;
}

export async function night(
	engine: Engine,
	size: number,
	starts: Starts,
	apart: number,
): Promise<Night> {
	const customers: Customer[] = [];
	try {
		for (let number = 1; number <= size; number++) {
			customers.push(await makeCustomer(engine, number, sizeOf(number)));
		}
		say(`   ${size} customers made`);
		// A schedule is published with its minute: enough time for all of them, from now.
		const from = Date.now() + 20_000 + size * 1_500;
		const step = starts === 'staggered' ? apart * 1000 : 0;
		for (const [index, customer] of customers.entries()) {
			await startAt(engine, customer, new Date(from + index * step));
		}
		if (Date.now() > from) throw new Error('Publishing took longer than was planned');
		const before = engine.databaseBytes();
		engine.forgetPeaks();
		say(`   the first starts in ${Math.round((from - Date.now()) / 1000)} s`);
		await sleep(from - Date.now());
		const rows = await allEnded(engine, customers, from + size * step);
		const wall = Date.now() - from;
		const people = customers.reduce((sum, one) => sum + one.people, 0);
		const calls = callsOf(customers);
		const growth = (engine.databaseBytes() - before) / size;
		say(`   ${count(calls.calls)} calls in ${Math.round(wall / 1000)} s`);
		const states = tally(rows, customers);
		return {
			customers: size,
			people,
			starts,
			wall,
			states,
			...calls,
			peaks: engine.peaks(),
			growth,
		};
	} finally {
		for (const { workflowId, sandbox } of customers) {
			await engine.n8n.client.unpublish(workflowId).catch(() => undefined);
			await sandbox.close();
		}
	}
}
