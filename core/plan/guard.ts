import { resolveCarried } from '../issues';
import type { Filling, IssueCode, PlacesOf } from '../issues';
import type { Coverage } from '../model/employee';
import { WHOLE_PLAN } from '../model/summary';
import type { GuardResult } from '../model/summary';

/** One guard of a plan, evaluated; and those that every plan has. */

/** @param params what the text needs besides the numbers, so that a page can say it in another language */
export function guard<C extends IssueCode>(
	code: C,
	limit: number,
	actual: number,
	...[params = {}]: Filling<Exclude<PlacesOf<C>, 'limit' | 'actual'>>
): GuardResult {
	const { message, action } = resolveCarried({ code, params: { limit, actual, ...params } });
	const extra = Object.keys(params).length === 0 ? {} : { params };
	return {
		code,
		scope: WHOLE_PLAN,
		limit,
		actual,
		tripped: actual > limit,
		message,
		action,
		...extra,
	};
}

/** Here the limit is the least that there must be. */
export const emptySource = (people: number): GuardResult => ({
	...guard('EMPTY_SOURCE', 1, people),
	tripped: people === 0,
});

export const incompleteSource = (
	code: 'INCOMPLETE_PARTITION' | 'FILE_SOURCE_INCOMPLETE',
	coverage: readonly Coverage[],
): GuardResult => guard(code, 0, coverage.filter((entry) => !entry.complete).length);
