import type { INodeProperties } from 'n8n-workflow';
import { decidingProperties } from '../AlleoDiff/properties';

export const properties: INodeProperties[] = [
	{
		displayName: 'Person',
		name: 'person',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. fenna@example.nl',
		description: 'An e-mail address, an employee number, an external ID or a name',
	},
	{
		displayName:
			'Give this node the same settings as Alleo Diff in the daily workflow, or it explains another plan.',
		name: 'sameSettings',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Voorbeeld Holding',
		description: 'Shown above the answers, such as the name of the customer',
	},
	{
		displayName: 'Report Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Dutch', value: 'nl' },
			{ name: 'English', value: 'en' },
		],
		default: 'en',
		description:
			'Language of the headline, the steps, the markdown and the page; text_en and text_nl are always there',
	},
	...decidingProperties,
];
