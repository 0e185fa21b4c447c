import { offersChoice } from '../approval/choices';
import { canonicalJson } from '../model/hash';
import type { Json } from '../model/hash';
import { Approval } from '../model/plan';
import type { PlanRef, PlanRow } from '../model/plan';
import { refuse } from './refusal';
import type { Refusal } from './refusal';

/** `approvedOrReady` is for the daily branch, where a plan may need no approval at all. */
export type Accept = 'approved' | 'approvedOrReady';

const approvalOf = (item: unknown): unknown =>
	typeof item === 'object' && item !== null && 'approval' in item ? (item.approval ?? null) : null;

/** An answer to something that the plan did not ask, or two answers that cannot both be. */
function answersWrongly(approval: Approval, rows: readonly PlanRow[]): boolean {
	const { excluded, chosen = [], others = [] } = approval;
	const answered = [...chosen, ...others];
	if (answered.length === 0) return false;
	const asked = new Set(rows.filter(offersChoice).map((row) => row.row_id));
	const leftOut = new Set(excluded);
	if (new Set(answered).size !== answered.length) return true;
	return answered.some((rowId) => !asked.has(rowId) || leftOut.has(rowId));
}

/**
 * Whether the plan may be applied: every row carries the same approval, made for this very plan, or
 * no row carries one while the plan is ready and such plans are accepted. A rejection or an expired
 * approval never counts as "no approval needed".
 */
export function checkApproval(
	items: readonly unknown[],
	rows: readonly PlanRow[],
	plan: PlanRef,
	accept: Accept,
): { ok: true; approval: Approval | null } | Refusal {
	const first = approvalOf(items[0]);
	const expected = canonicalJson(first as Json);
	for (let item = 1; item < items.length; item++) {
		const approval = approvalOf(items[item]);
		if (approval === first) continue; // one object for all rows, as Sync Approval gives it
		if (canonicalJson(approval as Json) !== expected) {
			return refuse('APPROVAL_MIXED', {}, item);
		}
	}
	if (first === null) {
		if (accept === 'approvedOrReady' && plan.status === 'ready')
			return { ok: true, approval: null };
		const wanted = accept === 'approved' ? 'approved plans only' : 'approved plans and ready ones';
		return refuse('PLAN_NOT_APPROVED', { accept: wanted });
	}
	const parsed = Approval.safeParse(first);
	if (!parsed.success) return refuse('APPROVAL_OTHER_PLAN', {}, 0);
	const approval = parsed.data;
	if (approval.plan_id !== plan.id || approval.plan_hash !== plan.hash) {
		return refuse('APPROVAL_OTHER_PLAN', {}, 0);
	}
	if (approval.decision !== 'approved') {
		return refuse('APPROVAL_NOT_GIVEN', { decision: approval.decision });
	}
	const rowIds = new Set(rows.map((row) => row.row_id));
	if (approval.excluded.some((rowId) => !rowIds.has(rowId))) {
		return refuse('APPROVAL_EXCLUDES_UNKNOWN');
	}
	return answersWrongly(approval, rows)
		? refuse('APPROVAL_CHOSEN_UNKNOWN')
		: { ok: true, approval };
}
