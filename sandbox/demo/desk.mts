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

export async function startDesk(
	client: N8nClient,
	change: (workflow: Workflow) => void = () => undefined,
): Promise<Desk> {
	const mailbox = await openMailbox();
	const workflow = keepExecutions(await readWorkflow('alleo-desk'));
	workflow.nodes = workflow.nodes.map((node) =>
		node.name === DESK.send ? sendTo(mailbox, node, ABOUT) : node,
	);
	nodeOf(workflow, DESK.send);
	const instance = await instanceCredential(client);
	bindCredentials(workflow, { alleoN8nApi: instance });
	change(workflow);
	const { id } = await client.createWorkflow(workflow);
	await client.publish(id);
	return {
		id,
		instance,
		mailbox,
		told: (workflowId, kind) =>
			mailbox.messages.filter(
				(one) => one.workflow === workflowId && (kind === undefined || one.kind === kind),
			),
	};
}
