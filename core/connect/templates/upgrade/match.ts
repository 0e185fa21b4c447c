import type { WorkflowNode } from '../workflow';
import { isRow } from './values';

/**
 * Which node of one version of a workflow is which of another. n8n keeps a node's id when it is renamed, and
 * gives new ids to what is imported: by id, then by name, then by what the node is for, then by what it says.
 */

/** The parameters of a node with the defaults that n8n leaves away when it saves; as they are where unknown. */
export type Filled = (node: WorkflowNode) => Readonly<Record<string, unknown>>;

export const asSaved: Filled = ({ parameters }) => parameters;

export const isNote = ({ type }: WorkflowNode): boolean => type === 'n8n-nodes-base.stickyNote';

/** Of these a workflow has one for each thing to do; of a Set or an If it can have any number. */
const TELLING = /^n8n-nodes-alleo\.|Trigger$/;
const ROLE_PARAMETERS = ['resource', 'operation', 'stage'];

const roleOf = (node: WorkflowNode, filled: Filled): string | null => {
	if (!TELLING.test(node.type)) return null;
	const parameters = filled(node);
	return [node.type, ...ROLE_PARAMETERS.map((name) => String(parameters[name] ?? ''))].join(' ');
};

/** Every value with its place; entries of a list under their names. */
function statements(value: unknown, at: string, found: Set<string>): Set<string> {
	if (Array.isArray(value)) {
		for (const [index, one] of value.entries()) {
			const key: unknown = isRow(one) ? (one['name'] ?? one['id'] ?? index) : index;
			statements(one, `${at}.${String(key)}`, found);
		}
	} else if (isRow(value)) {
		for (const [key, one] of Object.entries(value)) statements(one, `${at}.${key}`, found);
	} else found.add(`${at}=${String(value)}`);
	return found;
}

/** How much of what they say is the same, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	if (one.size + other.size === 0) return 0;
	return (2 * [...one].filter((text) => other.has(text)).length) / (one.size + other.size);
}

/** Below this two nodes have no more in common than their type. */
const ALIKE = 0.5;

interface Candidate {
	from: WorkflowNode;
	to: WorkflowNode;
	score: number;
}

function alike(from: readonly WorkflowNode[], to: readonly WorkflowNode[]): Candidate[] {
	const said = new Map(
		[...from, ...to].map((node) => [node, statements(node.parameters, '', new Set())]),
	);
	const of = (node: WorkflowNode): ReadonlySet<string> => said.get(node) ?? new Set();
	return from
		.flatMap((one) =>
			to
				.filter(({ type }) => type === one.type)
				.map((other) => ({ from: one, to: other, score: likeness(of(one), of(other)) })),
		)
		.filter(({ score }) => score >= ALIKE)
		.sort((a, b) => b.score - a.score);
}

/**
 * For each node of `from` the same one of `to`, where there is one.
 * @param closely false: without comparing what nodes say, for a first look at many templates
 */
export function matchNodes(
	from: readonly WorkflowNode[],
	to: readonly WorkflowNode[],
	filled: Filled = asSaved,
	closely = true,
): Map<WorkflowNode, WorkflowNode> {
	const found = new Map<WorkflowNode, WorkflowNode>();
	const left = new Set(to);
	const pair = (one: WorkflowNode, other: WorkflowNode): void => {
		if (found.has(one) || !left.has(other)) return;
		found.set(one, other);
		left.delete(other);
	};
	/** By a key that both have; two that it could be are none that it is, where `only` says so. */
	const by = (keyOf: (node: WorkflowNode) => string | null, only: boolean): void => {
		const [mine, others] = [
			from.filter((node) => !found.has(node)).map((node) => [keyOf(node), node] as const),
			[...left].map((node) => [keyOf(node), node] as const),
		];
		for (const [key, node] of mine) {
			if (key === null || (only && mine.filter(([other]) => other === key).length > 1)) continue;
			const fits = others.filter(([other, target]) => other === key && left.has(target));
			const [first] = fits;
			if (first !== undefined && !(only && fits.length > 1)) pair(node, first[1]);
		}
	};
	by(({ id, name, type }) => JSON.stringify([type, id, name]), false);
	by(({ id, type }) => JSON.stringify([type, id]), false);
	by(({ name, type }) => JSON.stringify([type, name]), false);
	by((node) => roleOf(node, filled), true);
	if (!closely) return found;
	const rest = from.filter((node) => !found.has(node));
	for (const { from: one, to: other } of alike(rest, [...left])) pair(one, other);
	return found;
}
