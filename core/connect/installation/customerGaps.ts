import { isSettingsNode } from '../templates/settingsNode';
import { readSetting, settingsNode } from '../templates/settings';
import type { Workflow, WorkflowNode } from '../templates/workflow';
import { SETUP_NODE } from '../templates/customer';

/** What a customer's own workflow still lacks before it can run, or would tell people under a wrong name. */
export type CustomerGap = 'company' | 'name';

type Nodes = Pick<Workflow, 'nodes'>;

const COMPARISON = 'n8n-nodes-alleo.alleoDiff';

/** Routes stand in Sync Settings, or in the comparison of a workflow of before; an expression counts. */
const hasRoutes = ({ parameters: { routing } }: WorkflowNode): boolean =>
	typeof routing === 'string' ||
	(typeof routing === 'object' &&
		routing !== null &&
		'routes' in routing &&
		(!Array.isArray(routing.routes) || routing.routes.length > 0));

/**
 * An expression is not empty: only a run can say what it gives. Of a workflow that is no customer's: nothing.
 * @param presets names that a template has for the customer until somebody fills one in
 */
export function customerGaps(workflow: Nodes, presets: ReadonlySet<string>): CustomerGap[] {
	if (settingsNode(workflow) === null) return [];
	const routed = workflow.nodes.some(
		(node) => (isSettingsNode(node) || node.type === COMPARISON) && hasRoutes(node),
	);
	const name = readSetting(workflow, 'customer_name')?.trim();
	return [
		...(readSetting(workflow, 'alleo_company_id')?.trim() === '' && !routed
			? (['company'] as const)
			: []),
		...(name === '' || (name !== undefined && presets.has(name)) ? (['name'] as const) : []),
	];
}

/** Names for a customer that the templates come with. */
export const presetNames = (templates: readonly Nodes[]): ReadonlySet<string> =>
	new Set(templates.flatMap((one) => readSetting(one, 'customer_name') ?? []));

/** Workflows that are copied for each new customer, and so stay empty themselves. */
export const copiedWorkflows = (workflows: readonly Nodes[]): ReadonlySet<string> =>
	new Set(
		workflows
			.flatMap(({ nodes }) => nodes)
			.filter(({ type }) => type === SETUP_NODE)
			.map(({ parameters }) => String(parameters['templateWorkflowId'] ?? ''))
			.filter((id) => id !== ''),
	);
