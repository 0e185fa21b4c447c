import type { INodeProperties } from 'n8n-workflow';

import { leaveRules, mapped, wholeNumber } from '../../../shared/parameters';

export const leaveGroups = leaveRules(
	{
		displayName: 'Leave Groups',
		name: 'leaveGroups',
		description:
			'Which leave groups are statutory and which are not; a group in no line is unknown',
	},
	{ row: 'Leave Group', example: 'bovenwettelijk' },
);

export const leaveFields: INodeProperties[] = [
	{
		...leaveGroups.field,
		displayOptions: { show: { resource: ['leave'], operation: ['getAll'] } },
	},
];

const showForWages = { show: { resource: ['payroll'], operation: ['getWageComponents'] } };

/** Which payroll period is meant; left out where it is the current one. */
const currentAtZero = (count: number): number | undefined => (count === 0 ? undefined : count);

export const year = mapped(
	wholeNumber({
		displayName: 'Year',
		name: 'year',
		limits: { min: 0 },
		default: 0,
		displayOptions: showForWages,
		hint: '0: the current one',
		description: 'Payroll year. 0 means the current one.',
	}),
	currentAtZero,
);

export const period = mapped(
	wholeNumber({
		displayName: 'Period',
		name: 'period',
		typeOptions: { minValue: 0, maxValue: 53 },
		default: 0,
		displayOptions: showForWages,
		hint: '0: the current one',
		description: 'Payroll period within the year. 0 means the current one.',
	}),
	currentAtZero,
);

export const payrollFields = [year.field, period.field];
