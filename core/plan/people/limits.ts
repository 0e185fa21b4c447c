import { compareText } from '../../model/collect';
import type { GuardResult, GuardScope } from '../../model/summary';
import { scoped } from '../guard';
import type { Part, HeadCount } from './partKinds';
import type { Tallies } from './parts';

/** Where a limit is looked at: the whole plan, and every part that is large enough for one of its own. */

/** Of two parts of one size that a person reads first. */
const KINDS: ReadonlyArray<Part['kind']> = ['partition', 'alleoCompany', 'group'];

const bySize = (a: Part, b: Part): number =>
	a.active - b.active || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareText(a.id, b.id);

/** The smallest first. A part with everybody in it is the plan itself. */
export const limitedParts = ({ whole, parts }: Tallies, partSize: number): Part[] =>
	parts.filter(({ active }) => active >= partSize && active < whole.active).sort(bySize);

/** The largest one, for a guard that names what ends as a whole: a company, and not one of its groups. */
export const largest = (parts: readonly Part[]): Part | null =>
	parts.reduce<Part | null>(
		(most, part) =>
			most === null ||
			part.active > most.active ||
			(part.active === most.active && bySize(part, most) < 0)
				? part
				: most,
		null,
	);

export interface Numbers {
	limit: number;
	actual: number;
}

export interface Judged extends Numbers {
	/** null: the whole plan. */
	part: Part | null;
}

/** The smallest part that is over its limit, else the whole plan. */
export function smallestOver(
	whole: HeadCount,
	smallestFirst: readonly Part[],
	numbersOf: (tally: HeadCount, part: Part | null) => Numbers,
): Judged {
	for (const part of smallestFirst) {
		const numbers = numbersOf(part, part);
		if (numbers.actual > numbers.limit) return { part, ...numbers };
	}
	return { part: null, ...numbersOf(whole, null) };
}

/** The result with the part and the days that it is about. */
export function about(
	result: GuardResult,
	part: Part | null,
	days: GuardScope['days'] = null,
): GuardResult {
	if (part === null) {
		if (days === null) return result;
		return scoped(result, { kind: 'plan', id: null, name: null, days });
	}
	const { kind, id, name, active } = part;
	return scoped(result, { kind, id, name, days }, active);
}
