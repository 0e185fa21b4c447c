import { resolveIssue } from '../../../core/issues';
import { failed, type Problem } from '../../../core/model/result';
import { isFatal } from '../api/fatal';

export type OnPartitionError = 'stop' | 'continue';

/** The problem of one company as the problem of the run: which company, why, and both ways out. */
export function partitionProblem(name: string, problem: Problem): { ok: false; problem: Problem } {
	if (isFatal(problem)) return { ok: false, problem };
	const { message, action } = resolveIssue(problem.code, problem.params);
	return failed(
		'NMBRS_PARTITION_INCOMPLETE',
		{ company: name, cause: message, advice: action },
		`${problem.code} ${problem.detail}`.trim(),
	);
}
