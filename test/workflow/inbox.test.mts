import { withDesk } from '../../core/connect/templates/desk';
import { Workflow as ConnectWorkflow } from '../../core/connect/templates/workflow';
import { settle } from '../../core/approval/inbox/settle';
import type { GivenAnswer } from '../../core/approval/inbox/settle';
import { InboxRow } from '../../core/approval/inbox/row';
import type { PlanRow } from '../../core/model/plan';
import type { PlanSummary } from '../../core/model/summary';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import {
	bindCredentials,
	customerWorkflow,
	NODE,
	nodeOf,
	readWorkflow,
} from '../../sandbox/demo/template.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import { SIGNING_KEY } from '../support/connectSite.mts';
import { DataTables, dataTableNode } from '../support/dataTable.mts';
import { Desk, DESK_ID } from '../support/desk.mts';
import { outputOf } from '../support/engine.mts';
import type { EngineRun } from '../support/engine.mts';
import { FakeN8n } from '../support/fakeN8n.mts';
import { bindingsOf, engineOf } from '../support/sync.mts';

/** Question, answer and the run after it, through n8n's own engine: daily template, desk and inbox. */

const SYSTEM = 'afas';
const N8N = 'alleoN8nApi';

let sandbox: Sandbox;
let n8n: FakeN8n;

beforeEach(async () => {
	sandbox = await startSandbox({ employees: 60, systems: [SYSTEM] });
	n8n = await FakeN8n.start();
});

afterEach(async () => {
	await sandbox.close();
	await n8n.server.close();
});

/** A customer whose values nobody has routed, and the desk with its credential of this n8n. */
async function customer(): Promise<EngineRun> {
	const doubles = { 'n8n-nodes-base.dataTable': dataTableNode(new DataTables()) };
	const template = await readWorkflow('alleo-desk');
	bindCredentials(template, bindingsOf([N8N]));
	const { apiKey, url: baseUrl } = n8n;
	const data = { baseUrl, apiKey, signingKey: SIGNING_KEY };
	const deskEngine = await engineOf(sandbox, template, [], doubles, DESK_ID, {
		[N8N]: { type: N8N, data },
	});
	const inputs = nodeOf(template, 'When a workflow calls').parameters['workflowInputs'] as {
		values: Array<{ name: string }>;
	};
	const desk = new Desk(
		deskEngine,
		inputs.values.map(({ name }) => name),
	);
	const types = TYPES_OF[SYSTEM];
	const daily = await customerWorkflow(SYSTEM, bindingsOf(types));
	nodeOf(daily, NODE.settings).parameters['routing'] = { routes: [] };
	const called = {
		...daily,
		...withDesk(ConnectWorkflow.parse(daily), DESK_ID),
	} as unknown as Workflow;
	return await engineOf(sandbox, called, types, {
		...doubles,
		'n8n-nodes-base.executeWorkflow': desk.caller(),
	});
}

interface Seen {
	rows: PlanRow[];
	summary: PlanSummary | undefined;
	companies: number[];
}

async function dryRun(engine: EngineRun): Promise<Seen> {
	const run = await engine.start(NODE.dryRun);
	const accounts = outputOf<{ company_id: number }>(run, 'Read Alleo accounts');
	return {
		rows: outputOf<PlanRow>(run, NODE.compare, 0),
		summary: outputOf<PlanSummary>(run, NODE.compare, 2)[0],
		companies: [...new Set(accounts.map(({ company_id: id }) => id))],
	};
}

const unrouted = ({ rows }: Seen): Array<string | null> =>
	rows
		.filter(({ reason }) => reason.code === 'FILTER_UNROUTED')
		.map(({ external_id: id }) => id)
		.sort();

/** As the page keeps it. */
function answer(value: string, given: GivenAnswer): void {
	const row = n8n.rows().find((one) => one['value'] === value);
	if (row === undefined) throw new Error(`"${value}" was not asked`);
	Object.assign(row, settle(InboxRow.parse(row), given, 'Sanne Support', '2026-11-28T12:00:00Z'));
}

const withFilter = (value: string): string[] =>
	sandbox.world[SYSTEM].people
		.filter(({ extraFields }) => extraFields.alleo_filter === value)
		.map(({ externalId }) => externalId);

test('people without a route are a few questions; an answer settles them in the next run', async () => {
	const engine = await customer();
	const first = await dryRun(engine);
	const held = unrouted(first);
	expect(held.length).toBeGreaterThan(10);
	expect(n8n.rows().map(({ value }) => value)).toEqual(
		expect.arrayContaining(['zorg', 'techniek']),
	);
	expect(first.companies).toEqual([51]);
	const names = n8n.rows().flatMap(({ choices }) => JSON.parse(String(choices)) as unknown[]);
	expect(JSON.stringify(names)).toContain('"target":"52"');

	answer('zorg', { answer: 'map', target: '51' });
	answer('techniek', { answer: 'map', target: '52' });
	const second = await dryRun(engine);
	const settled = new Set([...withFilter('zorg'), ...withFilter('techniek')]);
	expect(unrouted(second)).toEqual(held.filter((id) => !settled.has(id ?? '')));
	// The company that only an answer names is read too, so that nobody there looks new.
	expect(second.companies).toEqual([51, 52]);
	expect(second.summary?.notices.map(({ code }) => code)).not.toContain('INBOX_NOT_READ');
});

test('an inbox that cannot be asked holds nobody’s run up, and is told in the plan', async () => {
	const engine = await customer();
	n8n.broken = 403;
	const { summary, rows } = await dryRun(engine);
	expect(rows.length).toBeGreaterThan(0);
	expect(summary?.notices.map(({ code }) => code)).toContain('INBOX_NOT_READ');
});
