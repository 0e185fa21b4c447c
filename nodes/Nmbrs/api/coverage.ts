import type { z } from 'zod';

import type { Coverage } from '../../../core/model/employee';
import type { IssueCode } from '../../../core/issues';
import type { Listing } from './listing';
import { messageOf, type Problem } from './result';

/** One proof, or its failure. `detail` names lists and counts, never people. */
export interface CoverageCheck {
	code: IssueCode;
	ok: boolean;
	detail: string;
}

export type CoverageItem = z.output<typeof Coverage>;

/** The problem behind the first check that failed; null when all held. */
export function problemOf(
	checks: readonly CoverageCheck[],
	listings: readonly Listing[],
): Problem | null {
	const broken = checks.find((check) => !check.ok);
	if (broken === undefined) return null;
	const list = broken.detail.split(':')[0] ?? '';
	const listing = listings.find((one) => one.list === list);
	const detail = `${broken.code} ${broken.detail}`;
	if (broken.code === 'TOTALS_MATCH' || broken.code === 'NO_DUPLICATE_KEYS') {
		const total = listing?.totalRecords ?? 'no total';
		const read = listing?.rows.length ?? 0;
		return { code: 'NMBRS_LISTING_INCOMPLETE', params: { list, read, total }, detail };
	}
	if (broken.code === 'ROWS_READABLE') {
		const problem = 'records without an employee ID or of an unknown form';
		return { code: 'NMBRS_ANSWER_UNREADABLE', params: { list, problem }, detail };
	}
	return {
		code: 'NMBRS_LISTING_CHANGED',
		params: { list: list === '' ? 'employees' : list },
		detail,
	};
}

/** The coverage item of a company, debtor or list that could not be read at all. */
export const notCovered = (
	partition: string,
	name: string | null,
	problem: Problem,
): CoverageItem => ({
	partition,
	name,
	complete: false,
	employees: 0,
	pages: 0,
	checks: [],
	error: { code: problem.code, message: messageOf(problem) },
});
