import { startSandbox } from '../../sandbox/start.mts';
import type { Sandbox } from '../../sandbox/start.mts';
import type { Workflow, WorkflowNode } from '../../sandbox/demo/n8nTypes.mts';
import { outputOf } from '../support/engine.mts';
import { bindingsOf, engineOf } from '../support/sync.mts';

/**
 * "On Error" in the settings of each node, through n8n's own engine: with "Continue (using error
 * output)" the error leaves there and nowhere else; with "Continue" nothing that looks like a result
 * leaves; with "Stop" the run ends. Nothing is written in any of them. Sync Run Log is not here: a log
 * takes whatever comes, so that it never stops the run it is about.
 */

const TYPES = ['afasOAuth2Api', 'afasTokenApi', 'alleoApi', 'nmbrsOAuth2Api', 'nmbrsTokenApi'];

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ employees: 50 });
});
afterAll(async () => {
	await sandbox.close();
});

interface Case {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	/** Inputs that the bad item goes to. */
	inputs?: number[];
	/** Number of outputs without the error output. */
	outputs: number;
	code: RegExp;
}

const company = { __rl: true, mode: 'id', value: '41' };
const CASES: Case[] = [
	{
		name: 'NMBRS, employees: a reference date that is none',
		type: 'nmbrs',
		parameters: { resource: 'employee', operation: 'getAll', referenceDate: 'morgen' },
		outputs: 2,
		code: /Reference Date/,
	},
	{
		name: 'NMBRS, one employee who does not exist',
		type: 'nmbrs',
		parameters: {
			resource: 'employee',
			operation: 'get',
			companyId: '00000000-0000-4000-8000-000000000999',
			employeeId: '00000000-0000-4000-8000-000000000301',
		},
		outputs: 2,
		code: /compan/i,
	},
	{
		name: 'AFAS, a GetConnector that does not exist',
		type: 'afas',
		parameters: {
			resource: 'getConnector',
			operation: 'getAll',
			connector: { __rl: true, mode: 'id', value: 'Profit_Bestaat_Niet' },
		},
		outputs: 2,
		code: /onnector/,
	},
	{
		name: 'AFAS, describe a GetConnector that does not exist',
		type: 'afas',
		parameters: {
			resource: 'getConnector',
			operation: 'describe',
			connector: { __rl: true, mode: 'id', value: 'Profit_Bestaat_Niet' },
		},
		outputs: 2,
		code: /onnector/,
	},
	{
		name: 'AFAS, employees of a connector that does not exist',
		type: 'afas',
		parameters: {
			resource: 'employee',
			operation: 'getAll',
			employeesConnector: { __rl: true, mode: 'id', value: 'Profit_Bestaat_Niet' },
		},
		outputs: 2,
		code: /onnector/,
	},
	{
		name: 'AFAS, payroll without a connector',
		type: 'afas',
		parameters: {
			resource: 'payroll',
			operation: 'getAll',
			leaveConnector: { __rl: true, mode: 'id', value: '' },
		},
		outputs: 2,
		code: /onnector/,
	},
	{
		name: 'Employee Normalize, an empty item',
		type: 'employeeNormalize',
		parameters: {},
		outputs: 3,
		code: /Item 0/,
	},
	{
		name: 'Alleo Diff, an empty item',
		type: 'alleoDiff',
		parameters: { companyId: '41' },
		inputs: [0, 1],
		outputs: 3,
		code: /item/i,
	},
	{
		name: 'Alleo Explain, an empty item',
		type: 'alleoExplain',
		parameters: { companyId: '41', person: 'fenna@example.nl' },
		inputs: [0, 1],
		outputs: 2,
		code: /item/i,
	},
	{
		name: 'Sync Approval, an empty item',
		type: 'syncApproval',
		parameters: { summary: '{}' },
		outputs: 2,
		code: /plan|summary/i,
	},
	{
		name: 'Alleo, update somebody who does not exist',
		type: 'alleo',
		parameters: {
			resource: 'employee',
			operation: 'update',
			companyId: company,
			employeeId: '999999',
			updateFields: { lastName: 'Nieuw' },
		},
		outputs: 1,
		code: /Alleo/,
	},
	{
		name: 'Alleo, groups of a company that does not exist',
		type: 'alleo',
		parameters: {
			resource: 'group',
			operation: 'getAll',
			companyId: { __rl: true, mode: 'id', value: '999' },
		},
		outputs: 1,
		code: /Alleo/,
	},
	{
		name: 'Alleo, apply an empty item',
		type: 'alleo',
		parameters: { resource: 'syncPlan', operation: 'apply', accept: 'approvedOrReady' },
		outputs: 2,
		code: /plan/i,
	},
];

const TESTED = 'Under test';

function workflowOf({ type, parameters, inputs = [0] }: Case, onError: string): Workflow {
	const own = `n8n-nodes-alleo.${type}`;
	const node: WorkflowNode = {
		id: 'tested',
		name: TESTED,
		type: own,
		typeVersion: 1,
		position: [200, 0],
		parameters,
		onError,
		credentials: ['nmbrs', 'afas', 'alleo'].includes(type) ? bindingsOf(TYPES) : {},
	};
	const start: WorkflowNode = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const main = [inputs.map((index) => ({ node: TESTED, type: 'main', index }))];
	return {
		name: 'On error',
		nodes: [start, node],
		connections: { Start: { main } },
		settings: { executionOrder: 'v1' },
	};
}

async function run(one: Case, onError: string) {
	const engine = await engineOf(sandbox, workflowOf(one, onError), TYPES);
	return await engine.start('Start', {});
}

afterEach(() => {
	// Alleo itself refused what was asked of it.
	expect(sandbox.alleo.log.writes.filter(({ status }) => status !== 404)).toEqual([]);
});

describe.each(CASES)('$name', (one) => {
	test('leaves on the error output alone, and says what it is', async () => {
		const result = await run(one, 'continueErrorOutput');
		const errors = outputOf<{ error: string }>(result, TESTED, one.outputs);
		expect(errors).toEqual([expect.objectContaining({ error: expect.stringMatching(one.code) })]);
		for (let output = 0; output < one.outputs; output++) {
			const items = outputOf(result, TESTED, output);
			// What a source could not read is also said on Coverage, which is no result.
			expect(items.filter((item) => item['complete'] !== false)).toEqual([]);
		}
	});

	test('with Continue: one item with the error, and the run goes on', async () => {
		const result = await run(one, 'continueRegularOutput');
		const items = Array.from({ length: one.outputs }, (_, output) =>
			outputOf<{ error?: unknown; complete?: boolean }>(result, TESTED, output),
		).flat();
		const results = items.filter((item) => item.complete !== false);
		expect(results).toEqual([expect.objectContaining({ error: expect.stringMatching(one.code) })]);
	});

	test('with Stop: the run ends with that error', async () => {
		const result = await run(one, 'stopWorkflow');
		const { error } = result.data.resultData;
		expect(error?.message).toMatch(one.code);
		expect((error as { description?: string } | undefined)?.description?.length).toBeGreaterThan(
			30,
		);
	});
});
