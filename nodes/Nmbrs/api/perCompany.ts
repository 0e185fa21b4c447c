import { Semaphore } from '../../shared/http';
import { companyLabel, type CompanyPartition, type Partitions } from './companies';
import type { Coverage } from '../../../core/model/employee';
import { notCovered } from '../../shared/outcome';
import { partitionProblem, type OnPartitionError } from './partitionError';
import { done, failed, isFatal, type Problem, type Read } from './result';
import type { RestClient } from './restClient';

/**
 * Companies that are read side by side. More than one, so that the slots of the transport stay busy
 * while a company waits for its last page; few, so that memory does not hold the pages of many.
 */
const COMPANIES_AT_ONCE = 3;

/** One company, read: its items and the proof. `problem`: why it is not complete. */
export interface CompanyRead<T> {
	items: T[];
	coverage: Coverage;
	problem: Problem | null;
}

export interface PerCompany<T> {
	client: RestClient;
	partitions: Partitions;
	onPartitionError: OnPartitionError;
	/** Progress, one line per company; no names. */
	log: (line: string) => void;
	read: (company: CompanyPartition) => Promise<CompanyRead<T>>;
}

export interface AllRead<T> {
	items: T[];
	coverage: Coverage[];
}

/** The outcome of a company that could not be read, or that nobody tried any more. */
export const nothingRead = (
	company: CompanyPartition,
	problem: Problem,
): { items: never[]; coverage: Coverage; problem: Problem } => ({
	items: [],
	coverage: notCovered(company.id, companyLabel(company), problem),
	problem,
});

/** With `continue` only a stopped execution ends the run: a lost consent still leaves what was read. */
const endOf = (stopped: Problem | null, onPartitionError: OnPartitionError): Problem | null =>
	stopped !== null && (onPartitionError === 'stop' || stopped.code === 'CANCELLED')
		? stopped
		: null;

/**
 * Reads all partitions. `stop`: the first company that is not complete ends the run with one
 * problem. `continue`: it becomes a coverage item that says so, and the others go on.
 */
export async function readPerCompany<T>(input: PerCompany<T>): Promise<Read<AllRead<T>>> {
	const { client, partitions, onPartitionError, log } = input;
	const { companies, missing } = partitions;
	if (companies.length === 0 && missing.length === 0) return failed('NMBRS_COMPANIES_NONE');
	const [gone] = missing;
	if (gone !== undefined && onPartitionError === 'stop') {
		return partitionProblem(gone.item.name ?? gone.item.partition, gone.problem);
	}

	const run: { stopped: Problem | null; finished: number } = { stopped: null, finished: 0 };
	const places = new Semaphore(COMPANIES_AT_ONCE);
	const readOne = async (company: CompanyPartition): Promise<CompanyRead<T>> => {
		if (run.stopped !== null) return nothingRead(company, run.stopped);
		const read = await input.read(company);
		const { problem } = read;
		if (problem !== null && (onPartitionError === 'stop' || isFatal(problem))) {
			run.stopped ??= partitionProblem(companyLabel(company), problem).problem;
		}
		run.finished += 1;
		log(
			`Nmbrs: ${run.finished} of ${companies.length} companies read, ${client.stats.calls} calls`,
		);
		return read;
	};
	const reads = await Promise.all(
		companies.map(async (company) => await places.run(async () => await readOne(company))),
	);
	const end = endOf(run.stopped, onPartitionError);
	if (end !== null) return { ok: false, problem: end };

	const items: T[] = [];
	const coverage: Coverage[] = missing.map(({ item }) => item);
	for (const read of reads) {
		// A loop, as spreading 100,000 people into push overflows the stack.
		for (const item of read.items) items.push(item);
		coverage.push(read.coverage);
	}
	return done({ items, coverage });
}
