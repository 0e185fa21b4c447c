import { matchNodes, isNote } from '../../connect/templates/upgrade/match';
import { wiresOf } from '../../connect/templates/upgrade/wires';
import type { Workflow, WorkflowNode } from '../../connect/templates/workflow';
import { describe } from './describe';

/**
 * How a workflow differs from its template, in words that can be mailed. Names of nodes and of parameters are
 * those of the template; what is not in it has a number, and its values are described, never copied.
 */

export interface Difference {
	missing: string[];
	added: Array<{ node: string; type: string; fields: number; disabled: boolean }>;
	changed: Array<{ node: string; parameter: string; template: string; workflow: string }>;
	/** Nodes of the template that are called otherwise, or are switched off. */
	renamed: string[];
	disabled: string[];
	wires: { missing: string[]; added: string[] };
}

/** Types of n8n's own nodes and of this package name nobody; of another package only that it is one. */
const OWN_TYPE =
	/^(?:n8n-nodes-base|n8n-nodes-alleo|@n8n\/n8n-nodes-langchain)\.[A-Za-z0-9]{1,60}$/;
const typeText = (type: string): string => (OWN_TYPE.test(type) ? type : 'of another package');

const isGroup = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: unknown, other: unknown): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

interface Change {
	parameter: string;
	template: string;
	workflow: string;
}

/** Parameter by parameter; a path is made of names in the template only. */
function changes(template: unknown, workflow: unknown, path: string): Change[] {
	if (isSame(template, workflow)) return [];
	if (isGroup(template) && isGroup(workflow)) {
		const known = Object.keys(template);
		const added = Object.keys(workflow).filter((name) => !Object.hasOwn(template, name));
		const inner = known.flatMap((name) =>
			changes(template[name], workflow[name], path === '' ? name : `${path}.${name}`),
		);
		if (added.length === 0) return inner;
		const extra = `${added.length} more, not in the template`;
		return [...inner, { parameter: path, template: 'nothing', workflow: extra }];
	}
	if (Array.isArray(template) && Array.isArray(workflow)) {
		const both = template.slice(0, workflow.length);
		const inner = both.flatMap((value, place) =>
			changes(value, workflow[place], `${path}[${place}]`),
		);
		if (template.length === workflow.length) return inner;
		const sizes = { template: describe(template), workflow: describe(workflow) };
		return [...inner, { parameter: path, ...sizes }];
	}
	return [{ parameter: path, template: describe(template), workflow: describe(workflow) }];
}

const real = (nodes: readonly WorkflowNode[]): WorkflowNode[] =>
	nodes.filter((node) => !isNote(node));

/** Every node by a name that may be shown: that of the template, else a number. */
function shownNames(
	pairs: ReadonlyMap<WorkflowNode, WorkflowNode>,
	workflow: Workflow,
): Map<string, string> {
	const names = new Map([...pairs].map(([own, other]) => [other.name, own.name]));
	const added = real(workflow.nodes).filter(({ name }) => !names.has(name));
	for (const [place, { name }] of added.entries()) names.set(name, `added node ${place + 1}`);
	return names;
}

function wiresText(workflow: Workflow, nameOf: (name: string) => string): Set<string> {
	const wires = wiresOf(workflow.connections);
	return new Set(
		wires.map(
			({ from, output, to, input }) =>
				`${nameOf(from)} (${output + 1}) -> ${nameOf(to)} (${input.index + 1})`,
		),
	);
}

export function differenceOf(template: Workflow, workflow: Workflow): Difference {
	const pairs = matchNodes(real(template.nodes), real(workflow.nodes));
	const names = shownNames(pairs, workflow);
	const matched = new Set(pairs.values());
	const nameOf = (name: string): string => names.get(name) ?? 'a node that is not there';
	const ours = wiresText(workflow, nameOf);
	const theirs = wiresText(template, (name) => name);
	return {
		missing: real(template.nodes)
			.filter((node) => !pairs.has(node))
			.map(({ name }) => name),
		added: real(workflow.nodes)
			.filter((node) => !matched.has(node))
			.map(({ name, type, parameters, disabled }) => ({
				node: nameOf(name),
				type: typeText(type),
				fields: Object.keys(parameters).length,
				disabled: disabled === true,
			})),
		changed: [...pairs].flatMap(([own, other]) =>
			changes(own.parameters, other.parameters, '').map((change) => ({
				node: own.name,
				...change,
			})),
		),
		renamed: [...pairs].flatMap(([own, other]) => (own.name === other.name ? [] : [own.name])),
		disabled: [...pairs].flatMap(([own, other]) =>
			other.disabled === true && own.disabled !== true ? [own.name] : [],
		),
		wires: {
			missing: [...theirs].filter((wire) => !ours.has(wire)),
			added: [...ours].filter((wire) => !theirs.has(wire)),
		},
	};
}
