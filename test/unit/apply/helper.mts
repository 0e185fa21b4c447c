import { planHash, rowHash } from '../../../core/plan/planHash';
import type { Approval, PlanRow } from '../../../core/model/plan';
import { account, held, person, range, run, TODAY } from '../../support/people.mts';

/** Plans of the real Diff for the tests of apply, and ways to seal a row that no Diff would make. */

export { account, person, range, TODAY };

export const DURING = '2026-11-24T04:00:00.000Z';
export const AFTERWARDS = '2026-11-25T03:00:00.000Z';

/** A ready plan: nothing has to be approved. */
export const READY = { approval: 'whenGuardTrips' as const };

/** One create (1), one update (2), one deactivation (3), one reactivation (4), one hold (5, without an address). */
export const mixedSource = () => [
	person(1),
	person(2, { last_name: 'Nieuw' }),
	person(3, { status: 'ended', end_date: '2026-11-01', reason: ended() }),
	person(4),
	held(5, 'EMAIL_MISSING', 'email'),
	...range(6, 60).map((number) => person(number)),
];

const ended = () => ({ code: 'EMPLOYMENT_ENDED', text: 'Ended.', params: {} });

export const mixedAccounts = () => [
	account(2),
	account(3),
	account(4, { is_active: false }),
	...range(6, 60).map((number) => account(number)),
];

export const mixedPlan = () => run(mixedSource(), mixedAccounts(), READY);

/** The approval as Sync Approval writes it, for these rows. */
export function approvalFor(rows: readonly PlanRow[], overrides: Partial<Approval> = {}): Approval {
	const plan = rows[0]?.plan;
	return {
		plan_id: plan?.id ?? '',
		plan_hash: plan?.hash ?? '',
		decision: 'approved',
		approver: 'Sanne',
		comment: null,
		decided_at: DURING,
		excluded: [],
		...overrides,
	};
}

export const approved = (rows: readonly PlanRow[], overrides: Partial<Approval> = {}): object[] =>
	rows.map((row) => ({ ...row, approval: approvalFor(rows, overrides) }));

/** Seals changed rows again with correct hashes, as somebody who knows the rules would. */
export function reseal(
	rows: readonly PlanRow[],
	change: (row: PlanRow, index: number) => Partial<PlanRow> = () => ({}),
	ref: Partial<PlanRow['plan']> = {},
): PlanRow[] {
	const changed = rows.map((row, index) => ({ ...row, ...change(row, index), position: index }));
	const hashes = changed.map((row) => rowHash(row));
	const base = { ...(rows[0]?.plan as PlanRow['plan']), ...ref };
	const plan = { ...base, hash: planHash(base, hashes) };
	return changed.map((row, index) => ({ ...row, plan, row_hash: hashes[index] ?? '' }));
}
