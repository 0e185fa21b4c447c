import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { PlanRow } from '../../core/model/plan';
import type { PlanSummary } from '../../core/model/summary';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { fakeContext } from '../support/fakeContext.mts';
import { account, covered, person } from '../support/people.mts';
import { binary } from './salaryLeave.helper.mts';

/** The plan of the budget file in the node: what the step that looks at the folder says, and the run log. */

const MONTHLY = 'alleo_monthly_all_budget';
const ONCE = 'alleo_oneoff_all_budget';
const WORKFLOW = 'workflow-1';

const items = (values: readonly object[]): INodeExecutionData[] =>
	values.map((json) => ({ json: json as IDataObject }));

async function planOf(
	parameters: Record<string, unknown>,
	budgets: object = { [MONTHLY]: 30, [ONCE]: 100 },
) {
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.alleoDiff',
		parameters: {
			dataset: 'budgets',
			approval: 'whenGuardTrips',
			referenceDate: '2026-11-24',
			...parameters,
		},
		inputs: [
			items([person(1, { budgets: { ...budgets } }), person(2, { budgets: { [MONTHLY]: 25 } })]),
			items([account(1), account(2)]),
			items([covered('c1', 2)]),
		],
	});
	const [waiting = [], ready = [], [summary] = []] = await new AlleoDiff().execute.call(context);
	return {
		rows: [...waiting, ...ready].map(({ json }) => json as unknown as PlanRow),
		summary: summary?.json as unknown as PlanSummary,
		tripped: (summary?.json as unknown as PlanSummary).guards
			.filter((one) => one.tripped)
			.map(({ code }) => code),
	};
}

const delivery = (code: string | null): IDataObject => ({
	delivery: {
		ok: code === null,
		code,
		folder: '/alleo',
		file_name: 'alleo_budgets.csv',
		one_off_budgets: 'once',
		stopped_budgets: 'zero',
	},
});

const LAST = binary(
	`Email,${MONTHLY},${ONCE},Alleo ID\nperson1@example.nl,25.00,100.00,1001\nperson2@example.nl,25.00,,1002\n`,
);

test('compares with the file that lies in the folder', async () => {
	const { rows, tripped } = await planOf({
		previousFile: { ...LAST, json: delivery(null) },
		budgetLimits: { risePercent: 20 },
	});
	expect(tripped).toEqual([]);
	expect(rows).toMatchObject([
		{
			changes: [{ field: MONTHLY, from: 25, to: 30 }],
			budgets: { [MONTHLY]: 30 },
			budget_line: { sent_before: { [ONCE]: 100 } },
		},
		{ changes: [] },
	]);
});

test.each([
	['just now', `120 ${Date.now()}`, ['BUDGET_NOT_FETCHED']],
	['three days ago', `120 ${Date.now() - 259_200_000}`, []],
	['at a time that the server does not say', '120 NaN', []],
	['by a workflow of before', undefined, []],
])(
	'the last file was written %s: one-offs that Alleo did not fetch yet',
	async (_at, last, codes) => {
		const { delivery: said } = delivery(null) as { delivery: IDataObject };
		const json = { delivery: { ...said, ...(last === undefined ? {} : { last }) } };
		const { tripped } = await planOf({
			previousFile: { ...LAST, json },
			budgetLimits: { risePercent: 20 },
		});
		expect(tripped).toEqual(codes);
	},
);

test('as it was agreed with Alleo: one-offs in every file, an empty cell for what stops', async () => {
	const { rows } = await planOf(
		{
			previousFile: { ...LAST, json: delivery(null) },
			oneOffBudgets: 'everyFile',
			stoppedBudgets: 'empty',
		},
		{ [ONCE]: 100 },
	);
	expect(rows[0]).toMatchObject({
		changes: [{ field: MONTHLY, from: 25, to: null }],
		budgets: { [ONCE]: 100 },
	});
	expect(rows[0]?.budgets).not.toHaveProperty(MONTHLY);
	await expect(planOf({ oneOffBudgets: 'sometimes' })).rejects.toThrow('One-Off Budgets');
});

test('an empty folder is the first file, and no answer is none', async () => {
	expect((await planOf({ previousFile: { json: delivery(null) } })).tripped).toEqual([
		'BUDGET_NOT_COMPARED',
	]);
	for (const previousFile of [
		{},
		{ json: { a: 1 } },
		{ json: { delivery: { ok: true } } },
		{ json: { error: 'x' } },
	]) {
		expect((await planOf({ previousFile })).tripped).toContain('BUDGET_PREVIOUS_UNREADABLE');
	}
});

test('a folder that cannot be used: the plan waits and says why', async () => {
	const { tripped, summary } = await planOf({
		previousFile: { json: delivery('DELIVERY_NOT_WRITABLE') },
	});
	expect(tripped).toContain('FILE_FOLDER_UNUSABLE');
	expect(summary.guards.find(({ code }) => code === 'FILE_FOLDER_UNUSABLE')).toMatchObject({
		message: 'The file could not be sent now: Nothing may be written into the folder.',
		params: { cause: 'DELIVERY_NOT_WRITABLE' },
	});
});

describe('a file that was sent before and is not there', () => {
	const run = (changes: object) => ({
		run: '1',
		workflow: WORKFLOW,
		state: 'applied',
		applied: 2,
		...changes,
	});
	const gone = async (history: unknown) =>
		(await planOf({ previousFile: { json: delivery(null) }, history })).tripped.includes(
			'FILE_PREVIOUS_GONE',
		);

	test('is told by the run log of this workflow', async () => {
		expect(await gone([run({})])).toBe(true);
		expect(await gone([run({}), run({ run: '2', state: 'failed', applied: 0 })])).toBe(true);
	});

	test.each([
		['no run log', '[]'],
		['one that cannot be read', 'not read'],
		['another workflow', [run({ workflow: 'w-other' })]],
		['a run that sent nothing', [run({ applied: 0 })]],
		['a run that failed before its end', [run({ state: 'failed' })]],
		['a plan that waits', [run({ state: 'waiting', applied: null })]],
	])('not by %s', async (_name, history) => {
		expect(await gone(history)).toBe(false);
	});
});
