import type { IRunExecutionData } from 'n8n-workflow';
import { ALLEO, connected, runSetup } from '../support/customerSetup.mts';
import type { SetupRun } from '../support/customerSetup.mts';
import { startN8nApi } from '../support/n8nApi.mts';
import type { N8nStandIn } from '../support/n8nApi.mts';

/** Customer Setup › Integration: run a dry run. n8n's engine itself is in the end-to-end tests. */

let n8n: N8nStandIn;
let id: string;

beforeEach(async () => {
	n8n = await startN8nApi();
	const made = await runSetup(
		n8n,
		'create',
		{ alleoCompanyId: '12', templateWorkflowId: '' },
		{ json: connected(), chosen: ALLEO },
	);
	id = String(made.items[0]?.['workflow_id']);
});
afterEach(async () => await n8n.server.close());

const LINK = 'https://n8n.example.com/webhook-waiting/77?signature=abc123';
const counts = { create: 3, update: 1, reactivate: 0, deactivate: 2, hold: 4 };

const task = (...outputs: object[][]) => [
	{ data: { main: outputs.map((items) => items.map((json) => ({ json }))) } },
];

const data = (changes: object, runData: object = {}): IRunExecutionData =>
	({ resultData: { runData }, ...changes }) as unknown as IRunExecutionData;

const RUNNING = data({});
const WAITING = data(
	{ waitTill: '2026-11-29T04:00:00.000Z' },
	{
		'Compare with Alleo': task([{ row_id: 'r1' }], [], [{ counts, rows: counts }]),
		'A renamed message': task([{ subject: 's', text: `see ${LINK}`, link: LINK }]),
	},
);

const dryRun = async (
	looks: Array<IRunExecutionData | undefined>,
	waitMinutes: unknown = 1,
): Promise<SetupRun> =>
	await runSetup(n8n, 'runDryRun', { workflowId: id, waitMinutes }, { looks });

test('starts the draft under its own id, unpublished, and gives the link once the plan waits', async () => {
	const { items, started } = await dryRun([RUNNING, WAITING]);
	expect(started.map((one) => [one.id, one.active, one.nodes.length])).toEqual([
		[id, false, n8n.workflows.get(id)?.nodes.length],
	]);
	expect(items[0]).toMatchObject({
		workflow_id: id,
		dry_run: 'waiting',
		link: LINK,
		counts,
		code: null,
		execution_id: '77',
		execution_url: `https://n8n.example.com/workflow/${id}/executions/77`,
		subject: 'Bakkerij Van Dijk: de proefrun is klaar',
	});
	expect(String(items[0]?.['text'])).toContain(
		'In dit plan: 2 offboarden, 3 onboarden, 1 bijwerken, 4 wachten.',
	);
	expect(String(items[0]?.['text'])).toContain(LINK);
	expect(n8n.writes()).toEqual(['POST /workflows']);
});

test('by the name of the customer; who asked is handed to the trigger, and a page shows the link', async () => {
	const run = await runSetup(
		n8n,
		'runDryRun',
		{ workflowId: 'Bakkerij Van Dijk', waitMinutes: 1, askedBy: 'Sanne <s@example.org>' },
		{ looks: [WAITING] },
	);
	expect(run.handed).toEqual([[{ json: { asked_by: 'Sanne <s@example.org>' } }]]);
	expect(run.items[0]).toMatchObject({ workflow_id: id, dry_run: 'waiting', link: LINK });
	const page = String(run.items[0]?.['page']);
	expect(page).toContain(`<a href="${LINK}">`);
	expect((await dryRun([WAITING])).handed).toEqual([[{ json: {} }]]);
});

test('of one person: the trigger gets the id; a workflow that does not hand it on starts nothing', async () => {
	const asked = { workflowId: id, waitMinutes: 1, only: ' nmbrs-1001 ' };
	const { handed } = await runSetup(n8n, 'runDryRun', asked, { looks: [WAITING] });
	expect(handed).toEqual([[{ json: { only: 'nmbrs-1001' } }]]);
	const kept = n8n.workflows.get(id);
	const diff = kept?.nodes.find(({ type }) => type === 'n8n-nodes-alleo.alleoDiff');
	if (diff === undefined) throw new Error('no comparison');
	delete (diff['parameters'] as Record<string, unknown>)['only'];
	await expect(runSetup(n8n, 'runDryRun', asked, { looks: [WAITING] })).rejects.toMatchObject({
		description: expect.stringContaining('SYNC_ONLY_NOT_KNOWN') as string,
	});
});

test('the permanent address of the plan goes before the page that decides', async () => {
	const permanent = 'https://n8n.example.com/webhook/p-1?plan=plan-1&sig=abc';
	const told = data(
		{ waitTill: '2026-11-29T04:00:00.000Z' },
		{
			'A message': task([{ link: LINK }]),
			'Desk: plan': task([{ link: permanent }]),
		},
	);
	const { items } = await dryRun([told]);
	expect(items[0]).toMatchObject({ link: permanent });
});

test('a name that nobody has, or that two have, starts nothing', async () => {
	const of = async (workflowId: string) =>
		await runSetup(n8n, 'runDryRun', { workflowId, waitMinutes: 1 }, { looks: [WAITING] });
	await expect(of('Somebody Else')).rejects.toMatchObject({
		description: expect.stringContaining('SYNC_WORKFLOW_NOT_FOUND') as string,
	});
	n8n.workflows.set('copy', { ...n8n.workflows.get(id)!, id: 'copy' });
	await expect(of('Bakkerij Van Dijk')).rejects.toMatchObject({
		description: expect.stringContaining('SYNC_WORKFLOW_SEVERAL') as string,
	});
});

test('the customer of a workflow, for who has only its id', async () => {
	const { items } = await runSetup(n8n, 'get', { workflowId: id });
	expect(items).toMatchObject([
		{ workflow_id: id, customer: 'Bakkerij Van Dijk', system: 'nmbrs', language: 'nl' },
	]);
	expect(n8n.writes()).toEqual(['POST /workflows']);
	await expect(runSetup(n8n, 'get', { workflowId: 'none' })).rejects.toMatchObject({
		description: expect.stringContaining('N8N_') as string,
	});
});

test('a link of another execution, or of another place, is not taken for it', async () => {
	const other = data(
		{ waitTill: '2026-11-29T04:00:00.000Z' },
		{ Message: task([{ link: LINK.replace('77', '78') }, { link: LINK }, { x: 'javascript:77' }]) },
	);
	const { items } = await dryRun([other]);
	expect(items[0]).toMatchObject({ dry_run: 'waiting', link: null, code: 'SYNC_DRY_RUN_NO_LINK' });
	expect(String(items[0]?.['text'])).toContain(`/workflow/${id}/executions/77`);
});

test.each([
	['n8n keeps no data of a run that went well', undefined],
	['the run is over without a plan', data({}, {})],
])('%s: nothing to change, and how to switch on', async (_case, look) => {
	const ended =
		look === undefined
			? undefined
			: data({ resultData: { runData: {}, lastNodeExecuted: 'Run log' } });
	const { items } = await dryRun([ended]);
	expect(items[0]).toMatchObject({ dry_run: 'nothing', link: null, code: null });
	expect(String(items[0]?.['text'])).toContain('When a Guard Trips');
	await runSetup(n8n, 'enable', { workflowId: id, failed: '0', state: 'applied' });
	const { items: on } = await dryRun([ended]);
	expect(String(on[0]?.['text'])).not.toContain('When a Guard Trips');
});

test('a run that stopped: where, why and what to do', async () => {
	const error = { message: 'Nmbrs does not allow reading "departments".', description: 'Add it.' };
	const stopped = data({
		resultData: { runData: {}, lastNodeExecuted: 'Read NMBRS employees', error },
	});
	const { items } = await dryRun([RUNNING, stopped]);
	expect(items[0]).toMatchObject({ dry_run: 'failed', code: 'SYNC_DRY_RUN_FAILED', link: null });
	const text = String(items[0]?.['text']);
	expect(text).toContain('"Read NMBRS employees"');
	expect(text).toContain('departments');
	expect(text).toContain('Add it.');
});

test('a run that takes longer than the wait goes on, and the message says so', async () => {
	const { items } = await dryRun([RUNNING], 0);
	expect(items[0]).toMatchObject({ dry_run: 'running', code: 'SYNC_DRY_RUN_SLOW' });
});

test.each([-1, 121, 'soon'])('%p minutes is no wait', async (minutes) => {
	await expect(dryRun([WAITING], minutes)).rejects.toMatchObject({
		description: expect.stringContaining('SETTING_INVALID'),
	});
});

test('an archived workflow is not started', async () => {
	n8n.workflows.set(id, { ...n8n.workflows.get(id)!, isArchived: true });
	await expect(dryRun([WAITING])).rejects.toMatchObject({
		description: expect.stringContaining('SYNC_WORKFLOW_NOT_FOUND'),
	});
});
