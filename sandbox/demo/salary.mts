import { startSftp } from '../sftp/server.mts';
import type { SftpStandIn } from '../sftp/server.mts';
import type { Bindings } from './credentials.mts';
import { chooseSender, sendingWorkflow, sftpCredential } from './delivery.mts';
import type { N8nClient } from './n8nClient.mts';
import {
	bindCredentials,
	chooseDesk,
	fillSettings,
	keepExecutions,
	readWorkflow,
} from './template.mts';

/** The salary and leave file of the NMBRS customer, and the SFTP server that it goes to. */

/** Hours of a full-time month, as the customer of the made-up world sets them. */
const FULL_TIME_HOURS = 173.33;

export interface Salary {
	sftp: SftpStandIn;
	workflowId: string;
}

export async function startSalary(
	client: N8nClient,
	deskId: string,
	bindings: Bindings,
): Promise<Salary> {
	const sftp = await startSftp();
	try {
		const sender = await client.createWorkflow(
			await sendingWorkflow(deskId, await sftpCredential(client, sftp)),
		);
		await client.publish(sender.id);
		const workflow = keepExecutions(await readWorkflow('nmbrs-salary-leave'));
		fillSettings(workflow, {
			customer_name: 'Voorbeeld Holding',
			language: 'nl',
			full_time_hours_per_month: FULL_TIME_HOURS,
		});
		bindCredentials(workflow, bindings);
		chooseSender(workflow, sender.id);
		chooseDesk(workflow, deskId);
		const { id } = await client.createWorkflow(workflow);
		await client.publish(id);
		return { sftp, workflowId: id };
	} catch (error) {
		await sftp.close();
		throw error;
	}
}
