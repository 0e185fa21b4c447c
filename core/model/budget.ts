/** `alleo_monthly_all_budget` and the like: https://support.alleo.nl/en/articles/88287-auto-assigning-budgets-to-employees */
export const BUDGET_PATTERN = /^alleo_(monthly|oneoff)_([a-z0-9]+(?:_[a-z0-9]+)*)_budget$/;

/** How often a budget is given, by the name of its field: `alleo_monthly_all_budget`; null where it does not say. */
export function budgetPeriod(field: string): 'monthly' | 'oneoff' | null {
	if (field.startsWith('alleo_monthly_')) return 'monthly';
	return field.startsWith('alleo_oneoff_') ? 'oneoff' : null;
}

/** What a budget is for, as its field says: `health` of `alleo_monthly_health_budget`. */
export const budgetCategoryOf = (field: string): string => BUDGET_PATTERN.exec(field)?.[2] ?? field;

/** Categories that Alleo publishes ("Automatic budgets"); any other is the customer's agreement with them. */
export const PUBLISHED_CATEGORIES: ReadonlySet<string> = new Set(['all', 'health']);

/** Money in whole cents while adding, so that 0.1 + 0.2 stays 0.3. */
export const toCents = (amount: number): number => Math.round(amount * 100);

/** The sum of amounts in EUR, to the cent. */
export const sumEuros = (amounts: readonly number[]): number =>
	amounts.reduce((cents, amount) => cents + toCents(amount), 0) / 100;

/** The most that is taken for a budget, in EUR; above it a person looks first. */
export interface BudgetLimits {
	monthly: number;
	oneoff: number;
}
export const DEFAULT_BUDGET_LIMITS: BudgetLimits = { monthly: 1000, oneoff: 10_000 };

/** The first budget above its limit, by its field; null where none is. */
export function budgetAboveLimit(
	budgets: Readonly<Record<string, number>>,
	limits: BudgetLimits,
): { field: string; limit: number } | null {
	for (const [field, amount] of Object.entries(budgets)) {
		const period = budgetPeriod(field);
		if (period !== null && amount > limits[period]) return { field, limit: limits[period] };
	}
	return null;
}

/** The columns of the budget file besides one for each budget, by its header. */
export const BUDGET_FILE = {
	email: 'Email',
	/**
	 * Alleo's own number of the account. Money was given to an account, and an address changes, as an external
	 * id does with a transfer: without it a one-off of before would look new under the new address.
	 */
	alleoId: 'Alleo ID',
	/** One-offs that stood in an earlier file, so that they are not given again. */
	sentBefore: 'Sent Before',
} as const;

/** Whole cents, as the file has them; a fraction of a cent is no amount that anybody was given. */
export const isWholeCents = (amount: number): boolean =>
	Number.isFinite(amount) && amount >= 0 && toCents(amount) / 100 === amount;

/** `alleo_oneoff_all_budget=100.00; …`; '' where nothing was sent before. */
export const sentBeforeCell = (sent: Readonly<Record<string, number>>): string =>
	Object.entries(sent)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([field, amount]) => `${field}=${amount.toFixed(2)}`)
		.join('; ');
