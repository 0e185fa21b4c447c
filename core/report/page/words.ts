import { isIssueCode, resolveCarried } from '../../issues';
import type { IssueParams, Language } from '../../issues';
import { isKey, texts } from '../../ui/texts';
import type { TextTable } from '../../ui/texts';
import { budgetDifferencesText } from '../budgetWords';
import { fieldLabel } from '../fields';
import type { GuardResult } from '../../model/summary';
import { inScope, withMoved } from '../../plan/scopeText';
import { formatDate } from '../../ui/format';

/** Codes in the reader's language. The items carry English; where a code is unknown, that is shown. */

export interface Words {
	message: string;
	why: string | null;
	action: string | null;
}

/** A text that needs something which its item does not tell. */
export const hasPlaceLeft = (text: string): boolean => /\{\w+\}/.test(text);

/** What went wrong, where it is a code: as its sentence, which stands inside another. */
const problemText = (value: string, language: Language): string =>
	isIssueCode(value) ? resolveCarried({ code: value }, language).message.replace(/\.$/, '') : value;

const textOf = (name: string, value: string, language: Language): string => {
	if (name === 'field') return fieldLabel(value, language);
	return name === 'problem' ? problemText(value, language) : formatDate(value, language);
};

/** Dates, names of fields, and budgets with their amounts as a reader knows them. */
const inWords = (params: IssueParams, language: Language): IssueParams => ({
	...Object.fromEntries(
		Object.entries(params).map(([name, value]) => [
			name,
			typeof value === 'string' ? textOf(name, value, language) : value,
		]),
	),
	...('budgets' in params ? { budgets: budgetDifferencesText(params, language) } : {}),
});

export function wordsOf(
	code: string,
	params: IssueParams,
	given: { message: string; action?: string },
	language: Language,
): Words {
	const fallback: Words = {
		// A source that gives no reason says so with the code NONE: nothing to show.
		message: given.message === '' && code !== 'NONE' ? code : given.message,
		why: null,
		action: given.action === undefined || given.action === '' ? null : given.action,
	};
	if (!isIssueCode(code)) return fallback;
	const { message, why, action } = resolveCarried(
		{ code, params: inWords(params, language) },
		language,
	);
	return {
		message: hasPlaceLeft(message) ? fallback.message : message,
		why: why !== null && hasPlaceLeft(why) ? null : why,
		action: hasPlaceLeft(action) ? fallback.action : action,
	};
}

/** The shapes of a drifting field (core/plan/people/drift.ts), which travel as English words. */
const DRIFT_KINDS = {
	'empty in the source': ['empty in the source', 'leeg in de bron'],
	'the same value for everybody': ['the same value for everybody', 'dezelfde waarde voor iedereen'],
	'another mail domain': ['another mail domain', 'een ander maildomein'],
	'not readable': ['not readable', 'niet leesbaar'],
} as const satisfies TextTable;

const driftKinds = texts(DRIFT_KINDS);

export function guardWords(guard: GuardResult, language: Language): Words {
	const params: IssueParams = { ...guard.params, limit: guard.limit, actual: guard.actual };
	const kind = String(params['kind'] ?? '');
	if (isKey(DRIFT_KINDS, kind)) params['kind'] = driftKinds(language)(kind);
	const { cause } = params;
	if (typeof cause === 'string' && isIssueCode(cause)) {
		params['cause'] = resolveCarried({ code: cause }, language).message;
	}
	const words = wordsOf(guard.code, params, guard, language);
	// The guard's own text has its part in it already.
	if (words.message === guard.message) return words;
	const people = Number(guard.params?.['people'] ?? 0);
	const moved = Number(guard.params?.['moved'] ?? 0);
	const message = inScope(words.message, guard.scope, people, language);
	return { ...words, message: withMoved(message, moved, language) };
}
