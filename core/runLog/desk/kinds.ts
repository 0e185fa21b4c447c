/**
 * What kind of message it is, for who sends some of them elsewhere. Each is said once per change: a plan that
 * waits, a run that is done, and so on.
 */
export const MESSAGE_KINDS = [
	/** Somebody has to decide on a plan. */
	'planWaits',
	/** A plan was applied, rejected, or ended without a decision: with the result. */
	'done',
	/** Alleo refused changes, for another reason than in the run before. */
	'failedChanges',
	/** A run stopped with an error. */
	'stopped',
	/** People wait for a correction or a decision, who did not in the run before. */
	'held',
	/** Only a new connection by the customer mends it: with the link for that. */
	'lostConsent',
	/** The first run that went well after one that did not. */
	'worksAgain',
	/** A plan was approved with "enable", and the daily sync could not be switched on. */
	'notEnabled',
	'enabled',
	/** A run ended without a word. */
	'cut',
	/** The week of all customers; for who looks after this n8n. */
	'digest',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
