import type { IExecuteFunctions, IRunExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { planAddressIn } from '../../../core/runLog/plans/address';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { ActionCounts, RowCounts } from '../../../core/model/summary';
import { kindsIn } from '../../../core/plan/count';
import { systemClock } from '../../shared/http/clock';
import { codeOf } from './code';

/**
 * Starts a daily sync as n8n's "Execute Sub-workflow" does with a workflow that is given to it. n8n runs a
 * sub-workflow by id only when it is published, and the public API starts none; a first dry run comes
 * before publishing. The run stands under the workflow's own id, with its own credentials, starts at
 * its manual trigger ("Dry run") and waits for approval like any other.
 * @param asked by whom: who logged in and asked for it, where nobody else gets the link; only: the external
 * id of the one person that the plan is to be about. The trigger hands both on; empty ones are left out.
 */
export async function startDryRun(
	context: IExecuteFunctions,
	workflow: StoredWorkflow,
	asked: { by: string; only: string },
): Promise<string> {
	const code = codeOf(workflow);
	const json = {
		...(asked.by === '' ? {} : { asked_by: asked.by }),
		...(asked.only === '' ? {} : { only: asked.only }),
	};
	const { executionId } = await context.executeWorkflow({ code }, [{ json }], undefined, {
		doNotWaitToFinish: true,
		parentExecution: {
			executionId: context.getExecutionId(),
			workflowId: context.getWorkflow().id ?? '',
			shouldResume: false,
		},
	});
	return executionId;
}

export type DryRun =
	| { status: 'waiting'; link: string | null; counts: Counts | null; rows: RowCounts | null }
	/** Ended without a plan to decide on. */
	| { status: 'nothing' }
	| { status: 'failed'; node: string; problem: string }
	| { status: 'running' };

const ErrorText = z.object({ message: z.string(), description: z.string().nullish() });

/** Those that the message names; the others go along. */
const Counts = z
	.object({
		create: z.number(),
		update: z.number(),
		reactivate: z.number(),
		deactivate: z.number(),
		hold: z.number(),
	})
	.catchall(z.number());
type Counts = z.infer<typeof Counts>;
/** `kinds` are those of the plan that waits, as every page and message counts them. */
const Summary = z.object({
	counts: Counts,
	rows: ActionCounts.nullable().default(null),
	kinds: RowCounts.optional(),
});

/** The first item of each output of each run of a node: enough for a message, whatever the size of the plan. */
function* firstItems({ resultData }: IRunExecutionData): Generator<unknown> {
	for (const runs of Object.values(resultData.runData)) {
		for (const { data } of runs) {
			for (const output of data?.['main'] ?? []) yield output?.[0]?.json;
		}
	}
}

/**
 * The link to the plan, wherever in the workflow a message carries it: its permanent address, else that of
 * the page that decides.
 */
function findLink(data: IRunExecutionData, executionId: string): string | null {
	const page = new RegExp(`^https?://\\S+/${executionId}\\?signature=\\w+$`);
	let waiting: string | null = null;
	for (const json of firstItems(data)) {
		if (typeof json !== 'object' || json === null) continue;
		for (const value of Object.values(json)) {
			if (typeof value !== 'string') continue;
			if (planAddressIn(value) !== '') return value;
			if (waiting === null && page.test(value)) waiting = value;
		}
	}
	return waiting;
}

function findSummary(data: IRunExecutionData): z.infer<typeof Summary> | null {
	for (const json of firstItems(data)) {
		const parsed = Summary.safeParse(json);
		if (parsed.success) return parsed.data;
	}
	return null;
}

/** What the saved data of an execution says; undefined = n8n keeps no data of runs that went well. */
function readDryRun(data: IRunExecutionData | undefined, executionId: string): DryRun {
	if (data === undefined) return { status: 'nothing' };
	const { error, lastNodeExecuted = '' } = data.resultData;
	if (error !== undefined) {
		const parsed = ErrorText.safeParse(error);
		const { message = '', description = '' } = parsed.success ? parsed.data : {};
		const problem = [message, description ?? ''].join(' ').trim();
		return { status: 'failed', node: lastNodeExecuted, problem };
	}
	if (data.waitTill !== undefined && data.waitTill !== null) {
		const summary = findSummary(data);
		const { rows = null, kinds } = summary ?? {};
		return {
			status: 'waiting',
			link: findLink(data, executionId),
			counts: summary?.counts ?? null,
			rows: rows === null ? null : kindsIn({ kinds, rows }),
		};
	}
	return { status: lastNodeExecuted === '' ? 'running' : 'nothing' };
}

const FIRST_LOOK_MS = 500;
const LONGEST_PAUSE_MS = 5000;

/** Looks until the plan waits or the run has ended, at most so long. */
export async function awaitDryRun(
	context: IExecuteFunctions,
	executionId: string,
	minutes: number,
): Promise<DryRun> {
	const signal = context.getExecutionCancelSignal();
	const deadline = systemClock.now() + minutes * 60_000;
	for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
		const run = readDryRun(await context.getExecutionDataById(executionId), executionId);
		if (run.status !== 'running') return run;
		if (systemClock.now() + pause > deadline || signal?.aborted === true) return run;
		await systemClock.sleep(pause, signal);
	}
}
