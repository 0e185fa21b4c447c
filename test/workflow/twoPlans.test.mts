import { isOffboarding } from '../support/offboarding.mts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Workflow as ConnectWorkflow } from '../../core/connect/templates/workflow';
import type { PlanRow } from '../../core/model/plan';
import type { PlanSummary } from '../../core/model/summary';
import { RUN_LOG_TABLE } from '../../core/runLog/columns';
import type { RunRecord } from '../../core/runLog/columns';
import { readDetails } from '../../core/runLog/details';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { NODE } from '../../sandbox/demo/template.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import type { System } from '../../sandbox/world/types.mts';
import { answerPage } from '../support/answerPage.mts';
import { DataTables } from '../support/dataTable.mts';
import { executed, outputOf } from '../support/engine.mts';
import type { EngineRun } from '../support/engine.mts';
import { ROOT } from '../support/paths.mts';
import { setUpAs } from '../support/oldSync.mts';
import type { Desk } from '../support/desk.mts';
import { syncFor } from '../support/sync.mts';

/** A reading that makes two plans, through n8n's own engine: what waits, and what goes on meanwhile. */

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

async function engineOf(
	system: System,
	change: (workflow: Workflow) => void = () => undefined,
): Promise<EngineRun> {
	const settings = { approval: 'whenGuardTrips' };
	const sync = await syncFor(sandbox, system, settings, change, TYPES_OF[system], tables);
	({ desk } = sync);
	return sync.engine;
}

/** What the schedule was called before the desk. */
const OLD_SCHEDULE = 'Every day at 04:00';

/** Before there were two plans, and before the desk: with a log and messages of its own. */
const VERSIONS = ['version 1', 'version 2'] as const;

/** A workflow that a customer saved then, with their credentials and settings. */
const saved = (system: System, version: (typeof VERSIONS)[number]) => (workflow: Workflow) => {
	const file = `workflows/past/${system}-daily-sync.v${version.at(-1)}.json`;
	const old = ConnectWorkflow.parse(JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')));
	const { nodes, connections } = setUpAs(old, workflow);
	Object.assign(workflow, { nodes, connections });
};

const log = (): RunRecord[] => tables.rows(RUN_LOG_TABLE) as unknown as RunRecord[];
const recordOf = (run: string): RunRecord => {
	const [record, ...more] = log().filter((row) => row.run === run);
	expect(more).toEqual([]);
	if (record === undefined) throw new Error(`No record ${run}`);
	return structuredClone(record);
};

type Run = Awaited<ReturnType<EngineRun['start']>>;

const rowsOf = (run: Run, output: 0 | 1): PlanRow[] => outputOf<PlanRow>(run, NODE.compare, output);

const writes = (): number => sandbox.alleo.log.writes.length;

const offboardings = (rows: readonly PlanRow[]): string =>
	String(rows.filter(isOffboarding).length);

describe.each(['nmbrs', 'afas'] as const)('the %s template', (system) => {
	test('what is usual is applied and logged while the rest waits; approved later, with one left out', async () => {
		const engine = await engineOf(system);
		await engine.start(NODE.dryRun);
		await desk.stopped({
			execution: { id: '1', lastNodeExecuted: 'Read', error: { message: 'x' } },
			workflow: { id: 'workflow', name: 'x' },
		});
		const run = await engine.start(NODE.schedule);
		expect(run.status).toBe('waiting');
		const [waits, goes] = [rowsOf(run, 0), rowsOf(run, 1)];
		expect(waits.some(({ action }) => action === 'deactivate')).toBe(true);
		expect(goes.length).toBeGreaterThan(2);
		expect(goes.some(({ action }) => action === 'deactivate' || action === 'hold')).toBe(false);

		// Both records are there before anybody decides; nothing that waits was written.
		const ready = recordOf('2:ready');
		expect(ready).toMatchObject({
			state: 'applied',
			decision: null,
			failed: 0,
			plan_status: 'ready',
		});
		expect(ready.applied).toBe(goes.length);
		expect(ready.to_deactivate).toBe(0);
		const parts = readDetails(ready.counts)?.applied ?? [];
		expect(parts.reduce((sum, { people }) => sum + people, 0)).toBe(goes.length);
		const arrives = waits.filter(({ action }) => action === 'create').length;
		expect(recordOf('2')).toMatchObject({ state: 'waiting', to_create: arrives, applied: null });
		const told = desk.told();
		expect(told.filter(({ kind }) => kind === 'worksAgain')).toHaveLength(1);
		const message = told.find(({ kind, text }) => kind === 'planWaits' && text.includes('/2?'));
		expect(message?.text).toContain('Wat er los van staat gaat door zonder besluit: ');
		const written = writes();

		const [left] = waits.filter(({ action }) => action === 'deactivate');
		const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
		await answerPage(engine, {
			decision: 'approve',
			offboardings: offboardings(waits),
			excluded: [left?.row_id],
			[`reason:${left?.row_id}`]: 'Blijft nog even',
			[`until:${left?.row_id}`]: until,
		});
		expect(writes()).toBeGreaterThan(written);
		expect(recordOf('2')).toMatchObject({ state: 'applied', decision: 'approved', excluded: 1 });
		expect(recordOf('2:ready')).toEqual(ready);
		expect(log().map(({ run: id }) => id)).toEqual(['1', '2', '2:ready']);
		// It was said that it works again; the part that was decided later does not say it once more.
		const after = desk.told();
		expect(after.map(({ kind }) => kind)).toEqual(['done']);
		expect(after[0]?.text).toContain('Overgeslagen bij het goedkeuren: 1.');
		// Who was held or left out is no change that was not carried out.
		expect(after[0]?.text).not.toContain('Niet doorgevoerd');

		// The next run: the one that was left out is asked about, and nothing else a second time.
		const next = await engine.start(NODE.schedule);
		expect(rowsOf(next, 1)).toEqual([]);
		const again = rowsOf(next, 0).filter(({ action }) => action !== 'hold');
		expect(again.map(({ external_id }) => external_id)).toEqual([left?.external_id]);
		expect(outputOf<PlanSummary>(next, NODE.compare, 2)).toMatchObject([
			{ needs_approval_because: ['LEFT_OUT_BEFORE'] },
		]);
		const held = rowsOf(next, 0).filter(({ action }) => action === 'hold');
		expect(held.map(({ evidence }) => evidence['held_since'])).toEqual(
			held.map(() => outputOf<PlanSummary>(run, NODE.compare, 2)[0]?.reference_date),
		);
		// Who is held was said by the first run, with since when.
		expect(desk.told().filter(({ kind }) => kind === 'held')).toEqual([]);
		expect(told.find(({ kind }) => kind === 'held')?.text).toMatch(
			/, sinds \d{1,2} [a-z]{3} \d{4}$/m,
		);
	});

	test.each(VERSIONS)('a workflow of %s of the template applies and logs both', async (version) => {
		const engine = await engineOf(system, saved(system, version));
		const run = await engine.start(OLD_SCHEDULE);
		expect(run.status).toBe('waiting');
		const [waits, goes] = [rowsOf(run, 0), rowsOf(run, 1)];
		expect(goes.length).toBeGreaterThan(2);
		await answerPage(engine, { decision: 'approve', offboardings: offboardings(waits) });
		expect(recordOf('1')).toMatchObject({ state: 'applied', decision: 'approved' });
		expect(recordOf('1')).toMatchObject({ approver: 'Anke Voorbeeld', failed: 0 });
		expect(recordOf('1:ready')).toMatchObject({
			state: 'applied',
			decision: null,
			applied: goes.length,
		});
		expect(log()).toHaveLength(2);
	});
});

describe('what becomes of the part that waits', () => {
	test('rejected', async () => {
		const engine = await engineOf('afas');
		await engine.start(NODE.schedule);
		const ready = recordOf('1:ready');
		const written = writes();
		await answerPage(engine, { decision: 'reject', comment: 'Nee' });
		expect(writes()).toBe(written);
		expect(recordOf('1')).toMatchObject({ state: 'rejected', comment: 'Nee', applied: 0 });
		expect(recordOf('1:ready')).toEqual(ready);
	});

	test('expired', async () => {
		const engine = await engineOf('afas');
		await engine.start(NODE.schedule);
		const ready = recordOf('1:ready');
		const written = writes();
		const { data } = await engine.expire();
		expect(data.resultData.error).toBeUndefined();
		expect(writes()).toBe(written);
		expect(recordOf('1')).toMatchObject({ state: 'expired', decision: 'expired', applied: 0 });
		expect(recordOf('1:ready')).toEqual(ready);
	});

	test.each([
		['reject', 'version 1'],
		['expire', 'version 1'],
		['reject', 'version 2'],
		['expire', 'version 2'],
	] as const)('%s in a workflow of %s of the template', async (how, version) => {
		const engine = await engineOf('afas', saved('afas', version));
		const run = await engine.start(OLD_SCHEDULE);
		const goes = rowsOf(run, 1);
		if (how === 'reject') await answerPage(engine, { decision: 'reject', comment: 'Nee' });
		else await engine.expire();
		expect(recordOf('1')).toMatchObject({ state: how === 'reject' ? 'rejected' : 'expired' });
		expect(recordOf('1:ready')).toMatchObject({ state: 'applied', applied: goes.length });
		expect(log()).toHaveLength(2);
	});

	test('a failed row of the ready part stands with that part', async () => {
		const engine = await engineOf('afas');
		sandbox.alleo.faults.add({ kind: 'status', method: 'PATCH', status: 422, times: 1 });
		const run = await engine.start(NODE.schedule);
		const ready = recordOf('1:ready');
		expect(ready).toMatchObject({ state: 'partly', failed: 1, applied: rowsOf(run, 1).length - 1 });
		await answerPage(engine, { decision: 'approve', offboardings: offboardings(rowsOf(run, 0)) });
		expect(recordOf('1')).toMatchObject({ state: 'applied', failed: 0 });
		expect(recordOf('1:ready')).toEqual(ready);
	});
});

test('one plan: nothing to do, then only what is ready', async () => {
	const { people } = sandbox.world.afas;
	const changing = people.filter(({ expected }) => expected.action !== 'unchanged');
	const without = [...new Set(changing.map((person) => person.case))];
	const quiet = await startSandbox({ employees: 60, without });
	try {
		const { engine } = await syncFor(
			quiet,
			'afas',
			{ approval: 'whenGuardTrips' },
			() => undefined,
			TYPES_OF.afas,
			tables,
		);
		const first = await engine.start(NODE.schedule);
		expect(first.status).toBe('success');
		expect(executed(first, NODE.apply)).toBe(false);
		expect(recordOf('1')).toMatchObject({ state: 'nothing', plan_status: 'empty' });

		const account = quiet.alleo.state.store.accounts.find(
			({ is_active, external_id: id }) => is_active && id?.startsWith('afas-') === true,
		);
		if (account === undefined) throw new Error('nobody');
		account.last_name = 'Andersom';
		const second = await engine.start(NODE.schedule);
		expect(second.status).toBe('success');
		expect(recordOf('2')).toMatchObject({ state: 'applied', decision: null, applied: 1 });
		expect(log()).toHaveLength(2);
	} finally {
		await quiet.close();
	}
});

test('a log that cannot be read is said, and the run goes on', async () => {
	tables.unusable = true;
	const engine = await engineOf('afas');
	const run = await engine.start(NODE.schedule);
	expect(run.data.resultData.error).toBeUndefined();
	const [summary] = outputOf<PlanSummary>(run, NODE.compare, 2);
	expect(summary?.notices.map(({ code }) => code)).toContain('RUN_LOG_UNREADABLE');
	expect(writes()).toBeGreaterThan(2);
});
