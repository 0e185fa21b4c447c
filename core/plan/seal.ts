import { canonicalJson, sha256 } from '../model/hash';
import type { FileDataset, PlanRef, PlanRow, PlanStatus } from '../model/plan';
import type { GuardResult } from '../model/summary';
import { planHash, rowHash } from './planHash';
import type { DraftRow } from './planHash';

export interface SealInput {
	referenceDate: string;
	/** Instants, ISO 8601 UTC. */
	createdAt: string;
	expiresAt: string;
	dataset?: FileDataset;
}

/** A plan is `ready` only when nobody has to approve it, so that a mis-wired approval writes nothing (I2). */
function statusOf(rows: readonly DraftRow[], because: readonly string[]): PlanStatus {
	if (because.length > 0) return 'blocked';
	return rows.length === 0 ? 'empty' : 'ready';
}

/** Gives the rows their hashes, and the plan the hash over them. */
export function seal(
	rows: readonly DraftRow[],
	because: readonly string[],
	guards: readonly GuardResult[],
	input: SealInput,
): { plan: PlanRef; planRows: PlanRow[] } {
	const hashes = rows.map(rowHash);
	const content = canonicalJson({
		created_at: input.createdAt,
		reference_date: input.referenceDate,
		rows: hashes,
		tripped: guards.filter((guard) => guard.tripped).map((guard) => guard.code),
		...(input.dataset === undefined ? {} : { dataset: input.dataset }),
	});
	const ref = {
		id: `plan-${input.referenceDate}-${sha256(content).slice(0, 12)}`,
		status: statusOf(rows, because),
		created_at: input.createdAt,
		expires_at: input.expiresAt,
		...(input.dataset === undefined ? {} : { dataset: input.dataset }),
	};
	const plan: PlanRef = { ...ref, hash: planHash(ref, hashes) };
	const planRows = rows.map((row, index) => ({ plan, ...row, row_hash: hashes[index] ?? '' }));
	return { plan, planRows };
}
