import type { SettingsRoute } from '../../model/settings';
import { literal } from '../evaluated';
import {
	isSettingsNode,
	readParameter,
	SETTINGS_NODE,
	typedChoice,
	withParameters,
} from './settingsNode';
import type { SettingName } from './settingsNode';
import { assignmentsOf, plainText, withAssignments } from './settingsSet';
import type { Workflow, WorkflowNode } from './workflow';

/**
 * What a customer's workflow is set to, wherever it stands: in the node Sync Settings (template version 4 of
 * the daily sync), or in a Set node "Settings" (before, and in other templates). One place that reads both.
 */

export type { SettingName } from './settingsNode';
export type SettingValue = string | boolean;

const holdsSettings = (node: WorkflowNode): boolean =>
	isSettingsNode(node) || assignmentsOf(node) !== null;

export const settingsNode = ({ nodes }: Pick<Workflow, 'nodes'>): WorkflowNode | null =>
	nodes.find(holdsSettings) ?? null;

/** The value as a text; null where there is no such setting, or an expression. */
export function readSetting(workflow: Pick<Workflow, 'nodes'>, name: SettingName): string | null {
	const node = settingsNode(workflow);
	if (node === null) return null;
	if (isSettingsNode(node)) return readParameter(node, name);
	const found = assignmentsOf(node)?.find((entry) => entry.name === name);
	return found === undefined ? null : plainText(found.value);
}

const replaced = <W extends Pick<Workflow, 'nodes'>>(
	workflow: W,
	target: WorkflowNode,
	node: WorkflowNode,
): W => ({ ...workflow, nodes: workflow.nodes.map((one) => (one === target ? node : one)) });

/** The workflow with these values; a Set node gets a field that it does not have. */
export function withSettings<W extends Pick<Workflow, 'nodes'>>(
	workflow: W,
	values: Partial<Record<SettingName, SettingValue>>,
): W {
	const target = settingsNode(workflow);
	if (target === null) return workflow;
	const node = isSettingsNode(target)
		? withParameters(target, values)
		: withAssignments(target, values);
	return replaced(workflow, target, node);
}

const COMPARISON = 'n8n-nodes-alleo.alleoDiff';

/** The workflow with these routes: in Sync Settings, or in the comparison of one that has no such step. */
export function withRoutes<W extends Pick<Workflow, 'nodes'>>(
	workflow: W,
	routes: readonly SettingsRoute[],
): W {
	if (routes.length === 0) return workflow;
	const inStep = workflow.nodes.some(isSettingsNode);
	const nodes = workflow.nodes.map((node) => {
		if (node.type !== (inStep ? SETTINGS_NODE : COMPARISON)) return node;
		const rows = routes.map(({ filter, companyId }) => ({
			filter: inStep ? typedChoice(literal(filter)) : literal(filter),
			companyId: inStep ? typedChoice(String(companyId)) : String(companyId),
		}));
		return { ...node, parameters: { ...node.parameters, routing: { routes: rows } } };
	});
	return { ...workflow, nodes };
}
