import type { Issue } from '../../model/employee';
import type { Language } from '../../issues';
import { fieldLabel } from '../../report/fields';
import { wordsOf } from '../../report/page/words';
import { formatDate } from '../../ui/format';
import { daysBetween, isCivilDate } from '../../model/dates';
import { rowsNow } from '../facts';
import { say } from '../text';
import type { Facts, Step } from '../types';

/** Held: because of what in the record, or because of what stands against it in Alleo or the source. */

function issueLine(issue: Issue, language: Language): string {
	const { code, params, message, action, field } = issue;
	const words = wordsOf(code, params, { message, action }, language);
	const label = field === null ? '' : `${fieldLabel(field, language)}: `;
	return `- ${label}${words.message} ${words.action ?? ''}`.trim();
}

/** Since when, where the run log knows it of an earlier day. */
function since({ rows, subject, input }: Facts, language: Language): string[] {
	const date = rowsNow(rows, subject)[0]?.evidence['held_since'];
	if (typeof date !== 'string' || !isCivilDate(date)) return [];
	const days = daysBetween(date, input.referenceDate);
	return days > 0 ? [say(language)('heldSince', { date: formatDate(date, language), days })] : [];
}

/** Only records of the HR system can be held. */
export function held(facts: Facts, language: Language): Step | null {
	const { person, proposal } = facts.subject;
	const title = say(language)('heldTitle');
	if (person === null || proposal === null) return null;
	if (proposal.count !== 'hold') {
		const text = say(language)('notHeld');
		return { key: 'held', title, text, ok: true, code: null };
	}
	const note = [...since(facts, language), say(language)('heldNote')].join(' ');
	if (person.issues.length > 0) {
		const lines = person.issues.map((issue) => issueLine(issue, language));
		const code = person.issues[0]?.code ?? null;
		return { key: 'held', title, text: [note, ...lines].join('\n'), ok: false, code };
	}
	const reason = proposal.rows[0]?.reason ?? person.reason;
	const words = wordsOf(reason.code, reason.params, { message: reason.text }, language);
	const parts = [words.message, words.why, words.action].filter((part) => part !== null);
	return {
		key: 'held',
		title,
		text: [note, `- ${parts.join(' ')}`].join('\n'),
		ok: false,
		code: reason.code,
	};
}
