import type { CoverageCheck } from '../../shared/source/coverage';

import type { Listing } from './listing';
import type { Problem } from '../../../core/model/result';

/** The problem behind the first check that failed; null when all held. */
export function problemOf(
	checks: readonly CoverageCheck[],
	listings: readonly Listing[],
): Problem | null {
	const broken = checks.find((check) => !check.ok);
	if (broken === undefined) return null;
	const list = broken.detail?.split(':')[0] ?? '';
	const listing = listings.find((one) => one.list === list);
	const detail = `${broken.code} ${broken.detail ?? ''}`;
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
