import type { INodeProperties } from 'n8n-workflow';
import { added, choice } from '../../../shared/parameters';
import { STOCK_COLUMNS, type ColumnRole } from '../../employee/columns';
import {
	additionalColumns,
	column,
	connector,
	day,
	filters,
	onPartitionError,
	options,
	orderBy,
	pageSize,
	requiredConnector,
} from '../descriptions/shared';

const roleColumn = (displayName: string, name: ColumnRole, description: string) =>
	column({
		displayName,
		name,
		value: STOCK_COLUMNS[name],
		method: name === 'contractEmployeeId' ? 'searchContractColumns' : 'searchColumns',
		description,
	});

export const employeesConnector = requiredConnector({
	displayName: 'Employees Connector',
	name: 'employeesConnector',
	value: 'Profit_Employees_Alleo',
	description: 'The GetConnector with one or more rows per employee',
});

export const contractsConnector = connector({
	displayName: 'Contracts Connector',
	name: 'contractsConnector',
	value: 'Profit_Contract',
	description: 'The GetConnector with contracts, joined by employee. Empty it to read none.',
});

export const personKey = choice({
	displayName: 'Person Key',
	name: 'personKey',
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
});

/** The columns that somebody named, by role; roles left alone are absent. */
export const columns = added(
	{
		displayName: 'Columns',
		name: 'columns',
		placeholder: 'Add Column',
		description: 'Only where the connector has other names than the stock ones of AFAS',
	},
	{
		contractEmployeeId: roleColumn(
			'Contract: Employee ID',
			'contractEmployeeId',
			'Employee code in the contracts connector',
		),
		email: roleColumn(
			'E-Mail (Work)',
			'email',
			'Work e-mail address, to notice rows that contradict each other',
		),
		employeeId: roleColumn('Employee ID', 'employeeId', 'Employee code; leading zeros are kept'),
		employerId: roleColumn('Employer ID', 'employerId', 'Employer code'),
		employerName: roleColumn(
			'Employer Name',
			'employerName',
			'Name of the employer, if the connector has it',
		),
		employmentEnd: roleColumn(
			'Employment End',
			'employmentEnd',
			'Last day in service; empty while in service',
		),
		employmentId: roleColumn(
			'Employment Number',
			'employmentId',
			'Number of the employment (DvId)',
		),
		employmentStart: roleColumn('Employment Start', 'employmentStart', 'First day in service'),
		hours: roleColumn(
			'Hours per Week',
			'hours',
			'Decides which of two parallel employments is shown',
		),
		personId: roleColumn('Person ID', 'personId', 'Person number'),
	},
);

export const rowInForce = day('row');

export const fields: INodeProperties[] = [
	employeesConnector,
	contractsConnector,
	personKey,
	columns,
	additionalColumns,
	filters,
	orderBy,
	pageSize,
	rowInForce,
	onPartitionError,
	options,
].map(({ field }) => field);
