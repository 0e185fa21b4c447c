import type { Outcome } from '../model/plan';

/** Skips that somebody wanted: the plan held the row, or the approver left it out or settled it. */
const WANTED: ReadonlySet<string> = new Set([
	'HELD',
	'EXCLUDED',
	'ANSWERED_TOGETHER',
	'ANSWERED_OTHER',
]);

/**
 * Which output an outcome goes to: "Applied" for what is now as planned and for what was skipped on
 * purpose, "Failed" for everything that somebody should look at.
 */
export const isFailure = ({ outcome, code }: Outcome): boolean =>
	outcome === 'failed' || (outcome === 'skipped' && !WANTED.has(code));
