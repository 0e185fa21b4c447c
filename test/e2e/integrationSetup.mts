import assert from 'node:assert/strict';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import type { CredentialRef } from '../../sandbox/demo/credentials.mts';
import { instanceCredential } from '../../sandbox/demo/instanceKey.mts';
import { outputOf } from '../../sandbox/demo/n8nClient.mts';
import type { Execution, Workflow } from '../../sandbox/demo/n8nTypes.mts';
import type { System } from '../../sandbox/world/types.mts';
import { adaptedTemplate, CREATE, DRY_RUN } from './connect.mts';
import type { Context } from './context.mts';

/** Customer Setup in a real n8n, for a customer whose connection is given as an item. */

export const GO = 'Go';
const ITEM = 'Connected';

export interface Item {
	workflow_id: string;
	created: boolean;
	enabled: boolean;
	published: boolean;
	link: string | null;
	dry_run: string;
	text: string;
}

/** All scenarios keep their invitations in one table. */
export const integrationOf = ({ sandbox }: Context): string =>
	`integration-${sandbox.alleo.origin.split(':').pop() ?? ''}`;

export async function setUp(
	context: Context,
	system: System,
): Promise<{ go: string; instance: CredentialRef }> {
	const bindings = await context.credentials(TYPES_OF[system]);
	const instance = await instanceCredential(context.client);
	const { alleoApi, ...own } = bindings;
	assert.ok(alleoApi);
	const item = {
		customer: system === 'nmbrs' ? '={{ $env.HOME }} Holding' : 'Voorbeeld Zorg',
		system,
		integration_id: integrationOf(context),
		invitation_id: 'inv-1',
		workflow_id: null,
		credentials: own,
		debtors: [],
		companies: [],
		wage_components: [],
		leave_groups: [],
		afas_environment: null,
		tests: [],
		tested_at: '2026-11-28T04:00:00.000Z',
		connected_at: '2026-11-28T04:00:00.000Z',
		replaced: null,
		notices: [],
		language: 'nl',
	};
	const setup = (name: string, x: number, parameters: object, credentials: object) => ({
		id: name,
		name,
		type: 'n8n-nodes-alleo.customerSetup',
		typeVersion: 1,
		position: [x, 0] as [number, number],
		parameters: { resource: 'integration', ...parameters },
		credentials: { alleoN8nApi: instance, ...credentials } as Record<
			string,
			{ id: string; name: string }
		>,
	});
	const workflow: Workflow = {
		name: 'Go',
		settings: {},
		nodes: [
			{
				id: GO,
				name: GO,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: ITEM,
				name: ITEM,
				type: 'n8n-nodes-base.set',
				typeVersion: 3.5,
				position: [200, 0],
				parameters: { mode: 'raw', jsonOutput: JSON.stringify(item), options: {} },
			},
			setup(
				CREATE,
				400,
				{
					operation: 'create',
					alleoCompanyId: '',
					// The clock of the adapted template.
					runTimes: 'template',
					templateWorkflowId: await adaptedTemplate(context, system, null),
				},
				{ alleoApi },
			),
			setup(DRY_RUN, 600, { operation: 'runDryRun', workflowId: '={{ $json.workflow_id }}' }, {}),
		],
		connections: {
			[GO]: { main: [[{ node: ITEM, type: 'main', index: 0 }]] },
			[ITEM]: { main: [[{ node: CREATE, type: 'main', index: 0 }]] },
			[CREATE]: { main: [[{ node: DRY_RUN, type: 'main', index: 0 }]] },
		},
	};
	return { go: await context.import(workflow), instance };
}

export const first = (execution: Execution, node: string): Item => {
	const [item] = outputOf(execution, node) as Item[];
	assert.ok(item, `${node} gave nothing`);
	return item;
};

/** Runs one operation of Customer Setup by itself, as a person would from a form. */
export async function operate(
	context: Context,
	instance: CredentialRef,
	parameters: Record<string, unknown>,
): Promise<Execution> {
	const id = await context.import({
		name: 'Operate',
		settings: {},
		nodes: [
			{
				id: GO,
				name: GO,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'op',
				name: 'Operation',
				type: 'n8n-nodes-alleo.customerSetup',
				typeVersion: 1,
				position: [200, 0],
				parameters,
				credentials: { alleoN8nApi: instance },
			},
		],
		connections: { [GO]: { main: [[{ node: 'Operation', type: 'main', index: 0 }]] } },
	});
	return await context.client.ended(await context.client.runFrom(id, GO));
}
