import type { Coverage } from '../../../core/model/employee';
import { resolveCarried, type IssueCode } from '../../../core/issues';
import type { StepNames } from '../../../core/issues/steps';
import type { Problem } from '../../../core/model/result';

/** One proof that a partition is whole, or its failure. `detail` names lists and counts, never people. */
export interface CoverageCheck {
	code: IssueCode;
	ok: boolean;
	detail: string | null;
}

/** What coverage says of a problem: the code, what happened, and what to do, each by itself. */
export function coverageError(
	problem: Problem,
	steps: StepNames = {},
): NonNullable<Coverage['error']> {
	const { code, message, action } = resolveCarried(problem, 'en', steps);
	return { code, message, action };
}

/** What a reading says of itself; `problem` is why it is not whole. */
export interface Covered {
	/** People that were read, in scope. */
	employees: number;
	pages: number;
	checks: CoverageCheck[];
	problem: Problem | null;
	/** Only where it is not for a problem alone, such as rows that belong to nobody. */
	complete?: boolean;
}

/**
 * The coverage item of one partition, for every source. A check that failed is no gap by itself: the
 * reader of the partition knows which ones are, and gives their problem.
 */
export function coverageOf(partition: string, name: string | null, read: Covered): Coverage {
	const { employees, pages, checks, problem } = read;
	return {
		partition,
		name,
		complete: problem === null && (read.complete ?? true),
		employees,
		pages,
		checks,
		error: problem === null ? null : coverageError(problem),
	};
}
