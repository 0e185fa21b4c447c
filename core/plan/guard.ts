import { resolveCarried } from '../issues';
import type { Filling, IssueCode, PlacesOf } from '../issues';
import type { Coverage } from '../model/employee';
import { WHOLE_PLAN } from '../model/summary';
import type { GuardResult, GuardScope } from '../model/summary';
import { inScope, withMoved } from './scopeText';

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

/**
 * The same of one part of the people, or with what earlier days brought.
 *
 * @param people active people of the part; nothing for the whole plan
 */
export function scoped(result: GuardResult, scope: GuardScope, people?: number): GuardResult {
	const params = people === undefined ? result.params : { ...result.params, people };
	const message = inScope(result.message, scope, people ?? 0, 'en');
	return { ...result, scope, message, ...(params === undefined ? {} : { params }) };
}

/** The same, which counts so many halves of moves among its people. */
export const countingMoves = (result: GuardResult, moved: number): GuardResult =>
	moved === 0
		? result
		: {
				...result,
				params: { ...result.params, moved },
				message: withMoved(result.message, moved, 'en'),
			};

/** Here the limit is the least that there must be. */
export const emptySource = (people: number): GuardResult => ({
	...guard('EMPTY_SOURCE', 1, people),
	tripped: people === 0,
});

export const incompleteSource = (
	code: 'INCOMPLETE_PARTITION' | 'FILE_SOURCE_INCOMPLETE',
	coverage: readonly Coverage[],
): GuardResult => guard(code, 0, coverage.filter((entry) => !entry.complete).length);
