import { z } from 'zod';

/**
 * One row of the run log, for n8n's Data Table. Names no person: external ids, and the name that the
 * approver typed. What the approver wrote as comment or reason is kept as it is.
 */

const text = z.string().nullable();
const count = z.number().int().nonnegative().nullable();

export const RUN_STATES = [
	'started',
	'waiting',
	'applying',
	'nothing',
	'applied',
	'partly',
	'rejected',
	'expired',
	'failed',
	/** Only a part of it ran, or somebody stopped it: no end that says anything of the customer. */
	'part',
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** The states of a run that did its work to the end. */
export const GOOD_STATES: ReadonlySet<string> = new Set(['nothing', 'applied']);

/** States of a run that tells nothing: it did not end by itself, or has no end yet. */
export const SILENT_STATES: ReadonlySet<string> = new Set([
	'started',
	'waiting',
	'applying',
	'part',
]);

export const RunRecord = z.object({
	/** n8n's id of the execution; with `workflow` the key of the row. */
	run: z.string(),
	workflow: z.string(),
	customer: text,
	source: text,
	mode: text,
	state: z.enum(RUN_STATES),
	reference_date: text,
	started_at: text,
	finished_at: text,
	/** With the time that the plan waited for a person. */
	duration_seconds: count,
	/** Exclusions of earlier plans that held when the run started. */
	remembered: count,
	plan_id: text,
	plan_hash: text,
	plan_status: text,
	expires_at: text,
	people: count,
	to_create: count,
	to_update: count,
	to_reactivate: count,
	to_deactivate: count,
	on_hold: count,
	/** All counts of the plan, as JSON. */
	counts: text,
	/** Codes of the guards that tripped, with a comma between them. */
	guards: text,
	decision: text,
	approver: text,
	comment: text,
	decided_at: text,
	excluded: count,
	/** Which rows were left out and why, as JSON (exclusions.ts). */
	exclusions: text,
	applied: count,
	already: count,
	skipped: count,
	failed: count,
	/** Codes of what failed, or the node where the run stopped. */
	problems: text,
	version: text,
	/** Of the rows of the plan (signature.ts), with a space between them. */
	signatures: text,
});
export type RunRecord = z.infer<typeof RunRecord>;

/** The columns that hold a number. */
export const NUMBER_COLUMNS = [
	'duration_seconds',
	'remembered',
	'people',
	'to_create',
	'to_update',
	'to_reactivate',
	'to_deactivate',
	'on_hold',
	'excluded',
	'applied',
	'already',
	'skipped',
	'failed',
] as const satisfies ReadonlyArray<keyof RunRecord>;

const NUMBERS: ReadonlySet<string> = new Set(NUMBER_COLUMNS);

/** The columns of the Data Table, as its node's "Create" takes them. */
export const RUN_LOG_COLUMNS = Object.keys(RunRecord.shape).map((name) => ({
	name,
	type: NUMBERS.has(name) ? ('number' as const) : ('string' as const),
}));

/** The name of the Data Table. n8n looks a table up by a part of its name: no other may contain it. */
export const RUN_LOG_TABLE = 'Alleo run log';
