import type { INodeProperties } from 'n8n-workflow';
import {
	additionalColumnsField,
	columnField,
	columnListOptions,
	connectorField,
	filtersField,
	onPartitionErrorField,
	orderField,
	pageSizeField,
	readingOptions,
} from '../descriptions/shared';
import { STOCK_COLUMNS } from '../../employee/columns';

const shown = { show: { resource: ['employee'], operation: ['getAll'] } };

const column = (displayName: string, name: keyof typeof STOCK_COLUMNS, description: string) =>
	columnField({
		displayName,
		name,
		value: STOCK_COLUMNS[name],
		method: name === 'contractEmployeeId' ? 'searchContractColumns' : 'searchColumns',
		description,
	});

const fields: INodeProperties[] = [
	connectorField({
		displayName: 'Employees Connector',
		name: 'employeesConnector',
		value: 'Profit_Employees_Alleo',
		required: true,
		description: 'The GetConnector with one or more rows per employee',
	}),
	connectorField({
		displayName: 'Contracts Connector',
		name: 'contractsConnector',
		value: 'Profit_Contract',
		description: 'The GetConnector with contracts, joined by employee. Empty it to read none.',
	}),
	{
		displayName: 'Person Key',
		name: 'personKey',
		type: 'options',
		options: [
			{
				name: 'Employee ID',
				value: 'EmployeeId',
				description: 'The employee code, which may change when somebody changes employer',
			},
			{
				name: 'Person ID',
				value: 'PersonId',
				description: 'The person number, which stays with somebody across employments',
			},
		],
		default: 'EmployeeId',
		description:
			'What makes rows belong to one person. Do not change it once people are in Alleo: everybody would look new.',
	},
	{
		displayName: 'Columns',
		name: 'columns',
		type: 'collection',
		placeholder: 'Add Column',
		default: {},
		description: 'Only where the connector has other names than the stock ones of AFAS',
		options: [
			column(
				'Contract: Employee ID',
				'contractEmployeeId',
				'Employee code in the contracts connector',
			),
			column(
				'E-Mail (Work)',
				'email',
				'Work e-mail address, to notice rows that contradict each other',
			),
			column('Employee ID', 'employeeId', 'Employee code; leading zeros are kept'),
			column('Employer ID', 'employerId', 'Employer code'),
			column('Employer Name', 'employerName', 'Name of the employer, if the connector has it'),
			column('Employment End', 'employmentEnd', 'Last day in service; empty while in service'),
			column('Employment Number', 'employmentId', 'Number of the employment (DvId)'),
			column('Employment Start', 'employmentStart', 'First day in service'),
			column('Hours per Week', 'hours', 'Decides which of two parallel employments is shown'),
			column('Person ID', 'personId', 'Person number'),
		],
	},
	additionalColumnsField,
	filtersField,
	orderField,
	pageSizeField,
	{
		displayName: 'Reference Date',
		name: 'referenceDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-31',
		description:
			'The day for which the row in force is chosen, as YYYY-MM-DD. Empty means today in the time zone of the workflow.',
	},
	onPartitionErrorField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...columnListOptions, ...readingOptions],
	},
];

export const description: INodeProperties[] = fields.map((field) => ({
	...field,
	displayOptions: shown,
}));
