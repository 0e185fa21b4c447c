import { readSetting } from '../../core/connect/templates/settings';
import { deliveriesOf } from '../../core/connect/templates/delivery';
import { evaluatedIn, readLiteral } from '../../core/connect/evaluated';
import { datasetOf } from '../../core/connect/templates/explainGraph';
import { StoredWorkflow, type WorkflowNode } from '../../core/connect/templates/workflow';
import { connected, createSync, runSetup } from '../support/customerSetup.mts';
import { importedTemplate, startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';

/** Customer Setup › Integration: create: whose the workflows are that stand there already. */

let n8n: N8nStandIn;
beforeEach(async () => void (n8n = await startN8nApi()));
afterEach(async () => await n8n.server.close());

const withPay = (changes: object = {}) => connected({ pay: true, ...changes });

const kept = (dataset: string): StoredWorkflow[] =>
	[...n8n.workflows.values()]
		.map((one) => StoredWorkflow.parse(one))
		.filter((one) => datasetOf(one) === dataset);

const change = (id: string, changes: object): void =>
	void n8n.workflows.set(id, { ...n8n.workflows.get(id)!, ...changes });

const importDelivery = (id: string): string => {
	n8n.workflows.set(id, importedTemplate('send-file', id));
	return id;
};

const source = ({ nodes }: StoredWorkflow): WorkflowNode => {
	const found = nodes.find(({ type }) => type === 'n8n-nodes-alleo.nmbrs');
	if (found === undefined) throw new Error('no source node');
	return found;
};

const OTHER = {
	integration_id: 'i-2',
	invitation_id: 'inv-2',
	credentials: {
		nmbrsOAuth2Api: { id: 'other1', name: 'N' },
		nmbrsTokenApi: { id: 'other2', name: 'T' },
	},
};

describe('a customer of a name that another one had, whose daily sync is archived', () => {
	beforeEach(async () => {
		await createSync(n8n, withPay());
		change(kept('employees')[0]!.id, { isArchived: true });
		change(kept('salaryLeave')[0]!.id, { active: true });
	});

	test('has its own, and the workflow of the other one gets no server of this one', async () => {
		const [before] = kept('salaryLeave');
		const deliveryWorkflowId = importDelivery('send1');
		await createSync(n8n, withPay(OTHER), { deliveryWorkflowId });
		const [other, own, ...more] = kept('salaryLeave');
		expect(more).toEqual([]);
		expect(other).toEqual(before);
		expect(deliveriesOf(own!)).toEqual(['send1']);
		expect(source(own!).credentials).toMatchObject({ nmbrsOAuth2Api: { id: 'other1' } });
	});

	test('gets no server of the other one, also when it connects again', async () => {
		const deliveryWorkflowId = importDelivery('send1');
		await createSync(n8n, withPay(OTHER));
		await createSync(n8n, withPay(OTHER));
		const [other] = kept('salaryLeave');
		const text = JSON.stringify(other!.nodes);
		const nodes = JSON.parse(
			text.replaceAll(
				'"workflowId":{"__rl":true,"mode":"id","value":""}',
				'"workflowId":{"__rl":true,"mode":"id","value":"send1"}',
			),
		) as WorkflowNode[];
		change(other!.id, { nodes });
		expect(deliveriesOf(kept('salaryLeave')[0]!)).toEqual(['send1']);
		const { items } = await createSync(n8n, withPay(OTHER), { deliveryWorkflowId });
		expect(JSON.stringify(items[0]?.['notes'])).toContain('SYNC_DELIVERY_TAKEN');
		expect(kept('salaryLeave').slice(1).flatMap(deliveriesOf)).toEqual([]);
	});
});

test('a daily sync that was archived is made anew: what stands beside it is none', async () => {
	const files = { budgetFile: 'daily', deliveryWorkflowId: importDelivery('send1') };
	await createSync(n8n, withPay(), files);
	change(kept('employees')[0]!.id, { isArchived: true });
	const { items } = await createSync(n8n, withPay(), files);
	// What sends the files that are there already is its own.
	expect(kept('employees').map(deliveriesOf)).toEqual([['send1'], ['send1']]);
	expect(items[0]).toMatchObject({ created: true });
	expect(kept('employees').filter(({ isArchived }) => !isArchived)).toHaveLength(1);
	for (const kind of ['salaryLeave', 'budgets']) expect(kept(kind)).toHaveLength(1);
});

test('budgets that nobody can read go by no file, and the daily sync does not say so', async () => {
	const credentials = { nmbrsOAuth2Api: { id: 'oauth1', name: 'N' } };
	await createSync(n8n, connected({ credentials }), { budgetFile: 'daily' });
	expect(readSetting(kept('employees')[0]!, 'budget_file')).toBe('none');
});

test('budgets beside salary and leave alone read people, never pay', async () => {
	await createSync(n8n, withPay());
	const [salary] = kept('salaryLeave');
	n8n.workflows.delete(kept('employees')[0]!.id);
	const again = withPay({ workflow_id: salary!.id });
	await createSync(n8n, again, { budgetFile: 'daily' });
	const [budgets] = kept('budgets');
	expect(source(budgets!).parameters).toMatchObject({ resource: 'employee', debtorIds: ['d-1'] });
	const normalize = budgets!.nodes.find(({ type }) => type.endsWith('.employeeNormalize'));
	expect(normalize?.parameters).not.toMatchObject({ dataset: 'salaryLeave' });
});

test('a daily sync of before Sync Settings: its routes are not there, and that is said', async () => {
	await createSync(n8n, withPay({ pay: false }));
	const [daily] = kept('employees');
	const set = importedTemplate('nmbrs-salary-leave', 'x').nodes.find(
		({ name }) => name === 'Settings',
	)!;
	const nodes = daily!.nodes.map((node) =>
		node.name === 'Sync Settings' ? { ...set, id: node.id, name: 'Settings' } : node,
	);
	change(daily!.id, { nodes });
	const again = withPay({ pay: false, workflow_id: daily!.id });
	const { items } = await createSync(n8n, again, { budgetFile: 'daily' });
	expect(JSON.stringify(items[0]?.['notes'])).toContain('SYNC_OWN_STEPS');
});

test('disconnected: the files on its server, and the login of that server, are left, and that is said', async () => {
	await createSync(n8n, withPay(), { deliveryWorkflowId: importDelivery('send1') });
	n8n.invitations = null;
	const customer = 'Bakkerij Van Dijk';
	const { items } = await runSetup(n8n, 'disconnect', { workflow: customer, confirm: customer });
	expect(String(items[0]?.['text'])).toContain('SYNC_DELIVERY_STAYS');
	expect(items[0]?.['steps']).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ outcome: 'kept', code: 'SYNC_DELIVERY_STAYS' }),
		]),
	);
});

test('whatever a customer says of its pay, n8n runs nothing of it', async () => {
	const evil = '={{ $env.HOSTILE }}\n{{ HOSTILE }}`\'"\\<script>';
	const said = { code: evil, id: evil, name: evil };
	const nmbrs = {
		wage_components: [{ ...said, role: 'holidayAccrual' }],
		leave_groups: [{ ...said, role: 'statutory' }],
	};
	const connectors = { salary: evil, wageComponents: evil, plans: evil, leave: evil };
	const afas = {
		system: 'afas',
		credentials: { afasOAuth2Api: { id: 'afas1', name: 'AFAS' } },
		debtors: [],
		integration_id: 'i-2',
		invitation_id: 'inv-2',
		afas_pay: {
			connectors,
			accrual_component: evil,
			balance_component: evil,
			leave_types: [{ ...said, role: 'statutory' }],
		},
	};
	for (const one of [nmbrs, afas]) {
		await createSync(n8n, withPay({ customer: evil, ...one }), { budgetFile: 'daily' });
	}
	const made = ['employees', 'salaryLeave', 'budgets'].flatMap(kept);
	expect(made).toHaveLength(6);
	const expressions = made.flatMap(({ nodes, settings }) => evaluatedIn([nodes, settings]));
	const foreign = expressions.filter(({ text }) => /HOSTILE/.test(text));
	for (const { place, text } of foreign) expect([place, readLiteral(text)]).not.toContain(null);
	expect(foreign.map(({ text }) => text).join('')).not.toContain('$env');
	expect(JSON.stringify(made)).toContain('HOSTILE');
});
