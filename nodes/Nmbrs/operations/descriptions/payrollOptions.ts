import { mapped, number } from '../../../shared/parameters';
import { CHOOSE, wageComponent } from './wageComponent';

const MINUTE_MS = 60_000;

/** Options of "Payroll: Get Many" beside those of every reading. */
export const payrollOptions = {
	fullTimeHoursPerMonth: mapped(
		number({
			displayName: 'Full-Time Hours per Month',
			name: 'fullTimeHoursPerMonth',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 0,
			placeholder: 'e.g. 173.33',
			description:
				'Gives an hourly wage for people with a monthly salary: the full-time salary divided by this. 0 derives none.',
		}),
		(hours) => (hours === 0 ? null : hours),
	),
	hourlyWageComponent: wageComponent({
		displayName: 'Gross Hourly Wage Component Name or ID',
		name: 'hourlyWageComponent',
		description: `Takes the hourly wage from this line of the payslip instead of the salary. ${CHOOSE}`,
	}),
	monthlySalaryComponent: wageComponent({
		displayName: 'Gross Monthly Salary Component Name or ID',
		name: 'monthlySalaryComponent',
		description: `Takes the monthly salary from this line of the payslip instead of the salary. ${CHOOSE}`,
	}),
	reportLimitMs: mapped(
		number({
			displayName: 'Report Limit (Minutes)',
			name: 'reportLimit',
			typeOptions: { minValue: 1, maxValue: 120 },
			limits: { above: 0, max: 120 },
			nearest: true,
			default: 10,
			description: 'How long Nmbrs may take to make the payslip report of one run',
		}),
		(minutes) => minutes * MINUTE_MS,
	),
};
