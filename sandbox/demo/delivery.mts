import type { SftpStandIn } from '../sftp/server.mts';
import type { CredentialRef } from './credentials.mts';
import type { N8nClient } from './n8nClient.mts';
import type { Workflow, WorkflowNode } from './n8nTypes.mts';
import { chooseDesk, readWorkflow } from './template.mts';

/** Where the files of a customer go: n8n's SFTP credential, and the workflow that sends them there. */

/** An SFTP credential of n8n itself, for the stand-in. */
export async function sftpCredential(
	client: N8nClient,
	{ host, port, username, password }: SftpStandIn,
): Promise<CredentialRef> {
	const name = `SFTP ${port}`;
	const data = { host, port, username, password };
	return { id: await client.createCredential(name, 'sftp', data), name };
}

export function pickSftp({ nodes }: Workflow, sftp: CredentialRef): void {
	for (const node of nodes) {
		if (node.type === 'n8n-nodes-base.ftp') node.credentials = { sftp };
	}
}

/** `send-file` as a person has set it up: its credential and the desk chosen. */
export async function sendingWorkflow(deskId: string, sftp: CredentialRef): Promise<Workflow> {
	const workflow = await readWorkflow('send-file');
	pickSftp(workflow, sftp);
	chooseDesk(workflow, deskId);
	// The workflow that calls it tells when a run stops.
	delete workflow.settings['errorWorkflow'];
	return workflow;
}

const CALLERS: ReadonlySet<string> = new Set([
	'Look at the folder',
	'Send file',
	'Last budget file',
]);

const callsSender = ({ name }: WorkflowNode): boolean => CALLERS.has(name);

/** Picks it wherever a workflow calls it; the optional step of a daily sync is switched on by that. */
export function chooseSender({ nodes }: Workflow, id: string): void {
	for (const node of nodes.filter(callsSender)) {
		node.parameters['workflowId'] = { __rl: true, mode: 'id', value: id };
		delete node['disabled'];
	}
}
