import { z } from 'zod';
import { COUNT_KEYS, PlanRef, PlanStatus } from '../../model/plan';
import type { Counts, PlanSummary } from '../../model/plan';
import { shapeProblem } from '../../model/shape';

/** The summary as it comes in from an expression: read once here, trusted by the page afterwards. */

const Guard = z.object({
	code: z.string(),
	limit: z.number(),
	actual: z.number(),
	tripped: z.boolean(),
	message: z.string(),
	action: z.string(),
	params: z.record(z.union([z.string(), z.number()])).default({}),
});

const Partition = z.object({
	partition: z.string(),
	name: z.string().nullable().default(null),
	complete: z.boolean(),
	employees: z.number(),
	error: z.object({ code: z.string(), message: z.string() }).nullable().default(null),
});

const Notice = z.object({
	external_id: z.string().nullable().default(null),
	name: z.string().nullable().default(null),
	code: z.string(),
	message: z.string(),
	action: z.string().default(''),
	params: z.record(z.union([z.string(), z.number()])).default({}),
	date: z.string().nullable().default(null),
});

const Budget = z.object({
	alleo_company_id: z.number(),
	people: z.number(),
	monthly_eur: z.number(),
	oneoff_eur: z.number(),
});

const File = z.object({
	left_out: z.array(z.object({ code: z.string(), people: z.number() })),
	remarks: z.array(
		z.object({
			code: z.string(),
			params: z.record(z.union([z.string(), z.number()])),
			people: z.number(),
		}),
	),
	compared: z.number().nullable(),
	companies: z.array(
		z.object({
			alleo_company_id: z.number(),
			people: z.number(),
			columns: z.array(
				z.object({
					column: z.string(),
					people: z.number(),
					total: z.number().nullable(),
					withheld: z.boolean(),
				}),
			),
		}),
	),
});

const countShape = Object.fromEntries(COUNT_KEYS.map((key) => [key, z.number().default(0)]));

const Summary = z.object({
	plan: PlanRef,
	reference_date: z.string(),
	needs_approval: z.boolean(),
	needs_approval_because: z.array(z.string()),
	status: PlanStatus,
	guards: z.array(Guard),
	counts: z.object(countShape).transform((counts) => counts as Counts),
	partitions: z.array(Partition),
	notices: z.array(Notice).default([]),
	budgets: z.array(Budget).default([]),
	report_markdown: z.string().default(''),
	file: File.optional(),
});

export type GuardView = z.infer<typeof Guard>;
export type SummaryView = Omit<PlanSummary, 'guards'> & { guards: GuardView[] };

export type SummaryResult =
	| { ok: true; summary: SummaryView }
	| { ok: false; /** Which field is wrong and how; holds no value. */ problem: string };

/** Reads the Diff's summary item, given as an object or as its JSON text. */
export function readSummary(given: unknown): SummaryResult {
	let value = given;
	if (typeof given === 'string') {
		if (given.trim() === '') return { ok: false, problem: 'it is empty' };
		try {
			value = JSON.parse(given);
		} catch {
			return { ok: false, problem: 'it is not JSON' };
		}
	}
	const parsed = Summary.safeParse(value);
	if (parsed.success) return { ok: true, summary: parsed.data };
	return { ok: false, problem: shapeProblem(parsed.error) };
}
