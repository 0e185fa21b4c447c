import { offersChoice } from './choices';
import type { GuardResult, PartitionSummary } from '../model/summary';
import { countRows } from '../plan/count';
import { NOT_OVERRIDABLE } from '../plan/options';
import type { IssueCode } from '../issues';
import type { PlanRef, PlanRow } from '../model/plan';

/**
 * What a person may decide about a plan (design section 6, guards). The page shows these rules and
 * the decision is checked against them again, so that a form cannot promise more than it may.
 */
export interface DecisionRules {
	/** Tripped guards that leave rejecting as the only decision. */
	lockedBy: string[];
	/** Rows that no approval can include, and holds whose choice none can, with the reason. */
	forcedOut: ReadonlyMap<string, IssueCode>;
	/**
	 * How whoever approves confirms that people lose access: by typing how many where a guard tripped, by
	 * a tick where none did; null where nobody does.
	 */
	confirmOffboardings: 'typed' | 'ticked' | null;
	/** Only guards about losing access tripped, so leaving the off-boardings out is the safe answer. */
	safeWithoutOffboardings: boolean;
	/** Off-boardings of the plan, as everybody counts them (core/plan/count.ts); the number that is confirmed. */
	offboardings: number;
	/** The plan is past `expires_at`. */
	expired: boolean;
	/** Approving may switch on the daily sync too; only where the node offers it. */
	canEnable: boolean;
	/** When a newer plan of the same workflow was made, which leaves rejecting; null = none is known. */
	supersededAt: string | null;
}

export interface RulesInput {
	rows: readonly PlanRow[];
	guards: readonly GuardResult[];
	partitions: readonly PartitionSummary[];
	expiresAt: string;
	/** The present instant, ISO 8601 UTC. */
	now: string;
	/** The node offers to switch on the daily sync: a first run of a connected customer. */
	offerEnable?: boolean;
	/** As `supersededAt`. */
	newerPlanAt?: string | null;
	/** The rows are lines of a file: nobody can lose access by it. */
	isForFile?: boolean;
}

const EXCLUDES_ONLY = 'INCOMPLETE_PARTITION';

/** Guards whose danger is that people lose access. */
const ABOUT_OFFBOARDING: ReadonlySet<string> = new Set([
	EXCLUDES_ONLY,
	'DEACTIVATION_LIMIT',
	'PART_EMPTIED',
	'PARTITION_VANISHED',
]);

/** True when `now` is at or past the end of the plan; an unreadable end counts as past. */
export function isExpired(expiresAt: string, now: string): boolean {
	const end = Date.parse(expiresAt);
	return Number.isNaN(end) || Date.parse(now) >= end;
}

/** Two plans of one workflow: the one that was made later shows more of what is so now. */
export const isNewerPlan = (plan: PlanRef, than: PlanRef): boolean =>
	plan.hash !== than.hash && Date.parse(plan.created_at) > Date.parse(than.created_at);

/** What a choice may not do either where not everything was read. */
const NEEDS_COVERAGE: ReadonlySet<string> = new Set(['deactivate', 'create', 'reactivate']);

const needsCoverage = (row: PlanRow): boolean =>
	offersChoice(row) ? NEEDS_COVERAGE.has(row.choice.action) : row.action === 'deactivate';

/** Off-boardings of partitions that were not read completely; of an unknown partition too. */
function deactivationsWithoutCoverage(input: RulesInput): Map<string, IssueCode> {
	const forced = new Map<string, IssueCode>();
	const incomplete = new Set(
		input.partitions.filter((part) => !part.complete).map((part) => part.partition),
	);
	const tripped = input.guards.some((guard) => guard.tripped && guard.code === EXCLUDES_ONLY);
	if (!tripped && incomplete.size === 0) return forced;
	for (const row of input.rows) {
		if (!needsCoverage(row)) continue;
		// A guard without the list of partitions cannot say who is safe, so nobody is off-boarded.
		if (row.partition === null || incomplete.size === 0 || incomplete.has(row.partition)) {
			forced.set(row.row_id, 'LEFT_OUT_INCOMPLETE');
		}
	}
	return forced;
}

/** A tick is asked for what this approval can do: who is left out anyway keeps access. */
function confirmation(
	{ rows, isForFile }: RulesInput,
	tripped: readonly string[],
	forcedOut: ReadonlyMap<string, IssueCode>,
): DecisionRules['confirmOffboardings'] {
	if (isForFile === true) return null;
	if (tripped.length > 0) return 'typed';
	const possible = rows.filter(({ row_id: id }) => !forcedOut.has(id));
	return countRows(possible).deactivate > 0 ? 'ticked' : null;
}

export function decisionRules(input: RulesInput): DecisionRules {
	const tripped = input.guards.filter((guard) => guard.tripped).map((guard) => guard.code);
	const lockedBy = tripped.filter((code) => NOT_OVERRIDABLE.has(code) && code !== EXCLUDES_ONLY);
	const forcedOut = deactivationsWithoutCoverage(input);
	const expired = isExpired(input.expiresAt, input.now);
	const supersededAt = input.newerPlanAt ?? null;
	return {
		lockedBy,
		forcedOut,
		confirmOffboardings: confirmation(input, tripped, forcedOut),
		safeWithoutOffboardings: tripped.every((code) => ABOUT_OFFBOARDING.has(code)),
		offboardings: countRows(input.rows).deactivate,
		expired,
		// An incomplete read shows only a part of what the daily sync is going to do.
		canEnable:
			input.offerEnable === true &&
			!expired &&
			supersededAt === null &&
			lockedBy.length === 0 &&
			!tripped.includes(EXCLUDES_ONLY),
		supersededAt,
	};
}
