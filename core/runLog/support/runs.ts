import { countBy, groupBy } from '../../model/collect';
import { Counts } from '../../model/summary';
import { NUMBER_COLUMNS, RUN_STATES } from '../columns';
import { readDetails } from '../details';
import { codesIn, countIn, timeIn } from './describe';

/**
 * Rows of the run log for a support bundle. Left out: who approved, what they wrote, which rows were left
 * out and why (external ids), the signatures of rows, and the ids of who is held.
 */

const TIMES = ['reference_date', 'started_at', 'finished_at', 'expires_at', 'decided_at'] as const;
/** Columns that hold one of a few words, and those words. */
const CHOICES = {
	source: ['nmbrs', 'afas', 'other'],
	mode: ['daily', 'dryRun', 'monthly', 'other'],
	state: RUN_STATES,
	plan_status: ['ready', 'blocked', 'empty'],
	decision: ['approved', 'rejected', 'expired'],
} as const satisfies Record<string, readonly string[]>;

export type SupportRow = Readonly<Record<string, unknown>>;

const wordIn = (words: readonly string[], value: unknown): string | null =>
	words.find((word) => word === value) ?? null;

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** By reason: how many people are held, and the longest since when. */
function heldIn(holds: NonNullable<ReturnType<typeof readDetails>>['holds']): object | null {
	if (holds === undefined) return null;
	return [...groupBy(holds, ({ code }) => codesIn(code)[0] ?? 'UNKNOWN')].map(([code, own]) => ({
		code,
		people: own.length,
		since: own.flatMap(({ since }) => timeIn(since) ?? []).sort()[0] ?? null,
	}));
}

/** How often each action was applied, and in how many parts of the people. */
function appliedIn(applied: NonNullable<ReturnType<typeof readDetails>>['applied']): object | null {
	if (applied === undefined) return null;
	const parts = new Set(applied.map(({ partition }) => partition)).size;
	const actions = countBy(
		applied.flatMap(({ action, people }) => Array.from({ length: people }, () => action)),
		(action) => action,
	);
	return { parts, ...Object.fromEntries(actions) };
}

function countsIn(text: unknown): object | null {
	const details = readDetails(textIn(text));
	if (details === null) return null;
	const counts = Object.keys(Counts.shape).map((name) => [
		name,
		countIn(Reflect.get(details, name)),
	]);
	return {
		...Object.fromEntries(counts),
		applied: appliedIn(details.applied),
		held: heldIn(details.holds),
		// The names of what is shared are names of credentials.
		waited: (details.waited ?? []).map(({ seconds, got }) => ({ seconds, got })),
	};
}

/** A run, as far as it may be mailed. n8n's id of the execution finds it again. */
export function supportRun(row: SupportRow): object {
	const pick = <T>(names: readonly string[], read: (value: unknown) => T) =>
		Object.fromEntries(names.map((name) => [name, read(row[name])]));
	const run = textIn(row['run']);
	return {
		run: /^\d{1,20}(?::ready)?$/.test(run) ? run : null,
		...Object.fromEntries(
			Object.entries(CHOICES).map(([name, words]) => [name, wordIn(words, row[name])]),
		),
		...pick(TIMES, timeIn),
		...pick(NUMBER_COLUMNS, countIn),
		counts: countsIn(row['counts']),
		guards: codesIn(textIn(row['guards'])),
		problems: codesIn(textIn(row['problems'])),
		package: /^\d+\.\d+\.\d+$/.test(textIn(row['version'])) ? row['version'] : null,
	};
}
