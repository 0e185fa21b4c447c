import { z } from 'zod';
import { compareText, groupBy } from '../model/collect';
import { daysBetween, isCivilDate } from '../model/dates';
import type { AppliedBefore, Past } from '../plan/past';
import { readMemory } from './compare';
import { readDetails } from './details';
import type { RunDetails } from './details';

/** Reads of the run log what a new plan of the same workflow wants to know of the earlier ones. */

/** The longest window of the limits over time, with the day itself. */
const WINDOW_DAYS = 30;

const text = z.string().nullish().catch(null);
const count = z.number().nullish().catch(null);

const LogRow = z.object({
	run: z.union([z.string(), z.number()]).transform(String),
	workflow: z.union([z.string(), z.number()]).transform(String),
	state: text,
	decision: text,
	plan_status: text,
	reference_date: text,
	started_at: text,
	finished_at: text,
	/** The Data Table's own. */
	createdAt: text,
	to_create: count,
	to_reactivate: count,
	to_deactivate: count,
	counts: text,
	applied: count,
});
type LogRow = z.infer<typeof LogRow>;

type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows themselves, given as items of n8n, as they are, or as JSON; null: no list, or a reading that failed. */
export function rowsOf(history: unknown): Raw[] | null {
	let list = history;
	if (typeof history === 'string') {
		try {
			list = JSON.parse(history);
		} catch {
			return null;
		}
	}
	if (!Array.isArray(list)) return null;
	const rows: Raw[] = [];
	for (const entry of list) {
		if (!isRaw(entry)) continue;
		const row = isRaw(entry['json']) ? entry['json'] : entry;
		if (entry['error'] !== undefined || row['error'] !== undefined) return null;
		// n8n gives one empty item where a table has no rows.
		if (Object.keys(row).length > 0) rows.push(row);
	}
	return list.length > 0 && rows.length === 0 && !list.every(isRaw) ? null : rows;
}

/** When it was written down, for rows of one run and for runs of one day. */
const writtenAt = (row: LogRow): string => row.finished_at ?? row.started_at ?? '';

/** A run that stands there twice counts once, as it was written last. */
const latestOfEach = (rows: readonly LogRow[]): LogRow[] =>
	[...groupBy(rows, ({ run }) => run).values()].map((same) =>
		same.reduce((kept, row) => (writtenAt(row) >= writtenAt(kept) ? row : kept)),
	);

/**
 * The day that a run counts on. Everything in the log has happened: what a date set by hand puts after
 * the new plan's day, or what has no readable date, counts as that day, so that no date hides it.
 */
function dayOf(row: LogRow, referenceDate: string): string {
	const days = [row.reference_date, row.finished_at, row.started_at, row.createdAt];
	const day = days.map((value) => value?.slice(0, 10) ?? '').find(isCivilDate);
	return day === undefined || day > referenceDate ? referenceDate : day;
}

const UNLISTED = [
	['create', 'to_create'],
	['reactivate', 'to_reactivate'],
	['deactivate', 'to_deactivate'],
] as const;

/**
 * Where a record has no details (an earlier version wrote it) no more can have gone out than was
 * planned, nor than was applied. A run that stopped after its plan may have applied all of it.
 */
function unlisted(row: LogRow): Array<Pick<AppliedBefore, 'action' | 'people'>> {
	const brokeOff =
		row.state === 'applying' ||
		((row.state === 'failed' || row.state === 'part') && row.plan_status === 'ready');
	const most = row.applied ?? (brokeOff ? Infinity : 0);
	return UNLISTED.map(([action, column]) => ({
		action,
		people: Math.min(row[column] ?? 0, most),
	})).filter(({ people }) => people > 0);
}

/** @param details of the same row; null where they cannot be read */
function appliedBy(
	row: LogRow,
	details: RunDetails | null,
	referenceDate: string,
): readonly AppliedBefore[] {
	// What a person approved was judged.
	if (row.decision === 'approved') return [];
	const date = dayOf(row, referenceDate);
	if (daysBetween(date, referenceDate) >= WINDOW_DAYS) return [];
	if (details?.applied !== undefined) return details.applied.map((part) => ({ date, ...part }));
	const nowhere = { partition: null, alleo_company_id: null };
	return unlisted(row).map((part) => ({ date, ...nowhere, ...part }));
}

/** By external id, of the newest plan up to the day that says who is held. */
function heldSince(
	records: ReadonlyArray<{ row: LogRow; details: RunDetails | null }>,
	referenceDate: string,
): Map<string, string> {
	let newest: { key: string; date: string; holds: NonNullable<RunDetails['holds']> } | null = null;
	for (const { row, details } of records) {
		const date = row.reference_date ?? '';
		if (details?.holds === undefined || !isCivilDate(date) || date > referenceDate) continue;
		const key = `${date} ${row.started_at ?? ''}`;
		if (newest === null || compareText(key, newest.key) > 0) {
			newest = { key, date, holds: details.holds };
		}
	}
	const since = new Map<string, string>();
	for (const { external_id: id, since: day } of newest?.holds ?? []) {
		if (isCivilDate(day) && day <= (newest?.date ?? '')) since.set(id, day);
	}
	return since;
}

/** Where people were changed, and whether a person approved another plan since. */
function companiesOf(
	records: ReadonlyArray<{ row: LogRow; details: RunDetails | null }>,
): Map<number, boolean> {
	const last = new Map<number, string>();
	let approved = '';
	for (const { row, details } of records) {
		const at = writtenAt(row);
		if (row.decision === 'approved' && at > approved) approved = at;
		for (const { alleo_company_id: company } of details?.applied ?? []) {
			if (company !== null && at >= (last.get(company) ?? '')) last.set(company, at);
		}
	}
	return new Map([...last].map(([company, at]) => [company, approved > at]));
}

const UNREADABLE: Past = {
	log: 'unreadable',
	applied: [],
	seen: null,
	leftOut: new Set(),
	heldSince: new Map(),
	companies: new Map(),
};

/**
 * Whether a run of this workflow did its work to the end and wrote something: of a workflow that makes a
 * file, whether one was sent. A log that cannot be read says of none.
 */
export function hasApplied(history: unknown, workflow: string): boolean {
	const rows = (rowsOf(history) ?? []).flatMap((entry) => LogRow.safeParse(entry).data ?? []);
	return rows.some(
		(row) => row.workflow === workflow && row.state === 'applied' && (row.applied ?? 0) > 0,
	);
}

/**
 * Whether a log is kept at all is for the caller to say. What is no list, holds an error, or has rows
 * of which none is one of a run log, is `unreadable`; a list without rows is a log that is empty.
 *
 * @param history rows of the run log in any order, as n8n's items, as they are, or as JSON
 * @param workflow n8n's id; rows of another workflow are passed over
 * @param referenceDate YYYY-MM-DD, of the new plan
 */
export function readPast(history: unknown, workflow: string, referenceDate: string): Past {
	const given = rowsOf(history);
	if (given === null) return UNREADABLE;
	const rows = given.flatMap((entry) => {
		const row = LogRow.safeParse(entry);
		return row.success ? [row.data] : [];
	});
	if (given.length > 0 && rows.length === 0) return UNREADABLE;
	const own = latestOfEach(rows.filter((row) => row.workflow === workflow));
	const records = own.map((row) => ({ row, details: readDetails(row.counts) }));
	const memory = readMemory(given, workflow, referenceDate);
	return {
		log: 'read',
		applied: records.flatMap(({ row, details }) => appliedBy(row, details, referenceDate)),
		seen: memory.since === null ? null : new Set(memory.seen.keys()),
		leftOut: new Set(memory.remembered.keys()),
		heldSince: heldSince(records, referenceDate),
		companies: companiesOf(records),
	};
}
