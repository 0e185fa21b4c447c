import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { unreadCompanies } from '../../core/model/coverage';
import { daysBetween, isCivilDate } from '../../core/model/dates';
import type { Coverage, Employee } from '../../core/model/employee';
import { fieldsInUse } from '../../core/plan/people/fieldUse';
import { DECIDING_FIELDS } from '../../core/plan/options';
import type { DiffOptions } from '../../core/plan/options';

/**
 * What earlier runs knew: the partitions that they read, the companies that nobody reads, and the fields
 * that decided about people. n8n keeps this with the workflow, for production runs only; a manual dry
 * run reads it and leaves it. Companies and fields are those of the last good run: one whose plan no
 * starred guard held back.
 */

/** After this long a partition that is gone is taken as gone on purpose. */
const REMEMBER_DAYS = 14;

/** For this long after it appeared, a company that nobody reads may be where a leaver went: two months and a bit. */
const NEW_DAYS = 62;

/** The date of companies that were there before the first good run: never new. */
const ALWAYS = '';

const Dates = z.record(z.string()).catch({});
const Uses = z
	.array(
		z.object({
			field: z.enum(DECIDING_FIELDS),
			partition: z.string().nullable(),
			people: z.number(),
			ids: z.array(z.string()),
		}),
	)
	.catch([]);

export type DiffMemory = Pick<DiffOptions, 'knownPartitions' | 'knownUnread' | 'fieldsInUse'>;

const lastSeen = (memory: IDataObject): Record<string, string> =>
	Object.fromEntries(
		Object.entries(Dates.parse(memory['partitions'])).filter(([, date]) => isCivilDate(date)),
	);

const isRecent = (date: string, today: string): boolean =>
	daysBetween(date, today) <= REMEMBER_DAYS;

const isNew = (since: string, today: string): boolean =>
	isCivilDate(since) && daysBetween(since, today) <= NEW_DAYS;

export function remembered(memory: IDataObject, today: string): DiffMemory {
	const unread = memory['unreadCompanies'];
	return {
		knownPartitions: Object.entries(lastSeen(memory))
			.filter(([, date]) => isRecent(date, today))
			.map(([partition]) => partition),
		knownUnread:
			unread === undefined
				? null
				: Object.entries(Dates.parse(unread))
						.filter(([, since]) => !isNew(since, today))
						.map(([id]) => id),
		fieldsInUse: Uses.parse(memory['fieldsInUse']),
	};
}

/** What a run saw. */
export interface GoodRun {
	people: readonly Employee[];
	coverage: readonly Coverage[];
	/** No starred guard held its plan back. */
	good: boolean;
}

export function remember(
	memory: IDataObject,
	{ people, coverage, good }: GoodRun,
	today: string,
): void {
	const recent = Object.entries(lastSeen(memory)).filter(([, date]) => isRecent(date, today));
	memory['partitions'] = Object.fromEntries([
		...recent,
		...coverage.map(({ partition }) => [partition, today]),
	]);
	if (!good) return;
	const known =
		memory['unreadCompanies'] === undefined ? null : Dates.parse(memory['unreadCompanies']);
	const ids = new Set(coverage.flatMap((entry) => unreadCompanies(entry).map(({ id }) => id)));
	memory['unreadCompanies'] = Object.fromEntries(
		[...ids].map((id) => [id, known === null ? ALWAYS : (known[id] ?? today)]),
	);
	// Of a partition that was not read today, what was known yesterday still holds.
	const read = new Set<string | null>([
		...people.map(({ source }) => source.partition),
		...coverage.map(({ partition }) => partition),
	]);
	const others = Uses.parse(memory['fieldsInUse']).filter(({ partition }) => !read.has(partition));
	memory['fieldsInUse'] = [...others, ...fieldsInUse(people)].map((use) => ({ ...use }));
}
