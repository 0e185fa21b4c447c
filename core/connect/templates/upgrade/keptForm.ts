import { SETUP_NODE } from '../customer';
import { isSettingsNode } from '../settingsNode';
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

const FORM_PAGE = 'n8n-nodes-base.form';
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
export function instanceOf({ nodes }: Workflow): WorkflowNode['credentials'] {
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

/** The nodes of `dry-run.json` behind its form, for this one customer. */
function answer(
	dryRun: Workflow | null,
	form: WorkflowNode,
	credentials: WorkflowNode['credentials'],
	y: number,
): WorkflowNode[] | null {
	const run = dryRun?.nodes.find(({ type }) => type === SETUP_NODE);
	const show = dryRun?.nodes.find(({ type }) => type === FORM_PAGE);
	if (run === undefined || show === undefined || credentials === undefined) return null;
	const parameters = { ...run.parameters, workflowId: '={{ $workflow.id }}' };
	return [
		{ ...run, id: `${form.id}-run`, name: START, position: [208, y], parameters, credentials },
		{ ...show, id: `${form.id}-show`, name: SHOW, position: [416, y] },
	];
}

/**
 * Null where the workflow has no such form, or the new template has it too.
 * @param dryRun the template whose form asks for the customer
 */
export function keptForm(pairs: Pairs, stored: Workflow, dryRun: Workflow | null): KeptForm | null {
	const form = pairs.gone.find(({ theirs }) => theirs.type === FORM_TRIGGER)?.theirs;
	const settings = pairs.kept.find(({ next }) => isSettingsNode(next) || next.name === 'Settings');
	if (form === undefined || settings === undefined) return null;
	const y = bottom(pairs);
	const kept = { ...form, position: [0, y] };
	const nodes = answer(dryRun, form, instanceOf(stored), y);
	// Without a credential for this n8n the form starts the run itself, and the desk sends the link.
	if (nodes === null) {
		const to = pairs.names.next(settings.next.name);
		return { form, nodes: [kept], wires: [line(form.name, to)] };
	}
	return { form, nodes: [kept, ...nodes], wires: [line(form.name, START), line(START, SHOW)] };
}
