import type { Decision, SourceState, TargetState } from '../diff/decide';
import { NOT_OVERRIDABLE } from '../diff/options';
import type { IssueParams, Language } from '../issues';
import type { BilingualText } from '../issues/text';
import type { FieldValue } from '../plan';
import { formatDate } from '../report/page/format';
import { wordsOf } from '../report/page/words';

/** The decision table in words: both its sides, and what a cell means. Total, like the table itself. */

export const SOURCE_WORDS: Record<SourceState, BilingualText> = {
	active: { en: 'in service', nl: 'in dienst' },
	upcoming: { en: 'starts later', nl: 'begint later' },
	ended: { en: 'left service', nl: 'uit dienst' },
	ineligible: { en: 'not eligible', nl: 'komt niet in aanmerking' },
	undecided: {
		en: 'not eligible while the access field is empty',
		nl: 'komt niet in aanmerking zolang het toegangsveld leeg is',
	},
	held: { en: 'cannot be decided', nl: 'niet te beslissen' },
	absent: { en: 'no such record', nl: 'geen zo’n record' },
};

export const TARGET_WORDS: Record<TargetState, BilingualText> = {
	none: { en: 'no account', nl: 'geen account' },
	active: {
		en: 'an active account with this external id',
		nl: 'een actief account met dit externe id',
	},
	inactive: {
		en: 'an inactive account with this external id',
		nl: 'een inactief account met dit externe id',
	},
	adoptable: {
		en: 'an active account with this e-mail address and no external id',
		nl: 'een actief account met dit e-mailadres en zonder extern id',
	},
	inactive_same_email: {
		en: 'an inactive account with this e-mail address, of another or no external id',
		nl: 'een inactief account met dit e-mailadres, van een ander of geen extern id',
	},
	email_taken: {
		en: "the e-mail address is on somebody else's active account",
		nl: 'het e-mailadres staat op het actieve account van iemand anders',
	},
};

type Outcome = 'create' | 'update' | 'adopt' | 'reactivate' | 'hold' | 'unreachable';
type Deactivation = Extract<Decision, { do: 'deactivate' }>['by'];
type Nothing = 'unchanged' | 'upcoming' | 'ended_unknown' | 'ineligible_unknown' | 'other';

const OUTCOMES: Record<Outcome, BilingualText> = {
	create: {
		en: 'the person is onboarded with a new account',
		nl: 'de persoon wordt ge-onboard met een nieuw account',
	},
	update: {
		en: 'access stays, and fields that differ are updated',
		nl: 'de toegang blijft, en velden die verschillen worden bijgewerkt',
	},
	adopt: {
		en: 'access stays, and the account is linked to this record',
		nl: 'de toegang blijft, en het account wordt aan dit record gekoppeld',
	},
	reactivate: {
		en: 'the account is activated again',
		nl: 'het account wordt weer geactiveerd',
	},
	hold: {
		en: 'the person is held until somebody has sorted it out',
		nl: 'de persoon wordt vastgehouden tot iemand het heeft uitgezocht',
	},
	unreachable: { en: 'nothing', nl: 'niets' },
};

const DEACTIVATIONS: Record<Deactivation, BilingualText> = {
	evidence: {
		en: 'the person is off-boarded, because the HR system says that service ended',
		nl: 'de persoon wordt ge-offboard, omdat het HR-systeem zegt dat het dienstverband is geëindigd',
	},
	eligibility: {
		en: 'the person is off-boarded, because access is refused in the HR system',
		nl: 'de persoon wordt ge-offboard, omdat het HR-systeem toegang weigert',
	},
	absence: {
		en: 'the person is off-boarded, because the policy for absent people says so and everything was read',
		nl: 'de persoon wordt ge-offboard, omdat het beleid voor ontbrekende mensen dat zegt en alles is gelezen',
	},
};

const NOTHINGS: Record<Nothing, BilingualText> = {
	unchanged: {
		en: 'the account stays as it is',
		nl: 'het account blijft zoals het is',
	},
	upcoming: {
		en: 'wait until the first day',
		nl: 'wachten tot de eerste dag',
	},
	ended_unknown: {
		en: 'nothing to do, the person left and has no account to close',
		nl: 'niets te doen, de persoon is weg en er is geen account om te sluiten',
	},
	ineligible_unknown: {
		en: 'no account is made',
		nl: 'er wordt geen account gemaakt',
	},
	other: { en: 'nothing', nl: 'niets' },
};

/** What a cell of the table means, as the end of a sentence. */
export function decisionWords(decision: Decision): BilingualText {
	switch (decision.do) {
		case 'deactivate':
			return DEACTIVATIONS[decision.by];
		case 'nothing':
			return decision.count in NOTHINGS ? NOTHINGS[decision.count as Nothing] : NOTHINGS.other;
		default:
			return OUTCOMES[decision.do];
	}
}

/** The sentence of a code in the reader's language, with what the item says where places stay open. */
export const codeMessage = (
	reason: { code: string; text: string; params: IssueParams },
	language: Language,
): string => wordsOf(reason.code, reason.params, { message: reason.text }, language).message;

/** What to do about a code; null where there is nothing. */
export function codeAction(
	issue: { code: string; params: IssueParams; message?: string; action?: string },
	language: Language,
): string | null {
	const { action } = wordsOf(
		issue.code,
		issue.params,
		{
			message: issue.message ?? '',
			...(issue.action === undefined ? {} : { action: issue.action }),
		},
		language,
	);
	return action;
}

export const isLocked = (codes: readonly string[]): boolean =>
	codes.some((code) => NOT_OVERRIDABLE.has(code));

/** `2026-11-24T03:00:00.000Z` as `24 Nov 2026, 03:00 UTC`; other text stays as it is. */
export function formatInstant(instant: string, language: Language): string {
	const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(instant);
	const [, date, time] = parts ?? [];
	if (date === undefined || time === undefined) return instant;
	return `${formatDate(date, language)}, ${time} UTC`;
}

/** Alleo's dates may carry a time; only the day says something here. */
export const formatDay = (value: string, language: Language): string =>
	formatDate(value.slice(0, 10), language);

export const isBlank = (value: FieldValue): boolean => value === null || value === '';
