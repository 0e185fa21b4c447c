import { INSTALLED } from '../../core/connect/installation/bundle';
import { shippedTemplates } from '../../nodes/CustomerSetup/upgrade/templates';
import { KEY, startInstance, WEBHOOKS, type Instance } from '../support/installation.mts';

/** Installation: Set Up. What is not there is made, once; what is there stays as somebody has it. */

let instance: Instance;
beforeEach(async () => {
	instance = await startInstance();
});
afterEach(async () => {
	await instance.close();
});

const SHIPPED = INSTALLED.filter((name) => shippedTemplates().some((one) => one.name === name));

test('an empty n8n gets every workflow and table, wired, tagged and published', async () => {
	const pressed = await instance.press();
	expect(pressed.issues).toEqual([]);
	expect(pressed.complete).toBe(true);
	const { n8n } = instance;
	expect(n8n.workflows).toHaveLength(SHIPPED.length + 1);
	for (const name of SHIPPED) {
		const line = instance.lineOf(pressed, name);
		expect(line).toMatchObject({ template: name, done: 'made', published: true, issues: [] });
		const made = instance.workflow(line);
		expect(made.active).toBe(true);
		expect(made.tags.map((tag) => tag.name)).toContain('Alleo');
		for (const node of made.nodes) {
			if (node['type'] !== 'n8n-nodes-alleo.customerConnect') continue;
			expect(node['credentials']).toEqual({ alleoN8nApi: KEY });
		}
		const form = made.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
		const address = form === undefined ? null : `${WEBHOOKS}/form/${String(form['webhookId'])}`;
		expect(line.form).toBe(address);
	}
	expect(pressed.tables.map(({ done }) => done)).toEqual(pressed.tables.map(() => 'made'));
	expect([...n8n.tables.values()].map(({ name }) => name).sort()).toEqual(
		[...pressed.tables.map(({ name }) => name), 'Alleo installation'].sort(),
	);
	expect(instance.own.active).toBe(true);
});

test('the desk leads to the page of plans at a path of its own, also to one that is made anew', async () => {
	const first = await instance.press();
	const pathOf = (): unknown => {
		const page = instance.n8n.installed.all.find(
			({ isArchived, nodes }) =>
				isArchived !== true && nodes.some(({ name }) => name === 'When a plan is opened'),
		);
		const hook = page?.nodes.find(({ name }) => name === 'When a plan is opened');
		return (hook?.['parameters'] as Record<string, unknown> | undefined)?.['path'];
	};
	const led = (): unknown => {
		const desk = instance.workflow(instance.lineOf(first, 'alleo-desk'));
		const node = desk.nodes.find(({ name }) => name === 'Desk');
		expect(node?.['credentials']).toEqual({ alleoN8nApi: KEY });
		return (node?.['parameters'] as Record<string, unknown>)['planPath'];
	};
	expect(pathOf()).toMatch(/^[0-9a-f-]{36}$/);
	expect(led()).toBe(pathOf());
	const before = pathOf();
	instance.workflow(instance.lineOf(first, 'plan-page')).isArchived = true;
	const again = await instance.press();
	expect(instance.lineOf(again, 'alleo-desk').changes).toContain('planPage');
	expect(pathOf()).not.toBe(before);
	expect(led()).toBe(pathOf());
});

test('pressed again, nothing is changed: not one request that writes, but for the lease', async () => {
	await instance.press();
	const before = structuredClone(instance.n8n.workflows);
	const from = instance.n8n.server.seen.length;
	const again = await instance.press();
	expect(again.changed).toBe(false);
	expect(instance.n8n.workflows).toEqual(before);
	const written = instance.n8n.server.seen
		.slice(from)
		.filter(({ method }) => method !== 'GET')
		.map(({ method, url }) => `${method} ${url.replace(/[?].*$/, '')}`);
	expect(written.every((line) => /^PATCH .*\/rows\/update$/.test(line))).toBe(true);
	expect(again.text).toContain('Alles was er al');
});

test('what somebody changed stays: names, credentials, switched off, tags taken off', async () => {
	const first = await instance.press();
	const connect = instance.workflow(instance.lineOf(first, 'connect-nmbrs-customer'));
	connect.name = 'Onze uitnodigingen';
	connect.tags = [];
	const own = { id: 'credential-9', name: 'Another key' };
	for (const node of connect.nodes) {
		if (node['type'] === 'n8n-nodes-alleo.customerConnect')
			node['credentials'] = { alleoN8nApi: own };
	}
	const dryRun = instance.workflow(instance.lineOf(first, 'dry-run'));
	instance.n8n.installed.unpublish(dryRun);
	const before = structuredClone(instance.n8n.workflows);
	const again = await instance.press();
	expect(instance.n8n.workflows).toEqual(before);
	expect(again.changed).toBe(false);
	expect(instance.lineOf(again, 'dry-run')).toMatchObject({
		done: 'kept',
		published: false,
		issues: [{ code: 'SETUP_SWITCHED_OFF' }],
	});
});

test('what was deleted or archived is made again; two of a kind are named, and neither is touched', async () => {
	const first = await instance.press();
	const { n8n } = instance;
	instance.workflow(instance.lineOf(first, 'dry-run')).isArchived = true;
	const disconnect = instance.workflow(instance.lineOf(first, 'disconnect-customer'));
	n8n.installed.add({ ...disconnect, name: 'A copy' });
	const before = structuredClone(n8n.workflows);
	const again = await instance.press();
	expect(n8n.workflows.slice(0, before.length)).toEqual(before);
	expect(n8n.workflows).toHaveLength(before.length + 1);
	expect(instance.lineOf(again, 'dry-run')).toMatchObject({ done: 'made', issues: [] });
	const line = instance.lineOf(again, 'disconnect-customer');
	expect(line).toMatchObject({ done: 'failed', issues: [{ code: 'SETUP_SEVERAL' }] });
	expect(line.workflows.map(({ name }) => name)).toEqual([disconnect.name, 'A copy']);
});

test('of two who press at once one is told to wait, and nothing is there twice', async () => {
	const both = await Promise.allSettled([instance.press(), instance.press(), instance.press()]);
	const refused = both.filter(({ status }) => status === 'rejected');
	expect(refused.length).toBeGreaterThan(0);
	for (const one of refused) {
		expect(String((one as PromiseRejectedResult).reason)).toMatch(/is setting up this n8n/);
	}
	expect(instance.n8n.workflows).toHaveLength(SHIPPED.length + 1);
	const again = await instance.press();
	expect(again.changed).toBe(false);
});

test('who comes while somebody is at it is told to wait; an installation that was killed ends', async () => {
	await instance.press();
	const lease = instance.n8n.rows().find((row) => row['key'] === 'lease');
	if (lease === undefined) throw new Error('no lease');
	const minutesAgo = (minutes: number): string =>
		new Date(Date.now() - minutes * 60_000).toISOString();
	Object.assign(lease, { holder: 'somebody', at: minutesAgo(2) });
	await expect(instance.press()).rejects.toThrow(/is setting up this n8n/);
	expect(lease['holder']).toBe('somebody');
	Object.assign(lease, { at: minutesAgo(11) });
	await instance.press();
	expect(lease['holder']).toBe('');
});

test('the answer of a creation is lost: what was made is taken, not made again', async () => {
	let lost = 0;
	instance.n8n.losing = (line) => line === 'POST /workflows' && lost++ === 0;
	const pressed = await instance.press();
	expect(pressed.complete).toBe(true);
	expect(instance.n8n.workflows).toHaveLength(SHIPPED.length + 1);
});

test('a key of another n8n makes nothing', async () => {
	await expect(instance.press({ own: 'of-another-n8n' })).rejects.toThrow(
		/does not see this workflow/,
	);
	await expect(instance.press({ own: '' })).rejects.toThrow(/not saved/);
	expect(instance.n8n.workflows).toHaveLength(1);
	expect(instance.n8n.tables.size).toBe(0);
});

test('a scope that is missing is named, and what does not need it is done', async () => {
	const { n8n } = instance;
	const all = [...n8n.scopes];
	n8n.scopes = all.filter(
		(scope) => !scope.startsWith('tag:') && !scope.startsWith('workflowTags'),
	);
	const pressed = await instance.press({ language: 'en' });
	expect(pressed.issues).toMatchObject([{ code: 'N8N_SCOPE_MISSING' }]);
	expect(pressed.text).toContain('tag:list is missing');
	expect(n8n.workflows).toHaveLength(SHIPPED.length + 1);
	n8n.scopes = all;
	const repaired = await instance.press();
	expect(repaired.issues).toEqual([]);
	expect(instance.lineOf(repaired, 'dry-run')).toMatchObject({
		done: 'updated',
		changes: ['tagged'],
	});
	n8n.scopes = all.filter((scope) => scope !== 'workflow:create');
	const dryRun = instance.workflow(instance.lineOf(repaired, 'dry-run'));
	n8n.workflows.splice(n8n.workflows.indexOf(dryRun), 1);
	const without = await instance.press();
	expect(instance.lineOf(without, 'dry-run')).toMatchObject({
		done: 'failed',
		issues: [{ code: 'N8N_SCOPE_MISSING' }],
	});
	expect(instance.lineOf(without, 'disconnect-customer').done).toBe('kept');
});
