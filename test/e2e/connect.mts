import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { outputOf } from '../../sandbox/demo/n8nClient.mts';
import type { Execution, Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { customerWorkflow, keepExecutions, NODE, nodeOf } from '../../sandbox/demo/template.mts';
import type { System } from '../../sandbox/world/types.mts';
import type { Context } from './context.mts';

/** What the scenarios about connecting a customer share. */

export const CREATE = 'Create the daily sync';
export const DRY_RUN = 'Start the first dry run';

/**
 * A daily sync that ops adapted once, to copy for every customer: routes, selective sync, a quick clock.
 * @param clock slower than a run, or runs pile up on a busy machine; null leaves the clock that ships
 */
export async function adaptedTemplate(
	context: Context,
	system: System,
	clock: string | null = '*/20 * * * * *',
): Promise<string> {
	const workflow = keepExecutions(await customerWorkflow(system, {}));
	if (clock !== null) {
		nodeOf(workflow, NODE.schedule).parameters['rule'] = {
			interval: [{ field: 'cronExpression', expression: clock }],
		};
	}
	return await context.import(workflow);
}

export interface Stored extends Workflow {
	id: string;
	active: boolean;
}

export const workflowOf = async (context: Context, id: string): Promise<Stored> =>
	await context.client.api<Stored>('GET', `/workflows/${id}`);

/** A value in Settings of a workflow. */
export function settingOf(workflow: Workflow, name: string): unknown {
	const parameter = name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
	return nodeOf(workflow, NODE.settings).parameters[parameter];
}

/** The newest execution of a workflow for which this holds, once there is one. */
export async function executionWhere(
	context: Context,
	workflowId: string,
	holds: (execution: Execution) => boolean,
	what: string,
): Promise<Execution> {
	const deadline = Date.now() + 180_000;
	for (;;) {
		const all = await context.client.executionsOf(workflowId);
		const found = all.find(holds);
		if (found !== undefined) return await context.client.execution(found.id);
		const seen = all.map(({ id, mode, status }) => `${id} ${mode} ${status}`).join(', ');
		assert.ok(Date.now() < deadline, `no ${what} within three minutes, but ${seen}`);
		await sleep(300);
	}
}

export interface MessageItem {
	subject: string;
	text: string;
	link: string;
}

export const messageOf = (execution: Execution, node: string): MessageItem => {
	const [message] = outputOf(execution, node) as MessageItem[];
	assert.ok(message, `${node} gave no message`);
	return message;
};
