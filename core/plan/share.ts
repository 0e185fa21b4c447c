import { reasonSharer, sharer } from '../model/share';
import type { DraftRow } from './planHash';

/**
 * Puts the parts that rows have in common into them as one object, for one plan: a waiting plan is kept
 * by n8n, and a mapping that moves 240 people makes the same change 240 times. Neither what a row says
 * changes, nor its hash.
 */
export function partsSharer(): (row: DraftRow) => void {
	const changes = sharer<DraftRow['changes']>([]);
	const fields = sharer<DraftRow['after']>({});
	const reason = reasonSharer<DraftRow['reason']>();
	const notices = sharer<DraftRow['notices']>([]);
	const budgets = sharer<DraftRow['budgets']>({});
	const grounds = sharer<NonNullable<DraftRow['grounds']>>([]);
	return (row) => {
		row.changes = changes(row.changes);
		row.before = fields(row.before);
		row.after = fields(row.after);
		row.reason = reason(row.reason);
		row.notices = notices(row.notices);
		row.budgets = budgets(row.budgets);
		if (row.grounds !== undefined) row.grounds = grounds(row.grounds);
	};
}
