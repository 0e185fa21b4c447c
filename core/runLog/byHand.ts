import type { RunRecord } from './columns';

/**
 * Runs of which a person let only a part happen: a node executed in the editor with those before it, or a run
 * that somebody stopped. n8n ends the first as a success; neither is a failure, and neither says anything
 * about the customer.
 */

/** What n8n's ManualExecutionCancelledError says (n8n-workflow 2.41.0); a time limit or a shutdown says other things. */
export const CANCELLED = /\bexecution was cancelled manually\b/i;

export type PartRecord = Pick<
	RunRecord,
	'run' | 'workflow' | 'state' | 'finished_at' | 'problems' | 'version'
>;

/** Only these columns: what was written before stays as it is. */
export const partRecord = ({
	run,
	workflow,
	version,
	now,
}: {
	run: string;
	workflow: string;
	version: string;
	/** The present instant, ISO 8601 UTC. */
	now: string;
}): PartRecord => ({ run, workflow, state: 'part', finished_at: now, problems: '', version });
