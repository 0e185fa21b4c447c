import { resolveCarried } from '../issues';
import type { CarriedIssue, IssueCode } from '../issues';
import type { Outcome, PlanRow } from '../model/plan';

export type OutcomeKind = Outcome['outcome'];

/** What happened to one row, before it is put into words. */
export interface RowResult extends CarriedIssue {
	kind: OutcomeKind;
	alleoId?: number | null;
	status?: number | null;
	requestId?: string | null;
	/** More to say, such as an unknown group. */
	remarks?: readonly CarriedIssue[];
}

/** Nothing to do for the reader: the sentence alone is enough. */
const QUIET: ReadonlySet<IssueCode> = new Set([
	'ROW_CREATED',
	'ROW_UPDATED',
	'ROW_DEACTIVATED',
	'CONFIRMED_BY_READ',
	'ALREADY_SO',
	'ANSWERED_TOGETHER',
]);

const sentence = (issue: CarriedIssue): string => {
	const { message, action } = resolveCarried(issue);
	return QUIET.has(issue.code) ? message : `${message} ${action}`;
};

/** The outcome item of one row: what happened and, where there is something to do, what. */
export function outcomeOf(row: PlanRow, result: RowResult): Outcome {
	return {
		row_id: row.row_id,
		action: row.action,
		external_id: row.external_id,
		alleo_id: result.alleoId ?? row.alleo_id,
		outcome: result.kind,
		code: result.code,
		message: [result, ...(result.remarks ?? [])].map(sentence).join(' '),
		http_status: result.status ?? null,
		request_id: result.requestId ?? null,
	};
}

export type Tally = Record<OutcomeKind, number>;

/** How many rows ended how. Every row is in exactly one of the four. */
export function tally(outcomes: readonly Outcome[]): Tally {
	const counts: Tally = { applied: 0, already: 0, skipped: 0, failed: 0 };
	for (const { outcome } of outcomes) counts[outcome] += 1;
	return counts;
}
