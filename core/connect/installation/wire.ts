import type { CredentialRef } from '../connection';
import { SETUP_NODE } from '../templates/customer';
import type { Workflow, WorkflowNode } from '../templates/workflow';

/**
 * What a workflow of this package needs of its n8n: credentials in the nodes that ask for one. A credential
 * that is chosen stays, whatever it is; only an empty place is filled.
 */

const CONNECT_NODE = 'n8n-nodes-alleo.customerConnect';

/** Types of credentials that all customers share, and which nodes have a place for one. */
const PLACES: Readonly<Record<string, (node: WorkflowNode) => boolean>> = {
	alleoN8nApi: ({ type, parameters }) =>
		type === CONNECT_NODE || (type === SETUP_NODE && parameters['operation'] !== 'revokeToken'),
	nmbrsAppApi: ({ type, parameters }) =>
		type === CONNECT_NODE ||
		(type === SETUP_NODE &&
			['cleanUp', 'disconnect', 'revoke'].includes(String(parameters['operation']))),
	alleoApi: ({ type, parameters }) =>
		type === SETUP_NODE &&
		parameters['resource'] === 'integration' &&
		(parameters['operation'] ?? 'create') === 'create',
};

export const SHARED_TYPES: readonly string[] = Object.keys(PLACES);

const isEmptyIn =
	(type: string) =>
	(node: WorkflowNode): boolean =>
		PLACES[type]?.(node) === true && typeof node.credentials?.[type]?.id !== 'string';

/** The nodes in which no credential of this type is chosen, though they have a place for it. */
export const emptyPlaces = ({ nodes }: Pick<Workflow, 'nodes'>, type: string): WorkflowNode[] =>
	nodes.filter(isEmptyIn(type));

/** @param chosen by type, the credential that goes into each empty place; others stay empty */
export function bindEmpty<W extends Pick<Workflow, 'nodes'>>(
	workflow: W,
	chosen: Readonly<Record<string, CredentialRef>>,
): { workflow: W; changed: boolean } {
	let changed = false;
	const nodes = workflow.nodes.map((node) => {
		const missing = Object.entries(chosen).filter(([type]) => isEmptyIn(type)(node));
		if (missing.length === 0) return node;
		changed = true;
		return { ...node, credentials: { ...node.credentials, ...Object.fromEntries(missing) } };
	});
	return { workflow: changed ? { ...workflow, nodes } : workflow, changed };
}
