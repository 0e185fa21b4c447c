import { setTimeout as sleep } from 'node:timers/promises';
import { NODE } from '../../../sandbox/demo/template.mts';
import { say } from '../tool/show.mts';
import { callsOf, makeCustomer } from './customer.mts';
import type { Calls } from './customer.mts';
import type { Engine } from './engine.mts';
import type { EngineKind } from './options.mts';

/** One large customer through a real n8n: from Dry run until its plan waits for a person. */

export interface Large extends Calls {
	kind: EngineKind;
	people: number;
	/** Milliseconds until the plan waits. */
	time: number;
	/** Bytes in n8n's database while it waits. */
	waiting: number;
	peaks: Record<string, number>;
	/** `waiting`, or where and how it broke. */
	end: string;
}

const OPEN = new Set(['new', 'running', 'unknown']);
const PATIENCE_MS = 45 * 60_000;

/** Without its data: a large execution is not read again and again. */
async function statusOf(engine: Engine, id: string): Promise<string> {
	try {
		const { status } = await engine.n8n.client.api<{ status: string }>('GET', `/executions/${id}`);
		return status;
	} catch {
		return 'unknown';
	}
}

export async function large(engine: Engine, kind: EngineKind, people: number): Promise<Large> {
	const customer = await makeCustomer(engine, 1, people);
	try {
		engine.forgetPeaks();
		const from = Date.now();
		const id = await engine.n8n.client.runFrom(customer.workflowId, NODE.dryRun);
		let status = 'new';
		let told = from;
		while (OPEN.has(status) && Date.now() - from < PATIENCE_MS) {
			await sleep(500);
			status = await statusOf(engine, id);
			if (Date.now() - told > 20_000) {
				say(`   ${Math.round((Date.now() - from) / 1000)} s: ${status}`);
				told = Date.now();
			}
		}
		const time = Date.now() - from;
		const waiting = status === 'waiting' ? engine.executionBytes(id) : 0;
		const result = { kind, people, time, waiting, peaks: engine.peaks(), end: status };
		return { ...result, ...callsOf([customer]) };
	} finally {
		await customer.sandbox.close();
	}
}
