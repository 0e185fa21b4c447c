import { compareText } from '../model/collect';
import type { FieldValue } from '../model/plan';
import type { FieldChange, RowCounts } from '../model/summary';
import { movesOf } from './moves';
import type { DraftRow } from './planHash';
import { rowSignature } from './signature';

/** Beyond these a field has too many different changes to read. */
const PAIRS = 5;

interface Tally {
	people: number;
	fresh: number;
	pairs: Map<string, { from: FieldValue; to: FieldValue; people: number }>;
}

/**
 * What the rows change, field by field: a mapping that moves 240 people to another group is one line.
 * New and ended accounts change everything by nature and are left out; so is what is held.
 *
 * @param seen signatures of rows of plans that somebody decided; null: none was decided yet
 */
export function fieldChanges(
	rows: readonly DraftRow[],
	seen: ReadonlySet<string> | null,
): FieldChange[] {
	const fields = new Map<string, Tally>();
	for (const row of rows) {
		if (row.action !== 'update' && row.action !== 'reactivate') continue;
		const isFresh = seen !== null && !seen.has(rowSignature(row) ?? '');
		for (const { field, from, to } of row.changes) {
			if (field === 'is_active') continue;
			const tally = fields.get(field) ?? { people: 0, fresh: 0, pairs: new Map() };
			fields.set(field, tally);
			tally.people++;
			if (isFresh) tally.fresh++;
			const key = JSON.stringify([from, to]);
			const pair = tally.pairs.get(key);
			if (pair === undefined) tally.pairs.set(key, { from, to, people: 1 });
			else pair.people++;
		}
	}
	return [...fields]
		.map(([field, { people, fresh, pairs }]) => {
			const sorted = [...pairs].sort(
				([a, one], [b, other]) => other.people - one.people || compareText(a, b),
			);
			return {
				field,
				people,
				pairs: sorted.slice(0, PAIRS).map(([, pair]) => pair),
				more: Math.max(0, sorted.length - PAIRS),
				fresh: seen === null ? null : fresh,
			};
		})
		.sort((a, b) => b.people - a.people || compareText(a.field, b.field));
}

/** Rows by action; the two rows of a move are one change. */
export function countRows(rows: readonly DraftRow[]): RowCounts {
	const counts: RowCounts = { create: 0, update: 0, reactivate: 0, deactivate: 0, hold: 0 };
	for (const { action } of rows) counts[action]++;
	for (const { arrive, leave } of new Set(movesOf(rows).values())) {
		counts[arrive.action]--;
		counts[leave.action]--;
		counts.update++;
	}
	return counts;
}
