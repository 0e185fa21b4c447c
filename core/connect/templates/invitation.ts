import type { CredentialRef } from '../connection';
import { SETUP_NODE } from './customer';
import type { DailySyncCustomer } from './customer';
import { literal } from '../evaluated';
import type { WorkflowNode } from './workflow';

/**
 * The node that makes a link to connect again when the consent was lost. It runs in the branch of a
 * stopped run, where no other node has run, so what it needs is written into it.
 */

export const isInvitationNode = ({ type, parameters }: WorkflowNode): boolean =>
	type === SETUP_NODE && parameters['resource'] === 'invitation';

type Invited = Pick<DailySyncCustomer, 'customer' | 'system' | 'language' | 'integration_id'>;

export const withInvitation = (
	node: WorkflowNode,
	{ customer, system, language, integration_id }: Invited,
	{ id }: CredentialRef,
): WorkflowNode => ({
	...node,
	parameters: {
		...node.parameters,
		customerName: literal(customer),
		system,
		language,
		integrationId: literal(integration_id),
		replaceCredentialId: literal(id),
	},
});

/** The same node for another credential; what a person changed in it stays. */
export const withReplaced = (node: WorkflowNode, { id }: CredentialRef): WorkflowNode => ({
	...node,
	parameters: { ...node.parameters, replaceCredentialId: literal(id) },
});
