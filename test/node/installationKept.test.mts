import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KEY, startInstance, WEBHOOKS, type Instance } from '../support/installation.mts';
import type { FakeWorkflow } from '../support/fakeWorkflows.mts';
import { ROOT } from '../support/paths.mts';
import { readWorkflow } from '../support/templates.mts';

/** Installation: Set Up over workflows that are there: by hand, of another version, half of them gone. */

let instance: Instance;
beforeEach(async () => {
	instance = await startInstance();
});
afterEach(async () => {
	await instance.close();
});

const byHand = (name: string): FakeWorkflow =>
	instance.n8n.installed.add(readWorkflow(name) as never);

const past = (name: string, version: number): FakeWorkflow =>
	instance.n8n.installed.add(
		JSON.parse(
			readFileSync(path.join(ROOT, `workflows/past/${name}.v${version}.json`), 'utf8'),
		) as never,
	);

/** What the calls of the desk in a workflow name. */
const called = ({ nodes }: FakeWorkflow): unknown[] =>
	nodes
		.filter(({ type }) => type === 'n8n-nodes-base.executeWorkflow')
		.map(({ parameters }) => (parameters as { workflowId: { value: string } }).workflowId.value);

function callInstead({ nodes }: FakeWorkflow, id: string): void {
	for (const { type, parameters } of nodes) {
		if (type !== 'n8n-nodes-base.executeWorkflow') continue;
		(parameters as { workflowId: { value: string } }).workflowId.value = id;
	}
}

const nodeOf = ({ nodes }: FakeWorkflow, name: string): Record<string, unknown> => {
	const found = nodes.find((node) => node['name'] === name);
	if (found === undefined) throw new Error(`no node ${name}`);
	return found;
};

test('what was imported by hand is taken over, filled in and switched on; nothing is doubled', async () => {
	const desk = byHand('alleo-desk');
	desk.name = 'Onze balie';
	const disconnect = byHand('disconnect-customer');
	const pressed = await instance.press();
	expect(instance.workflow(instance.lineOf(pressed, 'alleo-desk'))).toBe(desk);
	expect(desk).toMatchObject({ name: 'Onze balie', active: true });
	const line = instance.lineOf(pressed, 'disconnect-customer');
	expect(instance.workflow(line)).toBe(disconnect);
	expect(line).toMatchObject({
		done: 'updated',
		changes: ['desk', 'credential', 'published', 'tagged'],
	});
	expect(called(disconnect)).toEqual(called(disconnect).map(() => desk.id));
	expect(disconnect.settings).toMatchObject({ errorWorkflow: desk.id });
	expect(nodeOf(disconnect, 'Disconnect the customer')['credentials']).toEqual({
		alleoN8nApi: KEY,
	});
	expect(disconnect.activeVersionId).toBe(disconnect.versionId);
});

test('the desk is deleted: a new one is made, and whoever called the old one calls it', async () => {
	const first = await instance.press();
	const { n8n } = instance;
	const old = instance.workflow(instance.lineOf(first, 'alleo-desk'));
	n8n.workflows.splice(n8n.workflows.indexOf(old), 1);
	const customers = byHand('afas-daily-sync');
	callInstead(customers, old.id);
	const kept = structuredClone(customers);
	const again = await instance.press();
	const desk = instance.workflow(instance.lineOf(again, 'alleo-desk'));
	expect(desk.id).not.toBe(old.id);
	const connect = instance.workflow(instance.lineOf(again, 'connect-afas-customer'));
	expect(new Set(called(connect))).toEqual(new Set([desk.id]));
	expect(connect.settings).toMatchObject({ errorWorkflow: desk.id });
	expect(connect.activeVersionId).toBe(connect.versionId);
	expect(customers).toEqual(kept);
	expect(again.issues).toMatchObject([{ code: 'SETUP_DESK_LOST' }]);
	expect(again.text).toContain(customers.name);
});

test('a call of another desk that lives, and another error workflow, are choices and stay', async () => {
	const first = await instance.press();
	const other = instance.n8n.installed.add({ name: 'Other', nodes: [], connections: {} });
	const connect = instance.workflow(instance.lineOf(first, 'connect-afas-customer'));
	callInstead(connect, other.id);
	connect.settings = { ...connect.settings, errorWorkflow: other.id };
	const before = structuredClone(connect);
	const again = await instance.press();
	expect(connect).toEqual(before);
	expect(again.changed).toBe(false);
	connect.settings = { ...connect.settings, errorWorkflow: 'deleted' };
	await instance.press();
	expect(new Set(called(connect))).toEqual(new Set([other.id]));
	const desk = instance.workflow(instance.lineOf(first, 'alleo-desk'));
	expect(connect.settings).toMatchObject({ errorWorkflow: desk.id });
});

test('the desk is switched on again, whoever switched it off: the others call it', async () => {
	const first = await instance.press();
	const desk = instance.workflow(instance.lineOf(first, 'alleo-desk'));
	instance.n8n.installed.unpublish(desk);
	const again = await instance.press();
	expect(instance.lineOf(again, 'alleo-desk')).toMatchObject({
		done: 'updated',
		changes: ['published'],
		published: true,
	});
	expect(desk.active).toBe(true);
});

test('a draft of somebody is filled in, and not published for them', async () => {
	const first = await instance.press();
	const connect = instance.workflow(instance.lineOf(first, 'connect-nmbrs-customer'));
	const published = connect.activeVersionId;
	connect.versionId = 'a-draft';
	nodeOf(connect, 'Make the invitation')['credentials'] = {};
	const again = await instance.press();
	expect(nodeOf(connect, 'Make the invitation')['credentials']).toEqual({ alleoN8nApi: KEY });
	expect(connect.activeVersionId).toBe(published);
	expect(instance.lineOf(again, 'connect-nmbrs-customer')).toMatchObject({
		done: 'updated',
		issues: [{ code: 'SETUP_DRAFT' }],
	});
});

test('the app of NMBRS is filled in once there is one; of two a person chooses', async () => {
	const first = await instance.press();
	expect(first.to_do.find(({ key }) => key === 'nmbrsApp')).toMatchObject({
		address: `${WEBHOOKS}/webhook/alleo-connect`,
	});
	expect(first.html).toContain(`${WEBHOOKS}/webhook/alleo-connect`);
	const { n8n } = instance;
	const app = { id: 'app-1', name: 'App', type: 'nmbrsAppApi', data: {} };
	const another = { ...app, id: 'app-2' };
	n8n.credentials.set(app.id, app).set(another.id, another);
	const both = await instance.press();
	expect(both.to_do.map(({ key }) => key)).toContain('nmbrsAppChoose');
	n8n.credentials.delete(another.id);
	const again = await instance.press();
	expect(again.to_do.map(({ key }) => key)).not.toContain('nmbrsApp');
	const connect = instance.workflow(instance.lineOf(again, 'connect-nmbrs-customer'));
	expect(nodeOf(connect, 'When a customer connects')['credentials']).toEqual({
		alleoN8nApi: KEY,
		nmbrsAppApi: { id: 'app-1', name: 'App' },
	});
	expect(connect.activeVersionId).toBe(connect.versionId);
	const afas = instance.workflow(instance.lineOf(again, 'connect-afas-customer'));
	expect(JSON.stringify(afas.nodes)).not.toContain('app-1');
});

test('an older workflow is upgraded, with what somebody changed in it', async () => {
	const old = past('disconnect-customer', 2);
	old.name = 'Klant weg';
	instance.n8n.installed.publish(old);
	const pressed = await instance.press();
	const line = instance.lineOf(pressed, 'disconnect-customer');
	expect(line).toMatchObject({ done: 'updated', published: true, issues: [] });
	expect(line.changes).toEqual(expect.arrayContaining(['upgraded', 'credential']));
	expect(instance.workflow(line)).toBe(old);
	expect(old.name).toBe('Klant weg');
	expect(JSON.stringify(old.nodes)).toContain('Template disconnect-customer, version 3');
	const desk = instance.workflow(instance.lineOf(pressed, 'alleo-desk'));
	expect(new Set(called(old))).toEqual(new Set([desk.id]));
	const before = structuredClone(old);
	const again = await instance.press();
	expect(old).toEqual(before);
	expect(again.changed).toBe(false);
});

test('one that cannot be upgraded, or is of a newer package, is named and left as it is', async () => {
	const at = (name: string, version: number): FakeWorkflow => {
		const made = byHand(name);
		for (const { parameters } of made.nodes) {
			const given = parameters as { content?: string };
			if (given.content === undefined) continue;
			given.content = given.content.replace(/version \d+$/, `version ${version}`);
		}
		return made;
	};
	// Of this template there was no version 1.
	const old = at('disconnect-customer', 1);
	const newer = at('dry-run', 5);
	const before = structuredClone([old, newer]);
	const pressed = await instance.press();
	expect([old, newer]).toEqual(before);
	const line = instance.lineOf(pressed, 'disconnect-customer');
	expect(line).toMatchObject({ done: 'left' });
	expect(line.issues[0]).toMatchObject({ code: 'SETUP_OLDER' });
	expect(line.issues.length).toBeGreaterThan(1);
	expect(instance.lineOf(pressed, 'dry-run')).toMatchObject({
		done: 'left',
		issues: [{ code: 'SETUP_NEWER' }],
	});
});

test('tables: a renamed one is made again, a missing column is added, rows stay', async () => {
	await instance.press();
	const { n8n } = instance;
	const log = [...n8n.tables.values()].find(({ name }) => name === 'Alleo run log');
	const invitations = [...n8n.tables.values()].find(({ name }) => name === 'alleo_invitations');
	if (log === undefined || invitations === undefined) throw new Error('no such table');
	log.name = 'Old log';
	invitations.columns.pop();
	invitations.rows.push({ id: 1, customer: 'A' });
	const again = await instance.press();
	expect(again.tables.find(({ name }) => name === 'Alleo run log')?.done).toBe('made');
	expect(again.tables.find(({ name }) => name === 'alleo_invitations')?.done).toBe('updated');
	expect(invitations.rows).toHaveLength(1);
	expect([...n8n.tables.values()].map(({ name }) => name)).toContain('Old log');
});
