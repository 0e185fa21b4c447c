import { isSmall, sharer } from '../model/share';
import type { DraftRow } from './planHash';

type Parts = Pick<
	DraftRow,
	'changes' | 'before' | 'after' | 'reason' | 'notices' | 'budgets' | 'grounds'
>;

/**
 * The parts that rows have in common, for one plan: a waiting plan is kept by n8n, and a mapping that
 * moves 240 people makes the same change 240 times. Neither what a row says changes, nor its hash.
 */
export function partsSharer(): (row: DraftRow) => Parts {
	const changes = sharer<Parts['changes']>(isSmall);
	const fields = sharer<Parts['after']>(isSmall);
	const reason = sharer<Parts['reason']>();
	const notices = sharer<Parts['notices']>(isSmall);
	const budgets = sharer<Parts['budgets']>();
	const none: never[] = [];
	return (row) => ({
		changes: changes(row.changes),
		before: fields(row.before),
		after: fields(row.after),
		reason: reason(row.reason),
		notices: row.notices.length === 0 ? none : notices(row.notices),
		budgets: budgets(row.budgets),
		...(row.grounds?.length === 0 ? { grounds: none } : {}),
	});
}
