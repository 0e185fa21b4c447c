import { z } from 'zod';
import { RUN_STATES } from '../columns';

/**
 * One row of the data table of plans: what the permanent address of a plan shows, while it waits and
 * afterwards. It names people, so it has a retention of its own; no address, birthday, salary or number of a
 * citizen is in it, and no link: the page that decides is found through n8n when somebody asks for it.
 */

const text = z.string().nullable().default(null);

export const PlanOnRecord = z.object({
	/** With `workflow` the key of the row. */
	plan_id: z.string(),
	/** n8n's id of the workflow, and of the execution. */
	workflow: z.string(),
	run: z.string(),
	customer: text,
	/** `en` or `nl`. */
	language: text,
	/** IANA name, such as `Europe/Amsterdam`; null = that of Alleo's customers. */
	time_zone: text,
	state: z.enum(RUN_STATES),
	/** YYYY-MM-DD */
	reference_date: text,
	/** Instants, ISO 8601 UTC. */
	made_at: text,
	expires_at: text,
	finished_at: text,
	/**
	 * Who asked for it by form, as n8n's login says: the decision then stands in that name, so that only the
	 * address which that person was shown leads on to the page that decides. Null for every other plan.
	 */
	asked_by: text,
	decided_by: text,
	decided_at: text,
	comment: text,
	/** Codes of what failed, or the node where the run stopped. */
	problems: text,
	/** People by what the plan does, as JSON (`core/model/summary.ts`, RowCounts). */
	counts: text,
	/** What became of each row, as JSON (rows.ts). */
	rows: text,
});
export type PlanOnRecord = z.infer<typeof PlanOnRecord>;

/** What is known of a plan by now: the columns that it lacks stay as they are. */
export type PlanUpdate = Pick<PlanOnRecord, 'plan_id' | 'workflow'> & Partial<PlanOnRecord>;

/** The columns of the Data Table, as its node's "Create" takes them. */
export const PLAN_COLUMNS = Object.keys(PlanOnRecord.shape).map((name) => ({
	name,
	type: 'string' as const,
}));

/** The name of the Data Table. n8n looks a table up by a part of its name: no other may contain it. */
export const PLANS_TABLE = 'Alleo plans';
