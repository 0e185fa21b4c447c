import type { IWorkflowBase } from 'n8n-workflow';
import { readSetting } from '../../core/connect/templates/settings';
import { StoredWorkflow } from '../../core/connect/templates/workflow';
import type { InvitationRow } from '../../core/connect/invitation';
import {
	ALLEO,
	connected,
	grantOf,
	invitationRow,
	runSetup,
	SECRETS,
} from '../support/customerSetup.mts';
import type { SetupRun } from '../support/customerSetup.mts';
import { json, startServer } from '../support/httpServer.mts';
import type { TestServer } from '../support/httpServer.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';

/** Customer Setup › Integration: disconnect. */

let n8n: N8nStandIn;
let identity: TestServer;
let status: number;
let id: string;

beforeEach(async () => {
	n8n = await startN8nApi();
	status = 200;
	identity = await startServer((_request, response) => json(response, {}, status));
	for (const [key, type] of [
		['oauth1', 'nmbrsOAuth2Api'],
		['token1', 'nmbrsTokenApi'],
	] as const) {
		n8n.credentials.set(key, { id: key, name: key, type });
	}
	const parameters = { alleoCompanyId: '12', templateWorkflowId: '' };
	const made = await runSetup(n8n, 'create', parameters, { json: connected(), chosen: ALLEO });
	id = String(made.items[0]?.['workflow_id']);
	n8n.invitations = null;
	await runSetup(n8n, 'enable', { workflowId: id, failed: '0', state: 'applied' });
});
afterEach(async () => {
	await n8n.server.close();
	await identity.close();
});

const grant = () => grantOf(identity.url);

/** As n8n would: runs the node "Revoke" of the given workflow, with its credential. */
const runRevoke = async (workflow: IWorkflowBase, credential = grant()) => {
	const node = workflow.nodes.find(({ name }) => name === 'Revoke');
	expect(node?.credentials?.['nmbrsOAuth2Api']).toEqual({
		id: 'oauth1',
		name: 'NMBRS Bakkerij Van Dijk',
	});
	const chosen = { nmbrsOAuth2Api: credential };
	const { items } = await runSetup(n8n, 'revokeToken', {}, { chosen });
	return items.map((item) => ({ json: item }));
};

const disconnect = async (
	confirm = 'Bakkerij Van Dijk',
	workflow = 'Bakkerij Van Dijk',
	credential = grant(),
): Promise<SetupRun> =>
	await runSetup(
		n8n,
		'disconnect',
		{ workflow, confirm },
		{ sub: async (code) => await runRevoke(code, credential) },
	);

const steps = ({ items }: SetupRun): string[] =>
	(items[0]?.['steps'] as Array<{ step: string; outcome: string }>).map(
		({ step, outcome }) => `${step} ${outcome}`,
	);

test('sync off, token taken back, credentials deleted; says each, and asks again next time', async () => {
	const run = await disconnect();
	expect(steps(run)).toEqual([
		'unpublish done',
		'revoke done',
		'delete done',
		'revoke kept',
		'delete done',
	]);
	expect(run.items[0]).toMatchObject({
		complete: true,
		published: false,
		approval: 'always',
		workflow_id: id,
	});
	const [request] = identity.seen;
	expect(identity.lines()).toEqual(['POST /connect/revocation']);
	expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
		token: SECRETS.refresh,
		token_type_hint: 'refresh_token',
		client_id: 'client-1',
		client_secret: SECRETS.client,
	});
	expect(n8n.credentials.size).toBe(0);
	const workflow = StoredWorkflow.parse(n8n.workflows.get(id));
	expect(workflow.active).toBe(false);
	expect(readSetting(workflow, 'approval')).toBe('always');
	expect(readSetting(workflow, 'offer_enable')).toBe('true');
	const text = String(run.items[0]?.['text']);
	expect(text).toMatch(/^Uitgezet: .*Bakkerij Van Dijk.*\.$/m);
	expect(text).toContain('Het NMBRS-token is ingetrokken.');
	expect(text).toContain('Accounts in Alleo blijven zoals ze zijn.');
});

test('again: everything was done before, nothing is sent', async () => {
	await disconnect();
	const writes = n8n.writes().length;
	expect(steps(await disconnect())).toEqual([
		'unpublish already',
		'delete already',
		'delete already',
	]);
	expect(n8n.writes()).toHaveLength(writes);
	expect(identity.seen).toHaveLength(1);
});

test.each([
	['another name', 'Bakkerij van dijk', 'Bakkerij Van Dijk', 'SYNC_NOT_CONFIRMED'],
	['no name', '', 'Bakkerij Van Dijk', 'SYNC_NOT_CONFIRMED'],
	['an unknown customer', 'Nobody', 'Nobody', 'SYNC_WORKFLOW_NOT_FOUND'],
	['nothing typed at all', '', '', 'SYNC_WORKFLOW_NOT_FOUND'],
])('%s disconnects nothing', async (_case, confirm, workflow, code) => {
	const writes = n8n.writes().length;
	await expect(disconnect(confirm, workflow)).rejects.toMatchObject({
		description: expect.stringContaining(code),
	});
	expect(n8n.writes()).toHaveLength(writes);
	expect(identity.seen).toEqual([]);
});

test('two customers of one name: the ID says which', async () => {
	n8n.workflows.set('second', { ...n8n.workflows.get(id)!, id: 'second', name: 'Second' });
	await expect(disconnect()).rejects.toMatchObject({
		description: expect.stringContaining('SYNC_WORKFLOW_SEVERAL'),
	});
	const run = await disconnect('Bakkerij Van Dijk', id);
	// The other one still reads with both credentials: they stay, token and all.
	expect(steps(run)).toEqual(['unpublish done', 'delete kept', 'delete kept']);
	expect(n8n.credentials.size).toBe(2);
	expect(identity.seen).toEqual([]);
	expect(String(run.items[0]?.['text'])).toContain('Second');
});

/** A workflow for salary and leave beside the daily one, with the same credentials. */
function salaryBeside(more: object = {}): string {
	const daily = structuredClone(n8n.workflows.get(id)!);
	const nodes = daily.nodes.map((node) =>
		node.type === 'n8n-nodes-alleo.alleoDiff'
			? { ...node, parameters: { ...(node['parameters'] as object), dataset: 'salaryLeave' } }
			: node,
	);
	n8n.workflows.set('salary', { ...daily, id: 'salary', name: 'Salary and leave', nodes, ...more });
	return 'salary';
}

describe('a customer who has salary and leave beside the daily sync', () => {
	test('is one act: both are switched off, and what both read with goes once', async () => {
		salaryBeside({ active: true });
		const run = await disconnect();
		expect(steps(run)).toEqual([
			'unpublish done',
			'unpublish done',
			'revoke done',
			'delete done',
			'revoke kept',
			'delete done',
		]);
		expect(run.items[0]).toMatchObject({ complete: true, workflow_id: id });
		expect([id, 'salary'].map((one) => n8n.workflows.get(one)?.active)).toEqual([false, false]);
		expect(n8n.credentials.size).toBe(0);
		const text = String(run.items[0]?.['text']);
		expect(text).toMatch(/^Uitgezet: Salary and leave\.$/m);
		expect(text).toContain('De workflows en de instellingen zijn bewaard');
		expect(steps(await disconnect()).slice(0, 2)).toEqual([
			'unpublish already',
			'unpublish already',
		]);
	});

	test('the ID of either of the two means the customer', async () => {
		salaryBeside({ active: true });
		await disconnect('Bakkerij Van Dijk', 'salary');
		expect([id, 'salary'].map((one) => n8n.workflows.get(one)?.active)).toEqual([false, false]);
	});

	test('another customer who reads with the same credential keeps it, and is left on', async () => {
		const other = structuredClone(n8n.workflows.get(id)!);
		const named = JSON.parse(
			JSON.stringify(other.nodes).replaceAll('Bakkerij Van Dijk', 'Slagerij'),
		) as typeof other.nodes;
		n8n.workflows.set('other', {
			...other,
			id: 'other',
			name: 'Slagerij',
			nodes: named,
			active: true,
		});
		salaryBeside({ active: true });
		const run = await disconnect();
		expect(steps(run)).toEqual(['unpublish done', 'unpublish done', 'delete kept', 'delete kept']);
		expect(n8n.workflows.get('other')?.active).toBe(true);
		expect(n8n.credentials.size).toBe(2);
	});

	test('one of an archived workflow is no part of it', async () => {
		salaryBeside({ isArchived: true });
		expect(steps(await disconnect())[1]).toBe('revoke done');
	});
});

test('two customers of one name: what is connected with the chosen one goes, the other daily sync stays on', async () => {
	n8n.workflows.set('second', { ...n8n.workflows.get(id)!, id: 'second', name: 'Second' });
	salaryBeside({ active: true });
	await expect(disconnect()).rejects.toMatchObject({
		description: expect.stringContaining('SYNC_WORKFLOW_SEVERAL'),
	});
	await disconnect('Bakkerij Van Dijk', id);
	expect([id, 'salary', 'second'].map((one) => n8n.workflows.get(one)?.active)).toEqual([
		false,
		false,
		true,
	]);
});

test('the identity server refuses: the credential goes all the same, and the message says so', async () => {
	status = 400;
	const run = await disconnect();
	expect(steps(run).slice(1, 3)).toEqual(['revoke failed', 'delete done']);
	expect(run.items[0]).toMatchObject({ complete: false });
	expect(String(run.items[0]?.['text'])).toContain('SYNC_REVOKE_REFUSED');
	expect(String(run.items[0]?.['subject'])).toContain('er is nog iets te doen');
});

test('n8n refuses to delete: said with the scope that is missing', async () => {
	n8n.refuse.set('DELETE', 403);
	const run = await disconnect();
	expect(steps(run)).toContain('delete failed');
	expect(String(run.items[0]?.['text'])).toContain('credential:delete');
});

test('links that are out are revoked, and the connection no longer counts as somebody\u2019s', async () => {
	const row = (number: number, state: InvitationRow['state'], integration = 'i-1') => ({
		id: number,
		...invitationRow({ invitation: `invitation-${number}`, state, integration }),
	});
	n8n.invitations = [
		row(1, 'used'),
		row(2, 'open'),
		row(3, 'connecting'),
		row(4, 'revoked'),
		row(5, 'open', 'i-2'),
	];
	const run = await disconnect();
	expect(steps(run).slice(0, 3)).toEqual(['unpublish done', 'invitations done', 'revoke done']);
	expect(n8n.invitations.map(({ state }) => state)).toEqual([
		'ended',
		'revoked',
		'revoked',
		'revoked',
		'open',
	]);
	expect(String(run.items[0]?.['text'])).toContain('geen link werkt nog');
	expect(steps(await disconnect())).not.toContain('invitations done');
});

test('a row of the customer that was edited is not acted on, and is said', async () => {
	const progress = JSON.stringify({ credentials: { nmbrsTokenApi: { id: 'other', name: 'x' } } });
	n8n.credentials.set('other', { id: 'other', name: 'of another', type: 'nmbrsTokenApi' });
	const row = invitationRow({ invitation: 'invitation-1', state: 'connecting' });
	n8n.invitations = [{ id: 1, ...row, progress }];
	const run = await disconnect();
	expect(steps(run).slice(0, 2)).toEqual(['unpublish done', 'invitations kept']);
	expect(n8n.credentials.has('other')).toBe(true);
	expect(String(run.items[0]?.['text'])).toContain('CONNECT_ROW_ALTERED');
});

test('canary: no secret in any item, step or log line, whatever goes wrong', async () => {
	const seen: string[] = [];
	for (const answer of [200, 400, 500]) {
		status = answer;
		const run = await disconnect();
		seen.push(JSON.stringify([run.items, run.log, run.started]));
		n8n.credentials.set('oauth1', { id: 'oauth1', name: 'oauth1', type: 'nmbrsOAuth2Api' });
	}
	for (const secret of [...Object.values(SECRETS), 'ACCESS-TOKEN-CANARY']) {
		for (const text of seen) expect(text).not.toContain(secret);
	}
}, 30_000);
