import type { INodeProperties } from 'n8n-workflow';
import { isAfasComponent } from '../../../../core/payroll/componentCode';
import type { PayCycle } from '../../../../core/payroll/record';
import { done } from '../../../../core/model/result';
import { checked, choice, leaveRules, mapped, rows, text } from '../../../shared/parameters';
import type { Parameter } from '../../../shared/parameters';
import { connector, day, onPartitionError, pageSize, readingOptions } from '../descriptions/shared';
import { leaveColumns, planColumns, salaryColumns, wageColumns } from './columnFields';

const component = (displayName: string, name: string, description: string): Parameter<string> =>
	checked(text({ displayName, name, placeholder: 'e.g. 1174', description }), (code, refuse) =>
		code === '' || isAfasComponent(code)
			? done(code)
			: refuse('it is no number of a wage component'),
	);

/** A payroll that the connector does not tell about is paid by nobody knows which cycle. */
const knownCycle = (cycle: PayCycle | 'unknown'): PayCycle | null =>
	cycle === 'unknown' ? null : cycle;

/** In the order of the panel. */
export const asked = {
	salaryConnector: connector({
		displayName: 'Salary Connector',
		name: 'salaryConnector',
		value: '',
		description: 'The GetConnector with salary lines (Medewerker/Salaris). Empty it to read none.',
	}),
	salaryColumns,
	wageConnector: connector({
		displayName: 'Wage Components Connector',
		name: 'wageComponentsConnector',
		value: '',
		description:
			'The GetConnector with calculated wage components (Medewerker/berekende looncomponenten). Empty it to read none.',
	}),
	wageColumns,
	accrualComponent: component(
		'Accrual Component',
		'accrualComponent',
		'Number of the wage component with the holiday allowance built up in the period (root number 100.002.503). Numbers differ per customer.',
	),
	balanceComponent: component(
		'Balance Component',
		'balanceComponent',
		'Number of the wage component with the balance of holiday allowance (root number 100.002.524). Numbers differ per customer.',
	),
	others: rows(
		{
			displayName: 'Other Sources',
			name: 'otherSources',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Source',
			description: 'Further wage components that may feed a budget, such as a bonus',
			row: { displayName: 'Source', name: 'source' },
		},
		{
			accrual: component('Accrual Component', 'accrual', 'Its amounts are added up'),
			balance: component('Balance Component', 'balance', 'Empty where it has no balance'),
		},
	),
	plansConnector: connector({
		displayName: 'Plans Connector',
		name: 'plansConnector',
		value: '',
		description:
			'The GetConnector that tells year and period of each payroll plan. Empty it when the wage components carry year and period themselves.',
	}),
	planColumns,
	leaveConnector: connector({
		displayName: 'Leave Connector',
		name: 'leaveConnector',
		value: 'Profit_LeaveBalance',
		description: 'The GetConnector with leave balances. Empty it to read none.',
	}),
	leaveColumns,
	leaveRules: leaveRules(
		{
			displayName: 'Leave Types',
			name: 'leaveTypes',
			description:
				'Which leave types are statutory and which are not; a type in no line is neither and is shown as a notice',
		},
		{ row: 'Leave Type', example: 'WET' },
	),
	leaveUnit: choice({
		displayName: 'Leave Unit',
		name: 'leaveUnit',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
		],
		default: 'hours',
		empty: 'hours',
		description: 'What leave is kept in. AFAS does not say it with the balance.',
	}),
	payCycle: mapped(
		choice({
			displayName: 'Pay Cycle',
			name: 'payCycle',
			options: [
				{ name: 'Four Weeks', value: 'fourWeeks' },
				{ name: 'Month', value: 'month' },
				{ name: 'Quarter', value: 'quarter' },
				{ name: 'Unknown', value: 'unknown' },
				{ name: 'Week', value: 'week' },
			],
			also: ['halfYear', 'year'],
			default: 'unknown',
			empty: 'unknown',
			description:
				'How often people are paid, where the salary connector has no column that says so',
		}),
		knownCycle,
	),
	personKey: choice({
		displayName: 'Person Key',
		name: 'personKey',
		options: [
			{ name: 'Employee ID', value: 'EmployeeId' },
			{ name: 'Person ID', value: 'PersonId' },
		],
		default: 'EmployeeId',
		description:
			'The same as where employees are read: it makes the external ID. With Person ID every connector needs that column.',
	}),
	referenceDate: day('salary line'),
	pageSize,
	onPartitionError,
	reading: readingOptions,
};

export const fields: INodeProperties[] = Object.values(asked).map(({ field }) => field);
