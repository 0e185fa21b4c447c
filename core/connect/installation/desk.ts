import type { Workflow, WorkflowNode } from '../templates/workflow';

/** Which workflow the nodes "Desk: …" of a workflow call, and which one gets its errors. */

const CALL_NODE = 'n8n-nodes-base.executeWorkflow';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A call of the desk says which event it tells (core/runLog/deskCall.ts); calls of other workflows stay out. */
function isDeskCall({ type, parameters }: WorkflowNode): boolean {
	if (type !== CALL_NODE || !isRecord(parameters['workflowInputs'])) return false;
	const { value } = parameters['workflowInputs'];
	return isRecord(value) && Object.hasOwn(value, 'event');
}

function calledBy({ parameters }: WorkflowNode): string {
	const { workflowId } = parameters;
	if (typeof workflowId === 'string') return workflowId;
	const value = isRecord(workflowId) ? workflowId['value'] : '';
	return typeof value === 'string' ? value : '';
}

/** Ids of what is called as the desk, and of the error workflow; '' where none is chosen yet. */
export const desksOf = ({ nodes, settings }: Pick<Workflow, 'nodes' | 'settings'>): string[] => [
	...nodes.filter(isDeskCall).map(calledBy),
	...(typeof settings['errorWorkflow'] === 'string' ? [settings['errorWorkflow']] : []),
];

/**
 * The workflow with the desk where none is chosen, or one that is not there any more. A call of another
 * workflow that lives is somebody's choice and stays.
 * @param living ids of the workflows that are there
 */
export function wireDesk<W extends Workflow>(
	workflow: W,
	desk: string,
	living: ReadonlySet<string>,
): { workflow: W; changed: boolean } {
	const isLost = (id: unknown): boolean => typeof id !== 'string' || !living.has(id);
	let changed = false;
	const nodes = workflow.nodes.map((node) => {
		if (!isDeskCall(node) || !isLost(calledBy(node))) return node;
		changed = true;
		const workflowId = { __rl: true, mode: 'id', value: desk };
		return { ...node, parameters: { ...node.parameters, workflowId } };
	});
	const { settings } = workflow;
	const callsDesk = workflow.nodes.some(isDeskCall);
	const wantsErrors = callsDesk && isLost(settings['errorWorkflow']);
	if (!changed && !wantsErrors) return { workflow, changed: false };
	return {
		workflow: {
			...workflow,
			nodes,
			settings: wantsErrors ? { ...settings, errorWorkflow: desk } : settings,
		},
		changed: true,
	};
}
