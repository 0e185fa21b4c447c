import { resolveIssue } from '../issues';
import type { Language } from '../issues';
import type { RowCounts, SummaryFacts } from '../model/summary';
import { changesIn } from '../plan/count';
import { countsText } from '../ui/actions';
import { say } from './page/text';

/**
 * One reading may give two plans: what needs a person waits, the rest goes on by itself. The counts are
 * of the whole reading, so each plan says what the other one has of them.
 */

/** The notice of a plan of one person. */
export const ABOUT_ONE = 'PLAN_OF_ONE';

export interface OtherPart {
	/** What the other plan does; who is on hold there waits in any case. */
	rows: RowCounts;
	/** How many changes that is. */
	changes: number;
	/** The other plan waits for a person and this one goes on by itself; false: the other way round. */
	waits: boolean;
}

/** @returns null where the plan is the only one of its reading, or the other one writes nothing */
export function otherPart({ other, status }: SummaryFacts): OtherPart | null {
	if (other === undefined) return null;
	const rows: RowCounts = { ...other, hold: 0 };
	const changes = changesIn(rows);
	return changes === 0 ? null : { rows, changes, waits: status === 'ready' };
}

/** The plan is about one person whom somebody asked for; the counts of the reading are of everybody. */
export const isOfOne = ({ notices }: Pick<SummaryFacts, 'notices'>): boolean =>
	notices.some(({ code }) => code === ABOUT_ONE);

/** Said, or the numbers of the plan would look wrong beside those of the HR system. */
export function otherPartText(summary: SummaryFacts, language: Language): string | null {
	if (isOfOne(summary)) return resolveIssue(ABOUT_ONE, {}, language).message;
	const other = otherPart(summary);
	if (other === null) return null;
	const actions = countsText(other.rows, language);
	return say(language)(other.waits ? 'otherWaits' : 'otherGoesOn', { actions });
}
