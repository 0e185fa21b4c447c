import { DEFAULT_BUDGET_LIMITS } from '../model/budget';
import type { BudgetLimits } from '../model/budget';
import type { WritableField } from '../model/employee';
import { NO_ANSWERS } from '../model/inbox';
import type { Answers } from '../model/inbox';
import { NO_PAST } from './past';
import type { Past } from './past';

/** How a field is kept: always equal to the source, only set at creation, or only where Alleo has nothing. */
export type KeepPolicy = 'always' | 'onCreate' | 'whenEmpty';

/**
 * A limit in people. The share applies from a minimum, so that one leaver does not block a small
 * employer; the minimum itself is capped at half of the people, so that a tiny one is protected too.
 */
export interface GuardLimit {
	percent: number;
	minimum: number;
	maximum: number;
}

export type LimitedGuard =
	| 'PARTITION_VANISHED'
	| 'DEACTIVATION_LIMIT'
	| 'REACTIVATION_LIMIT'
	| 'CREATE_LIMIT'
	| 'UPDATE_LIMIT'
	| 'FIELD_DRIFT'
	| 'IDENTITY_KEYS_CHANGED'
	| 'DUPLICATES';

export type GuardCode =
	| LimitedGuard
	| 'EMPTY_SOURCE'
	| 'INCOMPLETE_PARTITION'
	| 'ACCESS_FIELD_IGNORED'
	| 'PART_EMPTIED'
	| 'COMPANY_NOT_READ'
	| 'TAKEOVER';

/**
 * The starred guards of the design: no person can override them. Of a file: what makes that a one-off is given
 * twice, and what cannot be sent anyway.
 */
export const NOT_OVERRIDABLE: ReadonlySet<string> = new Set<
	GuardCode | 'BUDGET_PREVIOUS_UNREADABLE' | 'FILE_FOLDER_UNUSABLE'
>([
	'EMPTY_SOURCE',
	'INCOMPLETE_PARTITION',
	'IDENTITY_KEYS_CHANGED',
	'BUDGET_PREVIOUS_UNREADABLE',
	'FILE_FOLDER_UNUSABLE',
]);

export const DEFAULT_LIMITS: Record<LimitedGuard, GuardLimit> = {
	PARTITION_VANISHED: { percent: 5, minimum: 3, maximum: 100 },
	DEACTIVATION_LIMIT: { percent: 5, minimum: 3, maximum: 50 },
	REACTIVATION_LIMIT: { percent: 2, minimum: 2, maximum: 20 },
	CREATE_LIMIT: { percent: 10, minimum: 5, maximum: 100 },
	UPDATE_LIMIT: { percent: 20, minimum: 10, maximum: 500 },
	FIELD_DRIFT: { percent: 10, minimum: 5, maximum: 500 },
	IDENTITY_KEYS_CHANGED: { percent: 5, minimum: 2, maximum: 25 },
	DUPLICATES: { percent: 2, minimum: 4, maximum: 50 },
};

/** How many people may be touched before the guard trips; `base` is the people it is a share of. */
export function allowed(limit: GuardLimit, base: number): number {
	const floor = Math.max(1, Math.min(limit.minimum, Math.floor(base / 2)));
	return Math.min(limit.maximum, Math.max(floor, Math.floor((base * limit.percent) / 100)));
}

/** Fields of which the plan knows that they decide about somebody; who has a value is in the people. */
export const DECIDING_FIELDS = ['alleo_filter', 'alleo_access'] as const;
export type DecidingField = (typeof DECIDING_FIELDS)[number];

/** That a field decided about people of one partition in the last good run. */
export interface FieldUse {
	field: DecidingField;
	/** null: of people without a partition. */
	partition: string | null;
	/** How many had a value. */
	people: number;
	/** External ids of some of them, so that a field is not missed when just those people left. */
	ids: readonly string[];
}

export interface DiffOptions {
	/** The Alleo company of everybody without a routing value; null where only routed people exist. */
	companyId: number | null;
	/** `alleo_filter` value (compared trimmed, in any case) to Alleo company id. */
	routing: ReadonlyArray<{ filter: string; companyId: number }>;
	absentPolicy: 'report' | 'deactivate';
	ineligiblePolicy: 'deactivate' | 'report';
	/** What becomes of an account with this person's address that has the external id of another system. */
	takeover: 'ask' | 'off';
	approval: 'always' | 'whenGuardTrips';
	/** Whether what no guard is about goes on as a plan of its own while the rest waits. */
	splitPlan: boolean;
	/** Days after the last day in service for which an account stays active; 0: off-boarded the next day. */
	offboardAfterDays: number;
	limits: Record<LimitedGuard, GuardLimit>;
	keep: Partial<Record<WritableField, KeepPolicy>>;
	/** Partitions that earlier runs read; one that is missing now has vanished. */
	knownPartitions: readonly string[];
	/** Ids of companies that were not read on purpose, as the last good run knew them; null: no such run. */
	knownUnread: readonly string[] | null;
	/** Fields that were in use in the last good run; one that nobody has now has vanished. */
	fieldsInUse: readonly FieldUse[];
	/** Names of fields that may be gone, because they were taken away on purpose. */
	retiredFields: readonly string[];
	/** Which of the two rows of a move to another Alleo company goes first. */
	moveOrder: 'createFirst' | 'deactivateFirst';
	/** Moves that Alleo refused before, as `moveKey` of core/plan/moves.ts; they are not tried again. */
	refusedMoves: readonly string[];
	/** Days between two employments that still count as one service (design: 7). */
	gapDays: number;
	budgetLimits: BudgetLimits;
	/** Active people that a part must have for limits of its own. */
	partSize: number;
	/** How many times the daily limit may be reached in 7 days. */
	weekTimes: number;
	/** And in 30 days. */
	monthTimes: number;
	past: Past;
	/** What was answered in the inbox; routes among them stand in `routing` too (people/answered.ts). */
	answers: Answers;
}

export const DEFAULT_OPTIONS: DiffOptions = {
	companyId: null,
	routing: [],
	absentPolicy: 'report',
	ineligiblePolicy: 'deactivate',
	takeover: 'ask',
	approval: 'always',
	splitPlan: true,
	offboardAfterDays: 0,
	limits: DEFAULT_LIMITS,
	keep: {},
	knownPartitions: [],
	knownUnread: null,
	fieldsInUse: [],
	retiredFields: [],
	moveOrder: 'createFirst',
	refusedMoves: [],
	gapDays: 7,
	budgetLimits: DEFAULT_BUDGET_LIMITS,
	partSize: 10,
	weekTimes: 2,
	monthTimes: 3,
	past: NO_PAST,
	answers: NO_ANSWERS,
};

/** The language is the person's own after the first day; everything else follows the source. */
export const keepPolicy = (options: DiffOptions, field: WritableField): KeepPolicy =>
	options.keep[field] ?? (field === 'language' ? 'onCreate' : 'always');
