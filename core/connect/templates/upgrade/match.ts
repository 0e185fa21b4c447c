import type { WorkflowNode } from '../workflow';
import { same } from './values';

/**
 * Which node of one version of a workflow is which of another. n8n keeps a node's id when it is renamed, and
 * gives new ids to what is imported: by id, then by name, then by what the node is for.
 */

/** The parameters of a node with the defaults that n8n leaves away when it saves; as they are where unknown. */
export type Filled = (node: WorkflowNode) => Readonly<Record<string, unknown>>;

export const asSaved: Filled = ({ parameters }) => parameters;

export const isNote = ({ type }: WorkflowNode): boolean => type === 'n8n-nodes-base.stickyNote';

const ROLE_PARAMETERS = ['resource', 'operation', 'stage'];

const roleOf = (node: WorkflowNode, filled: Filled): string => {
	const parameters = filled(node);
	return [node.type, ...ROLE_PARAMETERS.map((name) => String(parameters[name] ?? ''))].join(' ');
};

/** For each node of `from` the same one of `to`, where there is one. */
export function matchNodes(
	from: readonly WorkflowNode[],
	to: readonly WorkflowNode[],
	filled: Filled = asSaved,
): Map<WorkflowNode, WorkflowNode> {
	const found = new Map<WorkflowNode, WorkflowNode>();
	const left = new Set(to);
	const rest = (): WorkflowNode[] => from.filter((node) => !found.has(node));
	const pair = (
		isSame: (one: WorkflowNode, other: WorkflowNode) => boolean,
		only: boolean,
	): void => {
		for (const node of rest()) {
			const fits = [...left].filter((other) => other.type === node.type && isSame(node, other));
			const [first] = fits;
			if (first === undefined || (only && fits.length > 1)) continue;
			// Two that it could be are none that it is.
			if (only && rest().filter((one) => one.type === node.type && isSame(one, first)).length > 1) {
				continue;
			}
			found.set(node, first);
			left.delete(first);
		}
	};
	pair((one, other) => one.id === other.id && one.name === other.name, false);
	pair((one, other) => one.id === other.id, false);
	pair((one, other) => one.name === other.name, false);
	pair((one, other) => !isNote(one) && roleOf(one, filled) === roleOf(other, filled), true);
	pair((one, other) => same(one.parameters, other.parameters), true);
	return found;
}
