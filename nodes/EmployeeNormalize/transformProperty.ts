import { choice, rows, text } from '../shared/parameters';
import { ACCESS_FIELD, FIELDS, PANEL_ORDER, PUBLISHED_BUDGETS } from '../../core/normalize/mapping';

/** n8n wants long lists of options sorted by their name. */
export const byName = (a: { name: string }, b: { name: string }): number =>
	a.name.localeCompare(b.name, 'en');

const transformFields: Array<{ name: string; value: string }> = [
	...PANEL_ORDER.map((id) => ({ name: FIELDS[id].label, value: id })),
	...PUBLISHED_BUDGETS.map((name) => ({ name, value: name })),
	{ name: 'Access Field', value: ACCESS_FIELD },
].sort(byName);

/** Fallbacks and transforms without code; the rows are read unresolved (parameters.ts). */
export const transforms = rows(
	{
		displayName: 'Fallbacks and Transforms',
		name: 'transforms',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Fallback or Transform',
		description: 'What to do with a field that is empty, or is written in another way',
		row: { displayName: 'Row', name: 'rows' },
	},
	{
		field: choice({
			displayName: 'Field',
			name: 'field',
			options: transformFields,
			default: 'email',
			description: 'The Alleo field',
		}),
		fallback: text({
			displayName: 'Fallback',
			name: 'fallback',
			placeholder: 'e.g. privateEmail',
			description:
				'The source field to take where the first one is empty; type its name or drag it',
		}),
		transform: choice({
			displayName: 'Transform',
			name: 'transform',
			options: [
				{
					name: 'Date',
					value: 'date',
					description: 'Also read 19900504, 1990/05/04 and 4 mei 1990',
				},
				{
					name: 'Dutch Name Parts',
					value: 'dutchNameParts',
					description: 'Split "van der Berg" or "Jan van der Berg" into its parts',
				},
				{ name: 'Lower Case', value: 'lowerCase' },
				{ name: 'None', value: 'none' },
				{ name: 'Number', value: 'number', description: 'Read 1.234,50 and 1234.5 alike' },
				{ name: 'Trim', value: 'trim', description: 'Remove spaces around and double spaces' },
				{ name: 'Upper Case', value: 'upperCase' },
				{
					name: 'Yes or No',
					value: 'yesNo',
					description: 'Read ja, nee, true, false, 1, 0, x',
				},
			],
			default: 'none',
			description: 'What to do with the value',
		}),
	},
);
