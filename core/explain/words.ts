import type { Decision, SourceState, TargetState } from '../plan/people/decide';
import { NOT_OVERRIDABLE } from '../plan/options';
import type { IssueParams, Language } from '../issues';
import { NOTHING_TO_DO } from '../issues/define';
import type { FieldValue } from '../model/plan';
import { formatDate } from '../ui/format';
import { formatInstant, HOME_ZONE } from '../ui/instant';
import type { Facts } from './types';
import { wordsOf } from '../report/page/words';
import { isKey, texts } from '../ui/texts';
import type { Pair, TextTable } from '../ui/texts';

/** The decision table in words: both its sides, and what a cell means. Total, like the table itself. */

export const sourceWords = texts({
	active: ['in service', 'in dienst'],
	upcoming: ['starts later', 'begint later'],
	ended: ['left service', 'uit dienst'],
	ineligible: ['takes no part', 'doet niet mee'],
	undecided: [
		'not eligible while the access field is empty',
		'doet niet mee zolang het toegangsveld leeg is',
	],
	held: ['cannot be decided', 'niet te beslissen'],
	absent: ['no such record', 'geen zo’n record'],
} as const satisfies Record<SourceState, Pair>);

export const targetWords = texts({
	none: ['no account', 'geen account'],
	active: ['an active account with this external id', 'een actief account met dit externe id'],
	inactive: [
		'an inactive account with this external id',
		'een inactief account met dit externe id',
	],
	reused: [
		'an active account with this external id that is somebody else’s by name and birthday',
		'een actief account met dit externe id dat naar naam en geboortedatum van iemand anders is',
	],
	reused_inactive: [
		'an inactive account with this external id that is somebody else’s by name and birthday',
		'een inactief account met dit externe id dat naar naam en geboortedatum van iemand anders is',
	],
	adoptable: [
		'an active account with this e-mail address and no external id',
		'een actief account met dit e-mailadres en zonder extern id',
	],
	doubtful: [
		'an active account with this e-mail address and no external id that is somebody else’s by name or birthday',
		'een actief account met dit e-mailadres en zonder extern id dat naar naam of geboortedatum van iemand anders is',
	],
	foreign: [
		'an active account with this e-mail address that another system made',
		'een actief account met dit e-mailadres dat een ander systeem heeft gemaakt',
	],
	inactive_same_email: [
		'an inactive account with this e-mail address that is not linked to this record',
		'een inactief account met dit e-mailadres dat niet aan dit record is gekoppeld',
	],
	email_taken: [
		"the e-mail address is on somebody else's active account",
		'het e-mailadres staat op het actieve account van iemand anders',
	],
} as const satisfies Record<TargetState, Pair>);

type Outcome = 'create' | 'update' | 'adopt' | 'takeover' | 'reactivate' | 'hold' | 'unreachable';
type Deactivation = Extract<Decision, { do: 'deactivate' }>['by'];

const outcomes = texts({
	create: [
		'the person is onboarded with a new account',
		'de persoon wordt geonboard met een nieuw account',
	],
	update: [
		'access stays, and fields that differ are updated',
		'de toegang blijft, en velden die verschillen worden bijgewerkt',
	],
	adopt: [
		'access stays, and the account is linked to this record',
		'de toegang blijft, en het account wordt aan dit record gekoppeld',
	],
	takeover: [
		'access stays, and the account is taken over from the other system, where the setting allows it',
		'de toegang blijft, en het account wordt van het andere systeem overgenomen, als de instelling dat toestaat',
	],
	reactivate: ['the account is activated again', 'het account wordt weer geactiveerd'],
	hold: [
		'the person is held until somebody has sorted it out',
		'de persoon wacht tot iemand het heeft uitgezocht',
	],
	unreachable: ['nothing', 'niets'],
} as const satisfies Record<Outcome, Pair>);

const deactivations = texts({
	evidence: [
		'the person is off-boarded, because the HR system says that service ended',
		'de persoon wordt geoffboard, omdat het HR-systeem zegt dat het dienstverband is geëindigd',
	],
	eligibility: [
		'the person is off-boarded, because access is refused in the HR system',
		'de persoon wordt geoffboard, omdat het HR-systeem toegang weigert',
	],
	absence: [
		'the person is off-boarded, because the policy for absent people says so and everything was read',
		'de persoon wordt geoffboard, omdat het beleid voor ontbrekende mensen dat zegt en alles is gelezen',
	],
} as const satisfies Record<Deactivation, Pair>);

const NOTHINGS = {
	unchanged: ['the account stays as it is', 'het account blijft zoals het is'],
	upcoming: ['wait until the first day', 'wachten tot de eerste dag'],
	ended_unknown: [
		'nothing to do, the person left and has no account to close',
		'niets te doen, de persoon is weg en er is geen account om te sluiten',
	],
	ineligible_unknown: ['no account is made', 'er wordt geen account gemaakt'],
	other: ['nothing', 'niets'],
} as const satisfies TextTable;

const nothings = texts(NOTHINGS);

/** What a cell of the table means, as the end of a sentence. */
export function decisionWords(decision: Decision, language: Language): string {
	switch (decision.do) {
		case 'deactivate':
			return deactivations(language)(decision.by);
		case 'nothing':
			return nothings(language)(isKey(NOTHINGS, decision.count) ? decision.count : 'other');
		default:
			return outcomes(language)(decision.do);
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
	return action === NOTHING_TO_DO[language] ? null : action;
}

export const isLocked = (codes: readonly string[]): boolean =>
	codes.some((code) => NOT_OVERRIDABLE.has(code));

/** An instant in local time, `24 november 2026 04:00`; other text stays as it is. */
export const timeOf = (instant: string, { input }: Facts, language: Language): string =>
	formatInstant(instant, input.timeZone ?? HOME_ZONE, language);

/** Alleo's dates may carry a time; only the day says something here. */
export const formatDay = (value: string, language: Language): string =>
	formatDate(value.slice(0, 10), language);

export const isBlank = (value: FieldValue): boolean => value === null || value === '';
