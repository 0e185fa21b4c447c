import { DEFAULT_BUDGET_LIMITS } from '../../core/model/budget';
import type { BudgetLimits } from '../../core/model/budget';
import { DEFAULT_BUDGET_FILE_LIMITS } from '../../core/plan/file/budgets/options';
import type { BudgetFileLimits } from '../../core/plan/file/budgets/options';
import { collection, number } from '../shared/parameters';

const limit = (name: string, displayName: string, preset: number, description: string) =>
	number({
		displayName,
		name,
		typeOptions: { minValue: 0 },
		default: preset,
		description,
	});

const ofOne = (name: keyof BudgetLimits, displayName: string, each: string) =>
	limit(
		name,
		displayName,
		DEFAULT_BUDGET_LIMITS[name],
		`EUR ${each}; whoever has more is held in a file of budgets, and noticed in a plan of employees`,
	);

const ofFile = (name: keyof BudgetFileLimits, displayName: string, description: string) =>
	limit(name, displayName, DEFAULT_BUDGET_FILE_LIMITS[name], description);

/** A budget above it is looked at by a person: a comma in the wrong place is a thousand times too much. */
export const budgetLimits = collection<BudgetLimits & BudgetFileLimits>(
	{
		displayName: 'Budget Limits',
		name: 'budgetLimits',
		placeholder: 'Add Limit',
		description:
			'The most that is taken for a budget, and from where on a file of budgets waits for a person. All limits are always on; add one to change it.',
	},
	{
		monthly: ofOne('monthly', 'Monthly', 'a month'),
		notComparedPercent: ofFile(
			'notComparedPercent',
			'Not Compared Percent',
			'Share of the file (in %) that may be missing in the last one before the plan waits',
		),
		oneoff: ofOne('oneoff', 'Once', 'once'),
		risePercent: ofFile(
			'risePercent',
			'Rise Percent',
			'How much (in %) the monthly total may be above that of last time before the plan waits',
		),
		stopPercent: ofFile(
			'stopPercent',
			'Stop Percent',
			'Share of the people (in %) whose budget may stop or fall before the plan waits',
		),
		totalMonthly: ofFile(
			'totalMonthly',
			'Total Monthly',
			'EUR a month of one Alleo company; above it the plan of a file waits',
		),
		totalOneoff: ofFile(
			'totalOneoff',
			'Total Once',
			'EUR of the one-offs that one file newly gives in one Alleo company; above it the plan waits',
		),
	},
);
