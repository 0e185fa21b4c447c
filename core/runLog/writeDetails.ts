import type { Outcome, PlanRow } from '../model/plan';
import type { PlanSummary } from '../model/summary';
import { movesOf } from '../plan/moves';
import type { RunDetails, RunExtras } from './details';
import type { PlanPart } from './runPlans';

/** What the record of a plan says besides its columns (details.ts). */

type Part = NonNullable<RunDetails['applied']>[number];
type Hold = NonNullable<RunDetails['holds']>[number];

/** The two rows of a move are one update, of the part that the person moves to. */
function appliedParts(rows: readonly PlanRow[], outcomes: readonly Outcome[]): Part[] {
	const byId = new Map(rows.map((row) => [row.row_id, row]));
	const moves = movesOf(rows);
	const counted = new Set<string>();
	const parts = new Map<string, Part>();
	for (const { row_id: id, outcome, action: done } of outcomes) {
		if (outcome !== 'applied') continue;
		const move = moves.get(id ?? '');
		const row = move?.arrive ?? byId.get(id ?? '');
		if (move !== undefined) {
			if (counted.has(move.arrive.row_id)) continue;
			counted.add(move.arrive.row_id);
		}
		// What a hold became, where somebody answered it, is in the outcome.
		const action = move !== undefined ? 'update' : (done ?? row?.action);
		if (action === undefined || action === 'hold') continue;
		const { partition = null, alleo_company_id = null } = row ?? {};
		const key = JSON.stringify([action, partition, alleo_company_id]);
		const part = parts.get(key);
		if (part === undefined) parts.set(key, { action, partition, alleo_company_id, people: 1 });
		else part.people++;
	}
	return [...parts.values()];
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Who is held since when; undefined where that is not known, so that an earlier record still says it: the
 * plan could not read the run log, or its rows are not all here.
 */
function holdsOf({ counts }: PlanSummary, rows: readonly PlanRow[]): Hold[] | undefined {
	const holds = new Map<string, Hold>();
	const held = rows.filter(({ action }) => action === 'hold');
	if (held.length < counts.hold) return undefined;
	for (const { external_id, partition, reason, evidence } of held) {
		if (external_id === null) continue;
		const since = asText(evidence['held_since']);
		if (since === null) return undefined;
		const known = holds.get(external_id);
		if (known !== undefined && known.since <= since) continue;
		const company = asText(evidence['company']);
		holds.set(external_id, { external_id, since, partition, company, code: reason.code });
	}
	return [...holds.values()];
}

/** The numbers of the plan, with what is known of its rows. */
export function detailsOf(
	summary: PlanSummary,
	part: PlanPart,
	rows: readonly PlanRow[],
	outcomes: readonly Outcome[],
	{ waited = [], link = '' }: RunExtras = {},
): RunDetails {
	const applied = appliedParts(rows, outcomes);
	const files = summary.partitions.flatMap(({ partition, complete, file }) =>
		complete && file !== undefined ? [{ partition, ...file }] : [],
	);
	const holds = part === 'ready' ? undefined : holdsOf(summary, rows);
	return {
		...summary.counts,
		...(applied.length === 0 ? {} : { applied }),
		...(holds === undefined ? {} : { holds }),
		...(files.length === 0 ? {} : { files }),
		...(waited.length === 0 ? {} : { waited }),
		...(link === '' ? {} : { link }),
	};
}
