import type { BudgetFile } from '../../core/model/settings';
import { choice } from './parameters';
import type { Choice } from './parameters';

const OPTIONS: ReadonlyArray<Choice<BudgetFile>> = [
	{
		name: 'Every Day',
		value: 'daily',
		description: 'The workflow with the budget file runs every day',
	},
	{
		name: 'Every Month',
		value: 'monthly',
		description: 'The workflow with the budget file runs once a month',
	},
	{
		name: 'No File',
		value: 'none',
		description: 'Budgets do not go to Alleo by a file of this package',
	},
	{
		name: 'Another Way',
		value: 'other',
		description: 'Alleo gets them another way, such as its own integration with the HR system',
	},
];

/** Declared once for every node that asks it; old workflows have none and send no file. */
export const budgetFileChoice = (description: string) =>
	choice({
		displayName: 'Budget File',
		name: 'budgetFile',
		options: OPTIONS,
		default: 'none',
		empty: 'none',
		description,
	});
