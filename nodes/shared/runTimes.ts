import type { RunTimes } from '../../core/model/settings';
import { choice } from './parameters';
import type { Choice } from './parameters';

const OPTIONS: ReadonlyArray<Choice<RunTimes>> = [
	{
		name: 'As in the Template',
		value: 'template',
		description: 'At the time of the schedule of the template, the same for every customer',
	},
	{
		name: 'Once a Day',
		value: 'onceADay',
		description:
			'Between 03:30 and 05:30 in the time zone of the workflow, at a minute that follows from the customer',
	},
	{
		name: 'Twice a Day',
		value: 'twiceADay',
		description: 'And once more 16 hours later, in the evening',
	},
];

/** When a customer's workflow starts by itself; a schedule of n8n cannot read it from a step. */
export const runTimes = (
	displayName: string,
	preset: RunTimes,
	description: string,
	names: Partial<Record<RunTimes, Pick<Choice, 'name' | 'description'>>> = {},
) =>
	choice({
		displayName,
		name: 'runTimes',
		options: OPTIONS.map((option) => ({ ...option, ...names[option.value] })),
		default: preset,
		empty: preset,
		description,
	});
