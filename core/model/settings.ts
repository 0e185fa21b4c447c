import { z } from 'zod';
import { SelectiveSync } from './selectiveSync';

/**
 * What a customer's daily sync is set to: the one item of the step "Sync Settings", which the other steps
 * read. The first eight keys are those of the Set node that stood there before template version 4.
 */

/** Which value of alleo_filter goes to which Alleo company; a row of the table that Alleo Diff reads. */
export const SettingsRoute = z.object({
	filter: z.string().min(1),
	companyId: z.number().int().nonnegative(),
});
export type SettingsRoute = z.infer<typeof SettingsRoute>;

/** How often the workflow starts by itself; `template`: whatever its schedule says. */
export const RunTimes = z.enum(['onceADay', 'twiceADay', 'template']);
export type RunTimes = z.infer<typeof RunTimes>;

/**
 * How this customer's budgets go to Alleo: not at all by a file, by one that is made each day or each month,
 * or another way that this package does not see. Only told; nothing is sent because of it.
 */
export const BudgetFile = z.enum(['none', 'daily', 'monthly', 'other']);
export type BudgetFile = z.infer<typeof BudgetFile>;

/** Whether a file of this package goes out, so that the one of last time says what Alleo was given. */
export const sendsFile = (way: BudgetFile): boolean => way === 'daily' || way === 'monthly';

export const SettingsItem = z.object({
	customer_name: z.string(),
	/** The Alleo company of everybody whom no route sends elsewhere; empty where routes send everybody. */
	alleo_company_id: z.string().regex(/^\d*$/),
	language: z.enum(['nl', 'en']),
	approval: z.enum(['always', 'whenGuardTrips']),
	selective_sync: SelectiveSync,
	/** `YYYY-MM-DD`; empty: today in the time zone of the workflow. */
	reference_date: z.string(),
	/** Whether the page of a plan offers to switch the daily sync on. */
	offer_enable: z.boolean(),
	/** Of the connection; empty where nobody connected the customer by a link. */
	integration_id: z.string(),
	routing: z.array(SettingsRoute).default([]),
	/** By the names of the options in the collection Guards of Alleo Diff; one that is not there has its default. */
	guards: z.record(z.unknown()).default({}),
	/** E-mail addresses or channels that messages about this customer go to. */
	recipients: z.array(z.string()).default([]),
	run_times: RunTimes.default('template'),
	budget_file: BudgetFile.default('none'),
	/** IANA name, of the workflow; empty: not known. */
	time_zone: z.string().default(''),
	/**
	 * The companies that the Alleo credential of the step reaches; where that is one for several customers,
	 * only those that are named above. Absent without one.
	 */
	alleo_companies: z.array(z.object({ id: z.number(), name: z.string().nullable() })).optional(),
});
export type SettingsItem = z.infer<typeof SettingsItem>;
