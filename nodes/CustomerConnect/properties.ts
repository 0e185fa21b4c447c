import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_PATH, TABLE_FIELD } from '../shared/connect/table';

export const CONNECT_PROPERTIES: INodeProperties[] = [
	{
		displayName:
			'Customers come here with an invitation link, which the node Customer Setup makes. Publish the workflow, and register the production URL as redirect address of your app at Nmbrs. Each customer who finishes starts the workflow with one item, without secrets.',
		name: 'connectNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: DEFAULT_PATH,
		required: true,
		placeholder: `e.g. ${DEFAULT_PATH}`,
		description:
			'Last part of the address of the pages. Links that were sent out end when it changes.',
	},
	TABLE_FIELD,
	{
		displayName: 'AFAS Employees Connector',
		name: 'employeesConnector',
		type: 'string',
		default: 'Profit_Employees_Alleo',
		required: true,
		description: 'GetConnector that AFAS customers are asked to make, and that is looked for',
	},
	{
		displayName: 'AFAS Contracts Connector',
		name: 'contractsConnector',
		type: 'string',
		default: 'Profit_Contract',
		description: 'GetConnector for contracts. Empty asks for none.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'AFAS Base URL',
				name: 'afasBaseUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://12345.rest.afas.online/ProfitRestServices',
				description:
					"Only for customers with an address of their own. Empty is AFAS's own address.",
			},
			{
				displayName: 'AFAS Integration ID',
				name: 'afasIntegrationId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 12345_678901',
				description: 'Only for AFAS partners: partner number and project number',
			},
			{
				displayName: 'Failed Tests per Hour',
				name: 'triesPerHour',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1000 },
				default: 5,
				description:
					'How often a token or secret that does not work may be tried with one link within an hour. Then the page says when to come back.',
			},
			{
				displayName: 'NMBRS SOAP Base URL',
				name: 'soapBaseUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://api.nmbrs.nl',
				description: "Empty is Nmbrs' own address",
			},
		],
	},
];
