import type { INodeProperties } from 'n8n-workflow';

import { CHOOSE, wageComponent } from './wageComponent';

/** Options of "Payroll: Get Many" beside those of every reading. */
export const payrollOptions: INodeProperties[] = [
	{
		displayName: 'Full-Time Hours per Month',
		name: 'fullTimeHoursPerMonth',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		placeholder: 'e.g. 173.33',
		description:
			'Gives an hourly wage for people with a monthly salary: the full-time salary divided by this. 0 derives none.',
	},
	wageComponent({
		displayName: 'Gross Hourly Wage Component Name or ID',
		name: 'hourlyWageComponent',
		description: `Takes the hourly wage from this line of the payslip instead of the salary. ${CHOOSE}`,
	}),
	wageComponent({
		displayName: 'Gross Monthly Salary Component Name or ID',
		name: 'monthlySalaryComponent',
		description: `Takes the monthly salary from this line of the payslip instead of the salary. ${CHOOSE}`,
	}),
	{
		displayName: 'Report Limit (Minutes)',
		name: 'reportLimit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 120 },
		default: 10,
		description: 'How long Nmbrs may take to make the payslip report of one run',
	},
];
