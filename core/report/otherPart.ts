import type { Language } from '../issues';
import type { RowCounts, SummaryFacts } from '../model/summary';
import { formatCount } from '../ui/format';
import { say } from './page/text';

/**
 * One reading may give two plans: what needs a person waits, the rest goes on by itself. The counts are
 * of the whole reading and the rows of one plan, so what is left is the other plan.
 */

const WRITING = ['deactivate', 'reactivate', 'create', 'update'] as const;
export type WritingAction = (typeof WRITING)[number];

export interface OtherPart {
	/** What the other plan does, without what it does not do. */
	actions: ReadonlyArray<readonly [WritingAction, people: number]>;
	people: number;
	/** This plan goes on by itself and the other one waits for a person; false: the other way round. */
	waits: boolean;
}

const sumOf = (rows: RowCounts): number =>
	Object.values(rows).reduce((sum, count) => sum + count, 0);

/** @returns null where the plan is the only one of its reading, or of a version that made only one */
export function otherPart({ plan, rows, counts, status }: SummaryFacts): OtherPart | null {
	if (plan.dataset !== undefined || sumOf(rows) === 0) return null;
	const all = { ...counts, deactivate: counts.deactivate + counts.absent_deactivate };
	const actions = WRITING.map((action) => [action, all[action] - rows[action]] as const).filter(
		([, people]) => people > 0,
	);
	if (actions.length === 0) return null;
	const people = actions.reduce((sum, [, count]) => sum + count, 0);
	return { actions, people, waits: status === 'ready' };
}

/** Said, or the numbers of the plan would look wrong beside those of the HR system. */
export function otherPartText(summary: SummaryFacts, language: Language): string | null {
	const other = otherPart(summary);
	if (other === null) return null;
	const t = say(language);
	const actions = other.actions
		.map(([action, people]) => `${formatCount(people, language)} ${t(`${action}Short`)}`)
		.join(', ');
	return t(other.waits ? 'otherWaits' : 'otherGoesOn', { actions });
}
