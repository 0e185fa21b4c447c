import { readSetting } from '../../core/connect/templates/settings';
import type { StoredWorkflow } from '../../core/connect/templates/workflow';
import { createSync, onlyWorkflow, runSetup } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';

/** Customer Setup › Integration: enable, against n8n's API as strict as the real one. */

let n8n: N8nStandIn;
beforeEach(async () => void (n8n = await startN8nApi()));
afterEach(async () => await n8n.server.close());

const create = async (json?: object, parameters?: object) =>
	await createSync(n8n, json, parameters);

const only = (): StoredWorkflow => onlyWorkflow(n8n);

describe('enable', () => {
	const made = async (): Promise<string> => String((await create()).items[0]?.['workflow_id']);
	const enable = async (id: string, failed: string, state: string, continueOnFail = false) =>
		await runSetup(n8n, 'enable', { workflowId: id, failed, state }, { continueOnFail });

	test('asks only when a guard trips, is published, offers itself no more; twice is once', async () => {
		const id = await made();
		const { items } = await enable(id, '0', 'applied');
		expect(items[0]).toMatchObject({ enabled: true, published: true, already: false });
		expect(String(items[0]?.['subject'])).toBe(
			'Bakkerij Van Dijk: de dagelijkse synchronisatie staat aan',
		);
		const workflow = only();
		expect(readSetting(workflow, 'approval')).toBe('whenGuardTrips');
		expect(readSetting(workflow, 'offer_enable')).toBe('false');
		expect(n8n.workflows.get(id)?.published).toEqual(workflow.nodes);
		const writes = n8n.writes().length;
		expect((await enable(id, '0', 'applied')).items[0]).toMatchObject({ already: true });
		expect(n8n.writes()).toHaveLength(writes);
	});

	test.each([
		['3', 'partly', 'SYNC_NOT_ENABLED_FAILURES'],
		['x', 'applied', 'SYNC_NOT_ENABLED_FAILURES'],
		['0', 'failed', 'SYNC_NOT_ENABLED_UNFINISHED'],
		['0', 'rejected', 'SYNC_NOT_ENABLED_UNFINISHED'],
	])('%s failed, state %s: stays off and says why', async (failed, state, code) => {
		const id = await made();
		const writes = n8n.writes().length;
		const { items } = await enable(id, failed, state, true);
		// The templates read these two; test/node/outcome.test.mts says which keys go to the error output.
		expect(typeof items[0]?.['error']).toBe('string');
		expect(String(items[0]?.['details'])).toContain(code);
		expect(items[0]?.['code']).toBe(code);
		expect(n8n.writes()).toHaveLength(writes);
		expect(only().active).toBe(false);
	});

	test('n8n refuses to publish: the error says so', async () => {
		const id = await made();
		n8n.refuse.set('POST /publish', 403);
		await expect(enable(id, '0', 'applied')).rejects.toMatchObject({
			description: expect.stringContaining('N8N_SCOPE_MISSING'),
		});
		n8n.refuse.clear();
		await enable(id, '0', 'applied');
		expect(only().active).toBe(true);
	});

	test('a workflow that is no daily sync is left alone', async () => {
		const id = await made();
		const kept = n8n.workflows.get(id)!;
		n8n.workflows.set(id, {
			...kept,
			nodes: kept.nodes.filter((one) => one['name'] !== 'Sync Settings'),
		});
		await expect(enable(id, '0', 'applied')).rejects.toMatchObject({
			description: expect.stringContaining('SYNC_WORKFLOW_FOREIGN'),
		});
		await expect(enable('', '0', 'applied')).rejects.toMatchObject({
			description: expect.stringContaining('SYNC_WORKFLOW_NOT_FOUND'),
		});
	});
});
