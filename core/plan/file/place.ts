import { emailKey } from '../../model/employee';
import type { DraftRow } from '../planHash';
import type { Draft } from '../rows';
import { itemReason } from '../../issues';
import { canonicalJson } from '../../model/hash';
import type { Json } from '../../model/hash';
import type { FileProposal } from './proposal';

/** The rows in their order: lines of the file by external id, then the held people. */

/** Two lines with one address would be one account's figures or the other's: both wait. */
function holdTwins(rows: readonly Draft[]): Draft[] {
	const owners = new Map<string, number>();
	for (const { action, email } of rows) {
		if (action !== 'update' || email === null) continue;
		owners.set(emailKey(email), (owners.get(emailKey(email)) ?? 0) + 1);
	}
	return rows.map((row) => {
		if (row.action !== 'update' || (owners.get(emailKey(row.email ?? '')) ?? 0) < 2) return row;
		const without: Draft = { ...row };
		delete without.flex;
		return {
			...without,
			row_id: row.row_id.replace(/^update-/, 'hold-'),
			action: 'hold',
			reason: itemReason('FILE_EMAIL_TWICE'),
			budgets: {},
		};
	});
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function placeRows(proposals: readonly FileProposal[]): DraftRow[] {
	const rows = holdTwins(proposals.flatMap(({ row }) => (row === null ? [] : [row])));
	const phase = ({ action }: Draft): number => (action === 'update' ? 0 : 1);
	const sorted = rows.sort(
		(a, b) =>
			phase(a) - phase(b) ||
			compare(a.external_id ?? '\uffff', b.external_id ?? '\uffff') ||
			compare(
				canonicalJson(a as unknown as { [key: string]: Json }),
				canonicalJson(b as unknown as { [key: string]: Json }),
			),
	);
	const taken = new Map<string, number>();
	return sorted.map((row, position) => {
		const times = (taken.get(row.row_id) ?? 0) + 1;
		taken.set(row.row_id, times);
		const row_id = times === 1 ? row.row_id : `${row.row_id}-${times}`;
		return { ...row, row_id, position };
	});
}
