/** How often a budget is given, by the name of its field: `alleo_monthly_all_budget`; null where it does not say. */
export function budgetPeriod(field: string): 'monthly' | 'oneoff' | null {
	if (field.startsWith('alleo_monthly_')) return 'monthly';
	return field.startsWith('alleo_oneoff_') ? 'oneoff' : null;
}

/** Money in whole cents while adding, so that 0.1 + 0.2 stays 0.3. */
export const toCents = (amount: number): number => Math.round(amount * 100);

/** The sum of amounts in EUR, to the cent. */
export const sumEuros = (amounts: readonly number[]): number =>
	amounts.reduce((cents, amount) => cents + toCents(amount), 0) / 100;
