import type { IssueCode } from '../../../core/issues';
import type { CoverageCheck } from '../../shared/source/coverage';
import { failed, type Problem } from '../../../core/model/result';
import type { RowCollector } from './collect';
import { orderText } from './order';
import type { ListingPlan } from './plan';

/** What was asked after the last page: the last row and what follows it, and the first page again. */
export interface Confirmation {
	/** Keys from the place of the last row on: that row and nothing else, if the list is whole. */
	atEnd: string[];
	/** Null when there was only one page, so that nothing could shift between two. */
	firstPageAgain: string[] | null;
}

const check = (code: IssueCode, ok: boolean, detail: string | null): CoverageCheck => ({
	code,
	ok,
	detail,
});

const samePage = (left: string[], right: string[]): boolean =>
	left.length === right.length && left.every((key, index) => key === right[index]);

/** The proof that a listing is whole, or the first thing that contradicts it. */
export function judgeListing(
	plan: ListingPlan,
	collected: RowCollector,
	confirmation: Confirmation,
): { checks: CoverageCheck[]; problem: Problem | null } {
	const { connector } = plan;
	const order = orderText(plan.order);
	const onePage = collected.pages <= 1;
	const end = samePage(confirmation.atEnd, collected.lastKey === null ? [] : [collected.lastKey]);
	const again = confirmation.firstPageAgain;
	const ordered = onePage || collected.order.kept;
	const same = again === null || samePage(collected.firstPageKeys, again);

	const checks: CoverageCheck[] = [
		check(
			'AFAS_CHECK_COLUMNS',
			true,
			`${plan.required.length} required columns in ${collected.received} rows`,
		),
		check(
			'AFAS_CHECK_END',
			end,
			end ? `${collected.received} rows in ${collected.pages} pages` : 'the end moved',
		),
		check('AFAS_CHECK_UNIQUE', collected.repeated === 0, `${collected.repeated} rows on two pages`),
		check('AFAS_CHECK_ORDER', ordered, onePage ? 'one page: no order needed' : order),
		check(
			'AFAS_CHECK_FIRST_PAGE',
			same,
			again === null ? 'one page: nothing can have shifted' : null,
		),
	];

	let problem: Problem | null = null;
	if (collected.repeated > 0) {
		problem = failed('AFAS_ROWS_REPEATED', { connector, order }).problem;
	} else if (!ordered) {
		problem = failed('AFAS_ORDER_NOT_KEPT', { connector, order }).problem;
	} else if (!end) {
		const cause = 'the last row is not the end of the list';
		problem = failed('AFAS_LISTING_CHANGED', { connector, cause }).problem;
	} else if (!same) {
		const cause = 'the first page, read again, held other rows';
		problem = failed('AFAS_LISTING_CHANGED', { connector, cause }).problem;
	}
	return { checks, problem };
}
