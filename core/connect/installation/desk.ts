import { callsDesk, needsDesk } from '../templates/desk';
import type { Workflow, WorkflowNode } from '../templates/workflow';

/** Calls of a desk that is not there: where none was chosen yet, and where it was deleted or archived. */

function calledBy({ parameters }: WorkflowNode): string {
	const { workflowId } = parameters;
	if (typeof workflowId === 'string') return workflowId;
	const isRecord = typeof workflowId === 'object' && workflowId !== null;
	const value = isRecord && 'value' in workflowId ? workflowId.value : '';
	return typeof value === 'string' ? value : '';
}

/** @param living ids of the workflows that are there */
const isLost = (id: unknown, living: ReadonlySet<string>): boolean =>
	typeof id !== 'string' || !living.has(id);

export const callsLostDesk = (
	{ nodes }: Pick<Workflow, 'nodes'>,
	living: ReadonlySet<string>,
): boolean => nodes.some((node) => callsDesk(node) && isLost(calledBy(node), living));

/**
 * The workflow with the desk where none is chosen, or one that is not there any more. A call of another
 * workflow that lives is somebody's choice and stays, as an error workflow that lives does.
 */
export function wireDesk<W extends Workflow>(
	workflow: W,
	desk: string,
	living: ReadonlySet<string>,
): { workflow: W; changed: boolean } {
	if (!needsDesk(workflow)) return { workflow, changed: false };
	const { settings } = workflow;
	const withoutErrors = isLost(settings['errorWorkflow'], living);
	if (!withoutErrors && !callsLostDesk(workflow, living)) return { workflow, changed: false };
	const nodes = workflow.nodes.map((node) =>
		callsDesk(node) && isLost(calledBy(node), living)
			? {
					...node,
					parameters: {
						...node.parameters,
						workflowId: { __rl: true, mode: 'id', value: desk },
					},
				}
			: node,
	);
	const errors = withoutErrors ? { errorWorkflow: desk } : {};
	return { workflow: { ...workflow, nodes, settings: { ...settings, ...errors } }, changed: true };
}
