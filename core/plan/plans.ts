import { countRows, kindsIn, ROW_KINDS } from './count';
import { checkCounts, closePlan, finish, numberRows, withCoverage } from './finish';
import type { Plan, PlanDraft, PlanFrame } from './finish';
import type { DiffOptions } from './options';
import type { Waits } from './people/claims';
import type { DraftRow } from './planHash';
import { whatWaits } from './split';

/** Nearly always one; where only single actions ask for a person, what waits and what goes on by itself. */
export type Plans = readonly [Plan] | readonly [waiting: Plan, ready: Plan];

export interface SplitFrame extends PlanFrame {
	options: Pick<DiffOptions, 'approval' | 'splitPlan' | 'past'>;
}

/**
 * As `finish`, but in two plans where the settings want that and the draft allows it (split.ts).
 *
 * @param waits which rows must be written before a row
 * @throws where the counts do not add up (SPEC I9), or a row would be in no plan or in both
 */
export function finishPlans(draft: PlanDraft, waits: Waits, frame: SplitFrame): Plans {
	const { approval, splitPlan, past } = frame.options;
	const { rows, guards, counts } = draft;
	const flags =
		splitPlan && approval === 'whenGuardTrips'
			? whatWaits({ rows, guards, waits, leftOut: past.leftOut })
			: null;
	if (flags === null) return [finish(draft, frame)];
	checkCounts(counts);
	// One numbering for both, so that no id stands for two rows of one reading.
	const all = numberRows(rows);
	const part = (isWaiting: boolean): DraftRow[] =>
		all
			.filter((_, index) => flags[index] === isWaiting)
			.map((row, position) => ({ ...row, position }));
	const waiting = closePlan(part(true), withCoverage(draft), frame);
	const calm = guards.filter(({ tripped }) => !tripped);
	// What concerns people without a row is said once.
	const ready = closePlan(part(false), { ...draft, guards: calm, notices: [] }, frame);
	checkParts(all, waiting, ready);
	return [besides(waiting, ready), besides(ready, waiting)];
}

/** The counts are of the whole reading: whoever reads one plan must know what the other one has of them. */
const besides = (plan: Plan, other: Plan): Plan => ({
	...plan,
	summary: { ...plan.summary, other: kindsIn(other.summary) },
});

/** Each row in exactly one plan, counted there, and nobody asked about what is ready. */
function checkParts(all: readonly DraftRow[], waiting: Plan, ready: Plan): void {
	const rows = [...waiting.rows, ...ready.rows];
	const ids = new Set(rows.map(({ row_id: id }) => id));
	const counted = countRows(all);
	const areCounted = ROW_KINDS.every(
		(kind) => kindsIn(waiting.summary)[kind] + kindsIn(ready.summary)[kind] === counted[kind],
	);
	if (rows.length !== all.length || ids.size !== all.length || !areCounted) {
		throw new Error('SPEC I9: a row of the reading is in no plan, or in both');
	}
	if (waiting.summary.status !== 'blocked' || ready.summary.status !== 'ready') {
		throw new Error('SPEC I2: one of the two plans of a reading waits, the other is ready');
	}
}
