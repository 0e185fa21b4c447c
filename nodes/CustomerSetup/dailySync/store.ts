import { StoredWorkflow, toBody } from '../../../core/connect/templates/workflow';
import type { Workflow } from '../../../core/connect/templates/workflow';
import { settingsNode } from '../../../core/connect/templates/settings';
import { readsPeople } from '../../../core/connect/templates/rebind';
import { issueError } from '../../shared/outcome';
import type { N8nWorkflowBody } from '../../shared/n8nApi';
import { N8nNode } from '../../shared/n8nApi/schemas';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';

/** Daily syncs as n8n keeps them. */

/** The request of a create or an update. n8n's API refuses what `toBody` leaves out. */
export function bodyOf(workflow: Workflow): N8nWorkflowBody {
	const { nodes, ...rest } = toBody(workflow);
	return { ...rest, nodes: nodes.map((node) => N8nNode.parse(node)) };
}

/** Every workflow that the API key may see; a workflow without readable nodes is none of ours. */
export async function allWorkflows(given: ItemContext): Promise<StoredWorkflow[]> {
	const found = valueOf(given, await given.client.workflows());
	return found.flatMap((workflow) => {
		const parsed = StoredWorkflow.safeParse(workflow);
		return parsed.success ? [parsed.data] : [];
	});
}

/** The daily sync of this id, in the state of its editor (the draft). */
export async function readDailySync(given: ItemContext, id: string): Promise<StoredWorkflow> {
	const { context, item } = given;
	if (id === '') {
		const params = { workflow: '-' };
		throw issueError(context, 'SYNC_WORKFLOW_NOT_FOUND', params, item);
	}
	const workflow = StoredWorkflow.parse(valueOf(given, await given.client.workflow(id)));
	const part =
		settingsNode(workflow) === null
			? 'Sync Settings'
			: !readsPeople(workflow)
				? 'source node'
				: null;
	if (part === null && !workflow.isArchived) return workflow;
	throw part === null
		? issueError(context, 'SYNC_WORKFLOW_NOT_FOUND', { workflow: workflow.name }, item)
		: issueError(context, 'SYNC_WORKFLOW_FOREIGN', { workflow: workflow.name, part }, item);
}

/** The address of a workflow, or of one of its executions, in the editor of this n8n. */
export function editorUrl({ context, baseUrl }: ItemContext, id: string, execution = ''): string {
	// The credential may hold an address that only this machine can reach.
	const known =
		typeof context.getInstanceBaseUrl === 'function' ? context.getInstanceBaseUrl() : '';
	const base = (known === '' ? baseUrl : known).replace(/\/+$/, '');
	return `${base}/workflow/${id}${execution === '' ? '' : `/executions/${execution}`}`;
}
