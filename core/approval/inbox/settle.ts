import type { InboxKind, InboxReply } from '../../model/inbox';
import { COMPONENT_TARGETS } from '../../payroll/answered';
import type { FormFields } from '../../model/formFields';
import { readChoices, readPastAnswers } from './row';
import type { InboxRow, PastAnswer } from './row';

/** What may be answered to each kind of question, and what an answer changes in its row. */

/** `map` is offered where there is something to map to. */
export const REPLIES: Record<InboxKind, readonly InboxReply[]> = {
	group: ['map', 'none'],
	filter: ['map', 'hold'],
	access: ['map', 'hold'],
	column: ['map', 'ignore'],
	wageComponent: ['map', 'ignore'],
	leaveGroup: ['map', 'ignore'],
};

/** What a wage component may be mapped to. */
export const COMPONENT_ROLES = COMPONENT_TARGETS;

/** What somebody chose: a reply, with its target; an empty one takes the answer back. */
export interface GivenAnswer {
	answer: InboxReply | '';
	target: string;
}

/** As a field of a form: `map:42`, `hold`, and nothing for "not answered". */
export const writeGiven = ({ answer, target }: GivenAnswer): string =>
	answer === 'map' ? `map:${target}` : answer;

/** Null for what was not offered. */
export function readGiven(
	text: string,
	row: Pick<InboxRow, 'kind' | 'choices'>,
): GivenAnswer | null {
	if (text === '') return { answer: '', target: '' };
	if (text.startsWith('map:')) {
		const target = text.slice('map:'.length);
		const isOffered = readChoices(row).some((choice) => choice.target === target);
		return isOffered ? { answer: 'map', target } : null;
	}
	const answer = REPLIES[row.kind].find((reply) => reply === text && reply !== 'map');
	return answer === undefined ? null : { answer, target: '' };
}

/** The name of the field of a row: its place in the list, and the moment at which it was shown. */
export const FIELD_PREFIX = 'answer:';

/** Longer ago than this many changes nobody asks. */
const MOST_PAST = 20;

export type SettledAnswer = Pick<
	InboxRow,
	'answer' | 'target' | 'answered_by' | 'answered_at' | 'history'
>;

/**
 * What the row says after an answer; null where it says that already.
 *
 * @param by who answered
 * @param now the present instant, ISO 8601 UTC
 */
export function settle(
	row: InboxRow,
	given: GivenAnswer,
	by: string,
	now: string,
): SettledAnswer | null {
	if (row.answer === given.answer && row.target === given.target) return null;
	const entry: PastAnswer = { ...given, by, at: now };
	const history = [entry, ...readPastAnswers(row)].slice(0, MOST_PAST);
	return { ...given, answered_by: by, answered_at: now, history: JSON.stringify(history) };
}

/** Of a posted page: what was given, and the state of the row that the page showed (`stampOf`). */
export interface Posted {
	key: string;
	text: string;
	stamp: string;
}

/** By what a posted answer finds its row again. */
export const rowKey = ({ kind, value }: Pick<InboxRow, 'kind' | 'value'>): string =>
	JSON.stringify([kind, value]);

/** What the page showed of a row: somebody else's later answer is never written over unseen. */
export const stampOf = ({ answered_at: at }: Pick<InboxRow, 'answered_at'>): string => at;

export function readPosted(fields: FormFields): Posted[] {
	const posted: Posted[] = [];
	for (const [name, values] of fields) {
		if (!name.startsWith(FIELD_PREFIX)) continue;
		const at = name.slice(FIELD_PREFIX.length);
		const [key = ''] = fields.get(`key:${at}`) ?? [];
		const [stamp = ''] = fields.get(`stamp:${at}`) ?? [];
		const [text = ''] = values;
		if (key !== '' && values.length === 1) posted.push({ key, text, stamp });
	}
	return posted;
}
