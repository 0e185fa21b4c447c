import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import { NODE } from '../../sandbox/demo/template.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import { DataTables } from '../support/dataTable.mts';
import { executed, outputOf } from '../support/engine.mts';
import type { EngineRun } from '../support/engine.mts';
import { engineFor } from '../support/sync.mts';

/** What the daily templates say about failures: each change once, and once that it works again. */

let sandbox: Sandbox;
let tables: DataTables;
let engine: EngineRun;

beforeEach(async () => {
	sandbox = await startSandbox({ employees: 60 });
	tables = new DataTables();
	engine = await engineFor(
		sandbox,
		'afas',
		{ approval: 'whenGuardTrips' },
		() => undefined,
		TYPES_OF.afas,
		tables,
	);
});

afterEach(async () => {
	await sandbox.close();
});

interface Message {
	subject: string;
	text: string;
}

const said = (run: Awaited<ReturnType<EngineRun['start']>>): string[] =>
	outputOf<Message>(run, 'Send message')
		.map(({ subject }) => subject)
		.filter((subject) => !/wachten op een correctie|wacht op akkoord/.test(subject));

let run = 100;

/** A run that stopped, as n8n's error trigger tells it. */
async function stops(node: string, code: string): Promise<string[]> {
	const error = { message: 'It did not work.', description: `Do something. (${code})` };
	const started = await engine.start('When a run stops', {
		execution: { id: String(run++), lastNodeExecuted: node, error },
		workflow: { id: 'workflow', name: 'Daily sync' },
	});
	return said(started);
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
		offboardings: String(rows.filter(({ action }) => action === 'deactivate').length),
	});
	return ended;
}

test('the same stop is said once, another one again, and then that it works again', async () => {
	await approvedDryRun();
	expect(await stops('Read Alleo accounts', 'UNAVAILABLE')).toEqual([
		'Daily sync: the run stopped',
	]);
	expect(await stops('Read Alleo accounts', 'UNAVAILABLE')).toEqual([]);
	expect(await stops('Read AFAS employees', 'UNAVAILABLE')).toHaveLength(1);
	const good = await engine.start(NODE.schedule);
	expect(said(good)).toEqual(['Voorbeeld Zorg: de synchronisatie werkt weer']);
	expect(outputOf<Message>(good, 'Send message').at(-1)?.text).toContain(
		'Wat er mis was: Read AFAS employees: UNAVAILABLE.',
	);
	expect(said(await engine.start(NODE.schedule))).toEqual([]);
	expect(await stops('Read AFAS employees', 'UNAVAILABLE')).toHaveLength(1);
});

test('changes that Alleo keeps refusing for the same reason are said once', async () => {
	const body = JSON.stringify({ message: 'The given data was invalid.' });
	const refuse = (status: number) =>
		sandbox.alleo.faults.add({ kind: 'status', method: 'PATCH', status, times: 1, body });
	refuse(422);
	expect(said(await approvedDryRun())).toEqual([
		'Voorbeeld Zorg: 1 wijziging(en) in Alleo mislukt',
	]);
	refuse(422);
	expect(said(await approvedDryRun())).toEqual([]);
	expect(said(await approvedDryRun())).toEqual(['Voorbeeld Zorg: de synchronisatie werkt weer']);
});

test('without a run log every failure is said: too often is better than never', async () => {
	tables.unusable = true;
	expect(await stops('Read Alleo accounts', 'UNAVAILABLE')).toHaveLength(1);
	expect(await stops('Read Alleo accounts', 'UNAVAILABLE')).toHaveLength(1);
});

test('a dry run by form with nothing to change says so on the last page of the form', async () => {
	const user = { id: 'u1', email: 'sanne@example.org', firstName: 'Sanne', lastName: 'Support' };
	const changes = await engine.start('Dry run by form', { user });
	expect(executed(changes, 'Say that nothing changes')).toBe(false);
	expect(outputOf(changes, 'Show the link')).toHaveLength(1);

	const changing = sandbox.world.afas.people.filter(
		({ expected }) => expected.action !== 'unchanged',
	);
	const without = [...new Set(changing.map((person) => person.case))];
	const quiet = await startSandbox({ employees: 60, without });
	try {
		const calm = await engineFor(quiet, 'afas', {}, () => undefined, TYPES_OF.afas);
		const nothing = await calm.start('Dry run by form', { user });
		expect(executed(nothing, 'Show the link')).toBe(false);
		const [shown] = outputOf<{ message: string }>(nothing, 'Say that nothing changes');
		expect(shown?.message).toMatch(/^Er is niets te wijzigen\. Mensen in het HR-systeem: \d+/);
		expect(executed(nothing, 'Run log')).toBe(true);
	} finally {
		await quiet.close();
	}
});
