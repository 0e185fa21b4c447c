import { expect } from '@jest/globals';
import type { Workflow, WorkflowNode } from '../../core/connect/templates/workflow';

/** Finds and changes things in a workflow as a person does in the editor. Nodes are found by type: any may be renamed. */

export const SET = 'n8n-nodes-base.set';

export const theNode = (
	{ nodes }: Workflow,
	type: string,
	fits: (node: WorkflowNode) => boolean = () => true,
): WorkflowNode => {
	const found = nodes.filter((node) => node.type === type && fits(node));
	expect([type, found.length]).toEqual([type, 1]);
	return found[0] as WorkflowNode;
};

const SETTINGS = 'n8n-nodes-alleo.syncSettings';

/** Sync Settings, or the Set node that stood there before. */
export const settingsOf = (workflow: Workflow): WorkflowNode =>
	workflow.nodes.some(({ type }) => type === SETTINGS)
		? theNode(workflow, SETTINGS)
		: theNode(workflow, SET, ({ parameters }) =>
				JSON.stringify(parameters).includes('"customer_name"'),
			);

/** A setting as it stands in either; one of their own is among More Settings. */
export function settingIn(workflow: Workflow, name: string): unknown {
	const node = settingsOf(workflow);
	if (node.type === SET) return assignmentsOf(node).find((one) => one.name === name)?.value;
	const parameter = name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
	const value = node.parameters[parameter] as { value?: unknown } | undefined;
	if (value !== undefined) return name === 'alleo_company_id' ? value.value : value;
	const more = node.parameters['moreSettings'] as { assignments: Assignment[] } | undefined;
	return more?.assignments.find((one) => one.name === name)?.value;
}
export const diffOf = (workflow: Workflow) => theNode(workflow, 'n8n-nodes-alleo.alleoDiff');
export const normalizeOf = (workflow: Workflow) =>
	theNode(workflow, 'n8n-nodes-alleo.employeeNormalize');
export const approvalOf = (workflow: Workflow) => theNode(workflow, 'n8n-nodes-alleo.syncApproval');
export const scheduleOf = (workflow: Workflow) =>
	theNode(workflow, 'n8n-nodes-base.scheduleTrigger');
export const sourceOf = (workflow: Workflow) =>
	workflow.nodes.find(({ type }) => /\.(?:nmbrs|afas)$/.test(type)) as WorkflowNode;
export const accountsOf = (workflow: Workflow) =>
	theNode(
		workflow,
		'n8n-nodes-alleo.alleo',
		({ parameters }) => parameters['resource'] !== 'syncPlan',
	);
export const applyOf = (workflow: Workflow) =>
	theNode(
		workflow,
		'n8n-nodes-alleo.alleo',
		({ parameters }) => parameters['resource'] === 'syncPlan',
	);

export interface Assignment {
	id: string;
	name: string;
	value: unknown;
	type?: string;
}

export const assignmentsOf = (node: WorkflowNode): Assignment[] =>
	(node.parameters['assignments'] as { assignments: Assignment[] }).assignments;

export const valuesOf = (node: WorkflowNode): Record<string, unknown> =>
	(node.parameters['fields'] as { value: Record<string, unknown> }).value;

export type Targets = Array<{ node: string; type: string; index: number }>;
export type Connections = Record<string, { main: Targets[] }>;

export const connectionsIn = (workflow: Workflow): Connections =>
	workflow.connections as Connections;

export const line = (node: string): { node: string; type: string; index: number } => ({
	node,
	type: 'main',
	index: 0,
});

/** As the editor renames: in the connections, and in every expression. */
export function rename(workflow: Workflow, from: string, to: string): void {
	const quoted = (name: string): string => `$('${name.replaceAll("'", "\\'")}')`;
	const whole = JSON.parse(JSON.stringify(workflow), (_key, value: unknown) =>
		typeof value === 'string' ? value.replaceAll(quoted(from), quoted(to)) : value,
	) as Workflow;
	const connections = connectionsIn(whole);
	for (const { main } of Object.values(connections)) {
		for (const target of main.flat()) if (target.node === from) target.node = to;
	}
	whole.connections = Object.fromEntries(
		Object.entries(connections).map(([name, one]) => [name === from ? to : name, one]),
	);
	for (const node of whole.nodes) if (node.name === from) node.name = to;
	Object.assign(workflow, whole);
}

export const own = (name: string, more: object = {}): WorkflowNode => ({
	id: `own-${name}`,
	name,
	type: SET,
	typeVersion: 3.4,
	position: [10, 20],
	parameters: {
		assignments: {
			assignments: [{ id: 'a', name: 'x', type: 'string', value: '={{ $json.email }}' }],
		},
		includeOtherFields: true,
		options: {},
	},
	...more,
});
