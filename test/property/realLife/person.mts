import { decide } from '../../../core/approval/decide';
import { EMPTY_FORM } from '../../../core/approval/form';
import type { DecisionForm } from '../../../core/approval/form';
import { decisionRules } from '../../../core/approval/rules';
import type { AlleoEmployee } from '../../../core/model/employee';
import type { Approval, PlanRow } from '../../../core/model/plan';
import type { Plan } from '../../../core/plan/finish';
import { mayGet, ownersOfIds } from './oracle.mts';
import { DAY } from './truth.mts';
import type { Truth } from './truth.mts';

/** Whoever looks at a plan: somebody who knows everybody, or somebody who approves what comes. */

type Write = Pick<PlanRow, 'action' | 'alleo_id' | 'after' | 'reason'>;

export interface Known {
	truth: Truth;
	/** Account id to human. */
	owners: ReadonlyMap<number, number>;
	accounts: readonly AlleoEmployee[];
}

/** Whether a write does to the account what is right for its true owner. */
function isRight({ truth, owners, accounts }: Known, row: PlanRow, write: Write): boolean {
	const given = write.after['external_id'];
	const id = typeof given === 'string' ? given : row.external_id;
	const person = ownersOfIds(truth).get(id ?? '') ?? null;
	const owner = owners.get(write.alleo_id ?? -1) ?? null;
	const others = accounts.filter(
		(account) =>
			account.is_active &&
			account.id !== write.alleo_id &&
			owners.get(account.id) === (person ?? owner),
	);
	const isMove = write.reason.code === 'MOVE';
	switch (write.action) {
		case 'create':
			return person !== null && mayGet(truth, person) && (isMove || others.length === 0);
		case 'update':
			return person !== null && owner === person;
		case 'reactivate':
			return owner === person && mayGet(truth, person ?? -1) && others.length === 0;
		case 'deactivate': {
			const human = truth.humans[owner ?? -1];
			const isStranger = person !== null && owner !== person && row.action === 'hold';
			if (isStranger) return false;
			return (
				human === undefined ||
				!human.inService ||
				human.wish === 'no' ||
				isMove ||
				others.length > 0
			);
		}
		case 'hold':
			return false;
	}
}

/** Fills in the form of the page as `form` wants it; null where the page leaves nothing but rejecting. */
function answered(plan: Plan, form: Partial<DecisionForm>): Approval | null {
	const { rows, summary } = plan;
	const { guards, partitions, plan: ref } = summary;
	const now = ref.created_at;
	const rules = decisionRules({ rows, guards, partitions, expiresAt: ref.expires_at, now });
	if (rules.lockedBy.length > 0) return null;
	const full: DecisionForm = {
		...EMPTY_FORM,
		planHash: ref.hash,
		decision: 'approve',
		approver: 'Sanne',
		offboardings: String(rules.offboardings),
		reason: 'Not so',
		...form,
	};
	const now4 = `${DAY}T04:00:00.000Z`;
	const verdict = decide({ plan: ref, rows, rules, form: full, requireComment: false, now: now4 });
	if (verdict.kind === 'decided') return verdict.approval;
	// The page refuses answers about what was not read, and two for one account: then later.
	if (full.answers.size > 0) return answered(plan, { ...form, answers: new Map() });
	throw new Error(`not decided: ${JSON.stringify(verdict)}`);
}

export function careful(known: Known, plan: Plan): Approval | null {
	const wrong = plan.rows.filter((row) => row.action !== 'hold' && !isRight(known, row, row));
	const exclusions = new Map(wrong.map((row) => [row.row_id, 'Not so'] as const));
	const taken = new Set(
		plan.rows.flatMap((row) => (exclusions.has(row.row_id) ? [] : [row.row_id])),
	);
	const answers = new Map(
		plan.rows.flatMap((row) => {
			const { choice } = row;
			if (row.action !== 'hold' || choice === null || choice === undefined) return [];
			const answer = isRight(known, row, choice) ? 'same' : 'other';
			return [[row.row_id, answer] as const];
		}),
	);
	return answered(plan, { exclusions, answers, taken });
}

/** Approves what may be approved, and answers nothing. */
export const careless = (plan: Plan): Approval | null => answered(plan, {});
