import type { Outcome, PlanRow } from '../model/plan';
import { movesOf } from '../plan/moves';
import type { Move } from '../plan/moves';
import type { AdmittedPlan, AdmittedRow } from './admit';
import type { CompanyGroups } from './groups';
import { moveResult, undo } from './move';
import { outcomeOf } from './outcome';
import type { RowResult } from './outcome';
import type { AlleoPort, CallFault } from './port';
import { isDone, prepare, wantedSkip } from './prepare';
import type { Prepared, Write } from './prepare';
import { writeRow } from './writeRow';
import type { RowReport } from './writeRow';

/**
 * Applies admitted plans, the rows of each: re-read, decide, write stage by stage. Every row ends with exactly one
 * outcome, whatever happens on the way (SPEC I8, I9).
 */

export interface RunOptions<F extends CallFault> {
	port: AlleoPort<F>;
	/** Rows under way at the same time; the pace decides how many calls really are. */
	concurrency: number;
	/** True once the execution is stopped: nothing more is begun. */
	isStopped: () => boolean;
}

export type RunResult<F> =
	| { ok: true; outcomes: Outcome[]; stopped: string | null }
	| { ok: false; fault: F };

/** Rows in a row that Alleo did not answer; then waiting for the others is of no use. */
const OUTAGE_AFTER = 5;

interface State {
	results: Map<string, RowResult>;
	/** Why nothing more is sent at all. */
	stopped: RowResult | null;
	/** Companies in which nothing more is sent. */
	closed: Set<number>;
	outages: number;
}

const stoppedBy = (cause: string): RowResult => ({
	kind: 'skipped',
	code: 'RUN_STOPPED',
	params: { cause },
});

const CANCELLED: RowResult = { kind: 'skipped', code: 'CANCELLED', params: { system: 'Alleo' } };

/** Notes what a fault means for the rows after it. */
function learn(state: State, write: Write, fault: CallFault | null): void {
	state.outages = fault?.outage === true ? state.outages + 1 : 0;
	if (fault === null) return;
	if (fault.scope === 'run') state.stopped ??= stoppedBy('the credential');
	if (fault.scope === 'company') state.closed.add(write.company);
	if (state.outages >= OUTAGE_AFTER) state.stopped ??= stoppedBy('an outage of Alleo');
}

/** A row that no branch settled would be a fault of ours; it is reported, never lost. */
const LOST: RowResult = { kind: 'failed', code: 'OUTCOME_UNKNOWN' };

/** Why a row must not go out after all, null when it may. */
function reasonToSkip(
	state: State,
	prepared: Prepared,
	write: Write,
	isStopped: boolean,
): RowResult | null {
	if (isStopped) return CANCELLED;
	if (state.stopped !== null) return state.stopped;
	if (state.closed.has(write.company)) {
		return { kind: 'skipped', code: 'COMPANY_STOPPED', params: { company: write.company } };
	}
	const before = prepared.order.requires.get(write.row.row_id) ?? [];
	const missing = before.find((rowId) => !isDone(state.results.get(rowId)));
	if (missing === undefined) return null;
	if (missing !== write.row.linked_row_id || write.row.reason.code !== 'MOVE') {
		return { kind: 'skipped', code: 'EMAIL_NOT_FREED' };
	}
	const refused = state.results.get(missing)?.code === 'MOVE_REFUSED';
	return { kind: 'skipped', code: refused ? 'MOVE_OLD_KEPT' : 'LINKED_SKIPPED' };
}

/** Runs `task` over the ids, `width` at a time, each worker taking the next one in line. */
async function inParallel(
	ids: readonly string[],
	width: number,
	task: (id: string) => Promise<void>,
): Promise<void> {
	let next = 0;
	const worker = async (): Promise<void> => {
		for (let id = ids[next++]; id !== undefined; id = ids[next++]) await task(id);
	};
	await Promise.all(Array.from({ length: Math.min(width, ids.length) }, worker));
}

/** The groups of every company in which a row sets one; a list that cannot be read costs nothing else. */
async function readGroups<F extends CallFault>(
	port: AlleoPort<F>,
	rows: readonly AdmittedRow[],
): Promise<Map<number, CompanyGroups>> {
	const companies = new Set<number>();
	for (const { row } of rows) {
		if (typeof row.after['group'] === 'string' && row.alleo_company_id !== null) {
			companies.add(row.alleo_company_id);
		}
	}
	const groups = new Map<number, CompanyGroups>();
	for (const company of companies) {
		const reply = await port.groups(company);
		groups.set(company, reply.ok ? reply.value : null);
	}
	return groups;
}

/** An unforeseen exception must not take the outcomes of the other rows with it. */
async function writeSafely<F extends CallFault>(
	port: AlleoPort<F>,
	write: Write,
	groups: CompanyGroups,
): Promise<RowReport> {
	try {
		return await writeRow(port.row(), write, groups);
	} catch {
		return { result: LOST, fault: null };
	}
}

async function writeAll<F extends CallFault>(
	{ port, concurrency, isStopped }: RunOptions<F>,
	prepared: Prepared,
	moves: ReadonlyMap<string, Move<PlanRow>>,
	groups: ReadonlyMap<number, CompanyGroups>,
): Promise<State> {
	const state: State = {
		results: new Map(prepared.settled),
		stopped: null,
		closed: new Set(),
		outages: 0,
	};
	const groupsOf = (company: number): CompanyGroups => {
		const read = groups.get(company);
		return read === undefined ? [] : read;
	};
	for (const stage of prepared.order.stages) {
		await inParallel(stage, concurrency, async (rowId) => {
			const write = prepared.writes.get(rowId);
			if (write === undefined) return;
			const skip = reasonToSkip(state, prepared, write, isStopped());
			const move = moves.get(rowId);
			if (skip !== null) {
				state.results.set(rowId, skip);
				if (!isStopped() && state.stopped === null) await undo(port, state.results, move);
				return;
			}
			const { result, fault } = await writeSafely(port, write, groupsOf(write.company));
			state.results.set(rowId, moveResult(move, rowId, result, fault));
			learn(state, write, fault);
			await undo(port, state.results, move);
		});
	}
	return state;
}

type PlanEnd<F> =
	| { ok: true; outcomes: Outcome[]; stopped: RowResult | null }
	| { ok: false; fault: F };

async function applyPlan<F extends CallFault>(
	options: RunOptions<F>,
	{ rows }: AdmittedPlan,
): Promise<PlanEnd<F>> {
	const { port, isStopped } = options;
	const open = rows.filter((row) => wantedSkip(row) === null);
	const reading = await port.read(open.map(({ row }) => row));
	const { faults } = reading;
	const groups = await readGroups(port, open);
	const fatal = [...faults.values()].find((fault) => fault.scope === 'run');
	if (fatal !== undefined) return { ok: false, fault: fatal };
	const failed = new Map([...faults].map(([company, { result }]) => [company, result]));
	const prepared = prepare(rows, reading.present, failed);
	const moves = movesOf(rows.map(({ row }) => row));
	const state = await writeAll(options, prepared, moves, groups);
	return {
		ok: true,
		outcomes: rows.map(({ row }) => outcomeOf(row, state.results.get(row.row_id) ?? LOST)),
		stopped: isStopped() ? CANCELLED : state.stopped,
	};
}

/** Nothing is begun of a plan after one that was stopped; what somebody wanted skipped, is skipped for that. */
const notBegun = ({ rows }: AdmittedPlan, because: RowResult): Outcome[] =>
	rows.map((row) => outcomeOf(row.row, wantedSkip(row) ?? because));

/**
 * One plan after the other, each against Alleo as the one before it left it.
 *
 * @returns an outcome for every row, in their order; a fault only where nothing was written at all
 */
export async function applyPlans<F extends CallFault>(
	options: RunOptions<F>,
	plans: readonly AdmittedPlan[],
): Promise<RunResult<F>> {
	const outcomes: Outcome[] = [];
	let stopped: RowResult | null = null;
	for (const [index, plan] of plans.entries()) {
		if (stopped !== null) {
			outcomes.push(...notBegun(plan, stopped));
			continue;
		}
		const end = await applyPlan(options, plan);
		if (end.ok) {
			stopped = end.stopped;
			outcomes.push(...end.outcomes);
			continue;
		}
		if (index === 0) return end;
		// The outcomes of the plan before it are not lost with this one.
		stopped = end.fault.result;
		outcomes.push(...notBegun(plan, stopped));
	}
	return { ok: true, outcomes, stopped: stopped?.code ?? null };
}
