import { emailKey } from '../../identity/keys';
import { itemReason } from '../../issues';
import { countBy } from '../../model/collect';
import type { Draft } from '../planHash';

const addressOf = ({ action, email }: Draft): string | null =>
	action === 'update' && email !== null ? emailKey(email) : null;

/** Two lines with one address would be one account's figures or the other's: both wait. */
export function holdTwins(rows: readonly Draft[]): Draft[] {
	const owners = countBy(rows, addressOf);
	return rows.map((row) => {
		if ((owners.get(addressOf(row) ?? '') ?? 0) < 2) return row;
		const held: Draft = {
			...row,
			row_id: row.row_id.replace(/^update-/, 'hold-'),
			action: 'hold',
			reason: itemReason('FILE_EMAIL_TWICE'),
			changes: [],
			budgets: {},
		};
		delete held.flex;
		delete held.budget_line;
		return held;
	});
}
