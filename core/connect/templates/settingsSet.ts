import { z } from 'zod';
import { literal, readLiteral } from '../evaluated';
import type { WorkflowNode } from './workflow';

/**
 * The Set node "Settings" of a daily sync of before version 4, and of the other templates. It is known by its
 * fields, so that it may be renamed; other fields that somebody added stay.
 */

const Assignment = z
	.object({ name: z.string(), type: z.string().optional(), value: z.unknown() })
	.passthrough();
export type Assignment = z.infer<typeof Assignment>;

const SetParameters = z
	.object({ assignments: z.object({ assignments: z.array(Assignment) }).passthrough() })
	.passthrough();

const SET_NODE = 'n8n-nodes-base.set';
const MARKS = ['customer_name', 'alleo_company_id', 'approval'];

const parametersOf = (node: WorkflowNode): z.infer<typeof SetParameters> | null => {
	if (node.type !== SET_NODE) return null;
	const parsed = SetParameters.safeParse(node.parameters);
	if (!parsed.success) return null;
	const names = parsed.data.assignments.assignments.map(({ name }) => name);
	return MARKS.every((name) => names.includes(name)) ? parsed.data : null;
};

/** Its fields; null for any other node. */
export const assignmentsOf = (node: WorkflowNode): Assignment[] | null =>
	parametersOf(node)?.assignments.assignments ?? null;

/** The text behind `literal`; null for an expression of a person, which only a run can evaluate. */
export function plainText(value: unknown): string | null {
	if (typeof value === 'boolean' || typeof value === 'number') return String(value);
	if (typeof value !== 'string') return null;
	return readLiteral(value);
}

const fieldValue = (value: string | boolean): string | boolean =>
	typeof value === 'string' ? literal(value) : value;

/** The node with these fields; one that it does not have is added to it. */
export function withAssignments(
	node: WorkflowNode,
	values: Readonly<Record<string, string | boolean>>,
): WorkflowNode {
	const parameters = parametersOf(node);
	if (parameters === null) return node;
	const given = new Map(Object.entries(values));
	const present = parameters.assignments.assignments.map((entry) => {
		const value = given.get(entry.name);
		given.delete(entry.name);
		return value === undefined ? entry : { ...entry, type: typeof value, value: fieldValue(value) };
	});
	const added = [...given].map(([name, value]) => ({
		id: `${node.id}-${name}`,
		name,
		type: typeof value,
		value: fieldValue(value),
	}));
	return {
		...node,
		parameters: {
			...parameters,
			assignments: { ...parameters.assignments, assignments: [...present, ...added] },
		},
	};
}
