import type { IExecuteFunctions } from 'n8n-workflow';
import { done, type Result } from '../../../core/model/result';
import { toItems, type Outputs } from '../outcome';
import { readSource, type SourceRead } from './read';
import type { OnPartitionError, Source } from './source';
import { tellRemarks } from './tell';

/** What was read, as a node gives it: records and coverage as items, remarks above the output. */
export function outputsOf<T extends object>(
	context: IExecuteFunctions,
	{ items, coverage, remarks }: SourceRead<T>,
): Outputs {
	tellRemarks(context, remarks);
	return [toItems(items), toItems(coverage)];
}

/** Reads a source for a node, and gives both outputs. */
export async function runSource<T extends object>(
	context: IExecuteFunctions,
	source: Source<T>,
	onPartitionError: OnPartitionError,
): Promise<Result<Outputs>> {
	const read = await readSource(source, onPartitionError);
	if (!read.ok) return read;
	return done(outputsOf(context, read.value));
}
