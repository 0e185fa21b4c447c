import { z } from 'zod';
import { ConnectSystem } from '../connect/connection';
import { DESK_EVENTS } from '../connect/deskEvents';
import { done, failed } from '../model/result';
import type { Result } from '../model/result';
import { shapeProblem } from '../model/shape';

/**
 * What a workflow tells the desk (`workflows/alleo-desk.json`), as the inputs of its Execute Sub-workflow
 * Trigger and of the nodes "Desk: …" that call it. One item a call; each key is an input of that name.
 * What the desk gives back is one item: of `start` a `DeskStart`, of the others `{ link, told }`.
 */

const list = z.array(z.record(z.unknown())).default([]);

export const DeskCall = z.object({
	/** `start`: before anything is read. `plan`: a plan is made (waits, is ready, or is empty). `done`: rows were refused, applied or failed. `message`: pass this on to people. */
	event: z.enum(DESK_EVENTS),
	/** n8n's id of the calling workflow, and its name. */
	workflow: z.string(),
	workflow_name: z.string().default(''),
	/** n8n's id of the calling execution. */
	run: z.string(),
	mode: z.enum(['daily', 'dryRun', 'monthly', 'other']).default('other'),
	source: z.union([ConnectSystem, z.literal('other')]).default('other'),
	/** The item that the calling workflow's "Settings" gave. */
	settings: z.record(z.unknown()).default({}),
	/** The page of the plan (`$execution.resumeUrl`), where one waits. */
	link: z.string().default(''),
	/** What `start` gave back. */
	start: z.record(z.unknown()).default({}),
	/** Everything that is known of the run by now: summaries, plan rows, decided rows, outcomes. */
	items: list,
	/** The branch that called: `<node name>/<output>`, as `$prevNode` says. For who looks at the call. */
	from: z.string().default(''),
	/** Of `done`: the first item that came in with the call, which tells what the call is about. */
	came: z.record(z.unknown()).default({}),
	/** Who asked for a dry run by form and sees its link there; empty for every other run. */
	asked_by: z.string().default(''),
	/** Of `message`: what kind, and what is said. */
	kind: z.string().default(''),
	subject: z.string().default(''),
	text: z.string().default(''),
});
export type DeskCall = z.infer<typeof DeskCall>;

/** What the calling workflow gets before it reads anything. */
export const DeskStart = z.object({
	/** The record of the run (columns.ts), for the later calls. */
	start: z.record(z.unknown()),
	/** Rows of the run log of this workflow, the newest first; what cannot be read is no list. */
	history: z.unknown(),
	/** Whom the run waited for, where it shares a limit of calls, and for how many seconds. */
	waited: z.array(z.object({ budget: z.string(), seconds: z.number() })).default([]),
});
export type DeskStart = z.infer<typeof DeskStart>;

/** The call as n8n hands it over: an input that the caller left out is null. */
export function readDeskCall(given: unknown): Result<DeskCall> {
	const inputs = typeof given === 'object' && given !== null ? Object.entries(given) : [];
	const parsed = DeskCall.safeParse(
		Object.fromEntries(inputs.filter(([, value]) => value !== null)),
	);
	return parsed.success
		? done(parsed.data)
		: failed('DESK_CALL_UNREADABLE', { problem: shapeProblem(parsed.error) });
}
