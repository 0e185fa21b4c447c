import type { AdmittedRow } from '../../../core/apply/admit';
import type { Group } from '../../../core/apply/groups';
import { outcomeOf } from '../../../core/apply/outcome';
import type { Result } from '../../../core/apply/outcome';
import { prepare, wantedSkip } from '../../../core/apply/prepare';
import type { Prepared, Write } from '../../../core/apply/prepare';
import type { Outcome } from '../../../core/model/plan';
import type { Connection } from '../api/connect';
import type { Fault } from '../api/reply';
import type { WriteContext } from '../api/write';
import { faultScope, isOutage, readResultOf } from './faults';
import { readPresent } from './readPresent';
import { writeRow } from './writeRow';
import type { RowReport } from './writeRow';

/**
 * Applies admitted rows: re-read, decide, write stage by stage. Every row ends with exactly one
 * outcome, whatever happens on the way (SPEC I8, I9).
 */

export interface RunOptions extends Connection {
	/** Rows under way at the same time; the pace decides how many calls really are. */
	concurrency: number;
}

export type RunResult =
	| { ok: true; outcomes: Outcome[]; stopped: string | null }
	| { ok: false; fault: Fault };

/** Rows in a row that Alleo did not answer; then waiting for the others is of no use. */
const OUTAGE_AFTER = 5;

interface State {
	results: Map<string, Result>;
	/** Why nothing more is sent at all. */
	stopped: Result | null;
	/** Companies in which nothing more is sent. */
	closed: Set<number>;
	outages: number;
}

const stoppedBy = (cause: string): Result => ({
	kind: 'skipped',
	code: 'RUN_STOPPED',
	params: { cause },
});

const CANCELLED: Result = { kind: 'skipped', code: 'CANCELLED', params: { system: 'Alleo' } };

/** Notes what a fault means for the rows after it. */
function learn(state: State, write: Write, fault: Fault | null): void {
	if (fault === null || !isOutage(fault)) state.outages = 0;
	else state.outages += 1;
	if (fault === null) return;
	if (faultScope(fault) === 'run') state.stopped ??= stoppedBy('the credential');
	if (faultScope(fault) === 'company') state.closed.add(write.company);
	if (state.outages >= OUTAGE_AFTER) state.stopped ??= stoppedBy('an outage of Alleo');
}

/** A row that no branch settled would be a fault of ours; it is reported, never lost. */
const LOST: Result = { kind: 'failed', code: 'OUTCOME_UNKNOWN' };

const isDone = (result: Result | undefined): boolean =>
	result?.kind === 'applied' || result?.kind === 'already';

/** Why a row must not go out after all, null when it may. */
function reasonToSkip(
	state: State,
	prepared: Prepared,
	write: Write,
	signal?: AbortSignal,
): Result | null {
	if (signal?.aborted === true) return CANCELLED;
	if (state.stopped !== null) return state.stopped;
	if (state.closed.has(write.company)) {
		return { kind: 'skipped', code: 'COMPANY_STOPPED', params: { company: write.company } };
	}
	const before = prepared.order.requires.get(write.row.row_id) ?? [];
	const missing = before.find((rowId) => !isDone(state.results.get(rowId)));
	if (missing === undefined) return null;
	const linked = missing === write.row.linked_row_id && write.row.reason.code === 'MOVE';
	return { kind: 'skipped', code: linked ? 'LINKED_SKIPPED' : 'EMAIL_NOT_FREED' };
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

/** The groups of every company in which a row sets one. */
async function readGroups(
	options: RunOptions,
	rows: readonly AdmittedRow[],
	faults: Map<number, Fault>,
): Promise<Map<number, Group[]>> {
	const companies = new Set<number>();
	for (const { row } of rows) {
		if (typeof row.after['group'] === 'string' && row.alleo_company_id !== null) {
			companies.add(row.alleo_company_id);
		}
	}
	const groups = new Map<number, Group[]>();
	for (const company of companies) {
		const reply = await options.client.groups(company);
		if (reply.ok) groups.set(company, reply.value);
		else faults.set(company, reply.fault);
	}
	return groups;
}

/** An unforeseen exception must not take the outcomes of the other rows with it. */
async function writeSafely(
	context: WriteContext,
	write: Write,
	groups: readonly Group[],
): Promise<RowReport> {
	try {
		return await writeRow(context, write, groups);
	} catch {
		return { result: LOST, fault: null };
	}
}

async function writeAll(
	options: RunOptions,
	prepared: Prepared,
	groups: ReadonlyMap<number, Group[]>,
): Promise<State> {
	const { client, clock, signal, concurrency } = options;
	const state: State = {
		results: new Map(prepared.settled),
		stopped: null,
		closed: new Set(),
		outages: 0,
	};
	for (const stage of prepared.order.stages) {
		await inParallel(stage, concurrency, async (rowId) => {
			const write = prepared.writes.get(rowId);
			if (write === undefined) return;
			const skip = reasonToSkip(state, prepared, write, signal);
			if (skip !== null) {
				state.results.set(rowId, skip);
				return;
			}
			const { result, fault } = await writeSafely(
				{ client: client.whole(), clock },
				write,
				groups.get(write.company) ?? [],
			);
			state.results.set(rowId, result);
			learn(state, write, fault);
		});
	}
	return state;
}

export async function applyRows(
	options: RunOptions,
	rows: readonly AdmittedRow[],
): Promise<RunResult> {
	const open = rows.filter((row) => wantedSkip(row) === null);
	const { present, faults } = await readPresent(
		options.client,
		open.map(({ row }) => row),
	);
	const groups = await readGroups(options, open, faults);
	const fatal = [...faults.values()].find((fault) => faultScope(fault) === 'run');
	if (fatal !== undefined) return { ok: false, fault: fatal };
	const failed = new Map([...faults].map(([company, fault]) => [company, readResultOf(fault)]));
	const prepared = prepare(rows, present, failed);
	const state = await writeAll(options, prepared, groups);
	return {
		ok: true,
		outcomes: rows.map(({ row }) => outcomeOf(row, state.results.get(row.row_id) ?? LOST)),
		stopped: options.signal?.aborted === true ? 'cancelled' : (state.stopped?.code ?? null),
	};
}
