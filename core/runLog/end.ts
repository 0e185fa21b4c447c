import type { Outcome } from '../model/plan';
import type { PlanSummary } from '../model/summary';
import type { RunRecord } from './columns';
import type { RunExtras } from './details';
import { endRecord, planRecord } from './record';
import type { EndInput } from './record';
import { isOf, plansOf, readyRun } from './runPlans';
import type { RunPlan } from './runPlans';

/** What is known of a run, in any order (core/explain/history.ts reads it). */
export interface RunItems {
	summaries: readonly PlanSummary[];
	rows: EndInput['rows'];
	outcomes: readonly Outcome[];
}

/** The plans are made. Without one only the start is known. */
export function planRecords(
	start: RunRecord,
	{ summaries, rows }: Pick<RunItems, 'summaries' | 'rows'>,
	extras: RunExtras = {},
): RunRecord[] {
	const plans = plansOf(start.run, summaries);
	if (plans.length === 0) return [start];
	const plain = rows.map(({ row }) => row);
	return plans.map(({ run, summary, part }) =>
		planRecord(
			{ ...start, run },
			{ summary, part, rows: plain.filter((row) => isOf(row, summary)), extras },
		),
	);
}

/**
 * The records of the plans that a run is done with. The end can come in several calls: what goes on by
 * itself is applied before a person has decided on the rest, and n8n can hand over what was applied and
 * what failed one after the other. So a call tells only of the plans that it brings something of, and
 * one of two calls about the same outcomes tells: no record is replaced by one that knows less.
 */

export interface EndOfRun {
	start: RunRecord;
	/** What came in with this call. */
	came: RunItems;
	/** That, and what else is known of the run by now. */
	known: RunItems;
	extras?: Omit<RunExtras, 'link'>;
	/** The present instant, ISO 8601 UTC. */
	now: string;
}

const keyOf = (outcome: Outcome): string => outcome.row_id ?? JSON.stringify(outcome);

/** Each outcome once, in the order in which it was first seen. */
const distinct = (outcomes: readonly Outcome[]): Outcome[] => [
	...new Map(outcomes.map((outcome) => [keyOf(outcome), outcome])).values(),
];

type Told = Pick<RunItems, 'rows' | 'outcomes'>;

/** What belongs to each plan. An outcome of no known row goes with the plan that was decided. */
function shared(plans: readonly RunPlan[], { rows, outcomes }: RunItems): Told[] {
	const all = distinct(outcomes);
	if (plans.length === 1) return [{ rows, outcomes: all }];
	const own = plans.map((plan) => rows.filter(({ row }) => isOf(row, plan.summary)));
	const ids = own.map((entries) => new Set(entries.map(({ row }) => row.row_id)));
	const decided = own.findIndex((entries) => entries.some(({ approval }) => approval !== null));
	const rest = decided === -1 ? own.length - 1 : decided;
	const placeOf = ({ row_id: id }: Outcome): number => {
		const place = ids.findIndex((known) => id !== null && known.has(id));
		return place === -1 ? rest : place;
	};
	return own.map((entries, place) => ({
		rows: entries,
		outcomes: all.filter((outcome) => placeOf(outcome) === place),
	}));
}

/** Whether this call is the one that tells of a plan. */
function tells({ part, summary }: RunPlan, { rows, outcomes }: Told, came: RunItems): boolean {
	const [first] = outcomes;
	if (first !== undefined) return came.outcomes.some((one) => keyOf(one) === keyOf(first));
	if (summary.status === 'empty') return came.summaries.length > 0;
	const ids = new Set(rows.map(({ row }) => row.row_id));
	const own = came.rows.filter(({ row }) => ids.has(row.row_id));
	if (own.length === 0) return false;
	if (part === 'only') return true;
	// Of two plans the outcomes of one can be here before those of the other.
	const undone = part === 'ready' || own.some(({ approval }) => approval?.decision === 'approved');
	return !undone || came.outcomes.length === 0;
}

export function endRecords({ start, came, known, extras = {}, now }: EndOfRun): RunRecord[] {
	const plans = plansOf(start.run, known.summaries);
	if (plans.length > 0) {
		const parts = shared(plans, known);
		return plans.flatMap((plan, place) => {
			const { rows = [], outcomes = [] } = parts[place] ?? {};
			const { run, summary, part } = plan;
			return tells(plan, { rows, outcomes }, came)
				? [endRecord({ start: { ...start, run }, summary, part, rows, outcomes, extras, now })]
				: [];
		});
	}
	const { rows, outcomes } = known;
	if (rows.length > 0) return [endRecord({ start, summary: null, rows, outcomes, now })];
	if (outcomes.length === 0) return [];
	// The rows of another plan of this run may have their record: it must not be written over.
	const own = { start: { ...start, run: readyRun(start.run) }, summary: null };
	return [endRecord({ ...own, rows, outcomes: distinct(outcomes), now })];
}
