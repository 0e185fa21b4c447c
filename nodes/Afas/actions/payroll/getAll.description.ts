import type { INodeProperties } from 'n8n-workflow';
import {
	connectorField,
	onPartitionErrorField,
	pageSizeField,
	readingOptions,
} from '../../descriptions/shared';

const shown = { show: { resource: ['payroll'], operation: ['getAll'] } };

const employeeColumn = (displayName: string, name: string, value: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: value,
	description: 'The column of that connector that holds the employee code',
});

const fields: INodeProperties[] = [
	connectorField({
		displayName: 'Salary Connector',
		name: 'salaryConnector',
		value: '',
		description: 'The GetConnector with salary lines (Medewerker/Salaris). Empty it to read none.',
	}),
	employeeColumn('Salary: Employee Column', 'salaryEmployeeColumn', 'EmployeeId'),
	connectorField({
		displayName: 'Wage Components Connector',
		name: 'wageComponentsConnector',
		value: '',
		description:
			'The GetConnector with calculated wage components (Medewerker/berekende looncomponenten). Empty it to read none.',
	}),
	employeeColumn(
		'Wage Components: Employee Column',
		'wageComponentsEmployeeColumn',
		'employeeNumber',
	),
	connectorField({
		displayName: 'Leave Connector',
		name: 'leaveConnector',
		value: 'Profit_LeaveBalance',
		description: 'The GetConnector with leave balances. Empty it to read none.',
	}),
	employeeColumn('Leave: Employee Column', 'leaveEmployeeColumn', 'EmployeeId'),
	pageSizeField,
	onPartitionErrorField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: readingOptions,
	},
];

export const description: INodeProperties[] = fields.map((field) => ({
	...field,
	displayOptions: shown,
}));
