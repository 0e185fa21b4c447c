import { canonicalJson, canonicalWriter, sha256 } from '../model/hash';
import type { Json } from '../model/hash';
import type { PlanRef, PlanRow } from '../model/plan';

/** A plan row before it is part of a plan. */
export type DraftRow = Omit<PlanRow, 'plan' | 'row_hash'>;

/** And before it has its place in one. */
export type Draft = Omit<DraftRow, 'position'>;

/** Keys of a row that its own hash cannot cover, and the approval that is added after hashing. */
const NOT_HASHED: ReadonlySet<string> = new Set(['plan', 'row_hash', 'approval']);

/**
 * SHA-256 of a row's canonical JSON, hex. Every key counts, known or not, so that nothing can be
 * added to an approved row unnoticed (SPEC I3). Make one for all the rows of a plan.
 */
export function rowHasher(): (row: object) => string {
	const write = canonicalWriter(NOT_HASHED);
	return (row) => sha256(write(row as { [key: string]: Json }));
}

/** The hash of one row. */
export const rowHash = (row: object): string => rowHasher()(row);

/** The plan's hash over its own facts and every row hash, in the order of execution. */
export function planHash(ref: Omit<PlanRef, 'hash'>, rowHashes: readonly string[]): string {
	const { id, status, created_at, expires_at, dataset } = ref;
	const facts = { id, status, created_at, expires_at, rows: [...rowHashes] };
	return sha256(canonicalJson(dataset === undefined ? facts : { ...facts, dataset }));
}

export type PlanCheck =
	| { ok: true; plan: PlanRef }
	| {
			ok: false;
			code:
				| 'PLAN_EMPTY'
				| 'PLAN_MIXED'
				| 'PLAN_ROW_ALTERED'
				| 'PLAN_ROW_DUPLICATE'
				| 'PLAN_INCOMPLETE';
			row: number;
	  };

const sameRef = (a: PlanRef, b: PlanRef): boolean =>
	a.id === b.id &&
	a.hash === b.hash &&
	a.status === b.status &&
	a.created_at === b.created_at &&
	a.expires_at === b.expires_at &&
	a.dataset === b.dataset;

/**
 * Checks that the rows are exactly the rows of one plan. The rows may arrive in another order (n8n
 * nodes in between may shuffle them): `position` in the row says where each one belongs.
 *
 * @param rows parsed plan rows as they came in
 * @returns the plan, or why not: no rows, rows of two plans, an altered row, a row twice, a row missing or added
 */
export function verifyPlan(rows: readonly PlanRow[]): PlanCheck {
	const first = rows[0];
	if (first === undefined) return { ok: false, code: 'PLAN_EMPTY', row: 0 };
	const hashes: string[] = new Array<string>(rows.length).fill('');
	const hash = rowHasher();
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as PlanRow;
		if (!sameRef(row.plan, first.plan)) return { ok: false, code: 'PLAN_MIXED', row: index };
		if (hash(row) !== row.row_hash) return { ok: false, code: 'PLAN_ROW_ALTERED', row: index };
		if (row.position < 0 || row.position >= rows.length) {
			return { ok: false, code: 'PLAN_INCOMPLETE', row: index };
		}
		if (hashes[row.position] !== '') return { ok: false, code: 'PLAN_ROW_DUPLICATE', row: index };
		hashes[row.position] = row.row_hash;
	}
	if (planHash(first.plan, hashes) !== first.plan.hash) {
		return { ok: false, code: 'PLAN_INCOMPLETE', row: rows.length };
	}
	return { ok: true, plan: first.plan };
}
