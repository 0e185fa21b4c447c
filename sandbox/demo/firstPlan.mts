import { startSandbox } from '../start.mts';
import type { Sandbox } from '../start.mts';
import { createCredentials, nmbrsClientOf } from './credentials.mts';
import type { N8nServer } from './n8nServer.mts';
import { StepFailed } from './process.mts';
import { approvalLink, errorOf } from './run.mts';
import { chooseDesk, customerWorkflow, keepExecutions, NODE } from './template.mts';

/** A customer of its own world whose first plan nobody has decided yet: what support sees on the first day. */

export const NEW_CUSTOMER = 'Zorggroep De Linde';

const EMPLOYEES = 60;

export interface FirstPlan {
	sandbox: Sandbox;
	workflowId: string;
	/** The page that decides. */
	link: string;
}

export async function leaveFirstPlan(
	{ client, url }: N8nServer,
	deskId: string,
	seed: number,
): Promise<FirstPlan> {
	const sandbox = await startSandbox({
		employees: EMPLOYEES,
		seed: seed + 1,
		nmbrs: { settings: { clients: [nmbrsClientOf(url)] } },
	});
	try {
		const bindings = await createCredentials(client, sandbox, NEW_CUSTOMER);
		const workflow = keepExecutions(
			await customerWorkflow('afas', bindings, { customer_name: NEW_CUSTOMER }),
		);
		workflow.name = `${workflow.name} (${NEW_CUSTOMER})`;
		chooseDesk(workflow, deskId);
		const { id } = await client.createWorkflow(workflow);
		await client.publish(id);
		const execution = await client.settled(await client.runFrom(id, NODE.dryRun));
		if (execution.status !== 'waiting') {
			throw new StepFailed(
				`The first dry run of ${NEW_CUSTOMER} ended as "${execution.status}". ${errorOf(execution)}`,
				'look the code up in docs/troubleshooting.md',
			);
		}
		return { sandbox, workflowId: id, link: approvalLink(execution) };
	} catch (error) {
		await sandbox.close();
		throw error;
	}
}
