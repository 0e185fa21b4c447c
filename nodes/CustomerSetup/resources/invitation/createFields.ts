import type { INodeProperties } from 'n8n-workflow';
import { TABLE_FIELD } from '../../../shared/connect/table';

export const CREATE_FIELDS: INodeProperties[] = [
	{
		displayName: 'Customer Name',
		name: 'customerName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Bakkerij Van Dijk',
		description: 'Shown to the customer, and part of the name of the credential',
	},
	{
		displayName: 'System',
		name: 'system',
		type: 'options',
		options: [
			{ name: 'AFAS Profit', value: 'afas' },
			{ name: 'NMBRS', value: 'nmbrs' },
		],
		default: 'nmbrs',
		description: 'What the customer connects',
	},
	{
		displayName: 'Ask for the NMBRS API Token',
		name: 'askApiToken',
		type: 'boolean',
		default: false,
		displayOptions: { show: { system: ['nmbrs'] } },
		description:
			'Whether the customer is also asked for an API token, which extra fields, wage components and leave need',
	},
	{
		displayName: 'Alleo Company ID',
		name: 'alleoCompanyId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12',
		description:
			'The Alleo company that the employees come into; the daily sync of the customer gets it. Empty leaves it open.',
	},
	{
		displayName: 'AFAS Environment',
		name: 'afasEnvironment',
		type: 'string',
		default: '',
		placeholder: 'e.g. O12345AA',
		displayOptions: { show: { system: ['afas'] } },
		description:
			'The only environment that the customer can connect with this link. Empty takes the environment of the connection that is renewed, and leaves a first connection free. Fill it in when a customer really goes on with another environment.',
	},
	{
		displayName: 'Page Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Dutch', value: 'nl' },
			{ name: 'English', value: 'en' },
		],
		default: 'nl',
		description: 'The language that the pages open in; the customer can change it',
	},
	{
		displayName: 'Valid for (Days)',
		name: 'validDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 14,
		description: 'How long the link works when nobody uses it',
	},
	{
		displayName: 'Credential to Replace',
		name: 'replaceCredentialId',
		type: 'string',
		default: '',
		placeholder: 'e.g. R2DjclaysHbqn778',
		description:
			'ID of the credential whose tokens the customer renews, for connecting again. The workflows that use it go on with it. Empty makes a new one.',
	},
	{
		displayName: 'Workflow ID',
		name: 'workflowId',
		type: 'string',
		default: '',
		description:
			'Workflow that this connection is for; it is given on when the customer is done. Empty takes that of the credential that is replaced, if there is one.',
	},
	{
		displayName: 'Integration ID',
		name: 'integrationId',
		type: 'string',
		default: '',
		description:
			'What stays the same over several connections of this customer. Empty takes that of the credential that is replaced, or makes a new one.',
	},
	{
		displayName: 'Address of the Pages',
		name: 'pagesUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/alleo-connect',
		description:
			'Production URL of the Customer Connect node. Empty is the address in the credential with /webhook/alleo-connect.',
	},
	TABLE_FIELD,
];
