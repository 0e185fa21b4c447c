import type { INodeProperties } from 'n8n-workflow';
import { answerLimitField } from '../../shared/credentials/answerLimitField';
import { textField } from '../../shared/credentials/fields';

/** The fields that both AFAS credentials share: which environment, and how to reach it. */
export const ENVIRONMENT_FIELDS: INodeProperties[] = [
	textField({
		displayName: 'Environment Number',
		name: 'environmentNumber',
		placeholder: 'e.g. 12345',
		description:
			'The participant number: five digits. The whole environment name, such as O12345AA, works too.',
	}),
	{
		displayName: 'Environment',
		name: 'environment',
		type: 'options',
		options: [
			{ name: 'Accept', value: 'accept', description: 'Environment names that start with A' },
			{
				name: 'Production',
				value: 'production',
				description: 'Environment names that start with O',
			},
			{ name: 'Test', value: 'test', description: 'Environment names that start with T' },
		],
		default: 'production',
		description:
			'A credential belongs to one environment. A test environment usually holds a copy of real people.',
	},
];

export const ADVANCED_FIELDS: INodeProperties[] = [
	textField(
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			placeholder: 'e.g. https://12345.rest.afas.online/ProfitRestServices',
			description:
				"Leave empty for AFAS's own address. Only https is accepted, and http for localhost.",
		},
		false,
	),
	textField(
		{
			displayName: 'Integration ID',
			name: 'integrationId',
			placeholder: 'e.g. 12345_678901',
			description:
				'Only for AFAS partners: partner number and project number. Leave empty otherwise.',
		},
		false,
	),
	answerLimitField(),
];
