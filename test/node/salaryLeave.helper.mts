import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Alleo } from '../../nodes/Alleo/Alleo.node';
import { AlleoDiff } from '../../nodes/AlleoDiff/AlleoDiff.node';
import { EmployeeNormalize } from '../../nodes/EmployeeNormalize/EmployeeNormalize.node';
import type { Plan } from '../support/approvalPlan.mts';
import { fakeContext } from '../support/fakeContext.mts';
import type { FakeContextOptions } from '../support/fakeContext.mts';
import { account, payroll, range } from '../support/filePlan.mts';

/** The nodes of salary and leave run one after the other, as a template wires them. */

export const items = (values: readonly object[]): INodeExecutionData[] =>
	values.map((value) => ({ json: value as IDataObject }));

interface Ran {
	outputs: INodeExecutionData[][];
	log: string[];
	hints: string[];
}

/** Runs a node; binary data as n8n keeps it in memory: base64. */
export async function execute(
	node: { execute: (this: never) => Promise<INodeExecutionData[][]> },
	options: FakeContextOptions,
): Promise<Ran> {
	const { context, log, hints } = fakeContext(options);
	const helpers = context.helpers as unknown as Record<string, unknown>;
	helpers['prepareBinaryData'] = async (content: Buffer, fileName: string, mimeType: string) => ({
		data: content.toString('base64'),
		fileName,
		mimeType,
	});
	const outputs = await node.execute.call(context as never);
	return { outputs, log, hints };
}

export const normalize = (
	records: readonly object[],
	parameters = {},
	more: FakeContextOptions = {},
) =>
	execute(new EmployeeNormalize(), {
		parameters: { dataset: 'salaryLeave', requiredColumns: ['gross_hourly_wage'], ...parameters },
		input: items(records),
		...more,
	});

const coverage = items([{ partition: 'company-1', complete: true, employees: 10 }]);

export const binary = (text: string): INodeExecutionData => ({
	json: {},
	binary: { data: { data: Buffer.from(text).toString('base64'), mimeType: 'text/csv' } },
});

export async function diff(
	records: readonly object[],
	accounts: readonly object[],
	previous: INodeExecutionData[] = [],
	parameters = {},
	more: FakeContextOptions = {},
): Promise<Ran & { plan: Plan }> {
	const { outputs: normalized } = await normalize(records);
	const ran = await execute(new AlleoDiff(), {
		parameters: { dataset: 'salaryLeave', approval: 'always', ...parameters },
		inputs: [normalized[0] ?? [], items(accounts), [...coverage, ...previous]],
		...more,
	});
	const [approval = [], ready = [], summary = []] = ran.outputs;
	const rows = [...approval, ...ready].map((item) => item.json);
	const plan = { rows, summary: summary[0]?.json } as unknown as Plan;
	return { ...ran, plan };
}

export const build = (
	input: INodeExecutionData[],
	parameters = {},
	more: FakeContextOptions = {},
) =>
	execute(new Alleo(), {
		nodeType: 'n8n-nodes-alleo.alleo',
		parameters: { resource: 'file', operation: 'build', file: 'salaryLeave', ...parameters },
		input,
		...more,
	});

export const contentOf = (item: INodeExecutionData | undefined, field = 'data'): string => {
	const file: IBinaryData | undefined = item?.binary?.[field];
	return Buffer.from(file?.data ?? '', 'base64').toString('utf8');
};

export const records = range(10).map((number) => payroll(number));
export const accounts = range(10).map((number) => account(number));
