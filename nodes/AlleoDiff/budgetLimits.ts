import { DEFAULT_BUDGET_LIMITS } from '../../core/model/budget';
import type { BudgetLimits } from '../../core/model/budget';
import { collection, number } from '../shared/parameters';

const limit = (name: keyof BudgetLimits, displayName: string, each: string) =>
	number({
		displayName,
		name,
		typeOptions: { minValue: 0 },
		default: DEFAULT_BUDGET_LIMITS[name],
		description: `EUR ${each}; whoever has more is held in a file of budgets, and noticed in a plan of employees`,
	});

/** A budget above it is looked at by a person: a comma in the wrong place is a thousand times too much. */
export const budgetLimits = collection<BudgetLimits>(
	{
		displayName: 'Budget Limits',
		name: 'budgetLimits',
		placeholder: 'Add Limit',
		description:
			'The most that is taken for a budget. Both limits are always on; add one to change it.',
	},
	{
		monthly: limit('monthly', 'Monthly', 'a month'),
		oneoff: limit('oneoff', 'Once', 'once'),
	},
);
