import type { INodeProperties } from 'n8n-workflow';

import { done } from '../../../../core/model/result';
import {
	checked,
	choice,
	collection,
	mapped,
	names,
	number,
	referenceDate,
	wholeNumber,
} from '../../../shared/parameters';
import type { Parameter } from '../../../shared/parameters';
import { payrollOptions } from './payrollOptions';

/** Where a read needs to know of which debtors and companies. */
const showForLists = {
	show: { resource: ['employee', 'leave', 'payroll'], operation: ['getAll', 'getWageComponents'] },
};

const ID = /^[A-Za-z0-9-]{1,64}$/;

/** IDs go into paths: nothing but letters, digits and dashes. */
export const nmbrsId = (one: Parameter<string>): Parameter<string> =>
	checked(one, (id, refuse) => (ID.test(id) ? done(id) : refuse('it is empty or no Nmbrs ID')));

const nmbrsIds = (several: Parameter<string[]>): Parameter<string[]> =>
	checked(several, (ids, refuse) => {
		const odd = ids.filter((id) => !ID.test(id)).length;
		return odd === 0 ? done(ids) : refuse(`${odd} value(s) are no Nmbrs ID`);
	});

export const debtorIds = nmbrsIds(
	names({
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
	}),
);

export const companyIds = nmbrsIds(
	names({
		displayName: 'Company Names or IDs',
		name: 'companyIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getCompanies', loadOptionsDependsOn: ['debtorIds'] },
		default: [],
		displayOptions: showForLists,
		hint: 'None chosen: all of them',
		description:
			'Empty means every company. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	}),
);

export const partitionFields = [debtorIds.field, companyIds.field];

export const onPartitionError = choice({
	displayName: 'On Company Error',
	name: 'onPartitionError',
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
	empty: 'stop',
	displayOptions: showForLists,
	description: 'What to do when a company cannot be read completely',
});

export const day = referenceDate({
	placeholder: 'e.g. 2026-11-24',
	displayOptions: {
		show: { resource: ['employee', 'payroll'], operation: ['get', 'getAll'] },
	},
	description:
		"Day that decides which employment, contract or schedule is the present one. Empty means today in the workflow's time zone.",
});

const readingOptions = {
	concurrency: wholeNumber({
		displayName: 'Calls at the Same Time',
		name: 'concurrency',
		typeOptions: { minValue: 1, maxValue: 8 },
		nearest: true,
		default: 2,
		description: 'How many calls may run side by side. Nmbrs publishes no limit; two is gentle.',
	}),
	pageSize: wholeNumber({
		displayName: 'Page Size',
		name: 'pageSize',
		typeOptions: { minValue: 1, maxValue: 500 },
		nearest: true,
		default: 100,
		description: 'How many employees to ask for per page',
	}),
	timeoutMs: mapped(
		number({
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			typeOptions: { minValue: 5, maxValue: 3600 },
			limits: { min: 1, max: 3600 },
			nearest: true,
			default: 120,
			description: 'How long one call may take. Lists of big companies can be slow.',
		}),
		(seconds) => seconds * 1000,
	),
};

const about = { displayName: 'Options', name: 'options', placeholder: 'Add option' };

/** How to read: every operation has these. */
export const options = collection(about, readingOptions);

/** Only "Payroll: Get Many" knows of payslips. */
export const optionsOfPayroll = collection(about, { ...payrollOptions, ...readingOptions });

const forPayroll = (operation: string) => ({
	show: { resource: ['payroll'], operation: [operation] },
});

export const optionsFields: INodeProperties[] = [
	{ ...options.field, displayOptions: { hide: { resource: ['payroll'] } } },
	{ ...options.field, displayOptions: forPayroll('getWageComponents') },
	{ ...optionsOfPayroll.field, displayOptions: forPayroll('getAll') },
];
