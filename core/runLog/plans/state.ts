import type { PlanRight } from './address';
import type { PlanOnRecord } from './columns';

/** What the permanent address of a plan shows: one state for each way in which a plan can stand or end. */

/** `over`: n8n has it no more, and nobody wrote how it ended. */
export type RunInN8n = 'waiting' | 'running' | 'failed' | 'over' | 'unknown';

export type PlanState =
	/** It waits, and whoever came may decide: the address leads on. */
	| 'decide'
	/** It waits for the person who asked for it by form. */
	| 'theirs'
	/** It waits, and a newer plan of the same workflow takes its place. */
	| 'superseded'
	/** Decided, or in no need of it, and being carried out. */
	| 'applying'
	| 'applied'
	/** Some rows failed. */
	| 'partly'
	| 'rejected'
	| 'expired'
	/** The run stopped half way. */
	| 'stopped'
	/** Nothing to do. */
	| 'nothing'
	/** How it ended is not known. */
	| 'over';

export interface StateInput {
	record: Pick<PlanOnRecord, 'state' | 'expires_at' | 'asked_by'>;
	right: PlanRight;
	run: RunInN8n;
	/** Whether a newer plan of the same workflow was made. */
	hasNewer: boolean;
	/** The present instant, ISO 8601 UTC. */
	now: string;
}

const isPast = (instant: string | null, now: string): boolean => {
	const at = Date.parse(instant ?? '');
	return !Number.isNaN(at) && at <= Date.parse(now);
};

/** While the table says that it waits, n8n knows better: somebody may have decided a moment ago. */
function openState({ record, right, run, hasNewer, now }: StateInput): PlanState {
	if (run === 'running') return 'applying';
	if (run === 'failed') return 'stopped';
	if (isPast(record.expires_at, now)) return 'expired';
	if (run === 'over') return hasNewer ? 'superseded' : 'over';
	if (hasNewer) return 'superseded';
	return record.asked_by !== null && right === 'look' ? 'theirs' : 'decide';
}

export function planState(input: StateInput): PlanState {
	const { record, run } = input;
	switch (record.state) {
		case 'waiting':
			return openState(input);
		case 'started':
		case 'applying':
			if (run === 'failed') return 'stopped';
			return run === 'over' ? 'over' : 'applying';
		// `part`: somebody stopped it, or let only a part of it run.
		case 'part':
		case 'failed':
			return 'stopped';
		case 'nothing':
		case 'applied':
		case 'partly':
		case 'rejected':
		case 'expired':
			return record.state;
	}
}
