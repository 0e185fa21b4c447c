import { credentialData, TYPES_OF } from '../../../sandbox/demo/credentials.mts';
import type { Bindings } from '../../../sandbox/demo/credentials.mts';
import { chooseDesk, customerWorkflow, NODE, nodeOf } from '../../../sandbox/demo/template.mts';
import { startSandbox } from '../../../sandbox/start.mts';
import type { Sandbox } from '../../../sandbox/start.mts';
import type { Engine } from './engine.mts';

/** One customer with stand-ins of its own (its own AFAS and Alleo keys), and a daily sync as it ships. */

/** As a vendor across the country answers. */
export const LATENCY_MS = 40;

export interface Customer {
	people: number;
	sandbox: Sandbox;
	workflowId: string;
}

export async function makeCustomer(
	engine: Engine,
	number: number,
	people: number,
): Promise<Customer> {
	const { client } = engine.n8n;
	const sandbox = await startSandbox({ employees: people, seed: number, systems: ['afas'] });
	for (const { faults } of [sandbox.afas, sandbox.alleo]) {
		faults.add({ kind: 'latency', ms: LATENCY_MS });
	}
	const data = credentialData(sandbox);
	const bindings: Bindings = {};
	for (const type of TYPES_OF.afas) {
		const name = `${type} of customer ${number}`;
		bindings[type] = { id: await client.createCredential(name, type, data[type] ?? {}), name };
	}
	const settings = { customer_name: `Customer ${number}`, approval: 'whenGuardTrips' };
	const workflow = await customerWorkflow('afas', bindings, settings);
	chooseDesk(workflow, engine.desk.id);
	const { id } = await client.createWorkflow({ ...workflow, name: `Customer ${number}` });
	return { people, sandbox, workflowId: id };
}

/** Sets the minute (and here the second) at which the schedule starts the sync, and publishes it. */
export async function startAt(engine: Engine, customer: Customer, at: Date): Promise<void> {
	const { client } = engine.n8n;
	const path = `/workflows/${customer.workflowId}`;
	type Stored = Parameters<typeof client.createWorkflow>[0] & { versionId: string };
	const { name, nodes, connections, settings, versionId } = await client.rest<Stored>('GET', path);
	const workflow = { name, nodes, connections, settings };
	// The clock of the workflow is Amsterdam's, and an hour is the same minute in both.
	const expression = `${at.getUTCSeconds()} ${at.getUTCMinutes()} * * * *`;
	nodeOf(workflow, NODE.schedule).parameters['rule'] = {
		interval: [{ field: 'cronExpression', expression }],
	};
	await client.rest('PATCH', path, { ...workflow, versionId });
	await client.publish(customer.workflowId);
}

export interface Calls {
	calls: number;
	refused: number;
}

export function callsOf(customers: readonly Customer[]): Calls {
	const sum: Calls = { calls: 0, refused: 0 };
	for (const { sandbox } of customers) {
		for (const { log } of [sandbox.afas, sandbox.alleo]) {
			sum.calls += log.counts.calls;
			sum.refused += log.counts.byStatus['429'] ?? 0;
		}
	}
	return sum;
}
