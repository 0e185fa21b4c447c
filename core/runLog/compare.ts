import { z } from 'zod';
import { compareText } from '../model/collect';
import { isCivilDate } from '../model/dates';
import type { PlanRow } from '../model/plan';
import { offersChoice } from '../approval/choices';
import { readExclusions } from '../approval/exclusions';
import { rowSignature, splitSignatures } from '../plan/signature';

/**
 * What earlier decided plans of the same workflow say about the rows of a new one. A row counts as the
 * same only with the same signature: any other value, reason or action makes it new.
 */

const PastRun = z.object({
	workflow: z.union([z.string(), z.number()]).transform(String),
	decision: z.enum(['approved', 'rejected']),
	decided_at: z.string(),
	approver: z.string().nullish(),
	signatures: z.string().nullish(),
	exclusions: z.string().nullish(),
});
type PastRun = z.infer<typeof PastRun>;

export interface Remembered {
	reason: string;
	/** The last day on which it holds, YYYY-MM-DD. */
	until: string;
	approver: string;
	decided_at: string;
}

/** Who answered a hold with "somebody else", and when. */
export interface AnsweredBefore {
	approver: string;
	/** ISO 8601 UTC. */
	decided_at: string;
}

export interface Memory {
	/** Instant of the newest decision; null when nothing was ever decided. */
	since: string | null;
	/** By signature, the newest decision about a plan that held the row. */
	seen: ReadonlyMap<string, string>;
	/** By signature, the exclusions that hold on the day. */
	remembered: ReadonlyMap<string, Remembered>;
	/** By signature, the holds whose newest answer is "somebody else". */
	others: ReadonlyMap<string, AnsweredBefore>;
}

/** The decided runs of a workflow, newest first. Anything else in the log is passed over. */
function decidedRuns(history: readonly unknown[], workflow: string): PastRun[] {
	return history
		.flatMap((entry) => {
			const run = PastRun.safeParse(entry);
			return run.success && run.data.workflow === workflow ? [run.data] : [];
		})
		.sort((a, b) => compareText(b.decided_at, a.decided_at));
}

/**
 * Reads the rows of the run log, in any order.
 *
 * The newest approval that held a row decides about it: approved with the row in it, or left out
 * without a date, ends what was remembered before. A rejection decides about no single row, and neither
 * does what a rule left out.
 *
 * @param referenceDate YYYY-MM-DD; an exclusion holds up to and including its last day
 */
export function readMemory(
	history: readonly unknown[],
	workflow: string,
	referenceDate: string,
): Memory {
	const runs = decidedRuns(history, workflow);
	const seen = new Map<string, string>();
	const remembered = new Map<string, Remembered>();
	const others = new Map<string, AnsweredBefore>();
	const settled = new Set<string>();
	for (const run of runs) {
		const approver = run.approver ?? '';
		const undecided = new Set<string>();
		for (const { reason, until, rows, answer } of run.decision === 'approved'
			? readExclusions(run.exclusions)
			: []) {
			for (const [, signature] of rows) {
				if (answer === 'other') {
					if (!settled.has(signature))
						others.set(signature, { approver, decided_at: run.decided_at });
					settled.add(signature);
				} else if (reason === null) undecided.add(signature);
				else if (!settled.has(signature)) {
					settled.add(signature);
					if (until !== null && isCivilDate(until) && until >= referenceDate) {
						remembered.set(signature, { reason, until, approver, decided_at: run.decided_at });
					}
				}
			}
		}
		for (const signature of splitSignatures(run.signatures ?? '')) {
			if (!seen.has(signature)) seen.set(signature, run.decided_at);
			if (run.decision === 'approved' && !undecided.has(signature)) settled.add(signature);
		}
	}
	return { since: runs[0]?.decided_at ?? null, seen, remembered, others };
}

export interface Comparison {
	/** As in Memory; null: there is nothing to compare with, so no row is marked. */
	since: string | null;
	/** row_id to the instant of the newest decision about the same row. */
	seen: ReadonlyMap<string, string>;
	/** row_id to the exclusion that holds for it. Never a held row: there is nothing to leave out. */
	remembered: ReadonlyMap<string, Remembered>;
	/** row_id of a hold that was answered "somebody else", by whom and when. */
	others: ReadonlyMap<string, AnsweredBefore>;
}

export const NOTHING_SEEN: Comparison = {
	since: null,
	seen: new Map(),
	remembered: new Map(),
	others: new Map(),
};

/**
 * As the run log has it. Of a plan for a file no amount reaches the log, so whoever was left out up to a day
 * stays so whatever the amount is by then; that a row was seen is said only of the same amount.
 */
const loggedSignature = (row: PlanRow): string | null =>
	rowSignature(row.plan.dataset === undefined ? row : { ...row, changes: [] });

/** Which rows were seen in an earlier decided plan, and which are remembered to be left out. */
export function compareWithHistory(
	rows: readonly PlanRow[],
	history: readonly unknown[],
	workflow: string,
	referenceDate: string,
): Comparison {
	if (history.length === 0) return NOTHING_SEEN;
	const memory = readMemory(history, workflow, referenceDate);
	if (memory.since === null) return NOTHING_SEEN;
	const seen = new Map<string, string>();
	const remembered = new Map<string, Remembered>();
	const others = new Map<string, AnsweredBefore>();
	for (const row of rows) {
		const signature = rowSignature(row);
		if (signature === null) continue;
		const when = memory.seen.get(signature);
		if (when !== undefined) seen.set(row.row_id, when);
		const exclusion = memory.remembered.get(loggedSignature(row) ?? signature);
		if (exclusion !== undefined && row.action !== 'hold') remembered.set(row.row_id, exclusion);
		const answered = memory.others.get(signature);
		if (answered !== undefined && offersChoice(row)) others.set(row.row_id, answered);
	}
	return { since: memory.since, seen, remembered, others };
}
