import type { itemIssue, IssueCode, IssueParams } from '../../../core/issues';
import type { Problem } from '../../../core/model/result';
import type { CoverageCheck } from './coverage';

/**
 * What every HR system gives the sync, whatever it is read with. A source lists its partitions; each is
 * read to its end, and proves it, by itself. `readSource` (read.ts) makes people and coverage of them.
 * docs/adding-a-source.md builds one from nothing.
 */
export interface Source<T> {
	/** In the order in which coverage tells about them. At least one, or one that is missing. */
	partitions: ReadonlyArray<Partition<T>>;
	/** Chosen by the user, but not within reach: a gap in coverage, never people who are gone. */
	missing: readonly Missing[];
	/** Partitions that are read side by side; 1 for a system that prefers one question at a time. */
	atOnce: number;
	/** True for a problem after which nothing else can be read either, such as a consent that was withdrawn. */
	isFatal(problem: Problem): boolean;
	/** The problem of one partition as the problem of the run: says which partition, if its text does not. */
	ofRun(partition: Pick<Missing, 'id' | 'name'>, problem: Problem): Problem;
	/** Told after each partition; for a line in the log. */
	progress?(finished: number): void;
	/**
	 * The last look at everything that was read, before it leaves: takes out what may not leave (some of
	 * it shows over all people only), and says what stayed behind. Names of fields, never a value.
	 */
	close?(items: readonly T[]): Remark[];
}

/** What is read by itself, and what coverage has one item about: a company, a connector, a file. */
export interface Partition<T> {
	/**
	 * What Alleo Diff knows it by. The same from run to run, and the same as `partition` in its records:
	 * nobody of a partition that is not complete is deactivated.
	 */
	id: string;
	/** As people know it; null where it has no name, or only the reading finds it. */
	name: string | null;
	/** Reads it to its end. What goes wrong is a problem in the result; a throw is caught, but says less. */
	read(): Promise<PartitionRead<T>>;
}

export interface PartitionRead<T> {
	/** The records that were read. With a problem: none, or those of whom the source is sure. */
	items: T[];
	/** People among them; coverage says so, and Alleo Diff compares it with what it was given. */
	employees: number;
	/** Answers that it took. */
	pages: number;
	/** The proof that nobody is missing. */
	checks: CoverageCheck[];
	/** Why it is not whole; null when it is. */
	problem: Problem | null;
	/** False where it is not whole without a problem, such as rows that belong to nobody. */
	complete?: boolean;
	/** A name that only the reading found. */
	name?: string | null;
}

export interface Missing {
	id: string;
	name: string | null;
	problem: Problem;
}

/** A remark on a person, on its record: the catalogue's text, never a value. */
export type Notice = ReturnType<typeof itemIssue>;

/** Something to say above the output, and in the log. */
export interface Remark {
	code: IssueCode;
	params: IssueParams;
	type: 'info' | 'warning';
}

/** The setting of both nodes: end the run with one problem, or go on and say so in coverage. */
export type OnPartitionError = 'stop' | 'continue';

/** The reading of a partition that gave nothing. */
export const emptyRead = (problem: Problem, pages = 0, checks: CoverageCheck[] = []) => ({
	items: [],
	employees: 0,
	pages,
	checks,
	problem,
});
