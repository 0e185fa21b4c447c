import { z } from 'zod';
import { CivilDate } from './dates';
import { IdPrefix } from './idPrefix';
import { Ask } from './inbox';

/**
 * The two shapes that every part of the sync shares: a person as the HR system has them (canonical
 * employee) and as Alleo has them. Field names are Alleo's own. Absent is null, never ''.
 */

/** `nmbrs-<employeeId>`, `afas-<EmployeeId>`, `hibob-<id>` (idPrefix.ts); Alleo and SCIM filters are safe with these characters only. */
export const EXTERNAL_ID_PATTERN = /^[A-Za-z0-9_-]+$/;

export const SourceSystem = z.enum(['nmbrs', 'afas', 'custom']);
export type SourceSystem = z.infer<typeof SourceSystem>;

export const EmployeeStatus = z.enum(['active', 'upcoming', 'ended', 'ineligible', 'held']);
export type EmployeeStatus = z.infer<typeof EmployeeStatus>;

const text = z.string().nullable().default(null);
const date = CivilDate.nullable().default(null);

/** Why something is as it is: a stable code of the catalogue and its English sentence. */
export const IssueParams = z.record(z.union([z.string(), z.number()])).default({});

export const Reason = z.object({ code: z.string().min(1), text: z.string(), params: IssueParams });
export type Reason = z.infer<typeof Reason>;

/** A remark or a cause on a person. Never holds the personal value itself. */
export const Issue = z.object({
	code: z.string().min(1),
	field: z.string().nullable().default(null),
	message: z.string(),
	action: z.string(),
	/** Field names, counts and limits that fill the text in another language; never a personal value. */
	params: IssueParams,
});
export type Issue = z.infer<typeof Issue>;

export const SourceRef = z.object({
	system: SourceSystem,
	partition: text,
	employee_id: text,
	employee_number: text,
	/** A custom source only: the name that its external ids begin with (idPrefix.ts). */
	id_prefix: IdPrefix.optional(),
});
export type SourceRef = z.infer<typeof SourceRef>;

export const CompanyRef = z.object({ id: text, number: text, name: text });

/** Budgets in EUR by field name, such as `alleo_monthly_all_budget`. null and 0 are different. */
export const Budgets = z.record(z.number());

/** Canonical employee: Employee Normalize, output "Employees"; one item per person in the source. */
export const Employee = z.object({
	external_id: z.string().regex(EXTERNAL_ID_PATTERN).nullable(),
	status: EmployeeStatus,
	reason: Reason.default({ code: 'NONE', text: '' }),
	start_date: date,
	end_date: date, // last day in service, inclusive
	email: text,
	private_email: text,
	first_name: text,
	prefix: text,
	last_name: text,
	language: text,
	birthday: date,
	work_anniversary: date,
	group: text,
	alleo_filter: text,
	employment_type: text,
	budgets: Budgets.default({}),
	company: CompanyRef.default({}),
	source: SourceRef,
	/** What the access field says; `ignored`: selective sync is off. Absent where the field decides nothing. */
	access: z.enum(['yes', 'no', 'empty', 'ignored']).optional(),
	/** Held people only: what makes them undecidable. The field at fault is null. */
	issues: z.array(Issue).default([]),
	/** Held people only: held for a budget alone, which counts only where budgets are written. */
	budget_only: z.literal(true).optional(),
	/** Remarks that do not change the decision, such as an end date in the past on a payroll type. */
	notices: z.array(Issue).default([]),
	/** Mapped fields that the source carried empty and that the user set to "clear when empty". */
	clear: z.array(z.string()).default([]),
	/** Fields that the mapping leaves out: their emptiness says nothing about the source. */
	unmapped: z.array(z.string()).default([]),
	/** Values of this person that somebody decides once for all who have them (core/model/inbox.ts). */
	asks: z.array(Ask).optional(),
});
export type Employee = z.infer<typeof Employee>;

/** Alleo employee: the Customer API's read fields as they are, plus the company it was read from. */
export const AlleoEmployee = z.object({
	id: z.number().int(),
	company_id: z.number().int(),
	is_active: z.boolean(),
	email: text,
	private_email: text,
	first_name: text,
	prefix: text,
	last_name: text,
	language: text,
	company_group_id: z.number().int().nullable().default(null),
	group_name: text,
	external_id: text,
	birthday: text,
	work_anniversary: text,
	registration_date: text,
	offboarding_date: text,
	last_active_date: text,
	/**
	 * The names of the company's groups; on the first employee of each company in a listing. With it
	 * the Diff plans no group that Alleo does not have; without it that shows only when applied. null:
	 * Alleo did not give them, and no group is changed.
	 */
	company_groups: z.array(z.string()).nullable().optional(),
});
export type AlleoEmployee = z.infer<typeof AlleoEmployee>;

/** Why a partition is not complete: `message` what happened, `action` what to do. */
export const CoverageError = z.object({ code: z.string(), message: z.string(), action: text });

/** Coverage: source nodes, output 2; whether one partition was read completely, and the proof. */
export const Coverage = z.object({
	partition: z.string(),
	name: text,
	complete: z.boolean(),
	employees: z.number().int().nonnegative(),
	pages: z.number().int().nonnegative().default(0),
	checks: z
		.array(
			z.object({ code: z.string(), ok: z.boolean(), detail: z.string().nullable().default(null) }),
		)
		.default([]),
	error: CoverageError.nullable().default(null),
});
export type Coverage = z.infer<typeof Coverage>;

/** Alleo's writable text and date fields that a source may fill; `group` becomes company_group_id. */
export const WRITABLE_FIELDS = [
	'external_id',
	'email',
	'private_email',
	'first_name',
	'prefix',
	'last_name',
	'language',
	'birthday',
	'work_anniversary',
	'group',
] as const;
export type WritableField = (typeof WRITABLE_FIELDS)[number];

/** "Fenna van Voorbeeld"; null where the source has no name at all. */
export function displayName(person: {
	first_name: string | null;
	prefix: string | null;
	last_name: string | null;
}): string | null {
	let name = '';
	for (const part of [person.first_name, person.prefix, person.last_name]) {
		if (part !== null && part.trim() !== '') name = name === '' ? part : `${name} ${part}`;
	}
	return name === '' ? null : name;
}
