import type { Language } from '../issues';
import type { SummaryFacts } from '../model/summary';
import { formatCount } from '../ui/format';
import { say } from './page/text';

/**
 * One reading may give two plans: what needs a person waits, the rest goes on by itself. The counts are
 * of the whole reading, so each plan says what the other one has of them.
 */

const WRITING = ['deactivate', 'reactivate', 'create', 'update'] as const;
export type WritingAction = (typeof WRITING)[number];

export interface OtherPart {
	/** What the other plan does, without what it does not do. */
	actions: ReadonlyArray<readonly [WritingAction, people: number]>;
	people: number;
	/** The other plan waits for a person and this one goes on by itself; false: the other way round. */
	waits: boolean;
}

/** @returns null where the plan is the only one of its reading, or the other one writes nothing */
export function otherPart({ other, status }: SummaryFacts): OtherPart | null {
	if (other === undefined) return null;
	const actions = WRITING.map((action) => [action, other[action]] as const).filter(
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
