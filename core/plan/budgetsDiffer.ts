import type { IssueParams } from '../issues';
import { toCents } from '../model/budget';
import { compareText } from '../model/collect';
import type { BudgetFile } from '../model/settings';
import { BUDGET_PATTERN } from '../normalize/mapping';
import type { LastBudgets } from './file/lastBudgets';

/** Budgets now beside those of the last budget file, and how the difference travels in a remark. */

/** How the budgets of a customer go to Alleo, and the file of last time. */
export interface BudgetsSent {
	way: BudgetFile;
	last: LastBudgets;
}

export type Amounts = Readonly<Record<string, number>>;

/** EUR of one budget in the last file and now; null: none, which a file may also say as 0. */
export interface BudgetDifference {
	field: string;
	from: number | null;
	to: number | null;
}

function amountIn(amounts: Amounts, field: string): number | null {
	const amount = amounts[field];
	return amount === undefined || amount === 0 ? null : amount;
}

/** Under Alleo's names only, in their order. */
export function budgetDifferences(before: Amounts, now: Amounts): BudgetDifference[] {
	const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort(compareText);
	return fields.flatMap((field) => {
		if (!BUDGET_PATTERN.test(field)) return [];
		const [from, to] = [amountIn(before, field), amountIn(now, field)];
		return toCents(from ?? 0) === toCents(to ?? 0) ? [] : [{ field, from, to }];
	});
}

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
		params[`${FROM}${field}`] = from ?? 0;
		params[`${TO}${field}`] = to ?? 0;
	}
	return params;
}

/** The differences in a remark that `budgetParams` filled; none in any other. */
export function differencesIn(params: IssueParams): BudgetDifference[] {
	const amount = (key: string): number | null => {
		const value = params[key];
		return typeof value === 'number' && value !== 0 ? value : null;
	};
	return Object.keys(params).flatMap((key) => {
		if (!key.startsWith(FROM)) return [];
		const field = key.slice(FROM.length);
		return [{ field, from: amount(key), to: amount(`${TO}${field}`) }];
	});
}
