import { isOffboarding } from '../support/offboarding.mts';
import type { PlanSummary } from '../../core/model/summary';
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
import type { Desk } from '../support/desk.mts';
import { syncFor } from '../support/sync.mts';

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

let desk: Desk;

async function engineOf(settings = {}): Promise<EngineRun> {
	const sync = await syncFor(sandbox, 'afas', settings, () => undefined, TYPES_OF.afas, tables);
	({ desk } = sync);
	return sync.engine;
}

const log = (): RunRecord[] => tables.rows(RUN_LOG_TABLE) as unknown as RunRecord[];

interface Row {
	row_id: string;
	action: string;
}

/** What a person types where a guard tripped; ignored elsewhere. */
const offboardings = (rows: Row[]): string => String(rows.filter(isOffboarding).length);

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
	await desk.stopped({
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
	expect(desk.runs.every((one) => executed(one, 'Save to run log'))).toBe(true);
	expect(log()).toEqual([]);
});

test('a desk that cannot be called stops nothing, and its log counts as unreadable', async () => {
	const engine = await engineOf();
	desk.unusable = true;
	const run = await engine.start(NODE.dryRun);
	expect(run.data.resultData.error).toBeUndefined();
	expect(run.status).toBe('waiting');
	const [summary] = outputOf<PlanSummary>(run, NODE.compare, 2);
	expect(summary?.notices.map(({ code }) => code)).toContain('RUN_LOG_UNREADABLE');
	const rows = outputOf<Row & object>(run, NODE.compare);
	await answerPage(engine, { decision: 'approve', offboardings: offboardings(rows) });
	expect(sandbox.alleo.log.writes.length).toBeGreaterThan(5);
	expect(log()).toEqual([]);
});

test('a desk that answers with nothing does not end the run: its log counts as unreadable', async () => {
	const engine = await engineOf();
	desk.silent = true;
	const run = await engine.start(NODE.dryRun);
	expect(run.status).toBe('waiting');
	const [summary] = outputOf<PlanSummary>(run, NODE.compare, 2);
	expect(summary?.notices.map(({ code }) => code)).toContain('RUN_LOG_UNREADABLE');
});

test('a dry run that somebody asked for by form sends no message, and decides in that name', async () => {
	const engine = await engineOf();
	const run = await engine.start(NODE.dryRun, { asked_by: 'Sanne Support (sanne@example.org)' });
	expect(run.status).toBe('waiting');
	const [answer] = outputOf<{ link: string }>(run, NODE.plan);
	expect(answer?.link).toContain('/webhook-waiting/1?signature=resume-token');
	expect(desk.told().filter(({ kind }) => kind === 'planWaits')).toEqual([]);
	expect(log()).toMatchObject([{ mode: 'dryRun', state: 'waiting' }]);

	const rows = outputOf<Row & object>(run, NODE.compare);
	const typed = { approver: 'Iemand Anders', offboardings: offboardings(rows) };
	const page = await answerPage(engine, { decision: 'approve', ...typed });
	expect(page).toContain('Sanne Support (sanne@example.org)');
	expect(page).not.toContain('name="approver"');
	expect(log()).toMatchObject([{ approver: 'Sanne Support (sanne@example.org)' }]);
});

test('a dry run from the editor asks for a name, and sends the link', async () => {
	const engine = await engineOf();
	await engine.start(NODE.dryRun);
	const [waits] = desk.told().filter(({ kind }) => kind === 'planWaits');
	expect(waits?.link).toContain('/webhook-waiting/1?signature=resume-token');
	expect(waits?.text).toContain(waits?.link);
	const { page } = await engine.request('GET');
	expect(page).toContain('name="approver"');
});

test('a run that was cut is found by the next one, said once, and has an end', async () => {
	const engine = await engineOf({ approval: 'whenGuardTrips' });
	await engine.start(NODE.dryRun);
	desk.told();
	// Killed while it read: nobody could write its end.
	const began = { mode: 'daily', started_at: '2026-01-05T03:00:00.000Z' };
	Object.assign(log()[0] ?? {}, { state: 'started', ...began });
	await engine.start(NODE.dryRun);
	const said = desk.told().filter(({ kind }) => kind === 'cut');
	expect(said).toHaveLength(1);
	expect(said[0]?.text).toMatch(/5 januari 2026 04:00.*RUN_CUT/s);
	expect(log()[0]).toMatchObject({ run: '1', state: 'failed', problems: 'trigger: RUN_CUT' });
	await engine.start(NODE.dryRun);
	expect(desk.told().filter(({ kind }) => kind === 'cut')).toEqual([]);
});

test('a part of a run in the editor is no failure: nobody is told, and it is not the end of a run', async () => {
	const engine = await engineOf({ approval: 'whenGuardTrips' });
	await engine.start(NODE.dryRun);
	desk.told();
	// "Execute previous nodes" of a node before the plan: the desk heard of its start alone.
	Object.assign(log()[0] ?? {}, { state: 'started', started_at: '2026-01-05T03:00:00.000Z' });
	await engine.start(NODE.dryRun);
	expect(desk.told().filter(({ kind }) => ['cut', 'worksAgain'].includes(kind))).toEqual([]);
	expect(log()[0]).toMatchObject({ run: '1', state: 'part', problems: '' });
});

test('data of another run that is pinned to "Desk: start" changes no row of that run', async () => {
	const engine = await engineOf();
	await engine.start(NODE.dryRun);
	const before = structuredClone(log()[0]);
	const own = { event: 'plan', workflow: 'workflow', run: '77', start: before };
	await desk.call({ ...own, mode: 'dryRun', source: 'nmbrs', settings: {}, items: [] });
	expect(log()[0]).toEqual(before);
	expect(log().at(-1)).toMatchObject({ run: '77', state: 'started' });
});
