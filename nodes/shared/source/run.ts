import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { done, type Result } from '../../../core/model/result';
import { readSource } from './read';
import type { OnPartitionError, Source } from './source';
import { tellRemarks } from './tell';

/** The two outputs of a node that reads an HR system: records, and coverage. */
export type Outputs = [INodeExecutionData[], INodeExecutionData[]];

/** One item each, without a copy: a company's list is long, and nobody else holds these objects. */
const toItems = (values: readonly object[]): INodeExecutionData[] =>
	values.map((value) => ({ json: value as IDataObject, pairedItem: { item: 0 } }));

/** Reads a source for a node: its records and coverage as items, its remarks above the output. */
export async function runSource<T extends object>(
	context: IExecuteFunctions,
	source: Source<T>,
	onPartitionError: OnPartitionError,
): Promise<Result<Outputs>> {
	const read = await readSource(source, onPartitionError);
	if (!read.ok) return read;
	const { items, coverage, remarks } = read.value;
	tellRemarks(context, remarks);
	return done([toItems(items), toItems(coverage)]);
}
