import { z } from 'zod';
import { isCivilDate } from '../model/dates';
import { readExclusions } from '../approval/exclusions';
import { RUN_STATES } from './columns';
import { readDetails } from './details';

/**
 * Which rows of the run log may go. What still decides something stays: the newest row of each workflow
 * among those given, and of each Alleo company that it changed people in, a run that has no end, and an exclusion that holds.
 */

/** The limits over time look back so far. */
export const LEAST_DAYS = 31;

const DAY_MS = 86_400_000;
const OPEN: ReadonlySet<string> = new Set(['started', 'waiting', 'applying']);

const Row = z.object({
	id: z.number(),
	workflow: z.union([z.string(), z.number()]).transform(String),
	state: z.enum(RUN_STATES),
	createdAt: z.string(),
	exclusions: z.string().nullish(),
	counts: z.string().nullish(),
});
type Row = z.infer<typeof Row>;

const holds = ({ exclusions }: Row, today: string): boolean =>
	readExclusions(exclusions).some(
		({ until }) => until !== null && (!isCivilDate(until) || until >= today),
	);

/** The newest row of each workflow, and of each Alleo company that it changed people in. */
function newestOfEach(rows: readonly Row[]): ReadonlySet<Row> {
	const newest = new Map<string, Row>();
	for (const row of rows) {
		const companies = (readDetails(row.counts)?.applied ?? []).map(
			({ alleo_company_id: company }) => company,
		);
		for (const about of new Set(['', ...companies])) {
			const key = JSON.stringify([row.workflow, about]);
			const kept = newest.get(key);
			const isNewer = kept === undefined || Date.parse(row.createdAt) >= Date.parse(kept.createdAt);
			if (isNewer) newest.set(key, row);
		}
	}
	return new Set(newest.values());
}

/**
 * @param rows of the Data Table, in any order, with its own `id` and `createdAt`; anything else stays
 * @param days how long a row is kept; under LEAST_DAYS counts as that
 * @param now ISO 8601 UTC
 * @returns ids
 */
export function rowsToForget(rows: readonly unknown[], days: number, now: string): number[] {
	const cutoff = Date.parse(now) - Math.max(days, LEAST_DAYS) * DAY_MS;
	const today = now.slice(0, 10);
	const read = rows.flatMap((row) => {
		const parsed = Row.safeParse(row);
		return parsed.success && !Number.isNaN(Date.parse(parsed.data.createdAt)) ? [parsed.data] : [];
	});
	const newest = newestOfEach(read);
	return read
		.filter(
			(row) =>
				Date.parse(row.createdAt) < cutoff &&
				!OPEN.has(row.state) &&
				!newest.has(row) &&
				!holds(row, today),
		)
		.map(({ id }) => id);
}
