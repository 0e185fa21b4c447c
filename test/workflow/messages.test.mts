import { isOffboarding } from '../support/offboarding.mts';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import { NODE } from '../../sandbox/demo/template.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import { DataTables } from '../support/dataTable.mts';
import type { Desk } from '../support/desk.mts';
import { outputOf } from '../support/engine.mts';
import type { EngineRun } from '../support/engine.mts';
import { syncFor } from '../support/sync.mts';

/** What the daily templates say about failures: each change once, and once that it works again. */

let sandbox: Sandbox;
let tables: DataTables;
let engine: EngineRun;
let desk: Desk;

beforeEach(async () => {
	sandbox = await startSandbox({ employees: 60 });
	tables = new DataTables();
	({ engine, desk } = await syncFor(
		sandbox,
		'afas',
		{ approval: 'whenGuardTrips' },
		() => undefined,
		TYPES_OF.afas,
		tables,
	));
});

afterEach(async () => {
	await sandbox.close();
});

/** Subjects, but for those of every plan that waits or holds somebody, and of every result. */
const USUAL = new Set(['planWaits', 'held', 'done']);
const said = (): string[] =>
	desk
		.told()
		.filter(({ kind }) => !USUAL.has(kind))
		.map(({ subject }) => subject);

let run = 100;

/** A run that stopped, as n8n's error trigger tells it. */
async function stops(node: string, code: string): Promise<string[]> {
	const error = { message: 'It did not work.', description: `Do something. (${code})` };
	await desk.stopped({
		execution: { id: String(run++), lastNodeExecuted: node, error },
		workflow: { id: 'workflow', name: 'Daily sync' },
	});
	return said();
}

/** A dry run that a person approves; @returns the run to its end */
async function approvedDryRun() {
	const waiting = await engine.start(NODE.dryRun);
	const rows = outputOf<{ action: string }>(waiting, NODE.compare);
	const { page } = await engine.request('GET');
	const { run: ended } = await engine.request('POST', {
		plan_hash: /name="plan_hash"\s+value="([^"]*)"/.exec(page)?.[1] ?? '',
		decision: 'approve',
		approver: 'Anke Voorbeeld',
		offboardings: String(rows.filter(isOffboarding).length),
	});
	return ended;
}

test('the same stop is said once, another one again, and then that it works again', async () => {
	await approvedDryRun();
	said();
	expect(await stops('Read Alleo accounts', 'UNAVAILABLE')).toEqual([
		'Voorbeeld Zorg: de run is gestopt',
	]);
	expect(await stops('Read Alleo accounts', 'UNAVAILABLE')).toEqual([]);
	expect(await stops('Read AFAS employees', 'UNAVAILABLE')).toHaveLength(1);
	await engine.start(NODE.schedule);
	const good = desk.told().filter(({ kind }) => kind === 'worksAgain');
	expect(good).toMatchObject([{ subject: 'Voorbeeld Zorg: de synchronisatie werkt weer' }]);
	expect(good[0]?.text).toContain('(Read AFAS employees: UNAVAILABLE)');
	await engine.start(NODE.schedule);
	expect(said()).toEqual([]);
	expect(await stops('Read AFAS employees', 'UNAVAILABLE')).toHaveLength(1);
});

test('changes that Alleo keeps refusing for the same reason are said once', async () => {
	const body = JSON.stringify({ message: 'The given data was invalid.' });
	const refuse = (status: number) =>
		sandbox.alleo.faults.add({ kind: 'status', method: 'PATCH', status, times: 1, body });
	refuse(422);
	await approvedDryRun();
	expect(said()).toEqual(['Voorbeeld Zorg: 1 wijziging in Alleo mislukt']);
	refuse(422);
	await approvedDryRun();
	expect(said()).toEqual([]);
	await approvedDryRun();
	expect(said()).toEqual(['Voorbeeld Zorg: de synchronisatie werkt weer']);
});

test('without a run log every failure is said: too often is better than never', async () => {
	tables.unusable = true;
	expect(await stops('Read Alleo accounts', 'UNAVAILABLE')).toHaveLength(1);
	expect(await stops('Read Alleo accounts', 'UNAVAILABLE')).toHaveLength(1);
});

test('who is held is said once, again with somebody new, and with since when', async () => {
	await engine.start(NODE.dryRun);
	const held = () => desk.told().filter(({ kind }) => kind === 'held');
	const [first] = held();
	expect(first?.subject).toMatch(
		/^Voorbeeld Zorg: \d+ medewerkers wachten op een correctie in AFAS/,
	);
	expect(first?.text).toMatch(/^[A-Z].* \([A-Z_]+\)\n- .+, sinds \d+ \S+ \d{4}$/m);
	await engine.start(NODE.dryRun);
	expect(held()).toEqual([]);
	// In the log of yesterday one of them was not held.
	for (const row of tables.rows('Alleo run log')) {
		const counts = JSON.parse(String(row['counts'])) as { holds: unknown[] };
		row['counts'] = JSON.stringify({ ...counts, holds: counts.holds.slice(1) });
	}
	await engine.start(NODE.dryRun);
	expect(held()).toHaveLength(1);
});

test('what was approved and applied is told once, with who approved it', async () => {
	await approvedDryRun();
	const [done, ...others] = desk.told().filter(({ kind }) => kind === 'done');
	expect(others).toEqual([]);
	expect(done?.subject).toMatch(/^Voorbeeld Zorg: \d+ wijzigingen doorgevoerd in Alleo$/);
	expect(done?.text).toMatch(/^Doorgevoerd: \d+ geoffboard, .*\d+ geonboard, .*\d+ bijgewerkt/m);
	expect(done?.text).toMatch(/^Goedgekeurd door Anke Voorbeeld op \d+ \S+ \d{4} \d\d:\d\d\.$/m);
});

test('each message has the fields that a mail or chat node uses: texts, and for whom it is', async () => {
	await engine.start(NODE.dryRun);
	await desk.call({
		event: 'message',
		workflow: 'other',
		run: '7',
		subject: 'Iets',
		text: 'Er is iets.',
		link: 'https://n8n.example.com/x',
		kind: 'watchdog',
	});
	const all = desk.told();
	expect(all.map(({ kind }) => kind)).toEqual(['held', 'planWaits', 'watchdog']);
	for (const one of all) {
		expect(Object.keys(one).sort()).toEqual(
			['customer', 'kind', 'language', 'link', 'recipients', 'subject', 'text'].sort(),
		);
		const { recipients, ...texts } = one;
		expect(recipients).toEqual([]);
		for (const value of Object.values(texts)) expect(typeof value).toBe('string');
	}
});

test('where nothing changes nobody is asked, and the log says so', async () => {
	const changing = sandbox.world.afas.people.filter(
		({ expected }) => expected.action !== 'unchanged',
	);
	const without = [...new Set(changing.map((person) => person.case))];
	const quiet = await startSandbox({ employees: 60, without });
	try {
		const calm = await syncFor(quiet, 'afas', {}, () => undefined, TYPES_OF.afas, tables);
		const nothing = await calm.engine.start(NODE.dryRun);
		expect(nothing.status).toBe('success');
		expect(outputOf(nothing, NODE.plan)).toEqual([{ link: '', told: 0 }]);
		expect(calm.desk.told()).toEqual([]);
		const log = tables.rows('Alleo run log');
		expect(log).toMatchObject([{ state: 'nothing', applied: 0 }]);
		expect(log[0]?.['finished_at']).toEqual(expect.any(String));
	} finally {
		await quiet.close();
	}
});
