import { z } from 'zod';
import { FileMark } from '../model/fileMark';
import { Counts } from '../model/summary';

/**
 * The column `counts` of the run log, as JSON: the numbers of the plan, what was applied of it by action
 * and part, who is held since when, whom the run waited for, and the page of a plan that waits. One column,
 * since tables that exist get no new ones.
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

/** What the call budget says of a turn of the run (nodes/shared/callBudget/turn.ts). */
const TurnWaited = z.object({
	/** What is shared, as people know it: the name of the Alleo credential, or NMBRS. */
	budget: z.string(),
	seconds: z.number().int().nonnegative(),
	/** False: it went on without a turn, after the longest wait or because the line could not be read. */
	got: z.boolean(),
});
export type TurnWaited = z.infer<typeof TurnWaited>;

/** What the desk knows of a run besides its plan. */
export const RunExtras = z.object({
	/** Only turns that took time, or that were not had. */
	waited: z.array(TurnWaited).optional(),
	/**
	 * The page on which the plan is decided, while it waits: the link is the authority. Never of a run that
	 * somebody asked for by form, since only that person gets it; gone once the run is over.
	 */
	link: z.string().optional(),
});
export type RunExtras = z.infer<typeof RunExtras>;

export const RunDetails = Counts.merge(RunExtras).extend({
	/** Absent until something was applied. */
	applied: z.array(Part).optional(),
	/**
	 * Who is held; `held` is the number of people in Counts. On the record of the plan that has them, and
	 * only where their plan knew the earlier runs; absent on the other one.
	 */
	holds: z.array(Hold).optional(),
	/** What the files were, where the people come from files (core/model/fileMark.ts). */
	files: z.array(FileMark.extend({ partition: z.string() })).optional(),
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

/** Only these of the column: of a fleet most rows have none, and nothing of them is read then. */
export const extrasIn = (text: string | null | undefined): RunExtras =>
	/"(?:link|waited)"/.test(text ?? '') ? (readDetails(text) ?? {}) : {};

/** The column without the link to decide; undefined where it has none, so that it stays as it is. */
export function linkCleared(text: unknown): string | undefined {
	const details = typeof text === 'string' ? readDetails(text) : null;
	if (details?.link === undefined) return undefined;
	return JSON.stringify({ ...details, link: undefined });
}

const Waited = z.array(
	z.object({ budget: z.string(), seconds: z.number(), ended: z.string().default('place') }),
);

/** @param start what "Desk: start" gave back; the budget adds the turns to it */
export function waitedOf(start: Readonly<Record<string, unknown>>): TurnWaited[] {
	const { data = [] } = Waited.safeParse(start['waited']);
	return data.flatMap(({ budget, seconds, ended }) => {
		const got = ended === 'place';
		const whole = Math.max(0, Math.round(seconds));
		return got && whole === 0 ? [] : [{ budget, seconds: whole, got }];
	});
}
