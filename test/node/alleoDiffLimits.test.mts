import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { PlanSummary } from '../../core/model/summary';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { fakeContext } from '../support/fakeContext.mts';
import { account, covered, person, range } from '../support/people.mts';

/** The settings of the limits of parts and over time, from the panel to the plan. */

const items = (values: readonly object[]): INodeExecutionData[] =>
	values.map((json) => ({ json: json as IDataObject }));

/** The summary of the first plan. */
async function execute(
	source: readonly object[],
	alleo: readonly object[],
	overrides: Record<string, unknown>,
): Promise<{ summary: PlanSummary }> {
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.alleoDiff',
		parameters: {
			companyId: '41',
			approval: 'whenGuardTrips',
			referenceDate: '2026-11-24',
			...overrides,
		},
		inputs: [items(source), items(alleo), items([covered()])],
	});
	const outputs = await new AlleoDiff().execute.call(context);
	return { summary: outputs[2]?.[0]?.json as unknown as PlanSummary };
}

const people = range(1, 40).map((number) => person(number));
const accounts = range(1, 40).map((number) => account(number));

describe('earlier runs', () => {
	const left = { status: 'ended' as const, end_date: '2026-11-01' };
	const leavers = (count: number) =>
		people.map((one, index) => (index < count ? { ...one, ...left } : one));
	const limits = ({ guards }: PlanSummary) =>
		guards.flatMap(({ code, scope, limit }) =>
			code === 'DEACTIVATION_LIMIT' ? [[scope.days, limit]] : [],
		);

	test.each([[undefined], [''], ['[]']])('nobody wired the run log: %j', async (history) => {
		const { summary } = await execute(
			leavers(1),
			accounts,
			history === undefined ? {} : { history },
		);
		expect(limits(summary)).toEqual([[null, 3]]);
		expect(summary.notices).toEqual([]);
	});

	const run = {
		run: '7',
		workflow: 'workflow-1',
		state: 'done',
		decision: null,
		reference_date: '2026-11-23',
		started_at: '2026-11-23T03:00:00.000Z',
		finished_at: '2026-11-23T03:01:00.000Z',
		to_deactivate: 6,
		applied: 6,
	};

	test.each([
		['as items', [{ json: run }]],
		['as rows', [run]],
		['as JSON', JSON.stringify([run])],
	])('what went out yesterday counts today, %s', async (_, history) => {
		const { summary } = await execute(leavers(1), accounts, { history });
		expect(limits(summary)).toEqual([
			[null, 3],
			[7, 6],
			[30, 9],
		]);
		expect(summary.needs_approval_because).toEqual(['DEACTIVATION_LIMIT']);
		const other = [{ json: { ...run, workflow: 'workflow-2' } }];
		expect((await execute(leavers(1), accounts, { history: other })).summary.status).toBe('ready');
	});

	test.each([
		['no list', {}],
		['text', 'no rows'],
		['the error of the step before', [{ json: { error: 'table not found' } }]],
	])('what gives %s cannot be read: half as many go by themselves', async (_, history) => {
		const { summary } = await execute(leavers(1), accounts, { history });
		expect(limits(summary)).toEqual([[null, 1]]);
		expect(summary.notices.map(({ code }) => code)).toEqual(['RUN_LOG_UNREADABLE']);
		expect((await execute(leavers(2), accounts, { history })).summary.status).toBe('blocked');
	});
});

test('the size of a part and the windows come from the panel', async () => {
	const groups = accounts.map((one, index) => ({ ...one, group_name: index < 12 ? 'A' : 'B' }));
	const source = people.map((one, index) => ({
		...one,
		group: index < 12 ? 'A' : 'B',
		last_name: index < 7 ? `Anders${index}` : one.last_name,
	}));
	const status = async (guards: object) =>
		(await execute(source, groups, { guards })).summary.status;
	expect(await status({})).toBe('blocked');
	expect(await status({ partSize: 13 })).toBe('ready');
	await expect(status({ partSize: 0 })).rejects.toThrow('Part Size');
	await expect(status({ weekTimes: 0.5 })).rejects.toThrow('Times in a Week');
	await expect(status({ monthTimes: 'often' })).rejects.toThrow('Times in a Month');
});

test.each([
	['offboardAfterDays', -1, 'Off-Board After'],
	['offboardAfterDays', 1.5, 'Off-Board After'],
	['offboardAfterDays', 3000, 'Off-Board After'],
	['splitPlan', 'maybe', 'Split the Plan'],
])('%s: %j is refused', async (name, value, label) => {
	await expect(execute(people, accounts, { [name]: value })).rejects.toThrow(label);
});
