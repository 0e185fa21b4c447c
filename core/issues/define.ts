import type { BilingualText } from './text';

/**
 * error: the run stops. hold: one person waits. guard: the plan is blocked. notice: shown only.
 * outcome: result of a written row. reason: why a row is as it is.
 */
export type Severity = 'error' | 'hold' | 'guard' | 'notice' | 'outcome' | 'reason';

/** What a reader of a code needs. `T`: its texts, from which its places are typed. */
export interface IssueText<T extends string = string> {
	severity: Severity;
	what: BilingualText<T>;
	action: BilingualText;
	/** Why it matters or what usually causes it; absent where `what` says it all. */
	why?: BilingualText;
}

export const NOTHING_TO_DO = { en: 'Nothing to do.', nl: 'Niets te doen.' } as const;

/** What happened, what to do, and why it matters, each in English and Dutch. */
interface Define {
	<T extends string>(en: T, nl: T): IssueText<T>;
	<T extends string>(en: T, nl: T, actionEn: T, actionNl: T): IssueText<T>;
	<T extends string>(en: T, nl: T, actionEn: T, actionNl: T, whyEn: T, whyNl: T): IssueText<T>;
}

const define =
	(severity: Severity): Define =>
	<T extends string>(
		en: T,
		nl: T,
		actionEn: string = NOTHING_TO_DO.en,
		actionNl: string = NOTHING_TO_DO.nl,
		whyEn = '',
		whyNl = '',
	): IssueText<T> => ({
		severity,
		what: { en, nl },
		action: { en: actionEn, nl: actionNl },
		...(whyEn === '' ? {} : { why: { en: whyEn, nl: whyNl } }),
	});

export const error = define('error');
export const hold = define('hold');
export const guard = define('guard');
export const notice = define('notice');
export const outcome = define('outcome');
export const reason = define('reason');
