import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_LEAVE_RULES } from '../../../../core/payroll/leaveRules';
import {
	connectorField,
	onPartitionErrorField,
	pageSizeField,
	readingOptions,
} from '../descriptions/shared';
import {
	leaveColumnsField,
	planColumnsField,
	salaryColumnsField,
	wageColumnsField,
} from './columnFields';

const shown = { show: { resource: ['payroll'], operation: ['getAll'] } };

const component = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 1174',
	description,
});

const salaryFields: INodeProperties[] = [
	connectorField({
		displayName: 'Salary Connector',
		name: 'salaryConnector',
		value: '',
		description: 'The GetConnector with salary lines (Medewerker/Salaris). Empty it to read none.',
	}),
	salaryColumnsField,
];

const wageFields: INodeProperties[] = [
	connectorField({
		displayName: 'Wage Components Connector',
		name: 'wageComponentsConnector',
		value: '',
		description:
			'The GetConnector with calculated wage components (Medewerker/berekende looncomponenten). Empty it to read none.',
	}),
	wageColumnsField,
	component(
		'Accrual Component',
		'accrualComponent',
		'Number of the wage component with the holiday allowance built up in the period (root number 100.002.503). Numbers differ per customer.',
	),
	component(
		'Balance Component',
		'balanceComponent',
		'Number of the wage component with the balance of holiday allowance (root number 100.002.524). Numbers differ per customer.',
	),
	{
		displayName: 'Other Sources',
		name: 'otherSources',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Source',
		default: {},
		description: 'Further wage components that may feed a budget, such as a bonus',
		options: [
			{
				displayName: 'Source',
				name: 'source',
				values: [
					component('Accrual Component', 'accrual', 'Its amounts are added up'),
					component('Balance Component', 'balance', 'Empty where it has no balance'),
				],
			},
		],
	},
	connectorField({
		displayName: 'Plans Connector',
		name: 'plansConnector',
		value: '',
		description:
			'The GetConnector that tells year and period of each payroll plan. Empty it when the wage components carry year and period themselves.',
	}),
	planColumnsField,
];

const leaveFields: INodeProperties[] = [
	connectorField({
		displayName: 'Leave Connector',
		name: 'leaveConnector',
		value: 'Profit_LeaveBalance',
		description: 'The GetConnector with leave balances. Empty it to read none.',
	}),
	leaveColumnsField,
	{
		displayName: 'Leave Types',
		name: 'leaveTypes',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Leave Type',
		default: { rule: DEFAULT_LEAVE_RULES.map((rule) => ({ ...rule })) },
		description:
			'Which leave types are statutory and which are not; a type in no line is neither and is shown as a notice',
		options: [
			{
				displayName: 'Leave Type',
				name: 'rule',
				values: [
					{
						displayName: 'Code or Part of Name',
						name: 'match',
						type: 'string',
						default: '',
						placeholder: 'e.g. WET',
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
	},
	{
		displayName: 'Leave Unit',
		name: 'leaveUnit',
		type: 'options',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
		],
		default: 'hours',
		description: 'What leave is kept in. AFAS does not say it with the balance.',
	},
];

const generalFields: INodeProperties[] = [
	{
		displayName: 'Pay Cycle',
		name: 'payCycle',
		type: 'options',
		options: [
			{ name: 'Four Weeks', value: 'fourWeeks' },
			{ name: 'Month', value: 'month' },
			{ name: 'Quarter', value: 'quarter' },
			{ name: 'Unknown', value: 'unknown' },
			{ name: 'Week', value: 'week' },
		],
		default: 'unknown',
		description: 'How often people are paid, where the salary connector has no column that says so',
	},
	{
		displayName: 'Person Key',
		name: 'personKey',
		type: 'options',
		options: [
			{ name: 'Employee ID', value: 'EmployeeId' },
			{ name: 'Person ID', value: 'PersonId' },
		],
		default: 'EmployeeId',
		description:
			'The same as where employees are read: it makes the external ID. With Person ID every connector needs that column.',
	},
	{
		displayName: 'Reference Date',
		name: 'referenceDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-31',
		description:
			'The day for which the salary line in force is chosen, as YYYY-MM-DD. Empty means today in the time zone of the workflow.',
	},
];

const fields: INodeProperties[] = [
	...salaryFields,
	...wageFields,
	...leaveFields,
	...generalFields,
	pageSizeField,
	onPartitionErrorField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: readingOptions,
	},
];

export const description: INodeProperties[] = fields.map((field) => ({
	...field,
	displayOptions: shown,
}));
