import { z } from 'zod';
import { Counts } from '../model/summary';

/**
 * The column `counts` of the run log, as JSON: the numbers of the plan, what was applied of it by action
 * and part, and who is held since when. One column, since tables that exist get no new ones.
 */

const Part = z.object({
	action: z.enum(['create', 'update', 'reactivate', 'deactivate']),
	partition: z.string().nullable(),
	alleo_company_id: z.number().nullable(),
	people: z.number().int().nonnegative(),
});

const Hold = z.object({
	external_id: z.string(),
	/** YYYY-MM-DD */
	since: z.string(),
	partition: z.string().nullable(),
	/** As people know the partition; null where it has no name. */
	company: z.string().nullable().default(null),
	/** The reason: the step that resolves it follows from the code. */
	code: z.string(),
});

export const RunDetails = Counts.extend({
	/** Absent until something was applied. */
	applied: z.array(Part).optional(),
	/**
	 * Who is held; `held` is the number of people in Counts. On the record of the plan that has them, and
	 * only where their plan knew the earlier runs; absent on the other one.
	 */
	holds: z.array(Hold).optional(),
});
export type RunDetails = z.infer<typeof RunDetails>;

/** @returns null for no text, or one that is no such JSON */
export function readDetails(text: string | null | undefined): RunDetails | null {
	if (text === null || text === undefined || text === '') return null;
	try {
		const parsed = RunDetails.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
