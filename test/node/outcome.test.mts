import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { Afas } from '../../nodes/Afas/Afas.node';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { AlleoExplain } from '../../nodes/AlleoExplain/AlleoExplain.node';
import { CustomerSetup } from '../../nodes/CustomerSetup/CustomerSetup.node';
import { EmployeeNormalize } from '../../nodes/EmployeeNormalize/EmployeeNormalize.node';
import { Nmbrs } from '../../nodes/Nmbrs/Nmbrs.node';
import { SyncApproval } from '../../nodes/SyncApproval/SyncApproval.node';
import { SyncRunLog } from '../../nodes/SyncRunLog/SyncRunLog.node';
import { NmbrsBench } from '../support/nmbrsNode.mts';
import { fakeContext, type FakeContextOptions } from '../support/fakeContext.mts';
import { runAfas, startSmallAfas } from './afas.helper.mts';

/**
 * One outcome of a node: whatever goes wrong in whichever of them, "Continue" gives one item of the same
 * keys, on an output that nobody takes for a result; a read that ended, also by a cancel, says on
 * Coverage that nothing was read. The engine's side of it is test/workflow/onError.test.mts.
 */

type Node = new () => { execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> };

/** Of each node: something that it refuses, and the output on which that may leave. */
const REFUSED: ReadonlyArray<
	[name: string, Node: Node, given: FakeContextOptions, output: number, code: string]
> = [
	['Nmbrs', Nmbrs, { parameters: { resource: 'none' } }, 0, 'SETTING_INVALID'],
	['Afas', Afas, { parameters: { resource: 'none' } }, 0, 'SETTING_INVALID'],
	['EmployeeNormalize', EmployeeNormalize, {}, 1, 'SOURCE_UNKNOWN'],
	[
		'AlleoDiff',
		AlleoDiff,
		{ parameters: { companyId: '41' }, inputs: [[{ json: {} }], [{ json: {} }], []] },
		2,
		'DIFF_ITEM_MALFORMED',
	],
	[
		'AlleoExplain',
		AlleoExplain,
		{
			parameters: { companyId: '41', person: 'fenna' },
			inputs: [[{ json: {} }], [{ json: {} }], [], []],
		},
		1,
		'EXPLAIN_ITEM_MALFORMED',
	],
	['SyncApproval', SyncApproval, {}, 0, 'APPROVAL_ROWS_EXPECTED'],
	['Alleo', Alleo, { parameters: { resource: 'none', operation: 'none' } }, 0, 'SETTING'],
	['Alleo, apply', Alleo, { parameters: { resource: 'syncPlan', operation: 'apply' } }, 1, ''],
	[
		'CustomerSetup',
		CustomerSetup,
		{ parameters: { resource: 'invitation', operation: 'getAll' } },
		0,
		'N8N_CREDENTIAL_MISSING',
	],
];

const run = async (Node: Node, options: FakeContextOptions) => {
	const { context } = fakeContext(options);
	return await new Node().execute.call(context);
};

describe.each(REFUSED)('%s', (name, Node, given, output, code) => {
	test('with Continue: one item, with what happened, what to do and the code', async () => {
		const outputs = await run(Node, { ...given, onError: 'continueRegularOutput' });
		const [item, ...more] = outputs[output] ?? [];
		expect(more).toEqual([]);
		const keys = ['code', 'description', 'details', 'error'];
		const own = name === 'AlleoExplain' ? ['html'] : [];
		expect(Object.keys(item?.json ?? {}).sort()).toEqual([...keys, ...own].sort());
		expect(String(item?.json['code'])).toContain(code);
		expect(item?.json['details']).toBe(item?.json['description']);
		expect(String(item?.json['details'])).toContain(String(item?.json['code']));
		expect(item?.pairedItem).toEqual({ item: 0 });
		const others = outputs.filter((_items, index) => index !== output).flat();
		expect(others.filter(({ json }) => json['complete'] !== false)).toEqual([]);
	});

	test('with the error output: only keys that n8n moves there, both of them texts', async () => {
		const outputs = await run(Node, { ...given, onError: 'continueErrorOutput' });
		expect(outputs[output]?.map(({ json }) => json)).toEqual([
			{ error: expect.any(String), details: expect.stringContaining(code) },
		]);
	});

	test('with Stop: thrown, with the same words', async () => {
		const [item] = (await run(Node, { ...given, continueOnFail: true }))[output] ?? [];
		await expect(run(Node, given)).rejects.toMatchObject({
			message: item?.json['error'],
			description: item?.json['details'],
		});
	});
});

const NODES = {
	Nmbrs,
	Afas,
	AlleoDiff,
	AlleoExplain,
	EmployeeNormalize,
	SyncRunLog,
	Alleo,
	CustomerSetup,
};

test.each(Object.entries(NODES))(
	'%s: what nobody expected is no result either',
	async (_, Node) => {
		const { context } = fakeContext({ continueOnFail: true, input: [{ json: { secret: 'x' } }] });
		context.getNodeParameter = () => {
			throw new TypeError('cannot use it');
		};
		const items = (await new Node().execute.call(context).catch(() => [[{ json: {} }]])).flat();
		const [item, ...more] = items;
		expect(item?.json).toMatchObject({
			code: 'UNEXPECTED',
			error: expect.stringContaining('Type'),
		});
		for (const { json } of more as INodeExecutionData[]) {
			expect(json).toMatchObject({ complete: false, error: { code: 'UNEXPECTED' } });
		}
	},
);

describe('a read that ended says so twice', () => {
	const stopped = {
		code: 'CANCELLED',
		message: expect.stringMatching(/^The run was stopped while .* was being read/),
		action: 'Start the workflow again when you want to go on.',
	};

	test('AFAS, cancelled with Continue on: an item, and coverage that is not complete', async () => {
		const afas = await startSmallAfas();
		const stop = new AbortController();
		afas.faults.add({ kind: 'stall', path: 'Profit_Employees_Alleo', after: 1 });
		setTimeout(() => stop.abort(), 200);
		const { employees, coverage } = await runAfas({
			baseUrl: afas.url,
			parameters: { pageSize: 10, options: { onPartitionError: 'continue' } },
			signal: stop.signal,
			continueOnFail: true,
		});
		await afas.close();
		expect(employees).toEqual([expect.objectContaining({ code: 'CANCELLED' })]);
		expect(coverage).toMatchObject([{ complete: false, employees: 0, error: stopped }]);
	});

	test('NMBRS, cancelled with Continue on: the same', async () => {
		const bench = await NmbrsBench.start();
		const stop = new AbortController();
		bench.server.faults.add({ kind: 'latency', ms: 50, path: '/employments' });
		setTimeout(() => stop.abort(), 60);
		const { items, coverage } = await bench.run(
			{ onPartitionError: 'continue' },
			{ signal: stop.signal, continueOnFail: true },
		);
		await bench.close();
		expect(items.map(({ json }) => json)).toEqual([expect.objectContaining({ code: 'CANCELLED' })]);
		expect(coverage).toMatchObject([{ complete: false, employees: 0, error: stopped }]);
	});

	test.each(['nmbrs', 'afas'] as const)('%s: message and action are apart', async (system) => {
		const Node = system === 'afas' ? Afas : Nmbrs;
		const outputs = await run(Node, {
			parameters: { resource: 'none' },
			continueOnFail: true,
		});
		const [coverage] = outputs[1] ?? [];
		const error = coverage?.json['error'] as Record<string, string>;
		expect(Object.keys(error)).toEqual(['code', 'message', 'action']);
		expect(error['message']).not.toContain(error['action']);
		expect(outputs[0]?.[0]?.json['error']).toBe(error['message']);
	});
});
