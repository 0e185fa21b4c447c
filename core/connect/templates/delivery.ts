import { eventOf } from './desk';
import { templateOf } from './version';
import type { Workflow, WorkflowNode } from './workflow';

/**
 * The workflow "Send a file" in other workflows: which nodes call it, and its id there. There is one for each
 * SFTP server, that is for each customer: which one is meant a person says, and nobody guesses.
 */

const DELIVERY = 'send-file';
const EVENTS: ReadonlySet<unknown> = new Set(['look', 'send']);

/** The first version that looks at the folder when it is asked; one of before would take that for a file to send. */
const LOOKS_SINCE = 4;

export const isDelivery = (workflow: Pick<Workflow, 'nodes'>): boolean =>
	templateOf(workflow)?.name === DELIVERY;

export const looksAtFolder = (workflow: Pick<Workflow, 'nodes'>): boolean =>
	isDelivery(workflow) && (templateOf(workflow)?.version ?? 0) >= LOOKS_SINCE;

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only who sends a file says how long it is; workflows of before version 5 said nothing else. */
const SENT = 'bytes';

/** A node that sends a file, or looks where files go: known by its inputs, so that it may be renamed. */
export function callsDelivery(node: WorkflowNode): boolean {
	const { workflowInputs: inputs } = node.parameters;
	const value = isRecord(inputs) ? inputs['value'] : null;
	return EVENTS.has(eventOf(node)) || (isRecord(value) && Object.hasOwn(value, SENT));
}

/** The chosen workflow; empty where none is. */
function chosenIn({ parameters }: WorkflowNode): string {
	const { workflowId: chosen } = parameters;
	const value = isRecord(chosen) ? chosen['value'] : chosen;
	return typeof value === 'string' ? value : '';
}

/** Ids of the workflows that files of this workflow go by. */
export const deliveriesOf = ({ nodes }: Pick<Workflow, 'nodes'>): string[] => [
	...new Set(
		nodes
			.filter(callsDelivery)
			.map(chosenIn)
			.filter((id) => id !== ''),
	),
];

/** Whether files of this workflow have no way yet. */
export const lacksDelivery = ({ nodes }: Pick<Workflow, 'nodes'>): boolean =>
	nodes.some((node) => callsDelivery(node) && chosenIn(node) === '');

/**
 * The workflow with this one wherever none is chosen; the same where nothing changes. A step that is off for
 * want of it is on then. Where a person chose another in one place, the rest is theirs too: who looks on one
 * server must not send to another.
 */
export function withDelivery<W extends Pick<Workflow, 'nodes'>>(workflow: W, id: string): W {
	const others = deliveriesOf(workflow).filter((chosen) => chosen !== id);
	if (id === '' || others.length > 0 || !lacksDelivery(workflow)) return workflow;
	const workflowId = { __rl: true, mode: 'id', value: id };
	const nodes = workflow.nodes.map((node) => {
		if (!callsDelivery(node) || chosenIn(node) !== '') return node;
		const step = { ...node, parameters: { ...node.parameters, workflowId } };
		delete step.disabled;
		return step;
	});
	return { ...workflow, nodes };
}
