import type { INode } from 'n8n-workflow';
import type { CanvasStep, StepNames } from '../../../core/issues/steps';
import { settingsNode } from '../../../core/connect/templates/settings';
import { WorkflowNode } from '../../../core/connect/templates/workflow';
import { isRecord } from '../parameters/values';
import { running } from '../running';

/** The names that steps have on the canvas on which something runs. */

const OWN = 'n8n-nodes-alleo.';
const ALLEO = `${OWN}alleo`;

/** n8n leaves away what is its own default. */
const does = ({ parameters }: WorkflowNode, resource: string, operation: string): boolean =>
	(parameters['resource'] ?? 'employee') === resource &&
	(parameters['operation'] ?? 'getAll') === operation;

const IS: Record<Exclude<CanvasStep, 'here' | 'settings'>, (node: WorkflowNode) => boolean> = {
	normalize: ({ type }) => type === `${OWN}employeeNormalize`,
	compare: ({ type }) => type === `${OWN}alleoDiff`,
	review: ({ type }) => type === `${OWN}syncApproval`,
	accounts: (node) => node.type === ALLEO && does(node, 'employee', 'getAll'),
	apply: (node) => node.type === ALLEO && does(node, 'syncPlan', 'apply'),
};

function nodesOf(context: object): WorkflowNode[] {
	const { nodes } = running(context);
	return Object.values(isRecord(nodes) ? nodes : {}).flatMap((node) => {
		const read = WorkflowNode.safeParse(node);
		return read.success ? [read.data] : [];
	});
}

/** A name for each step of which there is exactly one; of two nobody knows which is meant. */
export function stepNames(context: { getNode(): INode }): StepNames {
	const nodes = nodesOf(context);
	const settings = settingsNode({ nodes })?.name;
	const found = Object.entries(IS).flatMap(([step, is]) => {
		const [only, ...more] = nodes.filter(is);
		return only === undefined || more.length > 0 ? [] : [[step, only.name] as const];
	});
	return {
		...Object.fromEntries(found),
		here: context.getNode().name,
		...(settings === undefined ? {} : { settings }),
	};
}
