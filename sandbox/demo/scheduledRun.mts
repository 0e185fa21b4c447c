import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nClient } from './n8nClient.mts';
import type { Workflow } from './n8nTypes.mts';

/**
 * A run that the schedule starts by itself. Started by hand, a daily sync is a dry run: only n8n's own clock
 * makes it a daily one. The schedule is set to a few seconds from now, and back once it has fired.
 */

export const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';

/** Long enough to save and publish on a busy machine; too short only costs another try. */
const LEAD_MS = 6000;
const TRIES = 10;

/** Once an hour, whatever the time zone of the workflow. */
function soon(): string {
	const at = new Date(Date.now() + LEAD_MS);
	return `${at.getUTCSeconds()} ${at.getUTCMinutes()} * * * *`;
}

const idsOf = async (client: N8nClient, workflowId: string): Promise<string[]> => {
	const [done, running] = await Promise.all([
		client.executionsOf(workflowId),
		client.executionsOf(workflowId, 'running'),
	]);
	return [...done, ...running].map(({ id }) => id);
};

/** @returns the id of the execution, as soon as it is there */
export async function scheduledRun(
	client: N8nClient,
	workflowId: string,
	trigger: string,
): Promise<string> {
	const isActive = (await client.activeWorkflows()).includes(workflowId);
	const before = new Set(await idsOf(client, workflowId));
	let rule: unknown;
	const setRule = async (next: unknown): Promise<void> =>
		await client.changeWorkflow(workflowId, ({ nodes }: Workflow) => {
			const node = nodes.find(({ name }) => name === trigger);
			if (node === undefined) throw new Error(`The workflow has no node "${trigger}"`);
			rule ??= node.parameters['rule'];
			node.parameters['rule'] = next;
		});
	try {
		for (let tries = 0; tries < TRIES; tries += 1) {
			await setRule({ interval: [{ field: 'cronExpression', expression: soon() }] });
			const deadline = Date.now() + 2 * LEAD_MS;
			while (Date.now() < deadline) {
				const found = (await idsOf(client, workflowId)).find((id) => !before.has(id));
				if (found !== undefined) return found;
				await sleep(250);
			}
		}
	} finally {
		await setRule(rule);
		if (!isActive) await client.unpublish(workflowId);
	}
	throw new Error(`The schedule of workflow ${workflowId} started nothing`);
}
