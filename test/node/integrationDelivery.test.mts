import { callsDelivery, deliveriesOf } from '../../core/connect/templates/delivery';
import { datasetOf } from '../../core/connect/templates/explainGraph';
import { StoredWorkflow } from '../../core/connect/templates/workflow';
import { connected, createSync } from '../support/customerSetup.mts';
import { importedTemplate, startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';
import { pastTemplate } from '../support/upgrade.mts';

/** Customer Setup › Integration: create: by which workflow the files of a customer go. */

let n8n: N8nStandIn;
beforeEach(async () => void (n8n = await startN8nApi()));
afterEach(async () => await n8n.server.close());

const withPay = (changes: object = {}) => connected({ pay: true, ...changes });

const kept = (): StoredWorkflow[] =>
	[...n8n.workflows.values()].map((one) => StoredWorkflow.parse(one));

const of = (dataset: string): StoredWorkflow => {
	const found = kept().filter((one) => datasetOf(one) === dataset);
	expect(found).toHaveLength(1);
	return found[0] as StoredWorkflow;
};

const importDelivery = (id = 'send1'): string => {
	n8n.workflows.set(id, importedTemplate('send-file', id));
	return id;
};

describe('where files go', () => {
	test('the given workflow is in every step that sends or looks', async () => {
		const id = importDelivery();
		const { items } = await createSync(n8n, withPay(), {
			budgetFile: 'daily',
			deliveryWorkflowId: id,
		});
		for (const one of kept().filter((one) => datasetOf(one) !== null)) {
			expect(deliveriesOf(one)).toEqual([id]);
			// The optional step of the daily sync is on with it.
			for (const step of one.nodes.filter(callsDelivery)) expect(step.disabled).toBeUndefined();
		}
		expect(JSON.stringify(items[0]?.['notes'])).not.toContain('SYNC_DELIVERY_NOT_CHOSEN');
	});

	test('one that was not given is never guessed, also where there is only one', async () => {
		importDelivery();
		await createSync(n8n, withPay());
		expect(deliveriesOf(of('salaryLeave'))).toEqual([]);
	});

	test('given later, it fills what is empty, and nothing else', async () => {
		await createSync(n8n, withPay());
		const id = importDelivery();
		await createSync(n8n, withPay(), { deliveryWorkflowId: id });
		expect(deliveriesOf(of('salaryLeave'))).toEqual([id]);
		const other = importDelivery('send2');
		await createSync(n8n, withPay(), { deliveryWorkflowId: other });
		expect(deliveriesOf(of('salaryLeave'))).toEqual([id]);
	});

	test('that of another customer is not used, and that is said; everything is made all the same', async () => {
		const deliveryWorkflowId = importDelivery();
		await createSync(n8n, withPay(), { deliveryWorkflowId });
		const other = withPay({
			customer: 'Slagerij',
			integration_id: 'i-2',
			invitation_id: 'inv-2',
			credentials: {
				nmbrsOAuth2Api: { id: 'other1', name: 'N' },
				nmbrsTokenApi: { id: 'other2', name: 'T' },
			},
		});
		const { items } = await createSync(n8n, other, { deliveryWorkflowId });
		expect(String(items[0]?.['text'])).toMatch(/Bakkerij Van Dijk.*SYNC_DELIVERY_TAKEN/);
		const own = kept().find(
			(one) => one.name.startsWith('Slagerij') && datasetOf(one) !== 'employees',
		);
		expect(own === undefined ? null : deliveriesOf(own)).toEqual([]);
	});

	test('nor where the other customer has the same name', async () => {
		const deliveryWorkflowId = importDelivery();
		await createSync(n8n, withPay(), { deliveryWorkflowId });
		const credentials = {
			nmbrsOAuth2Api: { id: 'other1', name: 'N' },
			nmbrsTokenApi: { id: 'other2', name: 'T' },
		};
		const other = withPay({ integration_id: 'i-2', invitation_id: 'inv-2', credentials });
		const { items } = await createSync(n8n, other, { deliveryWorkflowId });
		expect(JSON.stringify(items[0]?.['notes'])).toContain('SYNC_DELIVERY_TAKEN');
	});

	test('one that cannot look at the folder yet is not used: asked to look it would send', async () => {
		const deliveryWorkflowId = importDelivery();
		const old = { ...n8n.workflows.get(deliveryWorkflowId)! };
		n8n.workflows.set(deliveryWorkflowId, { ...old, nodes: pastTemplate('send-file', 3).nodes });
		const { items } = await createSync(n8n, withPay(), { deliveryWorkflowId });
		expect(JSON.stringify(items[0]?.['notes'])).toContain('DELIVERY_OLD');
		expect(deliveriesOf(of('salaryLeave'))).toEqual([]);
	});

	test('what a salary workflow of before sends by is that customer’s', async () => {
		const deliveryWorkflowId = importDelivery();
		const { name, nodes, connections, settings } = pastTemplate('nmbrs-salary-leave', 4);
		const workflowId = { __rl: true, mode: 'id', value: deliveryWorkflowId };
		const sending = nodes.map((one) =>
			one.name === 'Send file' ? { ...one, parameters: { ...one.parameters, workflowId } } : one,
		);
		n8n.workflows.set('old', {
			...{ id: 'old', name, connections, settings, nodes: sending },
			...{ active: true, isArchived: false, published: sending },
		});
		const { items } = await createSync(n8n, withPay(), { deliveryWorkflowId });
		expect(JSON.stringify(items[0]?.['notes'])).toContain('SYNC_DELIVERY_TAKEN');
	});

	test('an id that is no delivery is not used, and that is said', async () => {
		const { items } = await createSync(n8n, withPay(), { deliveryWorkflowId: 'desk1' });
		expect(JSON.stringify(items[0]?.['notes'])).toContain('SYNC_DELIVERY_UNKNOWN');
		expect(deliveriesOf(of('salaryLeave'))).toEqual([]);
	});
});

test.each([
	['pay', { pay: true }],
	['wage_components', { wage_components: [{ code: '1', name: null, role: 'hourlyWage' }] }],
	['leave_groups', { leave_groups: [{ id: '1', name: null, role: 'statutory' }] }],
	['delivery_workflow_id', { delivery_workflow_id: 'send9' }],
	['budget_file', { budget_file: 'daily' }],
])(
	'an item that says otherwise about %s than its signed invitation is refused',
	async (name, change) => {
		await createSync(n8n, connected());
		const given = { ...connected(), ...change };
		n8n.workflows.clear();
		await expect(createSync(n8n, given, {}, false)).rejects.toMatchObject({
			message: expect.stringContaining(name) as string,
		});
		expect(n8n.workflows.size).toBe(0);
	},
);
