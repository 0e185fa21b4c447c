import { z } from 'zod';
import { Coverage, IssueParams } from './employee';
import { FileMark } from './fileMark';
import { InboxFacts } from './inbox';
import { FieldValue, PlanRef, PlanStatus } from './plan';
import { BudgetFile } from './settings';
import { shapeProblem } from './shape';
import { done } from './result';
import type { Result } from './result';

/**
 * The summary of a plan: one item beside its rows. One schema for both who make it (typed values) and
 * who get it back through an expression of n8n (parsed once, by `readSummary`). The defaults are for
 * summaries of earlier versions, which may still wait for an answer.
 */

const text = z.string().nullable().default(null);
const number = z.number();
const count = z.number().default(0);

/**
 * What a guard looked at: the whole plan or one part of the people, today alone or with what the last
 * days brought.
 */
export const GuardScope = z.object({
	/** `partition`: an NMBRS company or an AFAS employer. */
	kind: z.enum(['plan', 'partition', 'alleoCompany', 'group']),
	/** The key of the part; null for the whole plan. */
	id: z.string().nullable(),
	/** As people know the part; null where it has no name. */
	name: z.string().nullable(),
	/** With what was applied in so many days before today; null: today alone. */
	days: z.union([z.literal(7), z.literal(30)]).nullable(),
});
export type GuardScope = z.infer<typeof GuardScope>;

export const WHOLE_PLAN: GuardScope = { kind: 'plan', id: null, name: null, days: null };

export const GuardResult = z.object({
	code: z.string(),
	scope: GuardScope.default(WHOLE_PLAN),
	limit: number,
	actual: number,
	tripped: z.boolean(),
	message: z.string(),
	action: z.string(),
	/** What fills the text besides the numbers, such as the field that drifts; absent when nothing. */
	params: IssueParams.removeDefault().optional(),
});
export type GuardResult = z.infer<typeof GuardResult>;

/** The people of the source add up to the keys up to `merged` (`hold` has the held people in it). */
export const Counts = z.object({
	source: count,
	held: count,
	unchanged: count,
	create: count,
	update: count,
	reactivate: count,
	deactivate: count,
	hold: count,
	upcoming: count,
	ended_unknown: count,
	ineligible_unknown: count,
	merged: count,
	absent: count,
	absent_deactivate: count,
});
export type Counts = z.infer<typeof Counts>;

/** Rows of one plan by action; the two rows of a move count once, as what the person gets. */
export const ActionCounts = z.object({
	create: count,
	update: count,
	reactivate: count,
	deactivate: count,
	hold: count,
});
export type ActionCounts = z.infer<typeof ActionCounts>;

/**
 * Rows of one plan by what they do for people, as `countRows` of core/plan/count.ts counts them: each row once, the
 * two rows of a move as one move, a takeover apart from the updates.
 */
export const RowCounts = z.object({
	takeover: count,
	move: count,
	deactivate: count,
	hold: count,
	reactivate: count,
	create: count,
	update: count,
});
export type RowCounts = z.infer<typeof RowCounts>;

/** What a row does, as people read it. */
export type RowKind = keyof RowCounts;

/** What the rows of a plan change in one field. */
export const FieldChange = z.object({
	field: z.string(),
	people: number,
	/**
	 * The commonest first; `from` is null where there was nothing, `to` where it is emptied. Empty for
	 * fields that are private (core/plan/fieldChanges.ts).
	 */
	pairs: z.array(z.object({ from: FieldValue, to: FieldValue, people: number })),
	/** How many different pairs there are besides. */
	more: number,
	/** People whose row was in no plan that somebody decided; null where none was decided yet. */
	fresh: number.nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** What the page needs of the proof of a reading. */
export const PartitionSummary = Coverage.pick({
	partition: true,
	name: true,
	complete: true,
	employees: true,
	error: true,
}).extend({
	/** Of a source that reads files: what the file was. */
	file: FileMark.optional(),
});
export type PartitionSummary = z.infer<typeof PartitionSummary>;

/** A remark on somebody without a row, such as a coming starter. */
export const PlanNotice = z.object({
	external_id: text,
	name: text,
	code: z.string(),
	message: z.string(),
	action: z.string().default(''),
	params: IssueParams,
	/** The date that the notice is about, where there is one. */
	date: text,
	/** Names of everybody whom one sentence is about; empty where it is about no person. */
	people: z.array(z.string()).optional(),
});
export type PlanNotice = z.infer<typeof PlanNotice>;

/** What budgets of the HR system come to, in EUR. */
export const BudgetTotal = z.object({
	alleo_company_id: number,
	people: number,
	monthly_eur: number,
	oneoff_eur: number,
});
export type BudgetTotal = z.infer<typeof BudgetTotal>;

/** How budgets go to Alleo, and what would go: of a plan of people, which writes none itself. */
export const BudgetFileFacts = z.object({
	way: BudgetFile,
	/** What was found of the last budget file; `notAsked`: nobody looked for it. */
	last: z.enum(['notAsked', 'none', 'failed', 'read']),
	/** Of everybody in service whom nothing holds. */
	companies: z.array(BudgetTotal),
	/** People whose budgets are not those of the last file. */
	differing: count,
	/** People on hold: they are in no total, and the file leaves their line as it was. */
	held: count,
	/** People whose budgets, or whose part of the source, could not be read for sure: nothing is said of them. */
	unsure: count,
});
export type BudgetFileFacts = z.infer<typeof BudgetFileFacts>;

export const FileColumn = z.object({
	column: z.string(),
	/** How many of the people have a value. */
	people: number,
	/** EUR or hours; null where too few people would make it somebody's own figure, or a sum means nothing. */
	total: number.nullable(),
	/** The total exists and is not shown, because too few people are in it. */
	withheld: z.boolean(),
});
export type FileColumn = z.infer<typeof FileColumn>;

export const FileCompany = z.object({
	alleo_company_id: number,
	/** In the file. */
	people: number,
	columns: z.array(FileColumn),
});
export type FileCompany = z.infer<typeof FileCompany>;

/** What a plan of budgets comes to, in EUR, of one Alleo company; null: of all together. */
export const FileBudgets = z.object({
	alleo_company_id: z.number().nullable(),
	/** People by what becomes of their line. */
	new: number,
	changed: number,
	stopped: number,
	unchanged: number,
	/** EUR a month: in the last file, and with this one. */
	monthly_before: number,
	monthly_after: number,
	/** EUR of one-offs that this file newly gives. */
	oneoff_new: number,
});
export type FileBudgets = z.infer<typeof FileBudgets>;

/** Aggregates of a plan for a file; no figure of one person can be worked out of them. */
export const FileSummary = z.object({
	/** Why people of the source are not in the plan: the code and how many. */
	left_out: z.array(z.object({ code: z.string(), people: number })),
	/** Remarks on rows by code: how many people have it. */
	remarks: z.array(
		z.object({ code: z.string(), params: IssueParams.removeDefault(), people: number }),
	),
	/** People of the file whose wage was compared with an earlier one; null where that is not looked at. */
	compared: number.nullable(),
	/** What was found of the file of last time, `gone`: one was sent; absent where nothing is compared with it. */
	previous: z.enum(['none', 'gone', 'failed', 'read']).optional(),
	companies: z.array(FileCompany),
	/** Plans of budgets only: all together, then each company where there are several. */
	budgets: z.array(FileBudgets).optional(),
});
export type FileSummary = z.infer<typeof FileSummary>;

/** What a planner finds out about its plan; the text is made of it later. */
export const SummaryFacts = z.object({
	plan: PlanRef,
	reference_date: z.string(),
	needs_approval: z.boolean(),
	needs_approval_because: z.array(z.string()),
	status: PlanStatus,
	guards: z.array(GuardResult),
	/** Of this plan; `counts` are of the whole reading, the same in both plans of one reading. */
	rows: ActionCounts.default({}),
	/** The same rows as people read them; summaries of before have none. */
	kinds: RowCounts.optional(),
	/** Rows of the other plan of the same reading; absent: this plan is the only one. */
	other: RowCounts.optional(),
	/** Changes by field, the field of most people first. */
	fields: z.array(FieldChange).default([]),
	counts: Counts,
	partitions: z.array(PartitionSummary),
	/** What a person should know though no row needs a decision. */
	notices: z.array(PlanNotice).default([]),
	/** Of the new accounts. */
	budgets: z.array(BudgetTotal).default([]),
	/** Absent where nobody has a budget, and on plans for a file and of an older version. */
	budget_file: BudgetFileFacts.optional(),
	/** Names of Alleo companies that the plan is about, so far as the workflow says them. */
	companies: z.array(z.object({ id: number, name: z.string() })).default([]),
	/** Plans for a file only. */
	file: FileSummary.optional(),
	/** Values that a person decides once; absent where there are none. */
	inbox: InboxFacts.optional(),
});
export type SummaryFacts = z.infer<typeof SummaryFacts>;

export const PlanSummary = SummaryFacts.extend({
	report_markdown: z.string().default(''),
	/** `fields` as lines for a message, in the language of the report; plain text without markup. */
	fields_text: z.array(z.string()).default([]),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

const unreadable = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });

/**
 * Reads a summary that went through n8n, as an object or as its JSON text. The problem names the field
 * that is wrong and how, never its value; the one who asks knows which code it belongs to.
 */
export function readSummary(given: unknown): Result<PlanSummary, string> {
	let value = given;
	if (typeof given === 'string') {
		if (given.trim() === '') return unreadable('it is empty');
		try {
			value = JSON.parse(given);
		} catch {
			return unreadable('it is not JSON');
		}
	}
	const parsed = PlanSummary.safeParse(value);
	return parsed.success ? done(parsed.data) : unreadable(shapeProblem(parsed.error));
}
