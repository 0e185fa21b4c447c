import { resolveCarried } from '../../../core/issues';
import { failed, type Problem } from '../../../core/model/result';
import type { PartitionRead, Source } from '../../shared/source/source';
import { isFatal } from '../api/fatal';
import { companyLabel, type CompanyPartition, type Partitions } from './companies';
import { unreadChecks } from './unread';

/**
 * Companies that are read side by side. More than one, so that no call that may be under way is missing
 * while companies wait for their last page; few, so that memory does not hold the pages of many. Most
 * companies have one or two calls to make at first, and one for each list after that.
 */
const companiesAtOnce = (calls: number): number => Math.max(3, Math.ceil((calls * 3) / 4));

/** The problem of one company or debtor as the problem of the run: which one, why, and both ways out. */
export function partitionProblem(
	{ id, name }: { id: string; name: string | null },
	problem: Problem,
): Problem {
	if (isFatal(problem)) return problem;
	const { message, action } = resolveCarried(problem);
	return failed(
		'NMBRS_PARTITION_INCOMPLETE',
		{ company: name ?? id, cause: message, advice: action },
		`${problem.code} ${problem.detail}`.trim(),
	).problem;
}

/**
 * The companies of the consent, as a source: each is read by `read`, and told what is beside it.
 * @param calls at the same time
 */
export function companySource<T>(
	partitions: Partitions,
	calls: number,
	read: (company: CompanyPartition) => Promise<PartitionRead<T>>,
): Source<T> {
	const beside = unreadChecks(partitions);
	return {
		partitions: partitions.companies.map((company) => ({
			id: company.id,
			name: companyLabel(company),
			read: async () => {
				const given = await read(company);
				return { ...given, checks: [...given.checks, ...beside(company)] };
			},
		})),
		missing: partitions.missing,
		atOnce: companiesAtOnce(calls),
		isFatal,
		ofRun: partitionProblem,
	};
}
