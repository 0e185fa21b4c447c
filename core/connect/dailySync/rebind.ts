import type { IssueCode } from '../../issues';
import { wayIn } from './build';
import { SOURCES, systemOf } from './customer';
import type { DailySyncCustomer, System } from './customer';
import type { StoredWorkflow, Workflow, WorkflowNode } from './workflow';

/** What a re-connected customer's workflow gets: the new credential, and nothing else. */

const idsOf = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').sort() : [];

const same = (one: readonly string[], other: readonly string[]): boolean =>
	JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

/** Ids of the credentials that a workflow reads an HR system with. */
export const sourceCredentials = ({ nodes }: Workflow): string[] =>
	nodes.flatMap(({ type, credentials = {} }) =>
		systemOf(type) === null ? [] : Object.values(credentials).flatMap(({ id }) => id ?? []),
	);

export const systemOfWorkflow = ({ nodes }: Workflow): System | null =>
	nodes.map(({ type }) => systemOf(type)).find((system) => system !== null) ?? null;

export type Found =
	| { kind: 'none' }
	| { kind: 'one'; workflow: StoredWorkflow }
	| { kind: 'several'; names: string[] };

/**
 * The customer's workflow among all of this n8n: the one that the invitation names, else the one that
 * reads with this customer's credential. A copy that somebody made is not guessed away.
 */
export function findWorkflow(
	workflows: readonly StoredWorkflow[],
	{ credentials }: Pick<DailySyncCustomer, 'credentials'>,
	workflowId: string | null = null,
): Found {
	const living = workflows.filter(({ isArchived }) => !isArchived);
	const named = living.find(({ id }) => id === workflowId);
	if (named !== undefined) return { kind: 'one', workflow: named };
	const ids = new Set(Object.values(credentials).map(({ id }) => id));
	const bound = living.filter((workflow) => sourceCredentials(workflow).some((id) => ids.has(id)));
	const [first] = bound;
	if (first === undefined) return { kind: 'none' };
	return bound.length === 1
		? { kind: 'one', workflow: first }
		: { kind: 'several', names: bound.map(({ name }) => name) };
}

export interface Rebound {
	workflow: Workflow;
	/** False: every credential is bound already, nothing has to be saved. */
	changed: boolean;
	notes: IssueCode[];
}

/**
 * Binds the credentials in the source nodes. Debtors stay as the workflow has them: taking one out is a
 * decision about people, and a person makes it; a note says that the choice differs.
 */
export function rebind(workflow: Workflow, customer: DailySyncCustomer): Rebound {
	const { node: sourceType, ways } = SOURCES[customer.system];
	const way = wayIn(customer);
	if (way === null) return { workflow, changed: false, notes: [] };
	const others = ways.map(({ type }) => type).filter((type) => way.credentials[type] === undefined);
	const notes = new Set<IssueCode>();
	let changed = false;

	const source = (node: WorkflowNode): WorkflowNode => {
		const { debtor_ids: chosen } = customer;
		if (customer.system === 'nmbrs' && !same(chosen, idsOf(node.parameters['debtorIds']))) {
			notes.add('SYNC_DEBTORS_DIFFER');
		}
		const kept = Object.entries(node.credentials ?? {}).filter(([type]) => !others.includes(type));
		const credentials = { ...Object.fromEntries(kept), ...way.credentials };
		const parameters =
			way.authentication === undefined
				? node.parameters
				: { ...node.parameters, authentication: way.authentication };
		const next = { ...node, credentials, parameters };
		if (bindings(next) !== bindings(node)) changed = true;
		return next;
	};
	const nodes = workflow.nodes.map((node) => (node.type === sourceType ? source(node) : node));
	return { workflow: changed ? { ...workflow, nodes } : workflow, changed, notes: [...notes] };
}

const bindings = ({ credentials = {}, parameters }: WorkflowNode): string =>
	JSON.stringify([
		parameters['authentication'] ?? null,
		Object.entries(credentials)
			.map(([type, { id }]) => [type, id])
			.sort(),
	]);
