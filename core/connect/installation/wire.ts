import type { CredentialRef } from '../connection';
import { SETUP_NODE } from '../templates/customer';
import type { Workflow, WorkflowNode } from '../templates/workflow';

/**
 * What a workflow of this package needs of its n8n: credentials in the nodes that ask for one. A credential
 * that is chosen stays, whatever it is; only an empty place is filled.
 */

const RUN_LOG_NODE = 'n8n-nodes-alleo.syncRunLog';
const CONNECT_NODE = 'n8n-nodes-alleo.customerConnect';

/** Types of credentials that all customers share, and which nodes have a place for one. */
const PLACES: Readonly<Record<string, (node: WorkflowNode) => boolean>> = {
	alleoN8nApi: ({ type, parameters }) =>
		type === CONNECT_NODE ||
		(type === SETUP_NODE && parameters['operation'] !== 'revokeToken') ||
		(type === RUN_LOG_NODE && ['desk', 'planPage'].includes(String(parameters['stage']))),
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

const WEBHOOK = 'n8n-nodes-base.webhook';

const isDeskNode = ({ type, parameters }: WorkflowNode): boolean =>
	type === RUN_LOG_NODE && parameters['stage'] === 'desk';

/** The node of the desk that knows the page of the inbox. */
const isInboxNode = ({ type, parameters }: WorkflowNode): boolean =>
	type === SETUP_NODE &&
	parameters['resource'] === 'inbox' &&
	parameters['operation'] === 'exchange';

/** The path of a page, of the workflow that serves it; null where it has none. */
export function planPathIn({ nodes }: Pick<Workflow, 'nodes'>): string | null {
	const path = nodes.find(({ type }) => type === WEBHOOK)?.parameters['path'];
	return typeof path === 'string' && path !== '' ? path : null;
}

/** The workflow with a path in a parameter of some of its nodes. */
function lead<W extends Pick<Workflow, 'nodes'>>(
	workflow: W,
	isMeant: (node: WorkflowNode) => boolean,
	parameter: string,
	path: string,
): { workflow: W; changed: boolean } {
	const isOther = (node: WorkflowNode): boolean =>
		isMeant(node) && node.parameters[parameter] !== path;
	if (!workflow.nodes.some(isOther)) return { workflow, changed: false };
	const nodes = workflow.nodes.map((node) =>
		isOther(node) ? { ...node, parameters: { ...node.parameters, [parameter]: path } } : node,
	);
	return { workflow: { ...workflow, nodes }, changed: true };
}

/** The desk with the path to which its messages lead; the page may have been made anew. */
export const wirePlanPage = <W extends Pick<Workflow, 'nodes'>>(
	workflow: W,
	path: string,
): { workflow: W; changed: boolean } => lead(workflow, isDeskNode, 'planPath', path);

/** The same of the page with the questions about a customer. */
export const wireInboxPage = <W extends Pick<Workflow, 'nodes'>>(
	workflow: W,
	path: string,
): { workflow: W; changed: boolean } => lead(workflow, isInboxNode, 'inboxPath', path);
