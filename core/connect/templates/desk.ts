import { DESK_EVENTS } from '../deskEvents';
import { templateOf } from './version';
import type { StoredWorkflow, Workflow, WorkflowNode } from './workflow';

/** The desk in other workflows: which nodes call it, which workflow it is, and its id in both places. */

const EXECUTE_WORKFLOW = 'n8n-nodes-base.executeWorkflow';
const DESK = 'alleo-desk';
/** What n8n keeps as error workflow where somebody opened the settings and chose none. */
const NONE: ReadonlySet<unknown> = new Set([undefined, null, '', 'DEFAULT']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a node calls another workflow about, in its input `event`; null for any other node. */
export function eventOf({ type, parameters }: WorkflowNode): unknown {
	const { workflowInputs: inputs } = parameters;
	const value = isRecord(inputs) ? inputs['value'] : null;
	return type === EXECUTE_WORKFLOW && isRecord(value) ? (value['event'] ?? null) : null;
}

/** A node that tells the desk something: known by its inputs, so that it may be renamed. */
export function callsDesk(node: WorkflowNode): boolean {
	const event = eventOf(node);
	return DESK_EVENTS.some((known) => known === event);
}

/** Whether a workflow cannot do its work without a desk; those of before version 3 have their own log. */
export const needsDesk = ({ nodes }: Pick<Workflow, 'nodes'>): boolean => nodes.some(callsDesk);

/** The desks of an n8n; one that is published before those that are not. */
export function desksIn(workflows: readonly StoredWorkflow[]): StoredWorkflow[] {
	const desks = workflows.filter((one) => !one.isArchived && templateOf(one)?.name === DESK);
	const published = desks.filter(({ active }) => active);
	return published.length > 0 ? published : desks;
}

/**
 * The workflow with the desk in every node that calls it, and as its error workflow where no person chose
 * another one.
 */
export function withDesk<W extends Workflow>(workflow: W, deskId: string): W {
	if (!needsDesk(workflow)) return workflow;
	const nodes = workflow.nodes.map((node) =>
		callsDesk(node)
			? {
					...node,
					parameters: {
						...node.parameters,
						workflowId: { __rl: true, mode: 'id', value: deskId },
					},
				}
			: node,
	);
	const { errorWorkflow } = workflow.settings;
	const settings = {
		...workflow.settings,
		...(NONE.has(errorWorkflow) ? { errorWorkflow: deskId } : {}),
	};
	return { ...workflow, nodes, settings };
}
