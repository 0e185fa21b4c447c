import type { Language } from '../../issues';
import type { RowOnRecord } from '../history';
import { fill } from '../text';
import type { Facts, Step } from '../types';
import { formatInstant } from '../words';

/** Who decided about this change, when, and with which words. */

export const isExcluded = ({ row, approval }: RowOnRecord): boolean =>
	approval !== null && approval.excluded.includes(row.row_id);

function decisionLine(entry: RowOnRecord, language: Language): string | null {
	const { approval } = entry;
	if (approval === null) return null;
	const { approver } = approval;
	const time = formatInstant(approval.decided_at, language);
	const remark =
		approval.comment === null ? '' : ` ${fill('comment', language, { comment: approval.comment })}`;
	if (approval.decision === 'expired') return fill('expiredOn', language, { time });
	if (approval.decision === 'rejected') {
		return `${fill('rejectedBy', language, { approver, time })}${remark}`;
	}
	if (!isExcluded(entry)) return `${fill('approvedBy', language, { approver, time })}${remark}`;
	const { excluded_because: reason } = approval;
	const because = reason === null ? '' : ` ${fill('excludedReason', language, { reason })}`;
	return `${fill('excludedBy', language, { approver, time })}${because}${remark}`;
}

/** Only where something of an earlier run came in; else nothing can be said about it. */
export function approval(facts: Facts, language: Language): Step | null {
	if (!facts.history.given) return null;
	const decidable = facts.onRecord.filter(({ row }) => row.action !== 'hold');
	const lines = decidable
		.map((entry) => decisionLine(entry, language))
		.filter((line) => line !== null);
	const latest = decidable.find((entry) => entry.approval !== null);
	const none = decidable.length === 0 ? 'nothingToDecide' : 'notDecided';
	return {
		key: 'approval',
		title: fill('approvalTitle', language),
		text: lines.length === 0 ? fill(none, language) : [...new Set(lines)].join('\n'),
		ok:
			latest === undefined ? null : latest.approval?.decision === 'approved' && !isExcluded(latest),
		code: null,
	};
}
