import { daysBetween } from '../../model/dates';
import type { GuardResult } from '../../model/summary';
import { countingMoves, guard } from '../guard';
import { allowed } from '../options';
import type { DiffOptions } from '../options';
import type { Past } from '../past';
import { about, smallestOver } from './limits';
import type { Counted, Part, HeadCount } from './partKinds';

/** Limits over time: what went out in the last days without anybody being asked counts with today's. */

type Days = 7 | 30;

/** A guard about rows of one action. */
export interface LimitedRow {
	code: 'DEACTIVATION_LIMIT' | 'REACTIVATION_LIMIT' | 'CREATE_LIMIT';
	action: Counted;
}

const WINDOWS: ReadonlyArray<{ days: Days; times: 'weekTimes' | 'monthTimes' }> = [
	{ days: 7, times: 'weekTimes' },
	{ days: 30, times: 'monthTimes' },
];

/** People of one action, by window. */
type Sums = Record<Days, number>;

const NONE: Sums = { 7: 0, 30: 0 };

const keyOf = (action: string, kind: Part['kind'] | 'plan', id: string | number): string =>
	`${action} ${kind} ${id}`;

/** What went out before, of everybody and of each part that the run log knows. */
export type Applied = (action: Counted, part: Part | null) => Sums;

/** One pass over the run log, however many parts there are. */
export function appliedBefore({ applied }: Past, referenceDate: string): Applied {
	const all = new Map<string, Sums>();
	const ages = new Map<string, number>();
	const add = (key: string, ago: number, people: number): void => {
		let sums = all.get(key);
		if (sums === undefined) all.set(key, (sums = { ...NONE }));
		for (const { days } of WINDOWS) if (ago < days) sums[days] += people;
	};
	for (const { date, action, partition, alleo_company_id: company, people } of applied) {
		const ago = ages.get(date) ?? daysBetween(date, referenceDate);
		ages.set(date, ago);
		if (ago < 0) continue;
		add(keyOf(action, 'plan', ''), ago, people);
		if (partition !== null) add(keyOf(action, 'partition', partition), ago, people);
		if (company !== null) add(keyOf(action, 'alleoCompany', company), ago, people);
	}
	return (action, part) => all.get(keyOf(action, part?.kind ?? 'plan', part?.id ?? '')) ?? NONE;
}

/**
 * One result for each window, of the smallest part that trips, else of the whole plan; none where no
 * log is kept. A plan without rows of the action has nothing that could wait. Of a log that cannot be
 * read only what trips is said, as what it does not tell may be more.
 *
 * @param parts those with limits of their own, the smallest first
 */
export function rollingLimits(
	{ code, action }: LimitedRow,
	whole: HeadCount,
	parts: readonly Part[],
	options: DiffOptions,
	applied: Applied,
): GuardResult[] {
	const { past, limits } = options;
	if (past.log === 'none') return [];
	const logged = parts.filter(({ isLogged, [action]: today }) => isLogged && today > 0);
	const results = WINDOWS.map(({ days, times }) => {
		const { part, limit, actual } = smallestOver(whole, logged, (tally, part) => ({
			limit: Math.floor(options[times] * allowed(limits[code], Math.max(tally.active, 1))),
			actual: tally[action] + applied(action, part)[days],
		}));
		const moved = (part ?? whole).moved[action];
		const result = countingMoves(about(guard(code, limit, actual), part, days), moved);
		return whole[action] === 0 ? { ...result, tripped: false } : result;
	});
	return past.log === 'read' ? results : results.filter(({ tripped }) => tripped);
}
