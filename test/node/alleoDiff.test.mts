import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { PlanSummary } from '../../core/model/summary';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { fakeContext } from '../support/fakeContext.mts';
import { account, covered, person, range } from '../support/people.mts';

/** The node: panel to options, items to core and back; what core decides is tested with core. */

const items = (values: readonly object[]): INodeExecutionData[] =>
	values.map((json) => ({ json: json as IDataObject }));

const parameters = { companyId: '41', approval: 'whenGuardTrips', referenceDate: '2026-11-24' };

async function execute(
	source: readonly object[],
	alleo: readonly object[],
	overrides: Record<string, unknown> = {},
	extra: { coverage?: object[]; staticData?: IDataObject; continueOnFail?: boolean } = {},
): Promise<{ outputs: INodeExecutionData[][]; summary: PlanSummary }> {
	const { context } = fakeContext({
		nodeType: 'n8n-nodes-alleo.alleoDiff',
		parameters: { ...parameters, ...overrides },
		inputs: [items(source), items(alleo), items(extra.coverage ?? [covered()])],
		...(extra.staticData === undefined ? {} : { staticData: extra.staticData }),
		continueOnFail: extra.continueOnFail ?? false,
	});
	const outputs = await new AlleoDiff().execute.call(context);
	return { outputs, summary: outputs[2]?.[0]?.json as unknown as PlanSummary };
}

const people = range(1, 40).map((number) => person(number));
const accounts = range(1, 40).map((number) => account(number));

test('a plan that nobody has to approve leaves on Ready, as a whole', async () => {
	const { outputs, summary } = await execute([...people, person(41)], accounts);
	expect(outputs.map((output) => output.length)).toEqual([0, 1, 1]);
	expect(outputs[1]?.[0]).toMatchObject({
		json: { action: 'create', external_id: 'nmbrs-41' },
		pairedItem: { item: 40, input: 0 },
	});
	expect(summary).toMatchObject({ status: 'ready', needs_approval: false });
});

test('with approval "always" every row leaves on Needs approval and the plan is not ready', async () => {
	const { outputs, summary } = await execute([...people, person(41)], accounts, {
		approval: 'always',
	});
	expect(outputs.map((output) => output.length)).toEqual([1, 0, 1]);
	expect(summary).toMatchObject({ status: 'blocked', needs_approval_because: ['APPROVAL_ALWAYS'] });
});

test('nothing to do is one summary and no rows', async () => {
	const { outputs, summary } = await execute(people, accounts, { approval: 'always' });
	expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
	expect(summary).toMatchObject({ status: 'empty', needs_approval: false });
});

test('limits, routes and field policies come from the panel', async () => {
	const { outputs, summary } = await execute(
		[
			...people.slice(1),
			{ ...person(1), alleo_filter: 'LOG', first_name: 'Anders' },
			{ ...person(2), first_name: 'X' },
		].filter((_, index) => index !== 0),
		accounts.map((entry) => (entry.id === 1001 ? { ...entry, company_id: 42 } : entry)),
		{
			routing: { routes: [{ filter: 'log', companyId: 42 }] },
			fieldPolicies: { policies: [{ field: 'first_name', keep: 'onCreate' }] },
			guards: { updateMaximum: 0 },
		},
	);
	expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
	expect(summary.guards.find((guard) => guard.code === 'UPDATE_LIMIT')?.limit).toBe(0);
});

test.each([
	[[{ filter: 'log', companyId: 42 }]],
	[[{ alleo_filter: 'log', company_id: '42' }]],
	[{ routes: { filter: 'log', companyId: 42 } }],
	[{ filter: 'log', companyId: 42 }],
	[{ Log: 42, holding: '43' }],
	['{"log": 42}'],
	['[{"filter": "log", "companyId": 42}]'],
	[{ routes: [{ filter: 'log', companyId: ' 42 ' }] }],
])('a routing table from an expression serves as well: %j', async (routing) => {
	const { outputs } = await execute([person(1, { alleo_filter: 'log' })], [], { routing });
	expect(outputs[1]?.[0]?.json['alleo_company_id']).toBe(42);
});

test.each([[''], [null], [{}], [[]], [{ routes: [] }]])('no routes: %j', async (routing) => {
	const { outputs } = await execute([person(1)], [], { routing });
	expect(outputs[1]?.[0]?.json['alleo_company_id']).toBe(41);
});

test.each([
	['log=42'],
	[7],
	[{ values: [{ filter: 'log', companyId: 42 }] }],
	[{ routes: [{ filter: 'log' }] }],
	[{ routes: [{ companyId: 42 }] }],
	[['log']],
	[{ log: 42, LOG: 43 }],
])('a routing table that cannot be read is refused, not taken as empty: %j', async (routing) => {
	await expect(execute([person(1)], [], { routing })).rejects.toMatchObject({
		message: expect.stringContaining('Routing') as string,
	});
});

test.each([['2026-11-24T03:00:00Z'], ['2026-11-24']])(
	'the reference date %s is a civil date',
	async (referenceDate) => {
		const { summary } = await execute(people, accounts, { referenceDate });
		expect(summary.reference_date).toBe('2026-11-24');
	},
);

test.each([
	['no company and no routes', { companyId: '' }, 'Alleo Company ID'],
	['a company that is no number', { companyId: 'Voorbeeld' }, 'Alleo Company ID'],
	['a date that is none', { referenceDate: 'tomorrow' }, 'Reference Date'],
	['a date in Dutch order', { referenceDate: '24-11-2026' }, 'Reference Date'],
	['a policy that does not exist', { absentPolicy: 'delete' }, 'People Absent From the Source'],
	['an approval that does not exist', { approval: 'never' }, 'Approval'],
	[
		'a route without a value',
		{ routing: { routes: [{ filter: ' ', companyId: '1' }] } },
		'Routing',
	],
	[
		'a value with two routes',
		{
			routing: {
				routes: [
					{ filter: 'a', companyId: '1' },
					{ filter: 'A', companyId: '2' },
				],
			},
		},
		'Routing',
	],
	['no time to approve', { expiresAfterHours: 0 }, 'Expires After (Hours)'],
])('%s is refused with the setting to correct', async (_name, overrides, setting) => {
	await expect(execute(people, accounts, overrides)).rejects.toMatchObject({
		message: expect.stringContaining(`"${setting}"`),
		description: expect.stringContaining('SETTING_INVALID'),
	});
});

test('a malformed item is one clear message, and with "continue" never looks like a plan', async () => {
	await expect(execute([{}], accounts)).rejects.toMatchObject({
		message: 'Item 0 on the input "Employees" is not what this input expects: the item is empty.',
	});
	const { outputs } = await execute([{}], accounts, {}, { continueOnFail: true });
	expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
	expect(outputs[2]?.[0]?.json).toMatchObject({ code: 'DIFF_ITEM_MALFORMED' });
});

test('a partition that an earlier run read and that is gone now is noticed', async () => {
	const staticData: IDataObject = {};
	await execute(
		people,
		accounts,
		{},
		{ coverage: [covered('c1', 40), covered('c2', 0)], staticData },
	);
	expect(Object.keys(staticData['partitions'] as object)).toEqual(['c1', 'c2']);
	const { summary } = await execute(
		people,
		accounts,
		{},
		{ coverage: [covered('c1', 40)], staticData },
	);
	expect(summary.needs_approval_because).toEqual(['PARTITION_VANISHED']);
});

test('after two weeks a partition that is gone is taken as gone on purpose', async () => {
	const staticData: IDataObject = { partitions: { c2: '2020-01-01' } };
	const { summary } = await execute(
		people,
		accounts,
		{},
		{ coverage: [covered('c1', 40)], staticData },
	);
	expect(summary.needs_approval).toBe(false);
});

describe('what the last good run knew', () => {
	const routed = people.map((who, index) =>
		index === 0 ? { ...who, alleo_filter: 'noord' } : who,
	);
	const routing = { routing: [{ filter: 'noord', companyId: 42 }] };
	const there = accounts.map((one, index) => (index === 0 ? { ...one, company_id: 42 } : one));
	const codes = (outputs: INodeExecutionData[][]): unknown[] =>
		(outputs[0] ?? []).map(({ json }) => (json['reason'] as IDataObject)['code']);

	test('a filter that nobody has any more moves nobody, until it is said to be gone on purpose', async () => {
		const staticData: IDataObject = {};
		await execute(routed, there, routing, { staticData });
		for (let day = 0; day < 3; day++) {
			const { outputs, summary } = await execute(people, there, routing, { staticData });
			expect(codes(outputs)).toEqual(['FIELD_VANISHED']);
			expect(summary.needs_approval_because).toContain('INCOMPLETE_PARTITION');
		}
		const guards = { retiredFields: 'alleo_filter' };
		const { outputs } = await execute(people, there, { ...routing, guards }, { staticData });
		expect(codes(outputs)).toEqual(['MOVE', 'MOVE']);
		await execute(routed, there, routing, { staticData });
		const back = await execute(routed, there, routing, { staticData });
		expect(codes(back.outputs)).toEqual([]);
	});

	test('a run that a starred guard held back teaches nothing', async () => {
		const staticData: IDataObject = {};
		const coverage = [covered('c1', 40), covered('c2', 0, false)];
		await execute(routed, there, routing, { staticData, coverage });
		expect(staticData['fieldsInUse']).toBeUndefined();
		expect(staticData['unreadCompanies']).toBeUndefined();
	});

	test('a company that appeared and is not read holds leavers, also the day after', async () => {
		const staticData: IDataObject = {};
		const withUnread = (...ids: string[]): object[] => [
			{
				...covered('c1', 40),
				checks: ids.map((id) => ({
					code: 'COMPANIES_NOT_CHOSEN',
					ok: true,
					detail: `${id}|BV ${id}`,
				})),
			},
		];
		const leaver = people.map((who, index) =>
			index === 0 ? { ...who, status: 'ended', end_date: '2026-11-20' } : who,
		);
		const outcome = async (...ids: string[]) => {
			const { outputs } = await execute(
				leaver,
				accounts,
				{},
				{ staticData, coverage: withUnread(...ids) },
			);
			return [...(outputs[0] ?? []), ...(outputs[1] ?? [])].map(({ json }) => json['action']);
		};
		expect(await outcome('c8')).toEqual(['deactivate']);
		expect(await outcome('c8', 'c9')).toEqual(['hold']);
		expect(await outcome('c8', 'c9')).toEqual(['hold']);
		expect(await outcome('c8')).toEqual(['deactivate']);
	});

	test('a memory that is no longer what this version keeps is no memory', async () => {
		const staticData: IDataObject = {
			partitions: 7,
			fieldsInUse: [{ field: 1 }],
			refusedMoves: 'x',
		};
		const { summary } = await execute(people, accounts, {}, { staticData });
		expect(summary.needs_approval).toBe(false);
	});
});

test('the plan expires after the hours of the panel', async () => {
	const { summary } = await execute([person(1)], [], { expiresAfterHours: 2 });
	const life = Date.parse(summary.plan.expires_at) - Date.parse(summary.plan.created_at);
	expect(life).toBe(2 * 3_600_000);
});

test('the node lists no credential at all', () => {
	expect(new AlleoDiff().description.credentials).toBeUndefined();
});

test('a plan of one person waits, whatever the setting; of nobody it is refused', async () => {
	const source = [...people, person(41), person(42)];
	const { outputs, summary } = await execute(source, accounts, { only: ' nmbrs-41 ' });
	expect(outputs.map((output) => output.length)).toEqual([1, 0, 1]);
	expect(outputs[0]?.[0]).toMatchObject({ json: { external_id: 'nmbrs-41' } });
	expect(summary.needs_approval_because).toEqual(['APPROVAL_ALWAYS']);
	await expect(execute(source, accounts, { only: 'nmbrs-99' })).rejects.toMatchObject({
		message: expect.stringMatching(/nobody in the HR system or in Alleo/),
	});
});
