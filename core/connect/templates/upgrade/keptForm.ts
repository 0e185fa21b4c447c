import { SETUP_NODE } from '../customer';
import type { Workflow, WorkflowNode } from '../workflow';
import type { Pairs } from './pairs';
import type { Wire } from './wires';

/**
 * The form that starts a dry run, where a customer's workflow has one of its own and the new template none: its
 * address is out with people and stays. It stands below the sync, and starts the same run as `dry-run.json`.
 */

export interface KeptForm {
	/** As it is stored. */
	form: WorkflowNode;
	nodes: WorkflowNode[];
	wires: Wire[];
}

const FORM_TRIGGER = 'n8n-nodes-base.formTrigger';
const N8N_CREDENTIAL = 'alleoN8nApi';

const START = 'Start the dry run';
const SHOW = 'Show the dry run';

const line = (from: string, to: string): Wire => ({
	from,
	kind: 'main',
	output: 0,
	to,
	input: { type: 'main', index: 0 },
});

/** The credential for this n8n, wherever the workflow has it. */
function instance({ nodes }: Workflow): WorkflowNode['credentials'] {
	for (const { type, credentials } of nodes) {
		const found = type === SETUP_NODE ? credentials?.[N8N_CREDENTIAL] : undefined;
		if (typeof found?.id === 'string') return { [N8N_CREDENTIAL]: found };
	}
	return undefined;
}

const bottom = (pairs: Pairs): number =>
	Math.max(
		0,
		...[...pairs.kept.map(({ next }) => next), ...pairs.fresh].map(({ position, parameters }) => {
			const y: unknown = Array.isArray(position) ? position[1] : 0;
			const { height } = parameters;
			return Number(y) + (typeof height === 'number' ? height : 96);
		}),
	) + 96;

/** Null where the workflow has no such form, or the new template has it too. */
export function keptForm(pairs: Pairs, stored: Workflow): KeptForm | null {
	const form = pairs.gone.find(({ theirs }) => theirs.type === FORM_TRIGGER)?.theirs;
	const settings = pairs.kept.find(({ next }) => next.name === 'Settings');
	if (form === undefined || settings === undefined) return null;
	const y = bottom(pairs);
	const kept = { ...form, position: [0, y] };
	const credentials = instance(stored);
	// Without a credential for this n8n the form starts the run itself, and the desk sends the link.
	if (credentials === undefined) {
		const to = pairs.names.next(settings.next.name);
		return { form, nodes: [kept], wires: [line(form.name, to)] };
	}
	const nodes = [
		kept,
		{
			id: `${form.id}-start`,
			name: START,
			type: SETUP_NODE,
			typeVersion: 1,
			position: [208, y],
			parameters: {
				resource: 'integration',
				operation: 'runDryRun',
				workflowId: '={{ $workflow.id }}',
			},
			credentials,
			executeOnce: true,
		},
		{
			id: `${form.id}-show`,
			name: SHOW,
			type: 'n8n-nodes-base.form',
			typeVersion: 2.5,
			position: [416, y],
			parameters: {
				operation: 'completion',
				respondWith: 'text',
				completionTitle: '={{ $json.subject }}',
				completionMessage:
					"={{ $json.link ? `<a href=\"${$json.link}\">${$json.language === 'nl' ? 'Bekijk het plan en keur het goed of af' : 'Look at the plan, then approve or reject it'}</a>` : $json.text }}",
				limitWaitTime: true,
				limitType: 'afterTimeInterval',
				resumeAmount: 2,
				resumeUnit: 'minutes',
			},
			executeOnce: true,
		},
	];
	return { form, nodes, wires: [line(form.name, START), line(START, SHOW)] };
}
