import { readSetting } from '../../core/connect/templates/settings';
import { StoredWorkflow } from '../../core/connect/templates/workflow';
import { ALLEO, connected, runSetup } from '../support/customerSetup.mts';
import { HOSTILE } from '../support/hostileTexts.mts';
import { keepPast, startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';
import { evaluatedOnce } from '../support/n8nEvaluates.mts';

/** Customer Setup › Integration: Create, with texts that n8n would run. */

let n8n: N8nStandIn;
beforeEach(async () => void (n8n = await startN8nApi()));
afterEach(async () => await n8n.server.close());

const create = async (json: object, templateWorkflowId = '') =>
	await runSetup(
		n8n,
		'create',
		{ alleoCompanyId: '12', templateWorkflowId },
		{ json, chosen: ALLEO },
	);

const RUNS = HOSTILE.filter((text) => text.startsWith('='));

test.each(RUNS)('%j never becomes an expression of the workflow', async (text) => {
	const json = {
		...connected(),
		customer: text,
		integration_id: text,
		credentials: { nmbrsOAuth2Api: { id: text, name: text } },
	};
	const { error } = await create(json).then(
		() => ({ error: null }),
		(thrown: unknown) => ({ error: thrown }),
	);
	// The name of the credential begins with it.
	expect(error).toMatchObject({
		description: expect.stringContaining('N8N_TEXT_EVALUATED') as string,
	});
	expect(n8n.workflows.size).toBe(0);
});

test.each(RUNS)('%j as the name of a customer is kept as it is', async (text) => {
	await create({ ...connected(), customer: text });
	const workflow = StoredWorkflow.parse([...n8n.workflows.values()][0]);
	expect(readSetting(workflow, 'customer_name')).toBe(text.trim());
});

test.each(RUNS)('%j as an id is kept as it is', async (text) => {
	await create({ ...connected(), integration_id: text });
	const workflow = StoredWorkflow.parse([...n8n.workflows.values()][0]);
	expect(readSetting(workflow, 'integration_id')).toBe(text);
});

test.each(RUNS)(
	'%j as an id is kept as it is where a template of before the desk has it',
	async (text) => {
		keepPast(n8n, 'nmbrs-daily-sync.v2', 'ops');
		const json = { ...connected(), integration_id: text };
		const { items } = await create(json, 'ops');
		const workflow = StoredWorkflow.parse(n8n.workflows.get(String(items[0]?.['workflow_id'])));
		const { integrationId } =
			workflow.nodes.find(({ name }) => name === 'Invitation to reconnect')?.parameters ?? {};
		expect(evaluatedOnce({ integrationId: String(integrationId) })).toEqual({
			integrationId: text,
		});
	},
);
