import type { OneOffBudgets, StoppedBudgets } from '../../../model/delivery';
import type { GuardLimit } from '../../options';

/** How Alleo wants the file of budgets, and from where on a person looks at it as a whole. */

export interface BudgetFileLimits {
	/** EUR a month of one Alleo company. */
	totalMonthly: number;
	/** EUR of the one-offs that one file newly gives in one Alleo company. */
	totalOneoff: number;
	/** How much (in %) the monthly total may be above that of last time. */
	risePercent: number;
	/** Share of the people (in %) whose budget may stop or fall. */
	stopPercent: number;
	/** Share of the file (in %) that may be missing in the last one. */
	notComparedPercent: number;
}

export const DEFAULT_BUDGET_FILE_LIMITS: BudgetFileLimits = {
	totalMonthly: 25_000,
	totalOneoff: 25_000,
	risePercent: 10,
	stopPercent: 10,
	notComparedPercent: 10,
};

export interface BudgetFileOptions {
	/** Whether a one-off stands in the file in which it is new or changed, or in every file. */
	oneOff: OneOffBudgets;
	/** What is written for a monthly budget that stopped. */
	stopped: StoppedBudgets;
	limits: BudgetFileLimits;
}

export const DEFAULT_BUDGET_FILE_OPTIONS: BudgetFileOptions = {
	oneOff: 'once',
	stopped: 'zero',
	limits: DEFAULT_BUDGET_FILE_LIMITS,
};

export const shareLimit = (percent: number): GuardLimit => ({ percent, minimum: 3, maximum: 100 });
