import type { IDataObject } from 'n8n-workflow';
import { Workflow } from '../../core/connect/templates/workflow';
import { templateOf } from '../../core/connect/templates/version';
import { runSetup } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { KeptWorkflow, N8nStandIn } from '../support/n8nApi.mts';
import { kept, oldCustomers } from '../support/oldCustomers.mts';
import type { OldCustomer } from '../support/oldCustomers.mts';
import { SHIPPED } from '../support/upgrade.mts';

/** Customer Setup › Integration: upgrade, against n8n's API as strict as the real one. */

let n8n: N8nStandIn;
beforeEach(async () => {
	n8n = await startN8nApi();
	n8n.desks.length = 0;
});
afterEach(async () => await n8n.server.close());

function desk(changes: Partial<KeptWorkflow> = {}): void {
	const shipped = SHIPPED.find(({ name }) => name === 'alleo-desk');
	const { name, nodes, connections, settings } = shipped?.workflow as Workflow;
	const whole = { name, nodes, connections, settings, published: nodes, isArchived: false };
	n8n.workflows.set('desk', { id: 'desk', active: true, version: 1, ...whole, ...changes });
}

const keep = (customers: readonly OldCustomer[]): void => {
	for (const customer of customers) n8n.workflows.set(customer.id, kept(customer));
};

const upgrade = async (parameters: object = {}): Promise<IDataObject[]> =>
	(await runSetup(n8n, 'upgrade', { unmerged: 'refuse', language: 'en', ...parameters })).items;

const outcomes = (items: readonly IDataObject[]): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const { outcome } of items) counts[String(outcome)] = (counts[String(outcome)] ?? 0) + 1;
	return counts;
};

const stored = (id: string): KeptWorkflow => n8n.workflows.get(id) as KeptWorkflow;

test('200 customers in one go: settings, mappings and own nodes are there; the ones that cannot be are named', async () => {
	desk();
	const customers = oldCustomers(200, 20);
	keep(customers);
	const before = structuredClone([...n8n.workflows.values()]);
	const shown = await upgrade();
	expect(outcomes(shown)).toEqual({ would: 190, refused: 10 });
	expect(n8n.writes()).toEqual([]);
	expect([...n8n.workflows.values()]).toEqual(before);

	const done = await upgrade({ apply: true });
	expect(outcomes(done)).toEqual({ upgraded: 190, refused: 10 });
	for (const { id, customer, edits, bad, active } of customers) {
		const item = done.find((one) => one['workflow_id'] === id);
		const now = stored(id);
		expect(now.active).toBe(active);
		if (bad !== null) {
			expect(item?.['problems']).toContainEqual(expect.objectContaining({ code: bad.code }));
			expect(String(item?.['text'])).toContain(bad.node);
			expect(item?.['customer']).toBe(customer);
			expect(now).toEqual(before.find((one) => one.id === id));
			continue;
		}
		const workflow = Workflow.parse(now);
		expect(templateOf(workflow)?.version).toBe(5);
		for (const { edit, seed } of edits) edit.check(workflow, seed);
		expect(now.published === null).toBe(!active);
		if (active) expect(now.published).toEqual(now.nodes);
		expect(JSON.stringify(now.nodes)).toContain('"value":"desk"');
	}
	expect(n8n.writes()).toHaveLength(190);

	expect(outcomes(await upgrade({ apply: true }))).toEqual({ current: 190, refused: 10 });
	expect(n8n.writes()).toHaveLength(190);
}, 300_000);

describe('a few customers', () => {
	beforeEach(() => {
		desk();
		keep(oldCustomers(4));
	});

	test('one, by its name or its id; a name that nobody has is an error', async () => {
		expect((await upgrade({ customers: 'w1' })).map((item) => item['workflow_id'])).toEqual(['w1']);
		const [item] = await upgrade({ customers: 'Klant 2\nw1' });
		expect(item?.['customer']).toBe('Klant 2');
		await expect(upgrade({ customers: 'Niemand' })).rejects.toThrow('Niemand');
		expect(n8n.writes()).toEqual([]);
	});

	test('others use it as their error workflow: they are named, since it no longer hears them', async () => {
		const [customer] = oldCustomers(1);
		keep([customer!]);
		const other = { ...stored('desk'), id: 'other', name: 'Payslips', nodes: [] };
		const calls = { settings: { errorWorkflow: customer!.id } };
		n8n.workflows.set('other', { ...other, ...calls });
		n8n.workflows.set('gone', { ...other, ...calls, id: 'gone', name: 'Gone', isArchived: true });
		const [item] = await upgrade({ customers: customer!.id });
		expect(item?.['outcome']).toBe('would');
		expect(item?.['changes']).toContainEqual({ kind: 'errorsOfOthers', names: ['Payslips'] });
		expect(String(item?.['text'])).toContain('Settings / Error workflow: Payslips');
		n8n.workflows.set('other', { ...other, settings: {} });
		const [quiet] = await upgrade({ customers: customer!.id });
		expect(JSON.stringify(quiet?.['changes'])).not.toContain('errorsOfOthers');
	});

	test('only what was shown, and nothing that was saved since', async () => {
		const [page] = await upgrade({ output: 'page' });
		const seen = String(page?.['seen']);
		stored('w1').version = 9;
		stored('w1').publishedVersion = 9;
		keep([{ ...(oldCustomers(5)[4] as OldCustomer) }]);
		const done = await upgrade({ apply: true, seen });
		expect(outcomes(done)).toEqual({ upgraded: 3, changed: 1 });
		expect(done.find((item) => item['outcome'] === 'changed')?.['workflow_id']).toBe('w1');
		expect(n8n.writes().sort()).toEqual([
			'PUT /workflows/w0',
			'PUT /workflows/w2',
			'PUT /workflows/w3',
		]);
	});

	test('a published workflow with a draft that nobody published is left alone', async () => {
		const one = stored('w1');
		one.publishedVersion = 0;
		one.nodes = one.nodes.map((node) =>
			node['name'] === 'Dry run' ? { ...node, disabled: true } : node,
		);
		const done = await upgrade({ apply: true, customers: 'w1' });
		expect(done[0]).toMatchObject({
			outcome: 'refused',
			problems: [expect.objectContaining({ code: 'UPGRADE_DRAFT_OPEN' })],
		});
		expect(n8n.writes()).toEqual([]);
	});

	test('n8n refuses one: the others are upgraded, and it is named', async () => {
		n8n.refuse.set('PUT', 400);
		const done = await upgrade({ apply: true });
		expect(outcomes(done)).toEqual({ failed: 4 });
		expect(done[0]?.['problems']).toContainEqual(expect.objectContaining({ code: 'N8N_REFUSED' }));
	});

	test('the page, in two languages, escapes what people typed', async () => {
		const one = stored('w1');
		one.nodes.push({
			id: 'x',
			name: '<b>Eigen</b>',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		});
		const [english] = await upgrade({ output: 'page' });
		const [dutch] = await upgrade({ output: 'page', language: 'nl' });
		expect(english).toMatchObject({ would: 4, upgraded: 0, refused: 0 });
		expect(String(english?.['page'])).toContain('Upgrade of the workflows');
		expect(String(dutch?.['list'])).toContain('zou worden bijgewerkt');
		expect(String(english?.['list'])).not.toContain('<b>Eigen');
		expect(String(english?.['report_markdown'])).toContain('Version history');
	});
});

describe('without a desk that can be called', () => {
	const codes = async (): Promise<unknown[]> =>
		(await upgrade({ apply: true })).flatMap((item) =>
			(item['problems'] as Array<{ code: string }>).map(({ code }) => code),
		);

	test('none, one that is off, two: no workflow is touched', async () => {
		keep(oldCustomers(2));
		expect(await codes()).toEqual(['UPGRADE_NO_DESK', 'UPGRADE_NO_DESK']);
		desk({ active: false, published: null });
		// Only a published workflow needs a published desk.
		expect(await codes()).toEqual(['UPGRADE_DESK_OFF']);
		desk();
		n8n.workflows.set('desk2', { ...stored('desk'), id: 'desk2' });
		keep(oldCustomers(2));
		expect(await codes()).toContain('UPGRADE_SEVERAL_DESKS');
	});
});
