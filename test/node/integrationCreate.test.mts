import { readSetting } from '../../core/connect/templates/settings';
import { StoredWorkflow, WorkflowNode } from '../../core/connect/templates/workflow';
import {
	ALLEO,
	createSync,
	onlyWorkflow,
	connected,
	invitationRow,
	runSetup,
} from '../support/customerSetup.mts';
import { importedDesk, keepPast, startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';

/** Customer Setup › Integration: create, against n8n's API as strict as the real one. */

let n8n: N8nStandIn;
beforeEach(async () => void (n8n = await startN8nApi()));
afterEach(async () => await n8n.server.close());

const create = async (json?: object, parameters?: object) =>
	await createSync(n8n, json, parameters);

const only = (): StoredWorkflow => onlyWorkflow(n8n);

const node = (workflow: StoredWorkflow, name: string) =>
	workflow.nodes.find((one) => one.name === name);

describe('create', () => {
	test('makes the workflow of the customer: off, asking always, with its credentials', async () => {
		const { items } = await create();
		const workflow = only();
		expect(items[0]).toMatchObject({
			created: true,
			published: false,
			enabled: false,
			workflow_id: workflow.id,
			workflow_url: `https://n8n.example.com/workflow/${workflow.id}`,
			customer: 'Bakkerij Van Dijk',
			integration_id: 'i-1',
			alleo_company_id: '12',
			approval: 'always',
			notes: [],
			subject: 'Bakkerij Van Dijk heeft NMBRS verbonden',
		});
		expect(node(workflow, 'Read NMBRS employees')).toMatchObject({
			credentials: { nmbrsOAuth2Api: { id: 'oauth1' }, nmbrsTokenApi: { id: 'token1' } },
			parameters: { debtorIds: ['d-1'] },
		});
		expect(node(workflow, 'Review and approve')?.credentials).toEqual({
			alleoN8nApi: { id: 'alleoN8nApi', name: 'my alleoN8nApi' },
		});
		expect(node(workflow, 'Apply to Alleo')?.credentials).toEqual({
			alleoApi: { id: 'alleoApi', name: 'my alleoApi' },
		});
		const desks = workflow.nodes.filter(({ name }) => name.startsWith('Desk: '));
		expect(desks.map(({ parameters }) => parameters['workflowId'])).toEqual(
			desks.map(() => ({ __rl: true, mode: 'id', value: 'desk1' })),
		);
		expect(workflow.settings).toMatchObject({ errorWorkflow: 'desk1' });
		expect(n8n.writes()).toEqual(['POST /workflows']);
	});

	test.each([
		['no desk', [], 'SYNC_DESK_MISSING'],
		['an archived one', [{ ...importedDesk(), isArchived: true }], 'SYNC_DESK_MISSING'],
		['two', [importedDesk('a'), importedDesk('b')], 'SYNC_DESK_SEVERAL'],
	])('%s: nothing is made, and what to do is said', async (_what, desks, code) => {
		n8n.desks.splice(0, n8n.desks.length, ...desks);
		await expect(create()).rejects.toMatchObject({
			description: expect.stringContaining(code) as string,
		});
		expect(n8n.writes()).toEqual([]);
	});

	test('of two desks the published one is meant', async () => {
		n8n.desks.push({ ...importedDesk('copy'), active: false });
		await create();
		expect(only().settings).toMatchObject({ errorWorkflow: 'desk1' });
	});

	/** A customer's workflow from a template of before the desk, which ops adapted. */
	const fromPast = async (json = connected()): Promise<StoredWorkflow> => {
		keepPast(n8n, 'nmbrs-daily-sync.v2', 'ops');
		const { items } = await create(json, { templateWorkflowId: 'ops' });
		n8n.workflows.delete('ops');
		return StoredWorkflow.parse(n8n.workflows.get(String(items[0]?.['workflow_id'])));
	};

	test('a template of before the desk needs none, and keeps its own invitation', async () => {
		n8n.desks.length = 0;
		const workflow = await fromPast();
		expect(workflow.settings).not.toHaveProperty('errorWorkflow');
		expect(node(workflow, 'Invitation to reconnect')).toMatchObject({
			credentials: { alleoN8nApi: { id: 'alleoN8nApi' } },
			parameters: {
				customerName: 'Bakkerij Van Dijk',
				replaceCredentialId: 'oauth1',
				integrationId: 'i-1',
			},
		});
		await create(connected({ credentials: { nmbrsOAuth2Api: { id: 'oauth2', name: 'N' } } }));
		const invite = node(only(), 'Invitation to reconnect');
		expect(invite?.parameters['replaceCredentialId']).toBe('oauth2');
	});

	test('a form in it is at a random address, and asks for the right to execute', async () => {
		const formOf = (workflow: StoredWorkflow) =>
			workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
		const first = formOf(await fromPast());
		expect(first?.parameters).toMatchObject({
			authentication: 'n8nUserAuth',
			requireExecuteAccess: true,
		});
		n8n.workflows.clear();
		const ids = [first?.webhookId, formOf(await fromPast())?.webhookId];
		for (const id of ids) {
			expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		}
		expect(new Set(ids).size).toBe(2);
	});

	test('the same customer again: the workflow and what a person changed in it stay', async () => {
		await create();
		const workflow = only();
		await runSetup(n8n, 'enable', { workflowId: workflow.id, failed: '0', state: 'applied' });
		const kept = n8n.workflows.get(workflow.id);
		const before = JSON.stringify(kept);
		const { items } = await create(connected({ customer: 'Van Dijk BV' }));
		expect(items[0]).toMatchObject({ created: false, enabled: true, workflow_id: workflow.id });
		expect(String(items[0]?.['text'])).toContain('gaat op het volgende tijdstip verder');
		expect(JSON.stringify(n8n.workflows.get(workflow.id))).toBe(before);
	});

	test('a new credential is bound and published where the sync is on', async () => {
		await create();
		const workflow = only();
		await runSetup(n8n, 'enable', { workflowId: workflow.id, failed: '0', state: 'applied' });
		const renewed = connected({ credentials: { nmbrsOAuth2Api: { id: 'oauth2', name: 'N' } } });
		const { items } = await create(renewed);
		expect(items[0]).toMatchObject({ created: false, enabled: true });
		const published = n8n.workflows.get(workflow.id)?.published ?? [];
		const read = published.find((one) => one['name'] === 'Read NMBRS employees');
		expect(read).toMatchObject({ credentials: { nmbrsOAuth2Api: { id: 'oauth2' } } });
		expect(readSetting(only(), 'approval')).toBe('whenGuardTrips');
	});

	test('salary and leave beside it reads with the new credential too; a workflow of others does not', async () => {
		await create();
		const daily = only();
		const beside = (id: string, customer: string) => {
			const copy = structuredClone(n8n.workflows.get(daily.id)!);
			const nodes = JSON.parse(
				JSON.stringify(copy.nodes).replaceAll('Bakkerij Van Dijk', customer),
			) as typeof copy.nodes;
			for (const one of nodes) {
				if (one.type !== 'n8n-nodes-alleo.alleoDiff') continue;
				one['parameters'] = { ...(one['parameters'] as object), dataset: 'salaryLeave' };
			}
			n8n.workflows.set(id, { ...copy, id, name: `Salary ${customer}`, nodes });
		};
		beside('salary', 'Bakkerij Van Dijk');
		beside('other', 'Slagerij');
		const renewed = connected({ credentials: { nmbrsOAuth2Api: { id: 'oauth2', name: 'N' } } });
		expect((await create(renewed)).items[0]).toMatchObject({
			created: false,
			workflow_id: daily.id,
		});
		const readsWith = (id: string) => {
			const nodes = WorkflowNode.array().parse(n8n.workflows.get(id)?.nodes);
			const read = nodes.find(({ type }) => type === 'n8n-nodes-alleo.nmbrs');
			return read?.credentials?.['nmbrsOAuth2Api']?.id;
		};
		expect([daily.id, 'salary', 'other'].map(readsWith)).toEqual(['oauth2', 'oauth2', 'oauth1']);
	});

	test('a consent without departments does not stop the first run: they are not asked for', async () => {
		const { items } = await create(connected({ scopes: ['offline_access', 'employee.info.read'] }));
		expect(items[0]?.['notes']).toMatchObject([{ code: 'SYNC_NO_DEPARTMENTS' }]);
		expect(String(items[0]?.['text'])).toContain('SYNC_NO_DEPARTMENTS');
		const read = node(only(), 'Read NMBRS employees');
		expect(read?.parameters['include']).toEqual(['extraFields']);
	});

	test("ops' own adapted workflow is the template", async () => {
		await create();
		const own = only();
		n8n.workflows.set('ops', {
			...n8n.workflows.get(own.id)!,
			id: 'ops',
			name: 'Our template',
			nodes: own.nodes.map((one) =>
				one.name === 'Compare with Alleo' ? { ...one, disabled: true } : one,
			) as never,
		});
		n8n.workflows.delete(own.id);
		const customer = connected({
			integration_id: 'i-2',
			credentials: { nmbrsOAuth2Api: { id: 'oauth2', name: 'N' } },
		});
		const { items } = await create(customer, { templateWorkflowId: 'ops' });
		const made = StoredWorkflow.parse(n8n.workflows.get(String(items[0]?.['workflow_id'])));
		expect(node(made, 'Compare with Alleo')?.disabled).toBe(true);
		expect(n8n.workflows.get('ops')?.name).toBe('Our template');
	});

	test.each([
		['an item that is no connection', { some: 'thing' }, 'SYNC_CUSTOMER_UNREADABLE'],
		['an Alleo company that is no number', connected(), 'SYNC_CUSTOMER_UNREADABLE', '12; 13'],
		['no credential', connected({ credentials: {} }), 'SYNC_NO_CREDENTIAL'],
	])('%s: nothing is made', async (_case, json, code, alleoCompanyId = '12') => {
		await expect(create(json, { alleoCompanyId })).rejects.toMatchObject({
			description: expect.stringContaining(code),
		});
		expect(n8n.writes()).toEqual([]);
	});

	test.each([
		['workflow_id', 'somebody-elses'],
		['alleo_company_id', '13'],
		['integration_id', 'i-9'],
		['credentials', { nmbrsOAuth2Api: { id: 'of-another', name: 'N' } }],
		['customer', 'Another'],
		['scopes', ['all']],
	])('%s of the item is not what the invitation says: nothing is made', async (name, value) => {
		await create();
		const writes = n8n.writes().length;
		const json = { ...connected(), [name]: value };
		const run = runSetup(
			n8n,
			'create',
			{ alleoCompanyId: '12', templateWorkflowId: '' },
			{ json, invited: false, chosen: ALLEO },
		);
		await expect(run).rejects.toMatchObject({
			description: expect.stringContaining('SYNC_CUSTOMER_UNVERIFIED'),
			message: expect.stringContaining(name),
		});
		expect(n8n.writes()).toHaveLength(writes);
	});

	test('its invitation was edited, or has ended: nothing is made', async () => {
		const run = async () =>
			await runSetup(
				n8n,
				'create',
				{ alleoCompanyId: '12', templateWorkflowId: '' },
				{ json: connected(), invited: false, chosen: ALLEO },
			);
		const refused = expect.stringContaining('SYNC_CUSTOMER_UNVERIFIED');
		const row = invitationRow({ connection: JSON.stringify(connected()) });
		for (const change of [
			{ workflow: 'another' },
			{ ...invitationRow({ ...row, state: 'ended' }) },
		]) {
			n8n.invitations = [{ id: 1, ...row, ...change }];
			await expect(run()).rejects.toMatchObject({ description: refused });
		}
		expect(n8n.writes()).toEqual([]);
		n8n.invitations = [
			{ id: 1, ...row },
			{ id: 2, ...row, workflow: 'another' },
		];
		await expect(run()).rejects.toMatchObject({ description: refused });
		n8n.invitations = [{ id: 1, ...row }];
		expect((await run()).items[0]).toMatchObject({ created: true });
	});

	test('an item that no invitation made is the word of who builds the workflow', async () => {
		const run = runSetup(
			n8n,
			'create',
			{ alleoCompanyId: '12', templateWorkflowId: '' },
			{ json: connected(), invited: false, chosen: ALLEO },
		);
		expect((await run).items[0]).toMatchObject({ created: true });
	});

	test('without an Alleo credential chosen nothing is made', async () => {
		const run = runSetup(n8n, 'create', { alleoCompanyId: '' }, { json: connected() });
		await expect(run).rejects.toMatchObject({
			description: expect.stringContaining('SYNC_CREDENTIAL_NOT_CHOSEN'),
		});
		expect(n8n.writes()).toEqual([]);
	});

	test('two workflows of one customer are not guessed between', async () => {
		await create();
		const own = only();
		n8n.workflows.set('copy', { ...n8n.workflows.get(own.id)!, id: 'copy', name: 'Copy' });
		await expect(create()).rejects.toMatchObject({
			description: expect.stringContaining('SYNC_WORKFLOW_SEVERAL'),
		});
	});

	test('no AI agent may do it', async () => {
		const run = runSetup(n8n, 'create', {}, { json: connected(), toolExecution: true });
		await expect(run).rejects.toThrow();
		expect(n8n.server.seen).toEqual([]);
	});
});
