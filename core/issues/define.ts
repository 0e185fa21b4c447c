/** What a reader of a code needs, in both languages. `{name}` is a place for a field name, a count or a limit; never for a personal value. */
export interface BilingualText {
	en: string;
	nl: string;
}

export interface IssueText {
	/** error: the run stops. hold: one person waits. guard: the plan is blocked. notice: shown only. outcome: result of a written row. reason: why a row is as it is. */
	severity: 'error' | 'hold' | 'guard' | 'notice' | 'outcome' | 'reason';
	what: BilingualText;
	/** Why it matters or what usually causes it; optional where `what` says it all. */
	why?: BilingualText;
	action: BilingualText;
}

export type IssueTable = Record<string, IssueText>;

/** Keeps the literal keys (so a code is a type) while checking the shape. */
export const defineIssues = <T extends IssueTable>(table: T): T => table;
