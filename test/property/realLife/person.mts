import type { Approval, PlanRow } from '../../../core/model/plan';
import type { AlleoEmployee } from '../../../core/model/employee';
import type { Plan } from '../../../core/plan/finish';
import { decisionRules } from '../../../core/approval/rules';
import { mayGet, ownersOfIds } from './oracle.mts';
import { DAY } from './truth.mts';
import type { Truth } from './truth.mts';

/** Whoever looks at a plan: somebody who knows everybody, or somebody who approves what comes. */

type Write = Pick<PlanRow, 'action' | 'alleo_id'>;

/** Whether a row does to the account what is right for its true owner. */
function isRight(
	truth: Truth,
	owners: ReadonlyMap<number, number>,
	accounts: readonly AlleoEmployee[],
	row: PlanRow,
	write: Write,
): boolean {
	const person = ownersOfIds(truth).get(row.external_id ?? '') ?? null;
	const owner = owners.get(write.alleo_id ?? -1) ?? null;
	const active = accounts.filter(
		({ id, is_active: isActive }) => isActive && owners.get(id) === (person ?? owner),
	);
	switch (write.action) {
		case 'create':
			return person !== null && mayGet(truth, person) && active.length === 0;
		case 'update':
			return person !== null && owner === person;
		case 'reactivate':
			return person !== null && owner === person && mayGet(truth, person) && active.length === 0;
		case 'deactivate': {
			const human = truth.humans[owner ?? -1];
			const others = active.filter(({ id }) => id !== write.alleo_id);
			return human === undefined || !human.inService || human.wish === 'no' || others.length > 0;
		}
		case 'hold':
			return false;
	}
}

const approvalOf = ({ summary }: Plan, excluded: string[], chosen: string[]): Approval => ({
	plan_id: summary.plan.id,
	plan_hash: summary.plan.hash,
	decision: 'approved',
	approver: 'Sanne',
	comment: null,
	decided_at: `${DAY}T04:00:00.000Z`,
	excluded,
	...(chosen.length === 0 ? {} : { chosen }),
});

/** The rules of the page; null where they leave nothing but rejecting. */
function rulesOf({ rows, summary }: Plan) {
	const { guards, partitions, plan } = summary;
	const expiresAt = plan.expires_at;
	const rules = decisionRules({ rows, guards, partitions, expiresAt, now: plan.created_at });
	return rules.lockedBy.length > 0 ? null : rules;
}

/** Rows of one move stand or fall together. */
const isMove = ({ reason }: PlanRow): boolean => reason.code === 'MOVE';

export function careful(
	truth: Truth,
	owners: ReadonlyMap<number, number>,
	accounts: readonly AlleoEmployee[],
	plan: Plan,
): Approval | null {
	const rules = rulesOf(plan);
	if (rules === null) return null;
	const { rows } = plan;
	const right = (row: PlanRow, write: Write): boolean =>
		isRight(truth, owners, accounts, row, write);
	const excluded = new Set(
		rows
			.filter((row) => row.action !== 'hold' && !isMove(row) && !right(row, row))
			.map((row) => row.row_id),
	);
	for (const rowId of rules.forcedOut.keys()) excluded.add(rowId);
	const ofMoves = rows.filter(isMove);
	for (const row of ofMoves) {
		const owner = owners.get(row.alleo_id ?? -1);
		const person = ownersOfIds(truth).get(row.external_id ?? '');
		const isRightMove =
			row.action === 'deactivate' ? owner === person || person === undefined : person !== undefined;
		if (!isRightMove) for (const one of ofMoves) excluded.add(one.row_id);
	}
	for (const row of rows) {
		if (row.linked_row_id !== null && excluded.has(row.linked_row_id)) excluded.add(row.row_id);
	}
	const chosen = rows.flatMap((row) => {
		const { choice } = row;
		const isChosen = row.action === 'hold' && choice !== null && choice !== undefined;
		return isChosen && right(row, choice) ? [row.row_id] : [];
	});
	return approvalOf(plan, [...excluded], chosen);
}

export function careless(plan: Plan): Approval | null {
	const rules = rulesOf(plan);
	return rules === null ? null : approvalOf(plan, [...rules.forcedOut.keys()], []);
}
