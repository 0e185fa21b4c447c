import type { RunRecord } from '../../core/runLog/columns';
import { RUN_LOG_TABLE } from '../../core/runLog/columns';
import { readForm } from '../../sandbox/demo/approvalPage.mts';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import { NODE } from '../../sandbox/demo/template.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import { answerPage } from '../support/answerPage.mts';
import { DataTables } from '../support/dataTable.mts';
import { executed, outputOf } from '../support/engine.mts';
import type { EngineRun } from '../support/engine.mts';
import { engineFor } from '../support/sync.mts';

/** The run log of the daily templates, through n8n's own engine: what stands in the table afterwards. */

let sandbox: Sandbox;
let tables: DataTables;

beforeEach(async () => {
	sandbox = await startSandbox({ employees: 60 });
	tables = new DataTables();
});

afterEach(async () => {
	await sandbox.close();
});

const engineOf = (settings = {}): Promise<EngineRun> =>
	engineFor(sandbox, 'afas', settings, () => undefined, TYPES_OF.afas, tables);

const log = (): RunRecord[] => tables.rows(RUN_LOG_TABLE) as unknown as RunRecord[];

interface Row {
	row_id: string;
	action: string;
}

/** What a person types where a guard tripped; ignored elsewhere. */
const offboardings = (rows: Row[]): string =>
	String(rows.filter(({ action }) => action === 'deactivate').length);

test('one row for a run, from its start on, on an instance without any table', async () => {
	const engine = await engineOf();
	const run = await engine.start(NODE.dryRun);
	expect(log()).toMatchObject([
		{ run: '1', workflow: 'workflow', mode: 'dryRun', source: 'afas', state: 'waiting' },
	]);
	expect(log()[0]?.customer).toBe('Voorbeeld Zorg');
	const rows = outputOf<Row & object>(run, NODE.compare);
	await answerPage(engine, { decision: 'approve', offboardings: offboardings(rows) });
	expect(log()).toHaveLength(1);
	const [record] = log();
	expect(record).toMatchObject({ state: 'applied', decision: 'approved', failed: 0 });
	expect(record?.approver).toBe('Anke Voorbeeld');
	expect(record?.signatures?.split(' ').length).toBeGreaterThan(5);
	expect(record?.duration_seconds).toBeGreaterThanOrEqual(0);

	// The next day nothing changes: a second row says so.
	await engine.start(NODE.schedule);
	expect(log().map(({ run: id, mode }) => [id, mode])).toEqual([
		['1', 'dryRun'],
		['2', 'daily'],
	]);
});

test('rejected and expired plans, and a stopped run, each have their row', async () => {
	const engine = await engineOf();
	await engine.start(NODE.dryRun);
	await answerPage(engine, { decision: 'reject', comment: 'Nee' });
	await engine.start(NODE.dryRun);
	await engine.expire();
	await engine.start(NODE.dryRun);
	const error = { message: 'Alleo did not answer.', description: 'Try again. (UNAVAILABLE)' };
	await engine.start('When a run stops', {
		execution: { id: '3', lastNodeExecuted: 'Read Alleo accounts', error },
		workflow: { id: 'workflow', name: 'x' },
	});
	expect(log()).toMatchObject([
		{ run: '1', state: 'rejected', comment: 'Nee' },
		{ run: '2', state: 'expired', approver: null },
		{ run: '3', state: 'failed', problems: 'Read Alleo accounts: UNAVAILABLE', mode: 'dryRun' },
	]);
});

test('the second plan marks what was seen, and ticks what was left out until a day', async () => {
	const engine = await engineOf({ approval: 'whenGuardTrips' });
	const first = await engine.start(NODE.dryRun);
	const rows = outputOf<Row & object>(first, NODE.compare);
	const left = rows.find(({ action }) => action === 'deactivate')?.row_id ?? '';
	const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
	const page = await answerPage(engine, {
		decision: 'approve',
		offboardings: offboardings(rows),
		excluded: [left],
		[`reason:${left}`]: 'Blijft nog even',
		[`until:${left}`]: until,
	});
	expect(page).not.toMatch(/Eerder gezien|Nieuw sinds/);

	// By the schedule, and no guard tripped: still a person decides while an exclusion is remembered.
	const second = await engine.start(NODE.schedule);
	expect(second.status).toBe('waiting');
	expect(log()[1]).toMatchObject({ run: '2', mode: 'daily', remembered: 1 });
	const again = await engine.request('GET');
	expect(again.page).toContain('Eerder gezien');
	expect(again.page).toContain('Blijft nog even');
	const ticked = readForm(again.page).values.filter(([name]) => name === 'excluded');
	expect(ticked).toHaveLength(1);
	const deactivated = sandbox.alleo.log.writes.length;
	const remaining = outputOf<Row & object>(second, NODE.compare);
	await answerPage(engine, { decision: 'approve', offboardings: offboardings(remaining) });
	expect(sandbox.alleo.log.writes).toHaveLength(deactivated);
	expect(log()[1]).toMatchObject({ decision: 'approved', excluded: 1 });
});

test('where Data Tables cannot be used, the sync runs all the same', async () => {
	tables.unusable = true;
	const engine = await engineOf();
	const run = await engine.start(NODE.dryRun);
	expect(run.data.resultData.error).toBeUndefined();
	expect(run.status).toBe('waiting');
	const rows = outputOf<Row & object>(run, NODE.compare);
	await answerPage(engine, { decision: 'approve', offboardings: offboardings(rows) });
	expect(sandbox.alleo.log.writes.length).toBeGreaterThan(5);
	expect(executed(run, 'Save to run log')).toBe(true);
	expect(log()).toEqual([]);
});

test('a dry run by form shows the link to whoever logged in, and decides in that name', async () => {
	const engine = await engineOf();
	const user = { id: 'u1', email: 'sanne@example.org', firstName: 'Sanne', lastName: 'Support' };
	const run = await engine.start('Dry run by form', { user });
	expect(run.status).toBe('waiting');
	const [shown] = outputOf<{ message: string }>(run, 'Show the link');
	expect(shown?.message).toContain('/webhook-waiting/1?signature=resume-token');
	expect(executed(run, NODE.message)).toBe(false);
	expect(log()).toMatchObject([{ mode: 'dryRun', state: 'waiting' }]);

	const rows = outputOf<Row & object>(run, NODE.compare);
	const typed = { approver: 'Iemand Anders', offboardings: offboardings(rows) };
	const page = await answerPage(engine, { decision: 'approve', ...typed });
	expect(page).toContain('Sanne Support (sanne@example.org)');
	expect(page).not.toContain('name="approver"');
	expect(log()).toMatchObject([{ approver: 'Sanne Support (sanne@example.org)' }]);
});
