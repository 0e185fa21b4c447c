import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Workflow, WorkflowNode } from '../../sandbox/demo/n8nTypes.mts';
import { ROOT } from '../../sandbox/demo/paths.mts';

/** Every form of every template; `test/workflow/doors.test.mts` holds that there are no others. */

export interface Door {
	template: string;
	form: string;
	/** The button that starts the run. */
	button: string;
	title: string;
}

const INVITE = { form: 'Invite a customer', button: 'Make the link / Maak de link' };

export const DOORS: Door[] = [
	{
		template: 'dry-run',
		form: 'Start a dry run',
		button: 'Start',
		title: 'Start a dry run',
	},
	{
		template: 'explain-a-person',
		form: 'Ask about a person',
		button: 'Explain / Leg uit',
		title: 'Why did this person',
	},
	{ template: 'connect-nmbrs-customer', ...INVITE, title: 'Invite a customer to connect NMBRS' },
	{ template: 'connect-afas-customer', ...INVITE, title: 'Invite a customer to connect AFAS' },
	{
		template: 'disconnect-customer',
		form: 'Ask which customer',
		button: 'Disconnect / Ontkoppel',
		title: 'Disconnect a customer',
	},
	{
		template: 'fleet',
		form: 'Open the fleet page',
		button: 'Show / Toon',
		title: 'All customers',
	},
	{
		template: 'start-here',
		form: 'Set up this n8n',
		button: 'Set up / Richt in',
		title: 'Set up Alleo in this n8n',
	},
	{
		template: 'support-bundle',
		form: 'Ask which customer',
		button: 'Make / Maak',
		title: 'Support bundle',
	},
	{
		template: 'upgrade-customers',
		form: 'Choose the customers',
		button: 'Show what would change / Toon wat er zou wijzigen',
		title: 'Upgrade customers',
	},
];

/** Enough for n8n to publish: what a node asks for is chosen, and does not exist. */
const CREDENTIALS: Record<string, string[]> = {
	'n8n-nodes-alleo.nmbrs': ['nmbrsOAuth2Api', 'nmbrsTokenApi'],
	'n8n-nodes-alleo.afas': ['afasOAuth2Api'],
	'n8n-nodes-alleo.alleo': ['alleoApi'],
	'n8n-nodes-alleo.customerSetup': ['alleoN8nApi', 'alleoApi'],
	'n8n-nodes-alleo.customerConnect': ['alleoN8nApi', 'nmbrsAppApi'],
	'n8n-nodes-base.ftp': ['sftp'],
};

export const readTemplate = (name: string): Workflow =>
	JSON.parse(readFileSync(path.join(ROOT, 'workflows', `${name}.json`), 'utf8')) as Workflow;

/** The template, as n8n publishes it; its nodes can do nothing. */
export function publishable(name: string): Workflow {
	const workflow = readTemplate(name);
	const nodes = workflow.nodes.map((node): WorkflowNode => {
		const types = CREDENTIALS[node.type];
		const chosen = types?.map((type) => [type, { id: `no-${type}`, name: 'Nothing' }] as const);
		return {
			...node,
			...(chosen === undefined ? {} : { credentials: Object.fromEntries(chosen) }),
			...(node.type === 'n8n-nodes-alleo.customerConnect'
				? { parameters: { ...node.parameters, path: `doors-${name}` } }
				: {}),
		};
	});
	return { ...workflow, nodes };
}
