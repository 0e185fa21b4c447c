import type { INode, IWorkflowBase } from 'n8n-workflow';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';

/** A workflow of the API as n8n starts it when it is given as code: under its own id, with its own credentials. */
export function codeOf(workflow: StoredWorkflow): IWorkflowBase {
	const now = new Date();
	return {
		id: workflow.id,
		name: workflow.name,
		active: workflow.active,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		activeVersionId: null,
		nodes: workflow.nodes as unknown as INode[],
		connections: workflow.connections as unknown as IWorkflowBase['connections'],
		settings: workflow.settings as IWorkflowBase['settings'] & object,
	};
}
