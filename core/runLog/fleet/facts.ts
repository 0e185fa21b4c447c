import { z } from 'zod';
import { ConnectSystem } from '../../connect/connection';
import { groupBy } from '../../model/collect';
import { readRuns } from '../runs';
import type { LoggedRun } from '../runs';

/**
 * What is known of the workflows of customers: what Customer Setup reads (Integration: Get Many), or rows
 * of the run log alone, as the watchdogs of before had them. Nothing here judges; `rule.ts` does.
 */

/** A credential by name. n8n never shows what is in it; null = the day is not known. */
export const FleetCredential = z.object({
	type: z.string(),
	id: z.string(),
	name: z.string().default(''),
	/** False: the workflow names it, and n8n has no such credential. */
	exists: z.boolean().default(true),
	/** Instants in UTC: made, changed last (n8n counts each renewed token), given by the customer. */
	created_at: z.string().nullable().default(null),
	changed_at: z.string().nullable().default(null),
	given_at: z.string().nullable().default(null),
});
export type FleetCredential = z.infer<typeof FleetCredential>;

const address = z.string().default('');

export const FleetIntegration = z.object({
	workflow_id: z.string(),
	workflow_name: z.string().default(''),
	workflow_url: address,
	customer: z.string(),
	system: ConnectSystem.nullable().default(null),
	published: z.boolean(),
	enabled: z.boolean().default(false),
	/** By schedule once a month instead of every day. */
	monthly: z.boolean().default(false),
	/** Saved last, an instant in UTC. */
	saved_at: z.string().nullable().default(null),
	/** Of the template that it came from (templateOf); null = not known, so of before version 3. */
	template: z.string().nullable().default(null),
	template_version: z.number().nullable().default(null),
	/** The version that this package ships; null where it ships no such template. */
	newest_version: z.number().nullable().default(null),
	credentials: z.array(FleetCredential).default([]),
	/** Pages of this n8n on which support takes the next step; empty = there is none. */
	invite_url: address,
	upgrade_url: address,
	bundle_url: address,
	inbox_url: address,
	/** Values that somebody has to decide once (core/approval/inbox). */
	questions: z.number().int().nonnegative().default(0),
	/** The desk of this n8n sends its messages to nobody. */
	nobody_told: z.boolean().default(false),
	/** Executions that n8n knows to be over, of runs that the log has no end of. */
	over: z.array(z.string()).default([]),
	/** Rows of the run log of this workflow. */
	runs: z.array(z.unknown()).default([]),
});
export type FleetIntegration = z.infer<typeof FleetIntegration>;

/** One workflow of a customer. */
export interface FleetFact {
	workflow: string;
	customer: string;
	/** Null: only the run log knows it. */
	integration: FleetIntegration | null;
	/** Newest first. */
	runs: LoggedRun[];
}

/** The customer as the runs name it, else the workflow's id. */
const customerOfRuns = (workflow: string, runs: readonly LoggedRun[]): string =>
	runs.find((run) => (run.customer ?? '') !== '')?.customer ?? workflow;

/** @param entries integrations, rows of the run log, or both, in any order; anything else is passed over */
export function readFleet(entries: readonly unknown[]): FleetFact[] {
	const known = new Map<string, FleetIntegration>();
	const rows: unknown[] = [];
	for (const entry of entries) {
		const integration = FleetIntegration.safeParse(entry);
		if (integration.success) {
			known.set(integration.data.workflow_id, integration.data);
			for (const row of integration.data.runs) rows.push(row);
		} else rows.push(entry);
	}
	const runs = groupBy(readRuns(rows), ({ workflow }) => workflow);
	const workflows = new Set([...runs.keys(), ...known.keys()]);
	return [...workflows].map((workflow) => {
		const own = runs.get(workflow) ?? [];
		const integration = known.get(workflow) ?? null;
		const customer = integration?.customer ?? customerOfRuns(workflow, own);
		return { workflow, customer, integration, runs: own };
	});
}
