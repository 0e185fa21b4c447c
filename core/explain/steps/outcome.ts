import type { Language } from '../../issues';
import type { Outcome } from '../../model/plan';
import { wordsOf } from '../../report/page/words';
import { actionWord } from '../../ui/actions';
import { say } from '../text';
import type { Facts, Step } from '../types';

/** What Alleo answered when the change was written. */

export const wentWell = ({ outcome }: Outcome): boolean =>
	outcome === 'applied' || outcome === 'already';

/** Done, but with something left for the reader to look at. */
const STILL_TO_DO: ReadonlySet<string> = new Set(['ROW_REACTIVATED']);

/** The outcome in the reader's language; the item's own English where the code's places are filled there. */
export function outcomeWords(outcome: Outcome, language: Language): string {
	const { code, message } = outcome;
	const words = wordsOf(code, {}, { message }, language);
	const quiet = wentWell(outcome) && !STILL_TO_DO.has(code);
	return quiet || words.action === null || words.message === message
		? words.message
		: `${words.message} ${words.action}`;
}

function line(outcome: Outcome, language: Language): string {
	const { action, http_status: status, request_id: id } = outcome;
	const message = outcomeWords(outcome, language);
	const words =
		action === null
			? message
			: say(language)('outcomeLine', { action: actionWord(action, language), message });
	const details = wentWell(outcome)
		? ''
		: [
				status === null ? '' : ` ${say(language)('httpStatus', { status })}`,
				id === null ? '' : ` ${say(language)('requestId', { id })}`,
			].join('');
	return `${words}${details}`;
}

/** Only where something of an earlier run came in; else nothing can be said about it. */
export function outcome(facts: Facts, language: Language): Step | null {
	const { history, outcomes } = facts;
	if (!history.given) return null;
	const lines = outcomes.map((one) => line(one, language));
	if (lines.length === 0) {
		lines.push(say(language)(history.outcomes.length > 0 ? 'nothingWritten' : 'outcomeNone'));
	}
	if (history.unreadable > 0) {
		lines.push(say(language)('unreadable', { count: history.unreadable }));
	}
	const last = outcomes[outcomes.length - 1];
	return {
		key: 'outcome',
		title: say(language)('outcomeTitle'),
		text: lines.join('\n'),
		ok: last === undefined ? null : wentWell(last),
		code: last?.code ?? null,
	};
}
