import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { outputOf } from '../../sandbox/demo/n8nClient.mts';
import type { Execution, Workflow, WorkflowNode } from '../../sandbox/demo/n8nTypes.mts';
import { credentialData } from '../../sandbox/demo/credentials.mts';
import { instanceKey } from '../../sandbox/demo/instanceKey.mts';
import type { System } from '../../sandbox/world/types.mts';
import type { Context } from './context.mts';
import { expectSuccess } from './expect.mts';

/** Everything that ops set up once: credentials, the pages, and the way to make invitations. */

export const SIGNING_KEY = 'e2e-signing-key-0123456789-abcdefghij';

export interface ConnectSetup {
	pageUrl: string;
	path: string;
	workflowId: string;
	apiKey: string;
	/** Names of the nodes' credentials, by type. */
	credentials: NonNullable<WorkflowNode['credentials']>;
}

export const node = (
	name: string,
	type: string,
	typeVersion: number,
	more: Partial<WorkflowNode> = {},
): WorkflowNode => ({
	id: name.toLowerCase().replace(/\W+/g, '-'),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: {},
	...more,
});

export const chain = (name: string, nodes: WorkflowNode[]): Workflow => ({
	name,
	nodes,
	connections: Object.fromEntries(
		nodes
			.slice(0, -1)
			.map((one, at) => [
				one.name,
				{ main: [[{ node: nodes[at + 1]?.name ?? '', type: 'main', index: 0 }]] },
			]),
	),
	settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all', saveManualExecutions: true },
});

/** Creates the credentials and publishes the pages at an address of this scenario alone. */
export async function setUpConnect(
	context: Context,
	parameters: Record<string, unknown> = {},
): Promise<ConnectSetup> {
	const { client, n8n, sandbox } = context;
	const path = `connect-${sandbox.nmbrs.origin.split(':').pop() ?? ''}`;
	const pageUrl = `${n8n.url}/webhook/${path}`;
	sandbox.nmbrs.state.registerRedirect(pageUrl);
	const apiKey = await instanceKey(client, path);
	const instance = { baseUrl: n8n.url, apiKey, signingKey: SIGNING_KEY };
	const oauth = credentialData(sandbox)['nmbrsOAuth2Api'] ?? {};
	const credentials = {
		alleoN8nApi: {
			id: await client.createCredential(`n8n ${path}`, 'alleoN8nApi', instance),
			name: `n8n ${path}`,
		},
		nmbrsAppApi: {
			id: await client.createCredential(`app ${path}`, 'nmbrsAppApi', oauth),
			name: `app ${path}`,
		},
	};
	const workflowId = await context.import(
		chain('Connect', [
			node('Customer Connect', 'n8n-nodes-alleo.customerConnect', 1, {
				webhookId: path,
				credentials,
				parameters: {
					path,
					dataTable: path.replaceAll('-', '_'),
					employeesConnector: 'Profit_Employees_Alleo',
					contractsConnector: 'Profit_Contract',
					options: {
						afasBaseUrl: sandbox.afas.url,
						soapBaseUrl: `${sandbox.nmbrs.origin}/soap/v3`,
					},
					...parameters,
				},
			}),
			node('Connected', 'n8n-nodes-base.noOp', 1),
		]),
	);
	const set: ConnectSetup = { pageUrl, path, workflowId, apiKey, credentials };
	return set;
}

export async function publish(context: Context, { workflowId, pageUrl }: ConnectSetup) {
	await context.client.publish(workflowId);
	for (let attempt = 0; attempt < 100; attempt++) {
		const { headers } = await fetch(pageUrl, { redirect: 'manual' });
		if (headers.get('content-type')?.includes('html')) return;
		await sleep(100);
	}
	throw new Error(`The pages at ${pageUrl} were not registered`);
}

export interface Invitation {
	invitation_id: string;
	invitation_url: string;
	integration_id: string;
	state: string;
}

/** Runs Customer Setup by hand, as support does. */
export async function runSetup(
	context: Context,
	set: ConnectSetup,
	parameters: Record<string, unknown>,
): Promise<Execution> {
	const { alleoN8nApi, nmbrsAppApi } = set.credentials;
	assert.ok(alleoN8nApi);
	assert.ok(nmbrsAppApi);
	const dataTable = set.path.replaceAll('-', '_');
	const workflowId = await context.import(
		chain('Invite', [
			node('Start', 'n8n-nodes-base.manualTrigger', 1),
			node('Customer Setup', 'n8n-nodes-alleo.customerSetup', 1, {
				credentials: { alleoN8nApi, nmbrsAppApi },
				parameters: { resource: 'invitation', dataTable, ...parameters },
			}),
		]),
	);
	return await context.client.ended(await context.client.runFrom(workflowId, 'Start'));
}

export async function invite(
	context: Context,
	set: ConnectSetup,
	customerName: string,
	system: System,
	more: Record<string, unknown> = {},
): Promise<Invitation> {
	const execution = await runSetup(context, set, {
		operation: 'create',
		customerName,
		system,
		pagesUrl: set.pageUrl,
		...more,
	});
	expectSuccess(execution);
	const [item] = outputOf(execution, 'Customer Setup') as Invitation[];
	assert.ok(item, 'an invitation');
	return item;
}

/** What the scenarios look at of a connected customer's item. */
export interface ConnectedItem {
	customer: string;
	system: string;
	integration_id: string;
	invitation_id: string;
	credentials: Record<string, { id: string; name: string }>;
	debtors: Array<{ id: string; name: string }>;
	/** Empty: every company of the debtors, also one that comes later. */
	companies: Array<{ id: string; name: string }>;
	selective_sync: string;
	pay: boolean;
	wage_components: object[];
	afas_environment: string | null;
	notices: Array<{ code: string }>;
}

/** Reads the debtors with the customer's own credential, in a workflow of the package's NMBRS node. */
export async function readDebtors(context: Context, item: ConnectedItem): Promise<object[]> {
	const nmbrsOAuth2Api = item.credentials['nmbrsOAuth2Api'];
	assert.ok(nmbrsOAuth2Api);
	const workflowId = await context.import(
		chain('Read', [
			node('Start', 'n8n-nodes-base.manualTrigger', 1),
			node('Read', 'n8n-nodes-alleo.nmbrs', 1, {
				parameters: { resource: 'debtor', operation: 'getAll' },
				credentials: { nmbrsOAuth2Api },
			}),
		]),
	);
	const execution = await context.client.ended(await context.client.runFrom(workflowId, 'Start'));
	expectSuccess(execution);
	return outputOf(execution, 'Read');
}

/** Describes the employees connector with the customer's own credential. */
export async function readConnector(
	context: Context,
	afasTokenApi: { id: string; name: string },
): Promise<object[]> {
	const parameters = {
		authentication: 'token',
		resource: 'getConnector',
		operation: 'describe',
		connector: { __rl: true, mode: 'id', value: 'Profit_Employees_Alleo' },
	};
	const workflowId = await context.import(
		chain('Read', [
			node('Start', 'n8n-nodes-base.manualTrigger', 1),
			node('Read', 'n8n-nodes-alleo.afas', 1, { parameters, credentials: { afasTokenApi } }),
		]),
	);
	const execution = await context.client.ended(await context.client.runFrom(workflowId, 'Start'));
	expectSuccess(execution);
	return outputOf(execution, 'Read');
}

/** The runs that connected customers have started, the first one first, with the one item of each. */
export async function connections(
	context: Context,
	{ workflowId }: ConnectSetup,
	expected: number,
): Promise<ConnectedItem[]> {
	const deadline = Date.now() + 20_000;
	for (;;) {
		const found = await context.client.executionsOf(workflowId);
		const done = found.filter(({ status }) => status === 'success');
		if (done.length >= expected || Date.now() > deadline) {
			assert.equal(found.length, expected, 'one run for each connected customer');
			const items = [];
			for (const { id } of done.reverse()) {
				const execution = await context.client.execution(id);
				items.push(...outputOf(execution, 'Connected'));
			}
			assert.equal(items.length, expected, 'one item for each run');
			return items as ConnectedItem[];
		}
		await sleep(200);
	}
}

/** Fails where one of these secrets is in what anybody but n8n's credentials can see. */
export async function expectNoSecrets(
	context: Context,
	secrets: readonly string[],
	seen: readonly string[],
): Promise<void> {
	const list = await context.client.api<{ data: Array<{ id: string }> }>(
		'GET',
		'/executions?limit=250',
	);
	const texts = [...seen, readFileSync(context.n8n.logFile, 'utf8')];
	for (const { id } of list.data) {
		texts.push(JSON.stringify(await context.client.execution(id)));
	}
	const tables = await context.client.api<{ data: Array<{ id: string }> }>('GET', '/data-tables');
	for (const { id } of tables.data) {
		texts.push(
			JSON.stringify(await context.client.api('GET', `/data-tables/${id}/rows?limit=250`)),
		);
	}
	assert.ok(texts.length > 3);
	for (const secret of secrets) {
		assert.ok(secret.length >= 8, 'a secret worth looking for');
		for (const text of texts) assert.ok(!text.includes(secret), 'a secret shows somewhere');
	}
}
