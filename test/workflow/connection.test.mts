import { isOffboarding } from '../support/offboarding.mts';
import type { IRun } from 'n8n-workflow';
import { TYPES_OF } from '../../sandbox/demo/credentials.mts';
import { NODE } from '../../sandbox/demo/template.mts';
import { readForm } from '../../sandbox/demo/approvalPage.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import { outputOf } from '../support/engine.mts';
import { DataTables } from '../support/dataTable.mts';
import { deskFor, syncFor } from '../support/sync.mts';
import type { Sync } from '../support/sync.mts';

/**
 * What the daily templates do about the connection, through n8n's own engine, where the workflow was imported by
 * hand and has no credential for n8n itself. With one: the end-to-end tests.
 */

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ employees: 50 });
});
afterAll(async () => {
	await sandbox.close();
});

const executed = (run: IRun): string[] => Object.keys(run.data.resultData.runData);

interface Message {
	subject: string;
	text: string;
	link: string;
}

async function stopped(description: string): Promise<{ messages: Message[]; nodes: string[] }> {
	const desk = await deskFor(sandbox, new DataTables());
	const error = { message: 'It stopped.', description };
	const run = await desk.stopped({
		execution: { id: '3', lastNodeExecuted: 'Read AFAS employees', error, url: 'https://n8n/x' },
		workflow: { id: 'workflow', name: 'Bakkerij' },
	});
	return { messages: outputOf<Message>(run, 'Send message'), nodes: executed(run) };
}

test.each([
	['Reconnect. (NMBRS_CONSENT_LOST)', 'NMBRS'],
	['Reconnect. (NMBRS_ACCESS_REFUSED: GET /api/debtors: 401)', 'NMBRS'],
	['Repair. (AFAS_CREDENTIAL_REFUSED)', 'AFAS'],
])(
	'%s: an invitation is tried; without the means for one the message goes all the same',
	async (description, system) => {
		const { messages, nodes } = await stopped(description);
		expect(nodes).toContain('Invitation to reconnect');
		expect(messages).toHaveLength(1);
		expect(messages[0]).toMatchObject({
			subject: `Bakkerij: de toegang tot ${system} is beëindigd`,
			link: 'https://n8n/x',
		});
		// What is wrong and what to do in the reader's language; the code is the same for support.
		const [code = ''] = /[A-Z]+_[A-Z_]+/.exec(description) ?? [];
		expect(messages[0]?.text).toContain(`(${code})`);
		expect(messages[0]?.text).not.toContain('opnieuw te verbinden');
	},
);

test('any other stop makes no invitation', async () => {
	const { messages, nodes } = await stopped('Try again. (UNAVAILABLE)');
	expect(nodes).not.toContain('Invitation to reconnect');
	expect(messages).toHaveLength(1);
	expect(messages[0]?.text).toContain('UNAVAILABLE');
});

async function decided({ engine, desk }: Sync, decision: string): Promise<string[]> {
	const first = await engine.start(NODE.dryRun);
	const rows = outputOf<{ action: string }>(first, NODE.compare);
	const { page } = await engine.request('GET');
	expect(page.includes('value="approveAndEnable"')).toBe(true);
	desk.told();
	await engine.request('POST', {
		...Object.fromEntries(readForm(page).values),
		approver: 'Anke Voorbeeld',
		decision,
		offboardings: String(rows.filter(isOffboarding).length),
	});
	const nodes = desk.runs.flatMap(executed).filter((name) => /enable/i.test(name));
	return [...nodes, ...desk.told().map(({ subject }) => subject)];
}

test('approve and enable without a credential for n8n: applied, and said to be still off', async () => {
	const settings = { offer_enable: true };
	const sync = await syncFor(sandbox, 'afas', settings, () => undefined, TYPES_OF.afas);
	const said = await decided(sync, 'approveAndEnable');
	expect(said).toContain('Enable the daily sync');
	expect(said).toContain('Voorbeeld Zorg: de dagelijkse synchronisatie staat nog uit');
});

test('approve alone does not even try', async () => {
	const settings = { offer_enable: true };
	await sandbox.close();
	sandbox = await startSandbox({ employees: 50 });
	const sync = await syncFor(sandbox, 'afas', settings, () => undefined, TYPES_OF.afas);
	const said = await decided(sync, 'approve');
	expect(said).not.toContain('Enable the daily sync');
});
