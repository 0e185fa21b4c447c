import type { WorkflowNode } from './workflow';

/** The doors of a customer's workflow: where its forms are, and who may open them. */

const FORM_TRIGGER = 'n8n-nodes-base.formTrigger';

/** The first version of n8n's Form Trigger that knows logins. */
const KNOWS_LOGINS = 2.6;

const isForm = ({ type }: WorkflowNode): boolean => type === FORM_TRIGGER;

/** A door of n8n's own that anybody may knock at: what is behind it asks for a signature. */
const isWebhook = ({ type }: WorkflowNode): boolean => type === 'n8n-nodes-base.webhook';

/** A form that cannot ask for a login: whoever finds its address can send it. */
export const isOpenForm = (node: WorkflowNode): boolean =>
	isForm(node) && !(Number(node['typeVersion']) >= KNOWS_LOGINS);

const withoutPath = (fields: object): Record<string, unknown> =>
	Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'path'));

/** The fields of a Form Trigger without an address that somebody chose: a field, or an option. */
function fieldsOf({ parameters }: WorkflowNode): Record<string, unknown> {
	const { options } = parameters;
	const chosen = typeof options === 'object' && options !== null ? withoutPath(options) : {};
	return { ...withoutPath(parameters), options: chosen };
}

/**
 * Two workflows of one template must not share an address, and nobody may guess one: each copy gets
 * addresses of its own. A form asks for a login and for the right to execute the workflow, also where
 * the template was adapted from one that asked for the login alone.
 * @param newAddress a random UUID at each call
 */
export function closeDoor(node: WorkflowNode, newAddress: () => string): WorkflowNode {
	if (isWebhook(node)) {
		const path = newAddress();
		return { ...node, webhookId: path, parameters: { ...node.parameters, path } };
	}
	if (!isForm(node)) {
		return node.webhookId === undefined ? node : { ...node, webhookId: newAddress() };
	}
	return {
		...node,
		webhookId: newAddress(),
		parameters: {
			...fieldsOf(node),
			authentication: 'n8nUserAuth',
			requireExecuteAccess: true,
		},
	};
}
