import { z } from 'zod';
import type { Approval, PlanRow } from '../model/plan';
import { rowSignature } from '../plan/signature';

/** The rows that a decision left out, and the holds that are about somebody else, as the run log keeps them: JSON in one column. */

const Entry = z.object({
	/** What the approver wrote; null where a rule or another choice left the row out. */
	reason: z.string().nullable(),
	/** YYYY-MM-DD, the last day on which the same row is proposed to be left out again; null = only now. */
	until: z.string().nullable(),
	/** External id and signature of each row. */
	rows: z.array(z.tuple([z.string(), z.string()])),
	/** These rows are holds that were answered "somebody else"; absent for rows that were left out. */
	answer: z.literal('other').optional(),
});
export type ExclusionEntry = z.infer<typeof Entry>;

const Entries = z.array(Entry);

export function writeExclusions(rows: readonly PlanRow[], approval: Approval): string | null {
	const elsewhere = approval.others ?? [];
	if (approval.excluded.length === 0 && elsewhere.length === 0) return null;
	const byId = new Map(rows.map((row) => [row.row_id, row]));
	const pairs = (rowIds: Iterable<string>): Array<[string, string]> => {
		const found: Array<[string, string]> = [];
		for (const rowId of rowIds) {
			const row = byId.get(rowId);
			const signature = row === undefined ? null : rowSignature(row);
			if (row?.external_id != null && signature !== null) found.push([row.external_id, signature]);
		}
		return found;
	};
	const others = new Set(approval.excluded);
	const entries: ExclusionEntry[] = [];
	for (const { reason, row_ids, until } of approval.exclusions ?? []) {
		for (const rowId of row_ids) others.delete(rowId);
		entries.push({ reason, until: until ?? null, rows: pairs(row_ids) });
	}
	if (others.size > 0) entries.push({ reason: null, until: null, rows: pairs(others) });
	if (elsewhere.length > 0) {
		entries.push({ reason: null, until: null, rows: pairs(elsewhere), answer: 'other' });
	}
	return JSON.stringify(entries);
}

/** What cannot be read counts as nothing remembered: it never ticks a box. */
export function readExclusions(text: string | null | undefined): ExclusionEntry[] {
	if (text === null || text === undefined || text === '') return [];
	try {
		const parsed = Entries.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : [];
	} catch {
		return [];
	}
}
