import { PAY_COLUMN_KEYS, PAY_COLUMNS } from '../../../core/payroll/columns';
import { DEFAULT_PAYROLL_OPTIONS } from '../../../core/payroll/options';
import type { SourceChoice } from '../../../core/payroll/options';
import { choice, number, several, text } from '../../shared/parameters';
import { byName } from '../transformProperty';

/** What the node asks when it normalizes payroll records. */

const SOURCES = [
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
] as const;

const source = (which: 'Primary' | 'Secondary', preset: SourceChoice['kind']) =>
	choice({
		displayName: `${which} Salary Source`,
		name: `${which.toLowerCase()}Source`,
		options: SOURCES,
		default: preset,
		description: `Which figure of the payroll is the ${which.toLowerCase()} salary source in Alleo; 0 stops the budget`,
	});

const code = (which: 'Primary' | 'Secondary') => {
	const name = `${which.toLowerCase()}Source`;
	return text({
		displayName: `${which} Component Code`,
		name: `${name}Code`,
		placeholder: 'e.g. 2310',
		displayOptions: { show: { [name]: ['componentAccrual', 'componentBalance'] } },
		description: 'The code as the source node gives it under other_sources',
	});
};

/** In the order of the panel. */
export const salaryLeave = {
	primary: source('Primary', DEFAULT_PAYROLL_OPTIONS.primary.kind),
	primaryCode: code('Primary'),
	secondary: source('Secondary', DEFAULT_PAYROLL_OPTIONS.secondary.kind),
	secondaryCode: code('Secondary'),
	required: several({
		displayName: 'Required Columns',
		name: 'requiredColumns',
		options: PAY_COLUMN_KEYS.map((value) => ({ name: PAY_COLUMNS[value], value })).sort(byName),
		default: [...DEFAULT_PAYROLL_OPTIONS.required],
		description:
			'Whoever lacks one of these is held. Alleo needs the hourly wage for Flex Leave, and non-statutory leave for selling it.',
	}),
	hoursPerDay: number({
		displayName: 'Hours per Leave Day',
		name: 'hoursPerDay',
		typeOptions: { minValue: 0, maxValue: 24, numberPrecision: 2 },
		default: 0,
		description:
			'Hours that one day of leave stands for, where the HR system keeps days. 0 holds people whose leave is in days.',
	}),
	accrualPer: choice({
		displayName: 'Accruals Are Per',
		name: 'accrualPer',
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
	}),
};
