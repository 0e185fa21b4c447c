import { isOffboarding } from '../support/offboarding.mts';
import { RUN_LOG_TABLE } from '../../core/runLog/columns';
import type { RunRecord } from '../../core/runLog/columns';
import type { Workflow } from '../../sandbox/demo/n8nTypes.mts';
import { readForm } from '../../sandbox/demo/approvalPage.mts';
import { checkCases, checkPlan, failedCases, foreignCalls } from '../../sandbox/demo/check.mts';
import type { PlannedRow } from '../../sandbox/demo/check.mts';
import { NODE } from '../../sandbox/demo/template.mts';
import type { SettingValues } from '../../sandbox/demo/template.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import type { System } from '../../sandbox/world/types.mts';
import { executed, outputOf } from '../support/engine.mts';
import type { EngineRun } from '../support/engine.mts';
import { DataTables } from '../support/dataTable.mts';
import { syncFor } from '../support/sync.mts';
import type { Sync } from '../support/sync.mts';
import { SYSTEMS } from '../support/templates.mts';

/** Both templates through n8n's own engine, in this process, against the stand-ins. */

let sandbox: Sandbox;
let tables: DataTables;
let desk: Sync['desk'];

beforeEach(async () => {
	sandbox = await startSandbox({ employees: 60 });
	tables = new DataTables();
});

afterEach(async () => {
	await sandbox.close();
});

interface Summary {
	counts: Record<string, number>;
	status: string;
}

const writes = (): string[] =>
	sandbox.alleo.log.writes.map(({ method, url }) => `${method} ${url}`);

type Run = Awaited<ReturnType<EngineRun['start']>>;

/** A failing run says which node failed, and how. */
function expectNoError(run: Run): void {
	const { error, lastNodeExecuted } = run.data.resultData;
	const problem =
		error === undefined ? null : `${lastNodeExecuted}: ${error.message} ${error.description}`;
	expect(problem).toBeNull();
}

async function dryRun(engine: EngineRun): Promise<Run> {
	const run = await engine.start(NODE.dryRun);
	expectNoError(run);
	expect(run.status).toBe('waiting');
	expect(writes()).toEqual([]);
	return run;
}

async function answer(engine: EngineRun, run: Run, decision: string): Promise<Run> {
	const { page } = await engine.request('GET');
	expect(writes()).toEqual([]);
	const off = outputOf(run, NODE.compare).filter(isOffboarding).length;
	const form = Object.fromEntries(readForm(page).values);
	const typed = { approver: 'Anke Voorbeeld', comment: 'Gezien', offboardings: String(off) };
	const answered = await engine.request('POST', { ...form, ...typed, decision });
	expectNoError(answered.run);
	return answered.run;
}

const rowsOf = (run: Run): PlannedRow[] => outputOf<PlannedRow>(run, NODE.compare);

/** What the run log says of the first run at its end: one row. */
function logged(): RunRecord {
	const [record, ...more] = tables.rows(RUN_LOG_TABLE).filter(({ run }) => run === '1');
	expect(more).toEqual([]);
	return record as unknown as RunRecord;
}

async function engineFor(
	system: System,
	settings: SettingValues = {},
	change?: (workflow: Workflow) => void,
	types?: string[],
): Promise<EngineRun> {
	const sync = await syncFor(sandbox, system, settings, change, types, tables);
	({ desk } = sync);
	return sync.engine;
}

const changes = ({ counts }: Summary): number =>
	['create', 'update', 'reactivate', 'deactivate', 'absent_deactivate'].reduce(
		(sum, key) => sum + (counts[key] ?? 0),
		0,
	);

describe.each(SYSTEMS)('the %s template', (system) => {
	test('dry run, approval, apply; then a daily run that changes nothing', async () => {
		const engine = await engineFor(system, { approval: 'whenGuardTrips' });
		const waiting = await dryRun(engine);
		const [summary] = outputOf<Summary>(waiting, NODE.compare, 2);
		expect(changes(summary as Summary)).toBeGreaterThan(5);
		const message = desk.told().find(({ kind }) => kind === 'planWaits');
		expect(message?.link).toMatch(/webhook-waiting\/1\?signature=/);

		const run = await answer(engine, waiting, 'approve');
		expect(run.status).toBe('success');
		expect(outputOf(run, NODE.apply, 1)).toEqual([]);
		expect(failedCases(checkPlan(sandbox.world, system, rowsOf(waiting)))).toEqual([]);
		expect(failedCases(checkCases(sandbox, system))).toEqual([]);
		expect(logged()).toMatchObject({ state: 'applied', failed: 0, decision: 'approved' });

		const before = writes().length;
		const second = await engine.start(NODE.schedule);
		expectNoError(second);
		expect(second.status).toBe('success');
		const [after] = outputOf<Summary>(second, NODE.compare, 2);
		expect(changes(after as Summary)).toBe(0);
		expect(writes()).toHaveLength(before);
		expect(foreignCalls(sandbox)).toEqual([]);
	});

	test('rejected: nothing is written, and the log says so', async () => {
		const engine = await engineFor(system);
		const run = await answer(engine, await dryRun(engine), 'reject');
		expect(writes()).toEqual([]);
		expect(executed(run, NODE.apply)).toBe(false);
		expect(logged()).toMatchObject({ state: 'rejected', approver: 'Anke Voorbeeld' });
	});

	test('expired: nothing is written, and the log says so', async () => {
		const engine = await engineFor(system);
		await dryRun(engine);
		const run = await engine.expire();
		expectNoError(run);
		expect(writes()).toEqual([]);
		expect(executed(run, NODE.apply)).toBe(false);
		expect(logged()).toMatchObject({ state: 'expired', approver: null });
	});

	test('a dry run as of another day plans that day', async () => {
		const day = '2027-06-01';
		const engine = await engineFor(system, { reference_date: day });
		const run = await engine.start(NODE.dryRun);
		expectNoError(run);
		const [summary] = outputOf<{ reference_date: string }>(run, NODE.compare, 2);
		expect(summary?.reference_date).toBe(day);
		expect(writes()).toEqual([]);
	});
});

test('AFAS with a classic token reads the same people', async () => {
	const types = ['afasTokenApi', 'alleoApi'];
	const engine = await engineFor('afas', {}, () => undefined, types);
	const run = await answer(engine, await dryRun(engine), 'approve');
	expect(run.status).toBe('success');
	expect(failedCases(checkCases(sandbox, 'afas'))).toEqual([]);
});

test('a disabled Sync Approval writes nothing', async () => {
	const engine = await engineFor('afas', {}, (workflow) => {
		const approval = workflow.nodes.find(({ name }) => name === NODE.approval);
		if (approval !== undefined) approval.disabled = true;
	});
	const run = await engine.start(NODE.dryRun);
	expectNoError(run);
	expect(run.status).toBe('success');
	expect(writes()).toEqual([]);
	expect(executed(run, NODE.apply)).toBe(false);
});

test.each(SYSTEMS)(
	'%s: a customer without any Alleo account yet is a plan of newcomers',
	async (system) => {
		sandbox.world.alleo.accounts.length = 0;
		sandbox.alleo.state.store.reset();
		const engine = await engineFor(system);
		const run = await dryRun(engine);
		expect(outputOf(run, 'Read Alleo accounts')).toEqual([]);
		const [summary] = outputOf<Summary & object>(run, NODE.compare, 2);
		expect(summary?.counts).toMatchObject({ update: 0, deactivate: 0, reactivate: 0, absent: 0 });
		expect(summary?.counts['create']).toBeGreaterThan(20);
		const { create = 0 } = summary?.counts ?? {};
		await answer(engine, run, 'approve');
		expect(writes()).toHaveLength(create);
	},
);
