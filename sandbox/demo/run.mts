import type { Sandbox } from '../start.mts';
import type { System } from '../world/types.mts';
import { decide } from './approvalPage.mts';
import { accountCounts } from './check.mts';
import type { PlannedRow } from './check.mts';
import type { N8nClient } from './n8nClient.mts';
import { outputOf } from './n8nClient.mts';
import type { Execution } from './n8nTypes.mts';
import { StepFailed } from './process.mts';
import { NODE } from './template.mts';

export interface Summary {
	status: string;
	needs_approval: boolean;
	needs_approval_because: string[];
	counts: Record<string, number>;
}

export interface RunResult {
	system: System;
	executionId: string;
	approved: boolean;
	before: { active: number; inactive: number };
	after: { active: number; inactive: number };
	summary: Summary;
	/** The plan, row by row; nothing in it when nothing changes. */
	rows: PlannedRow[];
	outcomes: Record<string, number>;
	failures: Array<{ external_id: string; code: string; message: string }>;
	writes: number;
}

const OPERATOR = 'Demo-operator';

/** What stopped an execution, in one line. */
export function errorOf(execution: Execution): string {
	const { error, lastNodeExecuted } = execution.data?.resultData ?? {};
	const where = error?.node?.name ?? lastNodeExecuted ?? 'unknown node';
	return `${where}: ${error?.message ?? execution.status} ${error?.description ?? ''}`.trim();
}

/** The link that the desk tells people, as it gives it back to the workflow. */
export function approvalLink(execution: Execution): string {
	const [told] = outputOf(execution, NODE.plan) as Array<{ link?: string }>;
	if (told?.link === undefined || told.link === '') throw new Error('The desk gave no link');
	return told.link;
}

export function summaryOf(execution: Execution): Summary {
	const summary = outputOf(execution, NODE.compare, 2)[0];
	if (summary === undefined) throw new Error('Compare with Alleo gave no summary');
	return summary as Summary;
}

/** All rows of the plan, whichever way they went. */
export const planRows = (execution: Execution): PlannedRow[] =>
	[0, 1].flatMap((output) => outputOf(execution, NODE.compare, output) as PlannedRow[]);

/** Rows of the plan that take somebody's access away: what is left by a move is none of them. */
export const offboardings = (execution: Execution): number =>
	(
		outputOf(execution, NODE.compare, 0) as Array<{ action: string; reason: { code: string } }>
	).filter(({ action, reason }) => action === 'deactivate' && reason.code !== 'MOVE').length;

function countOutcomes(execution: Execution): Record<string, number> {
	const counts: Record<string, number> = { applied: 0, already: 0, skipped: 0, failed: 0 };
	for (const output of [0, 1]) {
		for (const item of outputOf(execution, NODE.apply, output)) {
			const { action, outcome } = item as { action: string; outcome: string };
			const key = action === 'hold' ? 'held' : outcome;
			counts[key] = (counts[key] ?? 0) + 1;
		}
	}
	return counts;
}

/** Runs a workflow from one of its triggers; approves where it waits. */
export async function runSync(
	client: N8nClient,
	sandbox: Sandbox,
	system: System,
	workflowId: string,
	trigger: string,
): Promise<RunResult> {
	const before = accountCounts(sandbox, system);
	const writesBefore = sandbox.alleo.log.counts.writes;
	const executionId = await client.runFrom(workflowId, trigger);
	let execution = await client.settled(executionId);
	const approved = execution.status === 'waiting';
	if (approved) {
		await decide(approvalLink(execution), {
			decision: 'approve',
			approver: OPERATOR,
			comment: 'Demo',
			offboardings: offboardings(execution),
		});
		execution = await client.ended(executionId);
	}
	if (execution.status !== 'success') {
		throw new StepFailed(
			`The ${system.toUpperCase()} run ended as "${execution.status}". ${errorOf(execution)}`,
			`look the code up in docs/troubleshooting.md; the execution is ${client.url}/workflow/${workflowId}/executions/${executionId}`,
		);
	}
	return {
		system,
		executionId,
		approved,
		before,
		after: accountCounts(sandbox, system),
		summary: summaryOf(execution),
		rows: planRows(execution),
		outcomes: countOutcomes(execution),
		failures: outputOf(execution, NODE.apply, 1) as RunResult['failures'],
		writes: sandbox.alleo.log.counts.writes - writesBefore,
	};
}

/** Changes that a plan proposes; holds are people who stay as they are. */
export function plannedChanges(summary: Summary): number {
	const { counts } = summary;
	return ['create', 'update', 'reactivate', 'deactivate', 'absent_deactivate'].reduce(
		(sum, key) => sum + (counts[key] ?? 0),
		0,
	);
}
