import type { AlleoEmployee, Employee } from '../../model/employee';
import type { GuardResult } from '../../model/summary';
import { withEmail, withExternalId } from '../accounts';
import { countingMoves, emptySource, guard, incompleteSource } from '../guard';
import { allowed } from '../options';
import type { DiffOptions, LimitedGuard } from '../options';
import { companiesNotRead } from './former';
import { worstDrift } from './drift';
import { about, largest, limitedParts, smallestOver } from './limits';
import { tally } from './parts';
import { NO_EMPLOYER } from './partKinds';
import type { HeadCount, Part } from './partKinds';
import type { PartsInput } from './parts';
import { appliedBefore, rollingLimits } from './rolling';
import type { LimitedRow } from './rolling';

/**
 * Guards: what makes a run look dangerous. Each has a limit in people and says what to look at.
 *
 * A limit counts for the whole plan and for every part with `partSize` active people, with the same
 * share: the smallest part that is over its own is named. A part that is new, or that nobody in Alleo is
 * in yet, has none, so that a new company or a group under a new name is for the whole plan to judge.
 * The guards that hold everything (drift, duplicates) do not look at groups: a dozen people of one kind
 * are often odd in the same way, every day, and that must not stop the others every day.
 */

export interface GuardInput extends PartsInput {
	absent: readonly AlleoEmployee[];
	/** Every account that came in, the other companies' too. */
	allAccounts: readonly AlleoEmployee[];
	options: DiffOptions;
	referenceDate: string;
}

/** How many people may be touched of everybody, or of one part; at least one, also where nobody is. */
const share = ({ limits }: DiffOptions, code: LimitedGuard, people: number): number =>
	allowed(limits[code], Math.max(people, 1));

/** New ids whose address is on the account of an id that vanished: the key changed, not the people. */
function changedKeys(input: GuardInput): number {
	const absent = new Set(input.absent.map((account) => account.id));
	if (absent.size === 0) return 0;
	let changed = 0;
	for (const person of input.people) {
		if (person.status !== 'active' || person.email === null || person.external_id === null)
			continue;
		if (withExternalId(input.accounts, person.external_id).length > 0) continue;
		if (withEmail(input.accounts, person.email).some((account) => absent.has(account.id)))
			changed++;
	}
	return changed;
}

/** Known partitions that were not read at all, and active people who are gone: half a source looks like this. */
function vanished({ absent, coverage, options }: GuardInput, activeOurs: number): GuardResult {
	const read = new Set(coverage.map((entry) => entry.partition));
	const missing = options.knownPartitions.filter((partition) => !read.has(partition)).length;
	const limit = allowed(options.limits.PARTITION_VANISHED, activeOurs);
	if (missing > 0) return { ...guard('PARTITION_VANISHED', 0, missing), tripped: true };
	return guard('PARTITION_VANISHED', limit, absent.length);
}

/** People whom the access field refuses while it decides nothing; Normalize remarks them. */
const ignoredRefusals = (people: readonly Employee[]): number =>
	people.filter(({ notices }) => notices.some(({ code }) => code === 'ACCESS_NO_IGNORED')).length;

/** From here on that everybody of a part leaves is no coincidence. */
const LEAST: Record<Part['kind'], number> = { partition: 2, alleoCompany: 2, group: 5 };

/**
 * The largest part that ends as a whole: nobody stays or arrives there. Somebody who is held is no sign
 * that the part goes on: one unreadable record must not hide the end of the others. Those without an
 * employer are no company: two old records of leavers may well lack it, so they count as a group does.
 */
function emptied(parts: readonly Part[]): GuardResult {
	const ended = parts.filter(
		({ kind, id, active, ends, undecided, stays }) =>
			stays === 0 &&
			ends.size >= LEAST[id === NO_EMPLOYER ? 'group' : kind] &&
			new Set([...ends, ...undecided]).size >= active,
	);
	const part = largest(ended);
	return about(guard('PART_EMPTIED', 0, part?.ends.size ?? 0), part);
}

/** Of the people who are there, and who came from another group of the same day's plan. */
const baseOf = ({ code }: LimitedRow, { active, movedIn }: HeadCount): number =>
	code === 'CREATE_LIMIT' ? active + movedIn : active;

const ROWS: readonly LimitedRow[] = [
	{ code: 'DEACTIVATION_LIMIT', action: 'deactivate' },
	{ code: 'REACTIVATION_LIMIT', action: 'reactivate' },
	{ code: 'CREATE_LIMIT', action: 'create' },
];

export function evaluateGuards(input: GuardInput): GuardResult[] {
	const { people, coverage, options, referenceDate } = input;
	const tallies = tally(input);
	const { whole } = tallies;
	const parts = limitedParts(tallies, options.partSize);
	const withoutGroups = parts.filter(({ kind }) => kind !== 'group');
	const applied = appliedBefore(options.past, referenceDate);
	const isBlind = options.past.log === 'unreadable';

	/** What went out before is not known: then half of it may go out today. */
	const today = (row: LimitedRow, of: HeadCount): number => {
		const limit = share(options, row.code, baseOf(row, of));
		return isBlind ? Math.max(1, Math.floor(limit / 2)) : limit;
	};
	const limitedRow = (row: LimitedRow): GuardResult[] => {
		const { part, limit, actual } = smallestOver(whole, parts, (of) => ({
			limit: today(row, of),
			actual: of[row.action],
		}));
		const daily = countingMoves(
			about(guard(row.code, limit, actual), part),
			(part ?? whole).moved[row.action],
		);
		return [daily, ...rollingLimits(row, whole, parts, options, applied)];
	};
	const updates = smallestOver(whole, parts, (of) => ({
		limit: share(options, 'UPDATE_LIMIT', of.active),
		actual: of.update,
	}));
	const duplicates = smallestOver(whole, withoutGroups, (of) => ({
		limit: share(options, 'DUPLICATES', of.inService),
		actual: of.duplicates,
	}));
	const drifting = smallestOver(whole, withoutGroups, ({ drift }) =>
		worstDrift(drift, options.limits.FIELD_DRIFT),
	);
	const { field, kind, limit, actual } = worstDrift(
		(drifting.part ?? whole).drift,
		options.limits.FIELD_DRIFT,
	);
	const takeovers = input.proposals.filter(({ rows }) =>
		rows.some(({ reason }) => reason.code === 'TAKEOVER'),
	).length;
	return [
		emptySource(people.length),
		incompleteSource('INCOMPLETE_PARTITION', coverage),
		vanished(input, Math.max(whole.active, 1)),
		emptied(tallies.parts),
		...ROWS.flatMap(limitedRow),
		about(guard('UPDATE_LIMIT', updates.limit, updates.actual), updates.part),
		guard('ACCESS_FIELD_IGNORED', 0, ignoredRefusals(people)),
		guard('TAKEOVER', 0, takeovers),
		about(guard('FIELD_DRIFT', limit, actual, { field, kind }), drifting.part),
		guard(
			'IDENTITY_KEYS_CHANGED',
			share(options, 'IDENTITY_KEYS_CHANGED', whole.active),
			changedKeys(input),
		),
		about(guard('DUPLICATES', duplicates.limit, duplicates.actual), duplicates.part),
		...companiesNotRead(input.allAccounts, options),
	];
}
