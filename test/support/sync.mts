import type { ICredentialType, INodeType } from 'n8n-workflow';
import { AfasOAuth2Api } from '../../credentials/AfasOAuth2Api.credentials';
import { AfasTokenApi } from '../../credentials/AfasTokenApi.credentials';
import { AlleoApi } from '../../credentials/AlleoApi.credentials';
import { AlleoN8nApi } from '../../credentials/AlleoN8nApi.credentials';
import { NmbrsOAuth2Api } from '../../credentials/NmbrsOAuth2Api.credentials';
import { NmbrsTokenApi } from '../../credentials/NmbrsTokenApi.credentials';
import { withDesk } from '../../core/connect/templates/desk';
import { Workflow as ConnectWorkflow } from '../../core/connect/templates/workflow';
import { Afas } from '../../nodes/Afas/Afas.node';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { AlleoExplain } from '../../nodes/AlleoExplain/AlleoExplain.node';
import { CustomerSetup } from '../../nodes/CustomerSetup/CustomerSetup.node';
import { EmployeeNormalize } from '../../nodes/EmployeeNormalize/EmployeeNormalize.node';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import { SyncApproval } from '../../nodes/SyncApproval/SyncApproval.node';
import { SyncRunLog } from '../../nodes/SyncRunLog/SyncRunLog.node';
import { SyncSettings } from '../../nodes/SyncSettings/SyncSettings.node';
import { credentialData, TYPES_OF } from '../../sandbox/demo/credentials.mts';
import type { Bindings } from '../../sandbox/demo/credentials.mts';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import type { SettingValues } from '../../sandbox/demo/template.mts';
import { customerWorkflow, nodeOf, readWorkflow } from '../../sandbox/demo/template.mts';
import { giveConsent } from '../../sandbox/nmbrs/consent.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import type { System } from '../../sandbox/world/types.mts';
import type { StoredCredential } from './credentials.mts';
import { DataTables, dataTableNode } from './dataTable.mts';
import { Desk, DESK_ID } from './desk.mts';
import { EngineRun } from './engine.mts';
import type { TemplateJson } from './engine.mts';

const CREDENTIAL_TYPES: ICredentialType[] = [
	new AfasOAuth2Api(),
	new AfasTokenApi(),
	new AlleoApi(),
	new AlleoN8nApi(),
	new NmbrsOAuth2Api(),
	new NmbrsTokenApi(),
];

const NODES: INodeType[] = [
	new Afas(),
	new Alleo(),
	new AlleoDiff(),
	new AlleoExplain(),
	new CustomerSetup(),
	new EmployeeNormalize(),
	new Nmbrs(),
	new SyncApproval(),
	new SyncRunLog(),
	new SyncSettings(),
];

const REDIRECT = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

/** The consent and the exchange of the code that n8n's server does when somebody connects NMBRS. */
async function nmbrsTokens(sandbox: Sandbox, scope: string): Promise<Record<string, unknown>> {
	const { clientId, clientSecret } = sandbox.credentials.nmbrs;
	const authorize = new URL('/connect/authorize', sandbox.nmbrs.origin);
	authorize.search = new URLSearchParams({
		response_type: 'code',
		client_id: clientId,
		redirect_uri: REDIRECT,
		scope,
		state: 'state',
	}).toString();
	const code = new URL(await giveConsent(authorize.href)).searchParams.get('code') ?? '';
	const response = await fetch(new URL('/connect/token', sandbox.nmbrs.origin), {
		method: 'POST',
		headers: {
			authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
		},
		body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT }),
	});
	if (!response.ok) throw new Error(`No token: ${response.status} ${await response.text()}`);
	return (await response.json()) as Record<string, unknown>;
}

async function stored(
	sandbox: Sandbox,
	types: string[],
): Promise<Record<string, StoredCredential>> {
	const all = credentialData(sandbox);
	const result: Record<string, StoredCredential> = {};
	for (const type of types) {
		const data = { ...all[type] } as StoredCredential['data'];
		if (type === 'nmbrsOAuth2Api') {
			data['oauthTokenData'] = (await nmbrsTokens(sandbox, String(data['scope']))) as never;
		}
		result[type] = { type, data };
	}
	return result;
}

/** A customer's workflow that runs in process, and the desk that it calls. */
export interface Sync {
	engine: EngineRun;
	desk: Desk;
}

/** The shipped template, set up for the made-up customer, ready to run in process with a desk beside it. */
export async function syncFor(
	sandbox: Sandbox,
	system: System,
	settings: SettingValues = {},
	change: (workflow: Workflow) => void = () => undefined,
	types = TYPES_OF[system],
	tables = new DataTables(),
): Promise<Sync> {
	const workflow = await customerWorkflow(system, bindingsOf(types), settings);
	change(workflow);
	const desk = await deskFor(sandbox, tables);
	const engine = await engineOf(sandbox, atDesk(workflow), types, {
		'n8n-nodes-base.dataTable': dataTableNode(tables),
		'n8n-nodes-base.executeWorkflow': desk.caller(),
	});
	return { engine, desk };
}

export const engineFor = async (...given: Parameters<typeof syncFor>): Promise<EngineRun> =>
	(await syncFor(...given)).engine;

const atDesk = (workflow: Workflow): Workflow =>
	({
		...workflow,
		...withDesk(ConnectWorkflow.parse(workflow), DESK_ID),
	}) as unknown as Workflow;

/** The desk as ops import it, without a credential for n8n itself. */
export async function deskFor(
	sandbox: Sandbox,
	tables: DataTables,
	change: (workflow: Workflow) => void = () => undefined,
): Promise<Desk> {
	const workflow = await readWorkflow('alleo-desk');
	change(workflow);
	const trigger = nodeOf(workflow, 'When a workflow calls').parameters['workflowInputs'] as {
		values: Array<{ name: string }>;
	};
	const doubles = { 'n8n-nodes-base.dataTable': dataTableNode(tables) };
	const engine = await engineOf(sandbox, workflow, [], doubles, DESK_ID);
	return new Desk(
		engine,
		trigger.values.map(({ name }) => name),
	);
}

export const bindingsOf = (types: string[]): Bindings =>
	Object.fromEntries(types.map((type) => [type, { id: type, name: type }]));

/** Any workflow of this package's nodes; `doubles` stand in for nodes of n8n itself. */
export async function engineOf(
	sandbox: Sandbox,
	workflow: Workflow,
	types: string[],
	doubles: Record<string, INodeType> = {},
	id?: string,
	more: Record<string, StoredCredential> = {},
): Promise<EngineRun> {
	const own = NODES.map((node) => [`n8n-nodes-alleo.${node.description.name}`, node] as const);
	return new EngineRun(workflow as unknown as TemplateJson, {
		nodes: { ...Object.fromEntries(own), ...doubles },
		credentialTypes: CREDENTIAL_TYPES,
		credentials: { ...(await stored(sandbox, types)), ...more },
		...(id === undefined ? {} : { id }),
	});
}
