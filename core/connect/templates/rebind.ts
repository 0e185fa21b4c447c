import type { IssueCode } from '../../issues';
import { wayIn } from './build';
import type { CredentialRef } from '../connection';
import { comparesEmployees, makesFile } from './explainGraph';
import { ALLEO_CREDENTIAL, SOURCES, isSourceNode, systemOf, takesAlleo } from './customer';
import { isInvitationNode, withReplaced } from './invitation';
import { readSetting } from './settings';
import type { DailySyncCustomer, System } from './customer';
import type { StoredWorkflow, Workflow, WorkflowNode } from './workflow';

/** What a re-connected customer's workflow gets: the new credential, and nothing else. */

const idsOf = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').sort() : [];

const equal = (one: readonly string[], other: readonly string[]): boolean =>
	JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

/** Ids of the credentials that a workflow reads an HR system with. */
export const sourceCredentials = ({ nodes }: Workflow): string[] =>
	nodes.flatMap(({ type, credentials = {} }) =>
		systemOf(type) === null ? [] : Object.values(credentials).flatMap(({ id }) => id ?? []),
	);

export const systemOfWorkflow = ({ nodes }: Workflow): System | null =>
	nodes.map(({ type }) => systemOf(type)).find((system) => system !== null) ?? null;

/** Whether a workflow reads people at all, also from a file. */
export const readsPeople = ({ nodes }: Workflow): boolean =>
	nodes.some(({ type }) => isSourceNode(type));

export type Found =
	| { kind: 'none' }
	| { kind: 'one'; workflow: StoredWorkflow }
	| { kind: 'several'; names: string[] };

/**
 * The customer's workflow among all of this n8n: the one that the invitation names, else the one of
 * this integration, else the one that reads with this credential. A copy is not guessed away.
 */
export function findWorkflow(
	workflows: readonly StoredWorkflow[],
	customer: DailySyncCustomer,
	workflowId: string | null = null,
): Found {
	const living = workflows.filter(({ isArchived }) => !isArchived);
	const named = living.find(({ id }) => id === workflowId);
	if (named !== undefined) return { kind: 'one', workflow: named };
	const { integration_id: integration } = customer;
	const same = living.filter(
		(workflow) => integration !== '' && readSetting(workflow, 'integration_id') === integration,
	);
	const main = wayIn(customer)?.main.id ?? null;
	const bound = living.filter(
		(workflow) => main !== null && sourceCredentials(workflow).includes(main),
	);
	const all = same.length > 0 ? same : bound;
	// Salary, leave and budgets of the same customer read with the same credential, and are no daily sync.
	const daily = all.filter(comparesEmployees);
	const own = daily.length > 0 ? daily : all.filter((one) => !makesFile(one));
	const [first] = own;
	if (first === undefined) return { kind: 'none' };
	return own.length === 1
		? { kind: 'one', workflow: first }
		: { kind: 'several', names: own.map(({ name }) => name) };
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
		if (customer.system === 'nmbrs' && !equal(chosen, idsOf(node.parameters['debtorIds']))) {
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
	const rebound = workflow.nodes.map((node) => (node.type === sourceType ? source(node) : node));
	const nodes = rebound.map((node) =>
		isInvitationNode(node) ? withReplaced(node, way.main) : node,
	);
	return { workflow: changed ? { ...workflow, nodes } : workflow, changed, notes: [...notes] };
}

/** The workflow with another Alleo credential in every node that has one; the same where nothing changes. */
export function withAlleo(workflow: Workflow, { id, name }: CredentialRef): Workflow {
	const isOther = ({ type, credentials }: WorkflowNode): boolean =>
		takesAlleo(type) && credentials?.[ALLEO_CREDENTIAL]?.id !== id;
	if (!workflow.nodes.some(isOther)) return workflow;
	const nodes = workflow.nodes.map((node) =>
		isOther(node)
			? { ...node, credentials: { ...node.credentials, [ALLEO_CREDENTIAL]: { id, name } } }
			: node,
	);
	return { ...workflow, nodes };
}

/** Ids of the Alleo credentials that a workflow uses. */
export const alleoCredentials = ({ nodes }: Workflow): string[] => [
	...new Set(
		nodes.flatMap(({ credentials }) => {
			const id = credentials?.[ALLEO_CREDENTIAL]?.id;
			return typeof id === 'string' ? [id] : [];
		}),
	),
];

const bindings = ({ credentials = {}, parameters }: WorkflowNode): string =>
	JSON.stringify([
		parameters['authentication'] ?? null,
		Object.entries(credentials)
			.map(([type, { id }]) => [type, id])
			.sort(),
	]);
