import type { Coverage } from '../../../core/model/employee';
import { done, failed, type Problem, type Result } from '../../../core/model/result';
import { kindOf } from '../outcome';
import { Semaphore } from '../http';
import { coverageOf } from './coverage';
import {
	emptyRead,
	type OnPartitionError,
	type Partition,
	type PartitionRead,
	type Remark,
	type Source,
} from './source';

/** Everything that a run of a source gives. */
export interface SourceRead<T> {
	items: T[];
	/** One for each partition: first those that are missing, then those that were read, in their order. */
	coverage: Coverage[];
	remarks: Remark[];
}

/** A stopped execution: nothing downstream may take what was read for everything there is. */
const isCancelled = ({ code }: Problem): boolean => code === 'CANCELLED';

/** A reader that throws has a mistake in it: this partition is not whole, the others may be. */
async function tryToRead<T>(partition: Partition<T>): Promise<PartitionRead<T>> {
	try {
		return await partition.read();
	} catch (error) {
		return emptyRead(failed('UNEXPECTED', { kind: kindOf(error) }).problem);
	}
}

/** The partitions, read: in their order, with what ended the run, if anything did. */
async function readPartitions<T>(
	source: Source<T>,
	onPartitionError: OnPartitionError,
): Promise<{ reads: Array<PartitionRead<T>>; stopped: Problem | null }> {
	const run: { stopped: Problem | null; finished: number } = { stopped: null, finished: 0 };
	const places = new Semaphore(source.atOnce);
	const readOne = async (partition: Partition<T>): Promise<PartitionRead<T>> => {
		if (run.stopped !== null) return emptyRead(run.stopped);
		const read = await tryToRead(partition);
		const { problem } = read;
		if (problem !== null) {
			const ends = onPartitionError === 'stop' || isCancelled(problem);
			if (ends || source.isFatal(problem)) run.stopped ??= source.ofRun(partition, problem);
		}
		run.finished += 1;
		source.progress?.(run.finished);
		return read;
	};
	const reads = await Promise.all(
		source.partitions.map(async (one) => await places.run(async () => await readOne(one))),
	);
	return { reads, stopped: run.stopped };
}

/**
 * Reads all partitions of a source. `stop`: the first that is not whole ends the run with one problem,
 * and nobody tries the others any more. `continue`: coverage says so, and the others go on; after a
 * fatal problem what was read before it is still given. Only a cancelled execution ends either way.
 */
export async function readSource<T>(
	source: Source<T>,
	onPartitionError: OnPartitionError,
): Promise<Result<SourceRead<T>>> {
	const { partitions, missing } = source;
	const gone = missing.find((one) => onPartitionError === 'stop' || isCancelled(one.problem));
	if (gone !== undefined) return { ok: false, problem: source.ofRun(gone, gone.problem) };
	const { reads, stopped } = await readPartitions(source, onPartitionError);
	if (stopped !== null && (onPartitionError === 'stop' || isCancelled(stopped))) {
		return { ok: false, problem: stopped };
	}
	const items: T[] = [];
	const coverage = missing.map(({ id, name, problem }) => coverageOf(id, name, emptyRead(problem)));
	for (const [at, read] of reads.entries()) {
		const partition = partitions[at];
		if (partition === undefined) continue;
		// A loop, as spreading 100,000 people into push overflows the stack.
		for (const item of read.items) items.push(item);
		coverage.push(coverageOf(partition.id, read.name ?? partition.name, read));
	}
	return done({ items, coverage, remarks: source.close?.(items) ?? [] });
}
