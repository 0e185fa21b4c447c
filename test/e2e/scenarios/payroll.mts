import assert from 'node:assert/strict';
import { credentialData } from '../../../sandbox/demo/credentials.mts';
import type { Workflow, WorkflowNode } from '../../../sandbox/demo/n8nTypes.mts';
import { expectedPayroll } from '../../../sandbox/world/payroll.mts';
import type { System } from '../../../sandbox/world/types.mts';
import type { Context } from '../context.mts';
import { expectNoWrites, expectOnlyReads } from '../expect.mts';
import type { Scenario } from '../run.mts';

/** The payroll operations in a real n8n: its own HTTP helper, streams included, and its panels. */

const TRIGGER = 'Start';
const SOURCE = 'Payroll';
const TOTALS = 'Totals';

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
): WorkflowNode => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [name === TRIGGER ? 0 : name === SOURCE ? 220 : 440, 0],
	parameters,
});

const FIELDS = ['holiday_allowance_accrual', 'holiday_allowance_balance', 'gross_hourly_wage'];

const link = (to: string) => ({ main: [[{ node: to, type: 'main', index: 0 }]] });

/** Reads payroll and adds up what must match the world: sums, as single amounts are hidden. */
const workflowOf = (source: WorkflowNode): Workflow => ({
	name: 'Payroll figures',
	nodes: [
		node(TRIGGER, 'n8n-nodes-base.manualTrigger', 1, {}),
		source,
		node(TOTALS, 'n8n-nodes-base.summarize', 1.1, {
			fieldsToSummarize: {
				values: FIELDS.map((field) => ({ aggregation: 'sum', field })),
			},
			options: {},
		}),
	],
	connections: { [TRIGGER]: link(SOURCE), [SOURCE]: link(TOTALS) },
	settings: { saveManualExecutions: true, saveDataSuccessExecution: 'all' },
});

const SOURCES: Record<System, { types: string[]; node: WorkflowNode }> = {
	nmbrs: {
		types: ['nmbrsOAuth2Api', 'nmbrsTokenApi'],
		node: node(SOURCE, 'n8n-nodes-alleo.nmbrs', 1, { resource: 'payroll', operation: 'getAll' }),
	},
	afas: {
		types: ['afasOAuth2Api'],
		node: node(SOURCE, 'n8n-nodes-alleo.afas', 1, {
			authentication: 'oAuth2',
			resource: 'payroll',
			operation: 'getAll',
			salaryConnector: { __rl: true, mode: 'id', value: 'Voorbeeld_Salaris' },
			wageComponentsConnector: { __rl: true, mode: 'id', value: 'Voorbeeld_Looncomponenten' },
			plansConnector: { __rl: true, mode: 'id', value: 'Voorbeeld_Plannen' },
			leaveConnector: { __rl: true, mode: 'id', value: 'Profit_LeaveBalance' },
			accrualComponent: '9001',
			balanceComponent: '9002',
		}),
	},
};

const cents = (value: unknown): number => Math.round(Number(value) * 100);

async function readsPayroll(context: Context, system: System): Promise<void> {
	const { types, node: source } = SOURCES[system];
	const bindings = await context.credentials(types);
	const workflowId = await context.import(workflowOf({ ...source, credentials: bindings }));
	const executionId = await context.client.runFrom(workflowId, TRIGGER);
	const execution = await context.client.ended(executionId);
	const { runData, error } = execution.data?.resultData ?? { runData: {} };
	assert.equal(execution.status, 'success', error?.message);
	const output = (name: string, at = 0) =>
		(runData[name]?.[0]?.data?.main[at] ?? []).map(({ json }) => json as Record<string, unknown>);
	const expected = expectedPayroll(context.sandbox.world).filter((one) => one.system === system);
	assert.equal(output(SOURCE).length, expected.length);
	assert.ok(output(SOURCE, 1).every(({ complete }) => complete === true));
	const [totals] = output(TOTALS);
	const sum = (pick: (one: (typeof expected)[number]) => number | null): number =>
		expected.reduce((total, one) => total + (pick(one) ?? 0), 0);
	assert.deepEqual(
		FIELDS.map((field) => cents(totals?.[`sum_${field}`])),
		[
			sum(({ accrualCents }) => accrualCents),
			sum(({ balanceCents }) => balanceCents),
			sum(({ hourlyWageCents }) => hourlyWageCents),
		],
	);
	expectNoWrites(context);
	expectOnlyReads(context);

	const page = await context.page();
	await page.goto(`${context.n8n.url}/workflow/${workflowId}`);
	await page.waitForSelector('[data-test-id="canvas-node"]');
	await page.dblclick(`[data-test-id="canvas-node"][data-node-name="${SOURCE}"]`);
	await page.waitForSelector('[data-test-id="ndv"] [data-test-id="parameter-input"]');
	await page.waitForTimeout(1500);
	await context.screenshot(page, 'panel');
	await page.mouse.move(800, 700);
	await page.mouse.wheel(0, 3000);
	await page.waitForTimeout(500);
	await context.screenshot(page, 'panel below');
}

export const scenarios: Record<string, Scenario> = {
	'NMBRS payroll figures add up to the cent': (context) => readsPayroll(context, 'nmbrs'),
	'AFAS payroll figures add up to the cent': (context) => readsPayroll(context, 'afas'),
	'the test of the NMBRS token credential names every service that is refused': async (context) => {
		const operations = ['Run_GetList', 'Reports_BackgroundTask_Result'];
		context.sandbox.nmbrs.state.configure({ forbiddenOperations: operations });
		const data = credentialData(context.sandbox)['nmbrsTokenApi'] ?? {};
		const name = 'Refused services';
		const id = await context.client.createCredential(name, 'nmbrsTokenApi', data);
		const answer = await context.client.testCredential(id, name, 'nmbrsTokenApi', data);
		assert.equal(answer.status, 'Error');
		for (const operation of operations)
			assert.ok(answer.message.includes(operation), answer.message);
	},
};
