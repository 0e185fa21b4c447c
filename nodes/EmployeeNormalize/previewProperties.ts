import { done } from '../../core/model/result';
import type { DiffOptions } from '../../core/plan/options';
import { routing } from '../shared/routing';
import { choice, parameter, wholeNumber } from '../shared/parameters';

/** What the node asks about its Preview, and the modes that were there before it. */

export const mode = choice({
	displayName: 'Mode',
	name: 'mode',
	noDataExpression: true,
	options: [
		{
			name: 'Normalize',
			value: 'normalize',
			description: 'Pass every person on, ready for Alleo Diff',
		},
		{
			name: 'Compare with What Is Published',
			value: 'compare',
			description:
				'In a run by hand, Preview says for whom this version makes something else than the published one',
		},
		{
			name: 'Try the Mapping (Older Workflows)',
			value: 'preview',
			description: 'As Normalize: what it showed is always on Preview now',
		},
	],
	default: 'normalize',
	description:
		'People go on to Alleo Diff in every mode; Preview shows what the mapping makes of them',
});

export const previewCount = wholeNumber({
	displayName: 'Preview: Examples',
	name: 'previewCount',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 5,
	description: 'How many people Preview names per field',
});

/** Both are for the eyes of a person only: what cannot be read is not known, and stops nobody. */
export const accounts = parameter<unknown[] | null>(
	{
		displayName: 'Preview: Alleo Accounts',
		name: 'accounts',
		type: 'json',
		default: '[]',
		description:
			'Items of the step that reads Alleo accounts, with an expression: Preview then shows what changes in Alleo, and which groups it lacks',
	},
	(given) => done(Array.isArray(given) && given.length > 0 ? given : null),
);

export const knownRoutes = parameter<DiffOptions['routing'] | null>(
	{
		displayName: 'Preview: Routes',
		name: 'routing',
		type: 'json',
		default: '[]',
		description:
			'The routes of Alleo Diff, with an expression: Preview then shows values without one',
	},
	(given) => {
		const read = routing.parse(given);
		return done(read.ok ? read.value : null);
	},
);
