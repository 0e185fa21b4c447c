import type { Language } from '../../issues';
import type { RowOnRecord } from '../history';
import { say } from '../text';
import type { Facts, Step } from '../types';
import { rowsNow } from '../facts';
import { formatDate } from '../../ui/format';
import { timeOf } from '../words';

/** Who decided about this change, when, and with which words. */

export const isExcluded = ({ row, approval }: RowOnRecord): boolean =>
	approval !== null && approval.excluded.includes(row.row_id);

/** What the approver answered about who this is; null where nobody asked or answered. */
const answerOf = ({ row, approval }: RowOnRecord): 'answeredSame' | 'answeredOther' | null => {
	if (approval?.chosen?.includes(row.row_id) === true) return 'answeredSame';
	return approval?.others?.includes(row.row_id) === true ? 'answeredOther' : null;
};

function decisionLine(entry: RowOnRecord, facts: Facts, language: Language): string | null {
	const { approval } = entry;
	if (approval === null) return null;
	const { approver } = approval;
	const time = timeOf(approval.decided_at, facts, language);
	const remark =
		approval.comment === null ? '' : ` ${say(language)('comment', { comment: approval.comment })}`;
	if (approval.decision === 'expired') return say(language)('expiredOn', { time });
	if (approval.decision === 'rejected') {
		return `${say(language)('rejectedBy', { approver, time })}${remark}`;
	}
	const answer = answerOf(entry);
	if (answer !== null) return `${say(language)(answer, { approver, time })}${remark}`;
	if (!isExcluded(entry)) return `${say(language)('approvedBy', { approver, time })}${remark}`;
	const { excluded_because: reason } = approval;
	const because = reason === null ? '' : ` ${say(language)('excludedReason', { reason })}`;
	return `${say(language)('excludedBy', { approver, time })}${because}${remark}`;
}

const isApplied = (entry: RowOnRecord): boolean =>
	entry.approval?.decision === 'approved' &&
	!isExcluded(entry) &&
	answerOf(entry) !== 'answeredOther';

/** What the run log has of decisions about the very changes of now. */
function earlierLines(facts: Facts, language: Language): string[] {
	const { earlier } = facts;
	return rowsNow(facts.rows, facts.subject).flatMap(({ row_id: id }) => {
		const out = earlier.remembered.get(id);
		if (out !== undefined) {
			const { approver, decided_at: at, reason } = out;
			const time = timeOf(at, facts, language);
			const until = formatDate(out.until, language);
			const because = say(language)('excludedReason', { reason });
			return [`${say(language)('leftOutUntil', { approver, time, until })} ${because}`];
		}
		const other = earlier.others.get(id);
		if (other !== undefined) {
			const { approver, decided_at: at } = other;
			return [say(language)('answeredOther', { approver, time: timeOf(at, facts, language) })];
		}
		const seen = earlier.seen.get(id);
		return seen === undefined
			? []
			: [say(language)('seenBefore', { time: timeOf(seen, facts, language) })];
	});
}

/** From the run log alone: nothing is said where it says nothing of this person. */
function ofLog(facts: Facts, language: Language): Step | null {
	const lines = earlierLines(facts, language);
	if (lines.length === 0) return null;
	const rows = rowsNow(facts.rows, facts.subject);
	const isOut = rows.some(({ row_id: id }) => facts.earlier.remembered.has(id));
	return {
		key: 'approval',
		title: say(language)('approvalTitle'),
		text: [...new Set(lines)].join('\n'),
		ok: isOut ? false : null,
		code: null,
	};
}

/** Only where something of an earlier run came in; else nothing can be said about it. */
export function approval(facts: Facts, language: Language): Step | null {
	if (!facts.history.given) return ofLog(facts, language);
	const decidable = facts.onRecord.filter(
		(entry) => entry.row.action !== 'hold' || answerOf(entry) !== null,
	);
	const lines = decidable
		.map((entry) => decisionLine(entry, facts, language))
		.filter((line) => line !== null);
	const latest = decidable.find((entry) => entry.approval !== null);
	const isDecided = facts.history.rows.some((entry) => entry.approval !== null);
	const asksFor = facts.isOnRecord && facts.summary.needs_approval;
	// What was written was decided, or needed nobody.
	const waits = (isDecided || asksFor) && facts.history.outcomes.length === 0;
	const open = waits ? 'stillWaits' : 'notDecided';
	const none = decidable.length === 0 ? 'nothingToDecide' : open;
	return {
		key: 'approval',
		title: say(language)('approvalTitle'),
		text: lines.length === 0 ? say(language)(none) : [...new Set(lines)].join('\n'),
		ok: latest === undefined ? null : isApplied(latest),
		code: null,
	};
}
