import { startSftp } from '../sftp/server.mts';
import type { SftpStandIn } from '../sftp/server.mts';
import type { Bindings, CredentialRef } from './credentials.mts';
import type { N8nClient } from './n8nClient.mts';
import type { Workflow } from './n8nTypes.mts';
import {
	bindCredentials,
	chooseDesk,
	fillSettings,
	keepExecutions,
	nodeOf,
	readWorkflow,
} from './template.mts';

/** The salary and leave file of the NMBRS customer, and the SFTP server that it goes to. */

const SEND = 'Send file';

/** Hours of a full-time month, as the customer of the made-up world sets them. */
const FULL_TIME_HOURS = 173.33;

export interface Salary {
	sftp: SftpStandIn;
	workflowId: string;
}

function pickSftp({ nodes }: Workflow, sftp: CredentialRef): void {
	for (const node of nodes) {
		if (node.type === 'n8n-nodes-base.ftp') node.credentials = { sftp };
	}
}

async function sftpCredential(client: N8nClient, sftp: SftpStandIn): Promise<CredentialRef> {
	const { host, port, username, password } = sftp;
	const name = 'SFTP (stand-in)';
	const data = { host, port, username, password };
	return { id: await client.createCredential(name, 'sftp', data), name };
}

/** The workflow that sends a file: imported, its credential chosen, published. */
async function importSender(client: N8nClient, deskId: string, sftp: CredentialRef) {
	const workflow = await readWorkflow('send-file');
	pickSftp(workflow, sftp);
	chooseDesk(workflow, deskId);
	// The workflow that calls it tells when a run stops.
	delete workflow.settings['errorWorkflow'];
	const { id } = await client.createWorkflow(workflow);
	await client.publish(id);
	return id;
}

export async function startSalary(
	client: N8nClient,
	deskId: string,
	bindings: Bindings,
): Promise<Salary> {
	const sftp = await startSftp();
	try {
		const credential = await sftpCredential(client, sftp);
		const workflow = keepExecutions(await readWorkflow('nmbrs-salary-leave'));
		fillSettings(workflow, {
			customer_name: 'Voorbeeld Holding',
			language: 'nl',
			full_time_hours_per_month: FULL_TIME_HOURS,
		});
		bindCredentials(workflow, bindings);
		pickSftp(workflow, credential);
		nodeOf(workflow, SEND).parameters['workflowId'] = {
			__rl: true,
			mode: 'id',
			value: await importSender(client, deskId, credential),
		};
		chooseDesk(workflow, deskId);
		const { id } = await client.createWorkflow(workflow);
		await client.publish(id);
		return { sftp, workflowId: id };
	} catch (error) {
		await sftp.close();
		throw error;
	}
}
