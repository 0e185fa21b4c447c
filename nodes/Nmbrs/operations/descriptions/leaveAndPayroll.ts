import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_LEAVE_RULES } from '../../../../core/payroll/leaveRules';

export const leaveGroupsField: INodeProperties = {
	displayName: 'Leave Groups',
	name: 'leaveGroups',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Leave Group',
	default: { rule: DEFAULT_LEAVE_RULES.map((rule) => ({ ...rule })) },
	description: 'Which leave groups are statutory and which are not; a group in no line is unknown',
	options: [
		{
			displayName: 'Leave Group',
			name: 'rule',
			values: [
				{
					displayName: 'Code or Part of Name',
					name: 'match',
					type: 'string',
					default: '',
					placeholder: 'e.g. bovenwettelijk',
					description: 'Exact code, or a part of the name; the longest match wins',
				},
				{
					displayName: 'Kind',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Non-Statutory', value: 'nonStatutory' },
						{ name: 'Statutory', value: 'statutory' },
					],
					default: 'statutory',
				},
			],
		},
	],
};

export const leaveFields: INodeProperties[] = [
	{
		...leaveGroupsField,
		displayOptions: { show: { resource: ['leave'], operation: ['getAll'] } },
	},
];

const showForWages = { show: { resource: ['payroll'], operation: ['getWageComponents'] } };

export const payrollFields: INodeProperties[] = [
	{
		displayName: 'Year',
		name: 'year',
		type: 'number',
		default: 0,
		displayOptions: showForWages,
		hint: '0: the current one',
		description: 'Payroll year. 0 means the current one.',
	},
	{
		displayName: 'Period',
		name: 'period',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 53 },
		default: 0,
		displayOptions: showForWages,
		hint: '0: the current one',
		description: 'Payroll period within the year. 0 means the current one.',
	},
];
