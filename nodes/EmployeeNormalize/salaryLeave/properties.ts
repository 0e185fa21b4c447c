import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { FLEX_COLUMN_KEYS, FLEX_COLUMNS } from '../../../core/payroll/columns';
import { DEFAULT_FLEX_OPTIONS } from '../../../core/payroll/options';
import { byName } from '../transformProperty';

/** What the node asks when it normalizes payroll records. */

const SOURCES: INodePropertyOptions[] = [
	{
		name: 'Component: Accrual of the Period',
		value: 'componentAccrual',
		description: 'A wage component or reservation that the source node reads, by its code',
	},
	{
		name: 'Component: Balance',
		value: 'componentBalance',
		description: 'A wage component or reservation that the source node reads, by its code',
	},
	{ name: 'Holiday Allowance: Accrual of the Period', value: 'holidayAllowanceAccrual' },
	{ name: 'Holiday Allowance: Balance', value: 'holidayAllowanceBalance' },
	{ name: 'None', value: 'none', description: 'The column stays empty' },
];

const source = (which: 'Primary' | 'Secondary', preset: string): INodeProperties[] => {
	const name = `${which.toLowerCase()}Source`;
	return [
		{
			displayName: `${which} Salary Source`,
			name,
			type: 'options',
			options: SOURCES,
			default: preset,
			description: `Which figure of the payroll is the ${which.toLowerCase()} salary source in Alleo; 0 stops the budget`,
		},
		{
			displayName: `${which} Component Code`,
			name: `${name}Code`,
			type: 'string',
			default: '',
			placeholder: 'e.g. 2310',
			displayOptions: { show: { [name]: ['componentAccrual', 'componentBalance'] } },
			description: 'The code as the source node gives it under other_sources',
		},
	];
};

export const salaryLeaveProperties: INodeProperties[] = [
	...source('Primary', DEFAULT_FLEX_OPTIONS.primary.kind),
	...source('Secondary', DEFAULT_FLEX_OPTIONS.secondary.kind),
	{
		displayName: 'Required Columns',
		name: 'requiredColumns',
		type: 'multiOptions',
		options: FLEX_COLUMN_KEYS.map((value) => ({ name: FLEX_COLUMNS[value], value })).sort(byName),
		default: [...DEFAULT_FLEX_OPTIONS.required],
		description:
			'Whoever lacks one of these is held. Alleo needs the hourly wage for Flex Leave, and non-statutory leave for selling it.',
	},
	{
		displayName: 'Hours per Leave Day',
		name: 'hoursPerDay',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 24, numberPrecision: 2 },
		default: 0,
		description:
			'Hours that one day of leave stands for, where the HR system keeps days. 0 holds people whose leave is in days.',
	},
	{
		displayName: 'Accruals Are Per',
		name: 'accrualPer',
		type: 'options',
		options: [
			{ name: 'Payroll Period', value: 'period', description: 'As the payroll has them' },
			{
				name: 'Month',
				value: 'month',
				description: 'Converted for four-weekly and other cycles, to the cent',
			},
		],
		default: 'period',
		description: 'What an accrual in the file is about, for people who are not paid by the month',
	},
];
