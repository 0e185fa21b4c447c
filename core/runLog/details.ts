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
	people: z.number(),
});

const Held = z.object({
	external_id: z.string(),
	/** YYYY-MM-DD */
	since: z.string(),
	partition: z.string().nullable(),
	/** The reason: the step that resolves it follows from the code. */
	code: z.string(),
});

export const RunDetails = Counts.extend({
	/** Absent until something was applied. */
	applied: z.array(Part).optional(),
	/** On the record of the plan that has the held people; absent on the other one. */
	held: z.array(Held).optional(),
});
export type RunDetails = z.infer<typeof RunDetails>;
