import { z } from 'zod';
import { literal, readLiteral } from '../evaluated';
import type { Workflow, WorkflowNode } from './workflow';

/**
 * The node "Settings" of a daily sync: the values that a person fills in. It is known by its fields, so
 * that it may be renamed; other fields that somebody added stay.
 */

const Assignment = z
	.object({ name: z.string(), type: z.string().optional(), value: z.unknown() })
	.passthrough();
const SettingsParameters = z
	.object({ assignments: z.object({ assignments: z.array(Assignment) }).passthrough() })
	.passthrough();

export type SettingName =
	| 'customer_name'
	| 'alleo_company_id'
	| 'language'
	| 'selective_sync'
	| 'approval'
	| 'offer_enable'
	| 'integration_id'
	| 'recipients';
export type SettingValue = string | boolean;

const SET_NODE = 'n8n-nodes-base.set';
const MARKS = ['customer_name', 'alleo_company_id', 'approval'];

const parametersOf = (node: WorkflowNode): z.infer<typeof SettingsParameters> | null => {
	if (node.type !== SET_NODE) return null;
	const parsed = SettingsParameters.safeParse(node.parameters);
	if (!parsed.success) return null;
	const names = parsed.data.assignments.assignments.map(({ name }) => name);
	return MARKS.every((name) => names.includes(name)) ? parsed.data : null;
};

export const settingsNode = ({ nodes }: Pick<Workflow, 'nodes'>): WorkflowNode | null =>
	nodes.find((node) => parametersOf(node) !== null) ?? null;

/** The text behind `literal`; null for an expression of a person, which only a run can evaluate. */
function plain(value: unknown): string | null {
	if (typeof value === 'boolean' || typeof value === 'number') return String(value);
	if (typeof value !== 'string') return null;
	return readLiteral(value);
}

/** The value as a text; null where there is no such field, or an expression. */
export function readSetting(workflow: Workflow, name: SettingName): string | null {
	for (const node of workflow.nodes) {
		const parameters = parametersOf(node);
		if (parameters === null) continue;
		const found = parameters.assignments.assignments.find((entry) => entry.name === name);
		return found === undefined ? null : plain(found.value);
	}
	return null;
}

/** The workflow with these values; a field that the node does not have is added to it. */
export function withSettings(
	workflow: Workflow,
	values: Partial<Record<SettingName, SettingValue>>,
): Workflow {
	const target = settingsNode(workflow);
	const parameters = target === null ? null : parametersOf(target);
	if (target === null || parameters === null) return workflow;
	const given = new Map(Object.entries(values));
	const present = parameters.assignments.assignments.map((entry) => {
		const value = given.get(entry.name);
		given.delete(entry.name);
		return value === undefined ? entry : { ...entry, type: typeof value, value: fieldValue(value) };
	});
	const added = [...given].map(([name, value]) => ({
		id: `${target.id}-${name}`,
		name,
		type: typeof value,
		value: fieldValue(value),
	}));
	const node = {
		...target,
		parameters: {
			...parameters,
			assignments: { ...parameters.assignments, assignments: [...present, ...added] },
		},
	};
	return { ...workflow, nodes: workflow.nodes.map((one) => (one === target ? node : one)) };
}

const fieldValue = (value: SettingValue): SettingValue =>
	typeof value === 'string' ? literal(value) : value;
