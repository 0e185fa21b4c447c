import type { IExecuteFunctions } from 'n8n-workflow';
import { done, type Result } from '../../../core/model/result';
import { toItems, type Outputs } from '../outcome';
import { readSource } from './read';
import type { OnPartitionError, Source } from './source';
import { tellRemarks } from './tell';

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
