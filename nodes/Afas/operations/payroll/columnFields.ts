import { added } from '../../../shared/parameters';
import type { Parameter } from '../../../shared/parameters';
import { column, type ColumnSearch } from '../descriptions/shared';
import {
	LEAVE_ROLES,
	PLAN_ROLES,
	SALARY_ROLES,
	WAGE_ROLES,
	type Role,
} from '../../payroll/columns';
import type { Given } from '../../payroll/settings';

/** What each role is called in the node, and what it is for. */
const LABELS: Readonly<Record<string, readonly [name: string, description: string]>> = {
	employee: ['Employee', 'Employee code'],
	hourlyWage: ['Hourly Wage', 'Gross wage per hour'],
	monthlySalary: ['Monthly Salary', 'Gross salary per month, part-time applied'],
	start: ['Line: Start Date', 'First day of the salary line'],
	end: ['Line: End Date', 'Last day of the salary line'],
	employment: ['Employment', 'Tells two employments of one employee apart'],
	hours: ['Hours per Week', 'Contract hours'],
	cycle: ['Pay Cycle', 'How often the person is paid'],
	email: ['E-Mail', 'Business e-mail address'],
	employmentStart: ['Employment: Start Date', 'First day in service'],
	employmentEnd: ['Employment: End Date', 'Last day in service'],
	employer: ['Employer', 'Employer code'],
	employerName: ['Employer Name', 'Name of the employer'],
	component: ['Component Number', 'Number of the wage component, not the root number'],
	value: ['Amount', 'What was calculated, in EUR'],
	description: ['Description', 'Name of the component or leave type'],
	paidYear: ['Paid: Year', 'Year of the payroll in which it was paid'],
	paidPeriod: ['Paid: Period', 'Period of the payroll in which it was paid'],
	forYear: ['Concerning: Year', 'Year that the amount is about'],
	forPeriod: ['Concerning: Period', 'Period that the amount is about'],
	paidPlan: ['Paid: Plan', 'Payroll plan in which it was paid (plan betaald)'],
	forPlan: ['Concerning: Plan', 'Payroll plan that the amount is about (plan betrekking op)'],
	plan: ['Plan', 'Number of the payroll plan'],
	year: ['Year', 'Payroll or leave year'],
	period: ['Period', 'Payroll or leave period'],
	type: ['Leave Type', 'Code of the leave type'],
	balance: ['Balance', 'What is left'],
	person: ['Person', 'Person number, for the person key Person ID'],
};

const columnOf = (name: string, { usual }: Role, method: ColumnSearch) => {
	const [displayName, description] = LABELS[name] ?? [name, ''];
	return column({
		displayName,
		name,
		value: '',
		method,
		placeholder: usual[0] ?? '',
		description: `${description}. Empty: ${usual.join(', ')}, whichever the connector has.`,
	});
};

/** The columns of one connector that somebody named, by role. */
const columnsOf = (
	displayName: string,
	name: string,
	roles: Readonly<Record<string, Role>>,
	method: ColumnSearch,
): Parameter<Given> => {
	const columns = Object.entries(roles)
		.map(([role, entry]) => [role, columnOf(role, entry, method)] as const)
		.sort(([, one], [, other]) =>
			one.field.displayName.localeCompare(other.field.displayName, 'en'),
		);
	const about = {
		displayName,
		name,
		placeholder: 'Add Column',
		description:
			'Columns that have another name in your connector; the others are found by themselves',
	};
	return added(about, Object.fromEntries(columns));
};

export const salaryColumns = columnsOf(
	'Salary: Columns',
	'salaryColumns',
	SALARY_ROLES,
	'searchSalaryColumns',
);
export const wageColumns = columnsOf(
	'Wage Components: Columns',
	'wageColumns',
	WAGE_ROLES,
	'searchWageColumns',
);
export const planColumns = columnsOf(
	'Plans: Columns',
	'planColumns',
	PLAN_ROLES,
	'searchPlanColumns',
);
export const leaveColumns = columnsOf(
	'Leave: Columns',
	'leaveColumns',
	LEAVE_ROLES,
	'searchLeaveColumns',
);
