import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_PATH, dataTable } from '../shared/connect/table';
import { text, wholeNumber } from '../shared/parameters';

/** Asked for where nothing else is named. */
export const EMPLOYEES_CONNECTOR = 'Profit_Employees_Alleo';

export const employeesConnector = text({
	displayName: 'AFAS Employees Connector',
	name: 'employeesConnector',
	default: EMPLOYEES_CONNECTOR,
	required: true,
	description: 'GetConnector that AFAS customers are asked to make, and that is looked for',
});

export const contractsConnector = text({
	displayName: 'AFAS Contracts Connector',
	name: 'contractsConnector',
	default: 'Profit_Contract',
	description: 'GetConnector for contracts. Empty asks for none.',
});

/** Tests of typed secrets for one link, where the node does not say otherwise. */
export const TRIES_PER_HOUR = 5;

/** In the order of the panel. */
export const options = {
	afasBaseUrl: text({
		displayName: 'AFAS Base URL',
		name: 'afasBaseUrl',
		placeholder: 'e.g. https://12345.rest.afas.online/ProfitRestServices',
		description: "Only for customers with an address of their own. Empty is AFAS's own address.",
	}),
	afasIntegrationId: text({
		displayName: 'AFAS Integration ID',
		name: 'afasIntegrationId',
		placeholder: 'e.g. 12345_678901',
		description: 'Only for AFAS partners: partner number and project number',
	}),
	payLeaveConnector: text({
		displayName: 'AFAS Leave Connector',
		name: 'afasLeaveConnector',
		default: 'Profit_LeaveBalance',
		description:
			'GetConnector with leave balances that the page proposes, where salary and leave are asked for',
	}),
	payPlansConnector: text({
		displayName: 'AFAS Plans Connector',
		name: 'afasPlansConnector',
		description: 'The same for year and period of each payroll plan. Empty proposes none.',
	}),
	paySalaryConnector: text({
		displayName: 'AFAS Salary Connector',
		name: 'afasSalaryConnector',
		description: 'The same for salary lines. Empty proposes none.',
	}),
	payWagesConnector: text({
		displayName: 'AFAS Wage Components Connector',
		name: 'afasWagesConnector',
		description: 'The same for calculated wage components. Empty proposes none.',
	}),
	alleoBaseUrl: text({
		displayName: 'Alleo Base URL',
		name: 'alleoBaseUrl',
		placeholder: 'e.g. https://api.yourcampus.co/customer_api/v1',
		description: "Of the keys that support enters. Empty is Alleo's own address.",
	}),
	triesPerHour: wholeNumber({
		displayName: 'Failed Tests per Hour',
		name: 'triesPerHour',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: TRIES_PER_HOUR,
		description:
			'How often a token or secret that does not work may be tried with one link within an hour. Then the page says when to come back.',
	}),
	soapBaseUrl: text({
		displayName: 'NMBRS SOAP Base URL',
		name: 'soapBaseUrl',
		placeholder: 'e.g. https://api.nmbrs.nl',
		description: "Empty is Nmbrs' own address",
	}),
};

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
	dataTable.field,
	employeesConnector.field,
	contractsConnector.field,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: Object.values(options).map(({ field }) => field),
	},
];
