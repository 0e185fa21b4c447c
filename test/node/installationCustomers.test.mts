import { startInstance } from '../support/installation.mts';
import type { Instance, Pressed } from '../support/installation.mts';
import type { FakeWorkflow } from '../support/fakeWorkflows.mts';
import { readWorkflow } from '../support/templates.mts';
import { pastTemplate } from '../support/upgrade.mts';

/** Start here looks into customers' own workflows too: what is still empty there is on its page. */

let instance: Instance;

beforeEach(async () => {
	instance = await startInstance();
});
afterEach(async () => {
	await instance.close();
});

const add = (workflow: object): FakeWorkflow =>
	instance.n8n.installed.add(structuredClone(workflow) as never);

const settingsOf = ({ nodes }: FakeWorkflow): Record<string, unknown> => {
	const found = nodes.find(({ type }) => type === 'n8n-nodes-alleo.syncSettings');
	if (found === undefined) throw new Error('no Sync Settings');
	return found['parameters'] as Record<string, unknown>;
};

const customers = ({ to_do: list }: Pressed): Array<[string, string[]]> =>
	list
		.filter(({ key }) => key.startsWith('customer'))
		.map(({ key, places }) => [key, places.map(({ name }) => name)]);

const company = (value: string) => ({ __rl: true, mode: 'id', value });

test('a template that was just imported: company and name, each with the step that holds them', async () => {
	const imported = add({ ...readWorkflow('afas-daily-sync'), name: 'Zorggroep Noord' });
	const pressed = await instance.press();
	expect(customers(pressed)).toEqual([
		['customerCompany', ['Zorggroep Noord']],
		['customerName', ['Zorggroep Noord']],
	]);
	const node = imported.nodes.find(({ name }) => name === 'Sync Settings');
	const place = pressed.to_do.find(({ key }) => key === 'customerCompany')?.places[0];
	expect(place?.url).toMatch(new RegExp(`/workflow/${imported.id}/${String(node?.['id'])}$`));
	expect(pressed.html).toContain('Klanten zonder Alleo-bedrijf');

	Object.assign(settingsOf(imported), {
		customerName: 'Zorggroep Noord',
		alleoCompanyId: company('101'),
	});
	expect(customers(await instance.press())).toEqual([]);
});

test('routes stand for the company, and an expression is not empty', async () => {
	const routed = add({ ...readWorkflow('nmbrs-daily-sync'), name: 'Routed' });
	Object.assign(settingsOf(routed), {
		customerName: 'Bakkerij',
		routing: { routes: [{ filter: 'Noord', companyId: company('101') }] },
	});
	const computed = add({ ...readWorkflow('nmbrs-daily-sync'), name: 'Computed' });
	Object.assign(settingsOf(computed), {
		customerName: '={{ $vars.name }}',
		alleoCompanyId: company('={{ $vars.company }}'),
	});
	expect(customers(await instance.press())).toEqual([]);
});

test('a workflow of before, with its Set node, is looked into as well; an archived one is not', async () => {
	add({ ...pastTemplate('afas-daily-sync', 3), name: 'Old' });
	const archived = add({ ...readWorkflow('afas-daily-sync'), name: 'Archived' });
	Object.assign(archived, { isArchived: true });
	expect(customers(await instance.press())).toEqual([
		['customerCompany', ['Old']],
		['customerName', ['Old']],
	]);
});

test('the workflow that is copied for every customer stays empty, and nobody is asked to fill it in', async () => {
	const own = add({ ...readWorkflow('afas-daily-sync'), name: 'Our own template' });
	const first = await instance.press();
	const connect = instance.workflow(instance.lineOf(first, 'connect-afas-customer'));
	const create = connect.nodes.find(
		({ parameters }) => (parameters as Record<string, unknown>)['operation'] === 'create',
	);
	Object.assign((create?.['parameters'] ?? {}) as object, { templateWorkflowId: own.id });
	expect(customers(await instance.press())).toEqual([]);
});
