import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { WORLD_SETTINGS } from '../world/catalogue.mts';
import type { System } from '../world/types.mts';
import type { Bindings } from './credentials.mts';
import type { Workflow, WorkflowNode } from './n8nTypes.mts';
import { ROOT } from './paths.mts';

/** Node names of the templates that a script needs to know. */
export const NODE = {
	schedule: 'Every day',
	dryRun: 'Dry run',
	settings: 'Sync Settings',
	normalize: 'Normalize employees',
	compare: 'Compare with Alleo',
	plan: 'Desk: plan',
	approval: 'Review and approve',
	apply: 'Apply to Alleo',
} as const;

export type SettingValues = Record<string, string | number | boolean>;

export async function readWorkflow(name: string): Promise<Workflow> {
	const file = path.join(ROOT, 'workflows', `${name}.json`);
	return JSON.parse(await readFile(file, 'utf8')) as Workflow;
}

export const readTemplate = (system: System): Promise<Workflow> =>
	readWorkflow(`${system}-daily-sync`);

export function nodeOf(workflow: Workflow, name: string): WorkflowNode {
	const node = workflow.nodes.find((candidate) => candidate.name === name);
	if (node === undefined) throw new Error(`The template has no node "${name}"`);
	return node;
}

/** A choice of a list as n8n keeps it, typed. */
const typed = (value: unknown) => ({ __rl: true, mode: 'id', value });

/** `customer_name`: the parameter customerName. */
const parameterName = (name: string): string =>
	name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

const settingsStep = ({ nodes }: Workflow): WorkflowNode | undefined =>
	nodes.find(({ type }) => type === 'n8n-nodes-alleo.syncSettings');

/** Types the values into Sync Settings, or into the Set node "Settings" of other templates. */
export function fillSettings(workflow: Workflow, values: SettingValues): void {
	const step = settingsStep(workflow);
	if (step === undefined) return fillSet(workflow, values);
	for (const [name, value] of Object.entries(values)) {
		const parameter = parameterName(name);
		if (!(parameter in step.parameters)) throw new Error(`Sync Settings has no field "${name}"`);
		step.parameters[parameter] = name === 'alleo_company_id' ? typed(String(value)) : value;
	}
}

function fillSet(workflow: Workflow, values: SettingValues): void {
	const { parameters } = nodeOf(workflow, 'Settings');
	const { assignments } = parameters['assignments'] as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	for (const [name, value] of Object.entries(values)) {
		const assignment = assignments.find((candidate) => candidate.name === name);
		if (assignment === undefined) throw new Error(`Settings has no field "${name}"`);
		assignment.value = value;
	}
}

/** Credential types that a node takes together, and the value of its Authentication that goes with them. */
const WAYS_IN: Record<string, Array<{ types: string[]; authentication?: string }>> = {
	'n8n-nodes-alleo.nmbrs': [{ types: ['nmbrsOAuth2Api', 'nmbrsTokenApi'] }],
	'n8n-nodes-alleo.afas': [
		{ types: ['afasOAuth2Api'], authentication: 'oAuth2' },
		{ types: ['afasTokenApi'], authentication: 'token' },
	],
	'n8n-nodes-alleo.alleo': [{ types: ['alleoApi'] }],
	'n8n-nodes-alleo.syncSettings': [{ types: ['alleoApi'] }],
	'n8n-nodes-alleo.customerSetup': [{ types: ['alleoN8nApi', 'alleoApi'] }],
	'n8n-nodes-alleo.syncRunLog': [{ types: ['alleoN8nApi'] }],
};

/** Chooses the credentials in every node of this package that takes one of these types. */
export function bindCredentials(workflow: Workflow, bindings: Bindings): void {
	for (const node of workflow.nodes) {
		const way = WAYS_IN[node.type]?.find(({ types }) => bindings[types[0] ?? ''] !== undefined);
		if (way === undefined) continue;
		const chosen = way.types.flatMap((type) => {
			const binding = bindings[type];
			return binding === undefined ? [] : [[type, binding] as const];
		});
		node.credentials = Object.fromEntries(chosen);
		if (way.authentication !== undefined) node.parameters['authentication'] = way.authentication;
	}
}

const deskCalls = ({ nodes }: Workflow): WorkflowNode[] =>
	nodes.filter(({ name }) => name.startsWith('Desk: '));

export const callsDesk = (workflow: Workflow): boolean => deskCalls(workflow).length > 0;

/** Picks the desk wherever a workflow calls it, and as the workflow to tell when a run stops. */
export function chooseDesk(workflow: Workflow, deskId: string): void {
	for (const { parameters } of deskCalls(workflow)) {
		parameters['workflowId'] = { __rl: true, mode: 'id', value: deskId };
	}
	workflow.settings['errorWorkflow'] = deskId;
}

/** In Sync Settings; in the comparison of a workflow of before. */
function fillRoutes(
	workflow: Workflow,
	routing: ReadonlyArray<{ filter: string; companyId: number }>,
): void {
	const step = settingsStep(workflow);
	const { parameters } = step ?? nodeOf(workflow, NODE.compare);
	parameters['routing'] = {
		routes: routing.map(({ filter, companyId: id }) =>
			step === undefined
				? { filter, companyId: String(id) }
				: { filter: typed(filter), companyId: typed(String(id)) },
		),
	};
}

/** A daily sync as a customer of the made-up world would set it up. */
export function setUpCustomer(
	workflow: Workflow,
	system: System,
	bindings: Bindings,
	settings: SettingValues = {},
): Workflow {
	const { defaultCompanyId, routing } = WORLD_SETTINGS[system];
	fillSettings(workflow, {
		customer_name: system === 'nmbrs' ? 'Voorbeeld Holding' : 'Voorbeeld Zorg',
		alleo_company_id: String(defaultCompanyId),
		selective_sync: 'on',
		...settings,
	});
	fillRoutes(workflow, routing);
	bindCredentials(workflow, bindings);
	return workflow;
}

/** The template of a system, set up so. */
export const customerWorkflow = async (
	system: System,
	bindings: Bindings,
	settings: SettingValues = {},
): Promise<Workflow> => setUpCustomer(await readTemplate(system), system, bindings, settings);

/** Keeps the data of every execution, to look at afterwards; a customer's workflow does not. */
export function keepExecutions(workflow: Workflow): Workflow {
	workflow.settings['saveDataSuccessExecution'] = 'all';
	workflow.settings['saveManualExecutions'] = true;
	return workflow;
}
