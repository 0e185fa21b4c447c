import type { INodeProperties } from 'n8n-workflow';

import { payrollOptions } from './payrollOptions';

/** Where a read needs to know of which debtors and companies. */
const showForLists = {
	show: { resource: ['employee', 'leave', 'payroll'], operation: ['getAll', 'getWageComponents'] },
};

export const partitionFields: INodeProperties[] = [
	{
		displayName: 'Debtor Names or IDs',
		name: 'debtorIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getDebtors' },
		default: [],
		displayOptions: {
			show: {
				resource: ['company', 'employee', 'leave', 'payroll'],
				operation: ['getAll', 'getWageComponents'],
			},
		},
		hint: 'None chosen: all of them',
		description:
			'Empty means every debtor that the consent covers. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Company Names or IDs',
		name: 'companyIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getCompanies', loadOptionsDependsOn: ['debtorIds'] },
		default: [],
		displayOptions: showForLists,
		hint: 'None chosen: all of them',
		description:
			'Empty means every company. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

export const onPartitionErrorField: INodeProperties = {
	displayName: 'On Company Error',
	name: 'onPartitionError',
	type: 'options',
	options: [
		{
			name: 'Continue',
			value: 'continue',
			description: 'Mark the company as incomplete on Coverage and go on with the others',
		},
		{
			name: 'Stop',
			value: 'stop',
			description: 'End the run with one message, so that nothing is decided on half the data',
		},
	],
	default: 'stop',
	displayOptions: showForLists,
	description: 'What to do when a company cannot be read completely',
};

export const referenceDateField: INodeProperties = {
	displayName: 'Reference Date',
	name: 'referenceDate',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-11-24',
	displayOptions: {
		show: { resource: ['employee', 'payroll'], operation: ['get', 'getAll'] },
	},
	description:
		"Day that decides which employment, contract or schedule is the present one. Empty means today in the workflow's time zone.",
};

const readingOptions: INodeProperties[] = [
	{
		displayName: 'Calls at the Same Time',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 8 },
		default: 2,
		description: 'How many calls may run side by side. Nmbrs publishes no limit; two is gentle.',
	},
	{
		displayName: 'Page Size',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 500 },
		default: 100,
		description: 'How many employees to ask for per page',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 5, maxValue: 3600 },
		default: 120,
		description: 'How long one call may take. Lists of big companies can be slow.',
	},
];

const collection: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: readingOptions,
};

const forPayroll = (operation: string) => ({
	show: { resource: ['payroll'], operation: [operation] },
});

/** Options of every operation: only "Payroll: Get Many" knows of payslips. */
export const optionsFields: INodeProperties[] = [
	{ ...collection, displayOptions: { hide: { resource: ['payroll'] } } },
	{ ...collection, displayOptions: forPayroll('getWageComponents') },
	{
		...collection,
		options: [...payrollOptions, ...readingOptions],
		displayOptions: forPayroll('getAll'),
	},
];
