import { readSetting, withSettings } from '../../core/connect/templates/settings';
import type { SettingName } from '../../core/connect/templates/settings';
import { WorkflowNode } from '../../core/connect/templates/workflow';

/** A template of before Sync Settings, set up as a workflow of today is. */

const NAMES: readonly SettingName[] = [
	'customer_name',
	'alleo_company_id',
	'language',
	'selective_sync',
	'approval',
	'offer_enable',
	'integration_id',
	'reference_date',
];

interface Nodes {
	nodes: WorkflowNode[];
}

interface Routes {
	routes: Array<{ filter: { value: string }; companyId: { value: string } }>;
}

/** The routes of Sync Settings as the table in Alleo Diff had them. */
function oldRoutes({ nodes }: Nodes): unknown {
	const step = nodes.find(({ type }) => type === 'n8n-nodes-alleo.syncSettings');
	const { routes } = (step?.parameters['routing'] ?? { routes: [] }) as Routes;
	return {
		routes: routes.map(({ filter, companyId }) => ({
			filter: filter.value,
			companyId: companyId.value,
		})),
	};
}

/** @param old is changed: the credentials of nodes of the same name, settings and routes of `given` */
export function setUpAs<W extends Nodes>(old: W, given: { nodes: readonly object[] }): W {
	const workflow = { nodes: given.nodes.map((node) => WorkflowNode.parse(node)) };
	const values = NAMES.flatMap((name) => {
		const value = readSetting(workflow, name);
		const typed = name === 'offer_enable' ? value === 'true' : value;
		return typed === null ? [] : [[name, typed] as const];
	});
	const bound = new Map(workflow.nodes.map(({ name, credentials }) => [name, credentials]));
	const set = withSettings(old, Object.fromEntries(values));
	old.nodes = set.nodes.map((node) => {
		const credentials = bound.get(node.name);
		const isDiff = node.type === 'n8n-nodes-alleo.alleoDiff';
		return {
			...node,
			...(credentials === undefined ? {} : { credentials }),
			parameters: isDiff ? { ...node.parameters, routing: oldRoutes(workflow) } : node.parameters,
		};
	});
	return old;
}
