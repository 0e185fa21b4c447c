import { compareText } from '../model/collect';
import type { WritableField } from '../model/employee';
import type { Change, FieldValue, PlanRow } from '../model/plan';
import type { FieldChange } from '../model/summary';
import type { DraftRow } from './planHash';
import { rowSignature } from './signature';

/** Beyond these a field has too many different changes to read. */
const PAIRS = 5;

/**
 * The fields whose values many people share, so that "from this to that" says something about a mapping.
 * Of every other field each pair belongs to one person, and it is private: the summary goes into
 * messages and logs, so it holds no name, address, date or number of anybody.
 */
const SHARED: ReadonlySet<string> = new Set<WritableField>(['group', 'language']);

interface Tally {
	people: number;
	fresh: number;
	pairs: Map<string, FieldChange['pairs'][number]>;
}

/**
 * What a row changes in an account that stays. New and ended accounts change everything by nature, and
 * who is held changes in nothing. Whether somebody has access is the action of the row, no field of it.
 */
export const countedChanges = ({
	action,
	changes,
}: Pick<PlanRow, 'action' | 'changes'>): Change[] =>
	action === 'update' || action === 'reactivate'
		? changes.filter(({ field }) => field !== 'is_active')
		: [];

const pairKey = (from: FieldValue, to: FieldValue): string => JSON.stringify([from, to]);

/**
 * What the rows change, field by field: a mapping that moves 240 people to another group is one line.
 *
 * @param seen signatures of rows of plans that somebody decided; null: none was decided yet
 */
export function fieldChanges(
	rows: readonly DraftRow[],
	seen: ReadonlySet<string> | null,
): FieldChange[] {
	const fields = new Map<string, Tally>();
	for (const row of rows) {
		const changes = countedChanges(row);
		if (changes.length === 0) continue;
		const isFresh = seen !== null && !seen.has(rowSignature(row) ?? '');
		for (const { field, from, to } of changes) {
			let tally = fields.get(field);
			if (tally === undefined) {
				tally = { people: 0, fresh: 0, pairs: new Map() };
				fields.set(field, tally);
			}
			tally.people++;
			if (isFresh) tally.fresh++;
			if (!SHARED.has(field)) continue;
			const key = pairKey(from, to);
			const pair = tally.pairs.get(key);
			if (pair === undefined) tally.pairs.set(key, { from, to, people: 1 });
			else pair.people++;
		}
	}
	return [...fields]
		.map(([field, { people, fresh, pairs }]) => ({
			field,
			people,
			...commonest(pairs),
			fresh: seen === null ? null : fresh,
		}))
		.sort((a, b) => b.people - a.people || compareText(a.field, b.field));
}

function commonest(all: Tally['pairs']): Pick<FieldChange, 'pairs' | 'more'> {
	const sorted = [...all].sort(
		([a, one], [b, other]) => other.people - one.people || compareText(a, b),
	);
	return {
		pairs: sorted.slice(0, PAIRS).map(([, pair]) => pair),
		more: Math.max(0, sorted.length - PAIRS),
	};
}
