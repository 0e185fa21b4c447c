import type { IDataObject } from 'n8n-workflow';
import { GOOD_STATES, RUN_LOG_TABLE } from '../../../core/runLog/columns';
import { readDetails } from '../../../core/runLog/details';
import { byWorkflow, readRuns } from '../../../core/runLog/runs';
import { lastGood } from '../../../core/runLog/fleet/runReasons';
import type { N8nRow, RowCondition } from '../../shared/n8nApi';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';

/**
 * The rows of the run log that say how the customers are: those of the last days for all workflows, and the
 * newest ones of each workflow that has no good run among them (monthly, or in trouble for longer). Not "the
 * newest 1,000": with hundreds of customers that is less than a week.
 */

const DAY_MS = 86_400_000;

/** A digest is about seven days; one more for a run that began before them. */
const WINDOW_DAYS = 8;

/** Of a workflow without a good run in those days. */
const MOST_OLDER = 30;

/** Queries at once; n8n answers them beside everything else. */
const AT_ONCE = 4;

const COLUMNS = [
	'run',
	'workflow',
	'customer',
	'mode',
	'state',
	'plan_id',
	'reference_date',
	'started_at',
	'finished_at',
	'expires_at',
	'problems',
	'decision',
	'approver',
	'applied',
	'failed',
] as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is read of a row; a row whole can be a megabyte (signatures, exclusions). */
const slim = (row: N8nRow): IDataObject =>
	Object.fromEntries(COLUMNS.map((name) => [name, row[name] ?? null])) as IDataObject;

/** Of the counts what says something of a run without naming who is held; mostly nothing, and then not read. */
function brief(counts: string): string | null {
	if (!/"(?:link|waited)"/.test(counts)) return null;
	return JSON.stringify({ ...readDetails(counts), holds: undefined, applied: undefined });
}

/** Rows by workflow; only the newest one that says who is held keeps its counts. */
class Collected {
	readonly #rows = new Map<string, IDataObject[]>();
	readonly #holds = new Map<string, IDataObject>();

	/** @param rows in the order in which they came in */
	take(rows: readonly N8nRow[]): void {
		for (const row of rows) {
			const workflow = text(row['workflow']);
			const kept = slim(row);
			const own = this.#rows.get(workflow) ?? [];
			own.push(kept);
			this.#rows.set(workflow, own);
			const counts = text(row['counts']);
			if (!counts.includes('"holds"')) {
				kept['counts'] = brief(counts);
				continue;
			}
			const before = this.#holds.get(workflow);
			if (before !== undefined) before['counts'] = brief(text(before['counts']));
			kept['counts'] = counts;
			this.#holds.set(workflow, kept);
		}
	}

	/** The rows of this workflow, in the place of those that were collected. */
	replace(workflow: string, rows: readonly N8nRow[]): void {
		this.#rows.delete(workflow);
		this.#holds.delete(workflow);
		this.take(rows);
	}

	of(workflow: string): IDataObject[] {
		return this.#rows.get(workflow) ?? [];
	}

	workflows(): string[] {
		return [...this.#rows.keys()];
	}
}

/** Nothing of these failed, so that what is good is good as a whole, whichever rows are one run. */
const allWell = (rows: readonly IDataObject[]): boolean =>
	rows.some(({ state, started_at: at }) => GOOD_STATES.has(text(state)) && text(at) !== '') &&
	!rows.some(({ state }) => state === 'failed' || state === 'partly');

const hasGoodRun = (rows: readonly IDataObject[]): boolean =>
	allWell(rows) || [...byWorkflow(readRuns(rows)).values()].some((runs) => lastGood(runs) !== null);

async function older(
	given: ItemContext,
	table: string,
	workflows: readonly string[],
	collected: Collected,
): Promise<void> {
	const queue = [...workflows];
	const work = async (): Promise<void> => {
		for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
			const wanted: RowCondition = { columnName: 'workflow', condition: 'eq', value: id };
			const rows = valueOf(given, await given.client.newestRows(table, [wanted], MOST_OLDER));
			collected.replace(id, [...rows].reverse());
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/**
 * @param now the present instant, ISO 8601 UTC
 * @returns rows by workflow id; also of workflows that are not asked for. Empty where there is no run log yet.
 */
export async function readRunRows(
	given: ItemContext,
	workflows: readonly string[],
	now: string,
): Promise<Map<string, IDataObject[]>> {
	const table = valueOf(given, await given.client.dataTable(RUN_LOG_TABLE));
	if (table === null) return new Map();
	const from = new Date(Date.parse(now) - WINDOW_DAYS * DAY_MS).toISOString();
	const since = (columnName: string): RowCondition => ({
		columnName,
		condition: 'gte',
		value: from,
	});
	const collected = new Collected();
	// A run that never began (its trigger failed) has an end and no start.
	const either = [since('started_at'), since('finished_at')];
	valueOf(given, await given.client.eachRow(table.id, either, (page) => collected.take(page)));
	const unsure = workflows.filter((id) => !hasGoodRun(collected.of(id)));
	await older(given, table.id, unsure, collected);
	return new Map(collected.workflows().map((id) => [id, collected.of(id)]));
}
