import type { IssueParams } from '../issues';
import type { Change } from '../model/plan';
import type { BudgetFile } from '../model/settings';
import type { LastBudgets } from './file/lastBudgets';

/** Budgets now beside those of the last budget file, and how the difference travels in a remark. */

/** How the budgets of a customer go to Alleo, and the file of last time. */
export interface BudgetsSent {
	way: BudgetFile;
	/** null: nobody looked for it. */
	last: LastBudgets | null;
}

/** EUR of one budget in the last file and now; null: none. */
export interface BudgetDifference {
	field: string;
	from: number | null;
	to: number | null;
}

const euros = (value: Change['from']): number | null => (typeof value === 'number' ? value : null);

/** What a person is told of the changes of a line: zero in the place of nothing, or the other way round, is none. */
export const budgetDifferences = (changes: readonly Change[]): BudgetDifference[] =>
	changes
		.map(({ field, from, to }) => ({ field, from: euros(from), to: euros(to) }))
		.filter(({ from, to }) => (from ?? 0) !== (to ?? 0));

const inEnglish = (amount: number | null): string => (amount === null ? '-' : amount.toFixed(2));

const FROM = 'from:';
const TO = 'to:';

/** Budgets are no pay: they may be said. As numbers, so that a page says them in its own language. */
export function budgetParams(
	differences: readonly BudgetDifference[],
): { budgets: string } & IssueParams {
	const params: { budgets: string } & IssueParams = {
		budgets: differences
			.map(({ field, from, to }) => `${field}: ${inEnglish(from)} -> ${inEnglish(to)} EUR`)
			.join('; '),
	};
	for (const { field, from, to } of differences) {
		if (from !== null) params[`${FROM}${field}`] = from;
		if (to !== null) params[`${TO}${field}`] = to;
	}
	return params;
}

/** The differences in a remark that `budgetParams` filled; none in any other. */
export function differencesIn(params: IssueParams): BudgetDifference[] {
	const fields = Object.keys(params).flatMap((key) =>
		[FROM, TO].flatMap((start) => (key.startsWith(start) ? [key.slice(start.length)] : [])),
	);
	const amount = (key: string): number | null => {
		const value = params[key];
		return typeof value === 'number' ? value : null;
	};
	return [...new Set(fields)].sort().map((field) => ({
		field,
		from: amount(`${FROM}${field}`),
		to: amount(`${TO}${field}`),
	}));
}
