import { z } from 'zod';
import { Issue, Reason, WRITABLE_FIELDS } from './employee';

/**
 * The plan: what Alleo Diff proposes, Sync Approval shows and Sync Plan Apply writes. The hash of
 * the plan covers the hash of every row, so what is applied is byte for byte what was approved (I3).
 */

export const RowAction = z.enum(['create', 'update', 'reactivate', 'deactivate', 'hold']);
export type RowAction = z.infer<typeof RowAction>;

export const PlanStatus = z.enum(['ready', 'blocked', 'empty']);
export type PlanStatus = z.infer<typeof PlanStatus>;

/**
 * What a plan is about besides accounts: a plan for a file changes nothing in Alleo, its approved rows
 * become the lines of the file. Absent: the accounts of employees.
 */
export const FileDataset = z.enum(['salaryLeave', 'budgets']);
export type FileDataset = z.infer<typeof FileDataset>;

/** `created_at` and `expires_at` are instants in ISO 8601 UTC, given in by the node. */
export const PlanRef = z.object({
	id: z.string().min(1),
	hash: z.string().regex(/^[0-9a-f]{64}$/),
	status: PlanStatus,
	created_at: z.string(),
	expires_at: z.string(),
	dataset: FileDataset.optional(),
});
export type PlanRef = z.infer<typeof PlanRef>;

export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type FieldValue = z.infer<typeof FieldValue>;

export const Change = z.object({ field: z.string(), from: FieldValue, to: FieldValue });
export type Change = z.infer<typeof Change>;

const amount = z.number().finite().nullable();

/**
 * The figures of one line of the salary and leave file: the only place of a plan where they are. No
 * page, report, summary or log reads this key. `salt` keeps a hash of the row from being guessed back.
 */
export const PayValues = z
	.object({
		primary_source: amount,
		secondary_source: amount,
		gross_hourly_wage: amount,
		non_statutory_leave_hours: amount,
		statutory_leave_hours: amount,
		salt: z.string(),
	})
	.strict();
export type PayValues = z.infer<typeof PayValues>;

/** What a line of the budget file says, in EUR by field. */
export const FileBudgetLine = z
	.object({
		/** Amounts that stand in the file. */
		cells: z.record(z.number()),
		/** One-offs that stood in an earlier file: the column `Sent Before`. */
		sent_before: z.record(z.number()),
	})
	.strict();
export type FileBudgetLine = z.infer<typeof FileBudgetLine>;

/** A line of the budget file besides its cells, which are the row's `budgets`. */
export const BudgetFacts = z
	.object({
		sent_before: FileBudgetLine.shape.sent_before,
		/** The line where the row is left out: that of last time; null where there was none. */
		otherwise: FileBudgetLine.nullable(),
	})
	.strict();
export type BudgetFacts = z.infer<typeof BudgetFacts>;

/** What two records, or a record and an account, are compared by (core/identity). */
export const GroundKey = z.enum([
	'external_id',
	'email',
	'birthday',
	'first_name',
	'last_name',
	'number',
]);
export type GroundKey = z.infer<typeof GroundKey>;

/** One line of the comparison side by side: both values as they are, and what they say together. */
export const Ground = z
	.object({
		key: GroundKey,
		says: z.enum(['agrees', 'differs', 'unknown']),
		/** As the HR system has it; a last name stands with its prefix. */
		source: z.string().nullable(),
		/** As Alleo, or the other record, has it. */
		other: z.string().nullable(),
	})
	.strict();
export type Ground = z.infer<typeof Ground>;

/** The row that follows from "yes, the same person": applied in the place of the hold that carries it. */
export const HoldChoice = z
	.object({
		action: z.enum(['create', 'update', 'reactivate', 'deactivate']),
		alleo_company_id: z.number().int().nullable(),
		alleo_id: z.number().int().nullable(),
		changes: z.array(Change),
		before: z.record(FieldValue),
		after: z.record(FieldValue),
		reason: Reason,
	})
	.strict();
export type HoldChoice = z.infer<typeof HoldChoice>;

export const PlanRow = z
	.object({
		plan: PlanRef,
		row_id: z.string().min(1),
		row_hash: z.string().regex(/^[0-9a-f]{64}$/),
		/** Place in the order of execution, from 0; rows may be shuffled on their way to apply. */
		position: z.number().int().nonnegative(),
		action: RowAction,
		external_id: z.string().nullable(),
		alleo_company_id: z.number().int().nullable(),
		alleo_id: z.number().int().nullable(),
		name: z.string().nullable(),
		email: z.string().nullable(),
		changes: z.array(Change),
		/** The Alleo fields that the decision used; {} where no account exists. Compared again before the write. */
		before: z.record(FieldValue),
		/** The writable fields to send (keys of WRITABLE_FIELDS), and is_active for the two actions. */
		after: z.record(FieldValue),
		reason: Reason,
		/** What the source said, in words and dates; for a person to judge by. */
		evidence: z.record(FieldValue),
		notices: z.array(Issue).default([]),
		/** Two rows of one move, or a row that must wait for another: the row_id it belongs to. */
		linked_row_id: z.string().nullable().default(null),
		budgets: z.record(z.number()).default({}),
		/** The source partition that the row comes from, for guards and for the page. */
		partition: z.string().nullable().default(null),
		/** Rows of a salary and leave plan that go into the file. */
		flex: PayValues.optional(),
		/** Rows of a budget plan that write a line; on a hold it is the line of last time. */
		budget_line: BudgetFacts.optional(),
		/** On a hold of identity; null on other rows, absent on rows of an older version. */
		choice: HoldChoice.nullable().optional(),
		/** What agrees and what does not, for a takeover, a transfer and a choice. */
		grounds: z.array(Ground).optional(),
		/** What decided: `ruleText` of core/plan/people/rule.ts. */
		rule: z.string().nullable().optional(),
	})
	.strict();
export type PlanRow = z.infer<typeof PlanRow>;

export const Approval = z.object({
	plan_id: z.string(),
	plan_hash: z.string(),
	decision: z.enum(['approved', 'rejected', 'expired']),
	approver: z.string(),
	comment: z.string().nullable().default(null),
	decided_at: z.string(),
	/** row_ids that the approver left out. */
	excluded: z.array(z.string()).default([]),
	/** row_ids of holds that were answered "the same person": their `choice` is applied. */
	chosen: z.array(z.string()).optional(),
	/** row_ids of holds that were answered "somebody else"; remembered, nothing is applied. */
	others: z.array(z.string()).optional(),
	/**
	 * Why, for the rows that the approver chose to leave out; rows with one reason and one date
	 * together. `until` (YYYY-MM-DD) asks to propose leaving them out again up to that day.
	 */
	exclusions: z
		.array(
			z.object({
				reason: z.string(),
				row_ids: z.array(z.string()),
				until: z.string().nullable().optional(),
			}),
		)
		.optional(),
	/** The approver also wants the daily sync switched on once every row was applied. */
	enable: z.boolean().optional(),
});
export type Approval = z.infer<typeof Approval>;

export const ApprovedRow = PlanRow.extend({ approval: Approval });
export type ApprovedRow = z.infer<typeof ApprovedRow>;

export const OutcomeKind = z.enum(['applied', 'already', 'skipped', 'failed']);
export const Outcome = z.object({
	row_id: z.string().nullable(),
	action: RowAction.nullable(),
	external_id: z.string().nullable(),
	alleo_id: z.number().int().nullable(),
	outcome: OutcomeKind,
	code: z.string(),
	message: z.string(),
	http_status: z.number().int().nullable(),
	request_id: z.string().nullable(),
});
export type Outcome = z.infer<typeof Outcome>;

export const AFTER_FIELDS = [...WRITABLE_FIELDS, 'is_active'] as const;
