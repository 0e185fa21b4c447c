import type { INodeProperties } from 'n8n-workflow';
import { done } from '../../../core/model/result';
import { parameter } from './parameter';
import type { About, Parameter } from './parameter';
import { pickedText } from './values';

interface PickerAbout extends About {
	value: string;
	/** The way in that is shown first; the list where nothing is said. */
	first?: 'list' | 'id';
	/** The method of the node that searches the list. */
	search: string;
	/** The way in without a list. */
	typed: { displayName: string } & Pick<
		NonNullable<INodeProperties['modes']>[number],
		'placeholder' | 'validation'
	>;
}

/** A list to choose from, which also takes what is typed, since the other side may be out of reach. */
export const picker = ({
	value,
	first = 'list',
	search,
	typed,
	...about
}: PickerAbout): Parameter<string> =>
	parameter(
		{
			...about,
			type: 'resourceLocator',
			default: { mode: first, value },
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod: search, searchable: true },
				},
				{ name: 'id', type: 'string', ...typed },
			],
		},
		(given, refuse) => {
			const read = pickedText(given);
			return read === null ? refuse('it must be a text') : done(read);
		},
	);
