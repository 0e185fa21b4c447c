import { z } from 'zod';
import { compareText } from '../model/collect';
import { Approval, Outcome, PlanRow } from '../model/plan';
import { readSummary } from '../model/summary';
import type { PlanSummary } from '../model/summary';

/**
 * What happened before: the items of Alleo Diff, Sync Approval and Sync Plan Apply, in any mix. They
 * are only told about, so hashes are not checked here; Sync Plan Apply does that before it writes.
 */

const ApprovalOnRecord = Approval.extend({
	excluded_because: z.string().nullable().default(null),
});

export interface RowOnRecord {
	row: PlanRow;
	approval: z.infer<typeof ApprovalOnRecord> | null;
}

export interface History {
	rows: readonly RowOnRecord[];
	outcomes: readonly Outcome[];
	/** One of each plan, as it came in last. */
	summaries: readonly PlanSummary[];
	/** The newest of them. */
	summary: PlanSummary | null;
	/** Nothing came in at all: then nothing can be said about decisions and outcomes. */
	given: boolean;
	/** Items that are none of these. */
	unreadable: number;
}

type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function readRow(item: Raw): RowOnRecord | null {
	const { approval, ...rest } = item;
	const row = PlanRow.strip().safeParse(rest);
	if (!row.success) return null;
	const decided = ApprovalOnRecord.safeParse(approval);
	return { row: row.data, approval: decided.success ? decided.data : null };
}

/** One entry per row and plan: the approved row says more than the same row before its approval. */
const keyOf = ({ row }: RowOnRecord): string => `${row.plan.id}|${row.row_id}`;

export function readHistory(items: readonly unknown[]): History {
	const rows = new Map<string, RowOnRecord>();
	const outcomes: Outcome[] = [];
	const summaries = new Map<string, PlanSummary>();
	let summary: PlanSummary | null = null;
	let unreadable = 0;
	for (const item of items) {
		if (!isRaw(item) || Object.keys(item).length === 0) continue;
		if ('row_hash' in item) {
			const row = readRow(item);
			if (row === null) unreadable++;
			else if (row.approval !== null || !rows.has(keyOf(row))) rows.set(keyOf(row), row);
			continue;
		}
		if ('outcome' in item) {
			const outcome = Outcome.safeParse(item);
			if (outcome.success) outcomes.push(outcome.data);
			else unreadable++;
			continue;
		}
		const read = readSummary(item);
		if (!read.ok) {
			unreadable++;
			continue;
		}
		summaries.set(`${read.value.plan.id}|${read.value.plan.hash}`, read.value);
		if (summary === null || read.value.plan.created_at >= summary.plan.created_at) {
			summary = read.value;
		}
	}
	const given = rows.size > 0 || outcomes.length > 0 || summary !== null || unreadable > 0;
	return {
		rows: [...rows.values()],
		outcomes,
		summaries: [...summaries.values()],
		summary,
		given,
		unreadable,
	};
}

/** The summaries of the newest reading: of its plan, or of both. They were made at one instant. */
export const newestReading = ({ summaries, summary }: History): PlanSummary[] =>
	summaries.filter(({ plan }) => plan.created_at === summary?.plan.created_at);

/**
 * The summary that is about a person: of the plan that their row was in, else of the one that waits.
 *
 * @param onRecord the rows about the person
 * @returns null where none came in, or not that of the person's plan
 */
export function summaryFor(history: History, onRecord: readonly RowOnRecord[]): PlanSummary | null {
	const reading = newestReading(history);
	const made = history.summary?.plan.created_at;
	const own = onRecord.find(({ row }) => row.plan.created_at === made);
	return (
		(own === undefined
			? (reading.find((summary) => summary.needs_approval) ?? reading.at(-1))
			: reading.find(({ plan }) => plan.id === own.row.plan.id)) ?? null
	);
}

/** The rows about one person, newest plan first; within a plan in the order of execution. */
export const rowsAbout = (
	history: History,
	isAbout: (row: { external_id: string | null; alleo_id: number | null }) => boolean,
): RowOnRecord[] =>
	history.rows
		.filter(({ row }) => isAbout(row))
		.sort(
			(a, b) =>
				compareText(b.row.plan.created_at, a.row.plan.created_at) ||
				a.row.position - b.row.position,
		);
