import type { CredentialRef } from './credentials.mts';
import { instanceCredential } from './instanceKey.mts';
import { openMailbox, sendTo } from './mailbox.mts';
import type { Mailbox, Message } from './mailbox.mts';
import type { N8nClient } from './n8nClient.mts';
import type { Workflow } from './n8nTypes.mts';
import { bindCredentials, keepExecutions, nodeOf, readWorkflow } from './template.mts';

/** The desk of an n8n, as ops set it up by hand: imported, credential and message step chosen, published. */

export const DESK = {
	called: 'When a workflow calls',
	stopped: 'When a run stops',
	send: 'Send message',
	desk: 'Desk',
} as const;

/** The Data Table that the desk writes. */
export const RUN_LOG = 'Alleo run log';

/** Which workflow a message is about: the one that called, or the one whose run stopped. */
const ABOUT = `$('${DESK.called}').isExecuted ? $('${DESK.called}').first().json.workflow : $('${DESK.stopped}').first().json.workflow.id`;

export interface Desk {
	id: string;
	/** Its credential of this n8n: invitations are signed with the key in it. */
	instance: CredentialRef;
	/** What people were told about this workflow, the oldest first. */
	told(workflowId: string, kind?: string): Message[];
	mailbox: Mailbox;
}

/** The messages of a desk arrive here instead. */
function sendToMailbox(workflow: Workflow, mailbox: Mailbox): void {
	nodeOf(workflow, DESK.send);
	workflow.nodes = workflow.nodes.map((node) =>
		node.name === DESK.send ? sendTo(mailbox, node, ABOUT) : node,
	);
}

const deskOf = (id: string, instance: CredentialRef, mailbox: Mailbox): Desk => ({
	id,
	instance,
	mailbox,
	told: (workflowId, kind) =>
		mailbox.messages.filter(
			(one) => one.workflow === workflowId && (kind === undefined || one.kind === kind),
		),
});

/** @param planPath of a page of plans that is there already; '' leads to the pages of n8n that decide */
export async function startDesk(client: N8nClient, planPath = ''): Promise<Desk> {
	const mailbox = await openMailbox();
	const workflow = keepExecutions(await readWorkflow('alleo-desk'));
	sendToMailbox(workflow, mailbox);
	nodeOf(workflow, DESK.desk).parameters['planPath'] = planPath;
	const instance = await instanceCredential(client);
	bindCredentials(workflow, { alleoN8nApi: instance });
	const { id } = await client.createWorkflow(workflow);
	await client.publish(id);
	return deskOf(id, instance, mailbox);
}

/** A desk that is there already, its message step chosen as ops do. */
export async function takeDesk(
	client: N8nClient,
	id: string,
	instance: CredentialRef,
): Promise<Desk> {
	const mailbox = await openMailbox();
	await client.changeWorkflow(id, (workflow) => sendToMailbox(workflow, mailbox));
	return deskOf(id, instance, mailbox);
}
