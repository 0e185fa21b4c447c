import { startRecord } from '../../core/runLog/record';
import { readFleet } from '../../core/runLog/fleet/facts';
import { fleetLines, reasonsOf } from '../../core/runLog/fleet/rule';
import { withSettings } from '../../core/connect/templates/settings';
import { Workflow, WorkflowNode } from '../../core/connect/templates/workflow';
import { connected, invitationRow, runSetup } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { KeptWorkflow, N8nStandIn } from '../support/n8nApi.mts';
import { readWorkflow } from '../support/templates.mts';

/** Integration: Get Many, with state: everything that the fleet page, the watchdog and the digest judge by. */

const LIMITS = { noSuccessHours: 26, undecidedHours: 12 };
const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

let n8n: N8nStandIn;
beforeEach(async () => {
	n8n = await startN8nApi();
});
afterEach(async () => {
	await n8n.server.close();
});

let rows = 0;
function log(workflow: string, state: string, hours: number, changes: object = {}): void {
	n8n.runLog ??= [];
	const at = ago(hours);
	const record = startRecord({
		run: String(++rows),
		workflow,
		customer: 'Bakkerij Van Dijk',
		source: 'nmbrs',
		mode: 'daily',
		referenceDate: at.slice(0, 10),
		remembered: 0,
		version: '0.1.0',
		now: at,
	});
	n8n.runLog.push({ id: rows, ...record, state, finished_at: at, ...changes });
}

/** A customer that is connected, with its workflow, its credentials and its invitation. */
function customer(): { id: string } {
	const template = Workflow.parse(readWorkflow('nmbrs-daily-sync'));
	const own = withSettings(template, { customer_name: 'Bakkerij Van Dijk' });
	const { credentials } = connected();
	const nodes = own.nodes.map((node) =>
		node.type === 'n8n-nodes-alleo.nmbrs' ? { ...node, credentials } : node,
	);
	n8n.workflows.set('w1', {
		...{ id: 'w1', name: 'Bakkerij Van Dijk', active: false, isArchived: false },
		...{ settings: {}, published: null, connections: own.connections, nodes },
	});
	n8n.invitations = [{ id: 1, ...invitationRow({ connection: JSON.stringify(connected()) }) }];
	return { id: 'w1' };
}

const keep = (id: string, changes: Partial<KeptWorkflow>): void => {
	const kept = n8n.workflows.get(id);
	if (kept !== undefined) Object.assign(kept, changes);
};

/** A workflow of this package as it stands in an n8n. */
function have(template: string, id: string, active = true): void {
	const { name, nodes, connections } = readWorkflow(template);
	n8n.workflows.set(id, {
		...{ id, name, active, isArchived: false, settings: {}, published: null },
		// n8n gives a form without an address one when it is saved.
		nodes: nodes.map((node) => ({ webhookId: `hook-${id}`, ...node })),
		connections,
	});
}

const state = async (parameters: object = {}) =>
	(await runSetup(n8n, 'getAll', { customerName: '', withState: true, ...parameters })).items;

const asked = (): string[] =>
	n8n.server.seen
		.map(({ url }) => decodeURIComponent(url.replaceAll('+', ' ')))
		.filter((url) => url.includes('/data-tables/t2/rows'));

test('what it gives is what the rule reads, and without state nothing changed', async () => {
	const { id } = customer();
	keep(id, { active: true, updatedAt: ago(48) });
	n8n.credentials.set('oauth1', {
		...{ id: 'oauth1', name: 'NMBRS', type: 'nmbrsOAuth2Api' },
		...{ createdAt: ago(900), updatedAt: ago(4) },
	});
	log(id, 'applied', 3);
	const [item] = await state();
	expect(item).toMatchObject({
		workflow_id: id,
		template: 'nmbrs-daily-sync',
		template_version: 5,
		newest_version: null,
		monthly: false,
		published: true,
		runs: [{ workflow: id, state: 'applied' }],
	});
	expect(item?.['credentials']).toEqual([
		expect.objectContaining({ id: 'oauth1', exists: true, given_at: '2026-11-28T04:00:00.000Z' }),
		expect.objectContaining({ id: 'token1', exists: false, created_at: null, changed_at: null }),
	]);
	const [fact] = readFleet([item]);
	expect(reasonsOf(fact!, LIMITS, Date.now())).toEqual([]);
	const { items } = await runSetup(n8n, 'getAll', { customerName: '' });
	expect(items).toHaveLength(1);
	expect(items[0]).not.toHaveProperty('runs');
});

test('a run log that does not exist yet, and invitations that do not, are nothing known', async () => {
	const { id } = customer();
	n8n.invitations = null;
	const [item] = await state();
	expect(item).toMatchObject({ workflow_id: id, runs: [] });
	expect(item?.['credentials']).toEqual(
		expect.arrayContaining([expect.objectContaining({ given_at: null })]),
	);
});

test('one query for the last days; of a workflow without a good run in them its newest rows', async () => {
	const { id } = customer();
	for (let day = 40; day > 12; day--) log(id, 'applied', day * 24);
	log(id, 'failed', 50, { problems: 'Read: NETWORK' });
	for (let other = 0; other < 600; other++) log('other', 'applied', 100 - other / 100);
	const items = await state();
	const [item] = items;
	const runs = item?.['runs'] as Array<{ state: string }>;
	expect(runs).toHaveLength(29);
	expect(runs.at(-1)).toMatchObject({ state: 'failed' });
	const queries = asked();
	// Three pages of the last days, and one for the workflow.
	expect(queries).toHaveLength(4);
	expect(queries.filter((url) => url.includes('"columnName":"workflow"'))).toHaveLength(1);
	const [fact] = readFleet([item]);
	expect(reasonsOf(fact!, LIMITS, Date.now()).map(({ code }) => code)).toContain('failing');
	// Runs of a workflow that this key does not list go along.
	expect(items.length).toBe(1 + 600);
	expect(items.at(-1)).toMatchObject({ workflow: 'other' });
});

test('a run that never started has an end only, and is seen', async () => {
	const { id } = customer();
	keep(id, { active: true });
	log(id, 'applied', 30);
	log(id, 'failed', 2, { started_at: null, problems: 'trigger' });
	const [fact] = readFleet(await state());
	expect(fact?.runs.map(({ state: one }) => one)).toEqual(['failed', 'applied']);
});

test('of the counts only those that say who is held now; no large column comes along', async () => {
	const { id } = customer();
	const counts = (since: string) =>
		JSON.stringify({ source: 1, holds: [{ external_id: 'nmbrs-1', since }] });
	const large = { signatures: 'x'.repeat(1000), exclusions: '[]', comment: 'said so' };
	log(id, 'applied', 30, { counts: counts('2026-01-01'), ...large });
	log(id, 'applied', 3, { counts: counts('2026-01-02'), ...large });
	const [item] = await state();
	const text = JSON.stringify(item);
	expect(text).toContain('2026-01-02');
	expect(text).not.toContain('2026-01-01');
	for (const word of ['signatures', 'exclusions', 'comment']) expect(text).not.toContain(word);
});

test('the pages of the next steps: forms that are published, with the customer filled in', async () => {
	const { id } = customer();
	have('connect-nmbrs-customer', 'c1');
	have('support-bundle', 'b1');
	have('fleet', 'f1', false);
	const [item] = await state();
	expect(item).toMatchObject({
		invite_url: expect.stringMatching(
			/^https:\/\/n8n\.example\.com\/form\/[\w-]+\?customer=Bakkerij%20Van%20Dijk$/,
		),
		bundle_url: expect.stringMatching(new RegExp(`/form/[\\w-]+\\?workflow=${id}$`)),
		upgrade_url: '',
	});
	keep('c1', { active: false });
	const [again] = await state();
	expect(again?.['invite_url']).toBe('https://n8n.example.com/workflow/c1');
});

test('a plan that waits is led to by its permanent address, made of its id; no other row has one', async () => {
	const { id } = customer();
	have('plan-page', 'p1');
	log(id, 'waiting', 2, { plan_id: 'plan-1', finished_at: null });
	log(id, 'applied', 30, { plan_id: 'plan-0' });
	const address = /^https:\/\/n8n\.example\.com\/webhook\/alleo-plan\?plan=plan-1&sig=[\w-]{43}$/;
	const [item] = await state();
	const found = item?.['runs'] as Array<Record<string, unknown>>;
	expect(found.flatMap(({ plan_url: url }) => url ?? [])).toEqual([expect.stringMatching(address)]);
	const [fact] = readFleet([item]);
	if (fact === undefined) throw new Error('no customer');
	const waits = reasonsOf(fact, LIMITS, Date.now()).find(({ code }) => code === 'waiting');
	expect(waits?.plan).toMatch(address);
	keep('p1', { active: false });
	expect(JSON.stringify(await state())).not.toContain('plan_url');
});

/** The budget workflow beside the daily sync, with this schedule. */
function budgets(expression: string): void {
	have('nmbrs-budgets', 'b1');
	const kept = n8n.workflows.get('b1');
	const nodes = (kept?.nodes ?? []).map((node) =>
		node.type === 'n8n-nodes-base.scheduleTrigger'
			? { ...node, parameters: { rule: { interval: [{ field: 'cronExpression', expression }] } } }
			: node,
	);
	const { nodes: named } = withSettings(
		{ nodes: nodes.map((node) => WorkflowNode.parse(node)) },
		{ customer_name: 'Bakkerij Van Dijk' },
	);
	keep('b1', { nodes: named });
}

test.each([
	['0 6 26 * *', true],
	['0 6 * * *', false],
])(
	'a budget workflow (%s) is late by its own schedule, and is no daily sync',
	async (cron, monthly) => {
		customer();
		budgets(cron);
		log('b1', 'applied', 24 * 5, { mode: monthly ? 'monthly' : 'daily' });
		const items = await state();
		const own = items.find(({ workflow_id: id }) => id === 'b1');
		expect(own).toMatchObject({ monthly, template: 'nmbrs-budgets', newest_version: null });
		const [fact] = readFleet([own]);
		const codes = reasonsOf(fact!, LIMITS, Date.now()).map(({ code }) => code);
		expect(codes.includes('noSuccess')).toBe(!monthly);
		// One customer, one line, whatever workflows it has.
		expect(fleetLines(readFleet(items), LIMITS, Date.now())).toHaveLength(1);
		// By its name the daily sync is meant.
		const { items: dry } = await runSetup(n8n, 'getAll', { customerName: 'Bakkerij Van Dijk' });
		expect(dry.map(({ workflow_id: id }) => id).sort()).toEqual(['b1', 'w1']);
	},
);

test('a newer invitation says when the access was given', async () => {
	customer();
	const connection = JSON.stringify(connected({ connected_at: '2026-11-29T04:00:00.000Z' }));
	n8n.invitations?.push({ id: 9, ...invitationRow({ invitation: 'inv-2', connection }) });
	const altered = JSON.stringify(connected({ connected_at: '2027-01-01T00:00:00.000Z' }));
	n8n.invitations?.push({
		...{ id: 10, ...invitationRow({ invitation: 'inv-3', connection }) },
		connection: altered,
	});
	const [item] = await state();
	expect(item?.['credentials']).toEqual(
		expect.arrayContaining([expect.objectContaining({ given_at: '2026-11-29T04:00:00.000Z' })]),
	);
});

test('workflows of before version 3 are behind, in the words of the page too', async () => {
	const { id } = customer();
	const kept = n8n.workflows.get(id);
	keep(id, {
		nodes: (kept?.nodes ?? []).filter(({ type }) => type !== 'n8n-nodes-base.stickyNote'),
	});
	const items = await state();
	expect(items[0]).toMatchObject({ template: null, template_version: null, newest_version: 5 });
	const lines = fleetLines(readFleet(items), LIMITS, Date.now());
	expect(lines[0]?.reasons.map(({ code }) => code)).toContain('behind');
});

test('a key that may not read the log is told so', async () => {
	customer();
	n8n.runLog = [];
	n8n.refuse.set('GET /rows', 403);
	await expect(state()).rejects.toMatchObject({
		context: { issue: 'N8N_SCOPE_MISSING' },
	});
});
