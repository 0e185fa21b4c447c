import type { IDataObject, INodeExecutionData, IWorkflowBase } from 'n8n-workflow';
import { withSettings } from '../../core/connect/templates/settings';
import { Workflow } from '../../core/connect/templates/workflow';
import { runSetup } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';
import { readWorkflow } from '../support/templates.mts';

/** Customer Setup › Integration: explain a person. n8n's engine itself is in test/workflow and the end-to-end tests. */

let n8n: N8nStandIn;
const id = 'w-1';
const OAUTH = { nmbrsOAuth2Api: { id: 'oauth1', name: 'NMBRS' } };

beforeEach(async () => {
	n8n = await startN8nApi();
	const template = Workflow.parse(readWorkflow('nmbrs-daily-sync'));
	const { nodes, ...rest } = withSettings(template, { customer_name: 'Bakkerij Van Dijk' });
	const bound = nodes.map((node) =>
		node.type === 'n8n-nodes-alleo.nmbrs' ? { ...node, credentials: OAUTH } : node,
	);
	const { name, connections, settings } = rest;
	const kept = { id, name, connections, settings, nodes: bound, active: true, isArchived: false };
	n8n.workflows.set(id, { ...kept, published: null });
});
afterEach(async () => await n8n.server.close());

const HTML = '<main class="explain">Fenna</main>';
const item = (json: IDataObject): INodeExecutionData => ({ json });

const explain = async (
	parameters: object,
	outputs: INodeExecutionData[][] = [[item({ verdict: 'gets_access' })], [item({ html: HTML })]],
	options: { toolExecution?: boolean } = {},
) =>
	await runSetup(
		n8n,
		'explain',
		{ workflow: 'Bakkerij Van Dijk', person: 'fenna@example.nl', language: 'nl', ...parameters },
		{ subOutputs: async () => outputs, ...options },
	);

const explaining = (started: IWorkflowBase[]) =>
	started[0]?.nodes.find(({ type }) => type === 'n8n-nodes-alleo.alleoExplain');

test("runs the customer's own reading and gives the page, by name or by id", async () => {
	for (const workflow of ['Bakkerij Van Dijk', id]) {
		const { items, started } = await explain({ workflow });
		expect(items).toMatchObject([
			{
				workflow_id: id,
				customer: 'Bakkerij Van Dijk',
				person: 'fenna@example.nl',
				code: null,
				html: HTML,
				answers: [{ verdict: 'gets_access' }],
			},
		]);
		expect(started.map((one) => one.id)).toEqual([id]);
		expect(explaining(started)?.parameters).toMatchObject({
			person: 'fenna@example.nl',
			title: 'Bakkerij Van Dijk',
			language: 'nl',
		});
		const source = started[0]?.nodes.find(({ type }) => type === 'n8n-nodes-alleo.nmbrs');
		expect(source?.credentials).toMatchObject({ nmbrsOAuth2Api: { id: 'oauth1' } });
	}
	expect(n8n.writes()).toEqual([]);
});

test('the nodes get the run log of that workflow, as the desk gives it to a run', async () => {
	const row = { id: 1, run: '7', state: 'applied', started_at: new Date().toISOString() };
	n8n.runLog = [
		{ ...row, workflow: id, reference_date: '2026-11-24' },
		{ ...row, workflow: 'w-2' },
	];
	const { started } = await explain({});
	const read = started[0]?.nodes.find(({ name }) => name === 'Read Alleo accounts');
	for (const node of [explaining(started), read]) {
		const history: unknown = JSON.parse(String(node?.parameters['history']));
		expect(history).toMatchObject([{ run: '7', workflow: id, state: 'applied' }]);
	}
});

test('where no run log is kept, nothing is judged by one', async () => {
	const { started } = await explain({});
	expect(explaining(started)?.parameters['history']).toBe('[]');
});

test('a monthly workflow of the same customer is not meant', async () => {
	const daily = n8n.workflows.get(id);
	if (daily === undefined) throw new Error('no workflow');
	const nodes = daily.nodes.map((node) =>
		node.type === 'n8n-nodes-alleo.alleoDiff'
			? { ...node, parameters: { ...(node.parameters as object), dataset: 'salaryLeave' } }
			: node,
	);
	n8n.workflows.set('monthly', { ...daily, id: 'monthly', nodes });
	const { started } = await explain({});
	expect(started.map((one) => one.id)).toEqual([id]);
});

test('a run that gives no page says so on a page', async () => {
	const { items } = await explain({}, [[item({ error: 'no' })]]);
	expect(items).toMatchObject([{ code: 'EXPLAIN_NO_ANSWER', answers: [] }]);
	expect(String(items[0]?.['html'])).toContain('Bakkerij Van Dijk');
});

test('a node in the way is named on the page, and nothing starts', async () => {
	const daily = n8n.workflows.get(id);
	if (daily === undefined) throw new Error('no workflow');
	const nodes = daily.nodes.map((node) =>
		node.name === 'Normalize employees' ? { ...node, type: 'n8n-nodes-base.code' } : node,
	);
	n8n.workflows.set(id, { ...daily, nodes });
	const { items, started } = await explain({ language: 'en' });
	expect(started).toEqual([]);
	expect(items).toMatchObject([{ code: 'EXPLAIN_WAY_BLOCKED', answers: [] }]);
	expect(String(items[0]?.['html'])).toContain('Normalize employees');
});

test.each(['Bakkerij', '', 'w-unknown'])('%p is no customer of this n8n', async (workflow) => {
	await expect(explain({ workflow })).rejects.toMatchObject({
		description: expect.stringMatching(/SYNC_WORKFLOW_NOT_FOUND|SETTING/),
	});
});

test('an agent cannot ask', async () => {
	await expect(explain({}, [], { toolExecution: true })).rejects.toMatchObject({
		description: expect.stringContaining('TOOL_WRITE_REFUSED'),
	});
});
