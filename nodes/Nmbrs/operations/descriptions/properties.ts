import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { employeeFields } from './employee';
import { leaveFields, payrollFields } from './leaveAndPayroll';
import { payrollGetAllFields } from './payroll';
import { day, onPartitionError, optionsFields, partitionFields } from './partitions';

const operations = (
	resource: string,
	options: INodePropertyOptions[],
	first: string,
): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options,
	default: first,
});

export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Company', value: 'company' },
			{ name: 'Debtor', value: 'debtor' },
			{ name: 'Employee', value: 'employee' },
			{ name: 'Leave', value: 'leave' },
			{ name: 'Payroll', value: 'payroll' },
		],
		default: 'employee',
	},
	operations(
		'company',
		[
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many companies',
				description: 'The companies that the consent covers',
			},
		],
		'getAll',
	),
	operations(
		'debtor',
		[
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many debtors',
				description: 'The debtors that the consent covers',
			},
		],
		'getAll',
	),
	operations(
		'employee',
		[
			{
				name: 'Get',
				value: 'get',
				action: 'Get an employee',
				description: 'One employee of one company',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many employees',
				description: 'All employees, one item per person, with the proof that they are all there',
			},
		],
		'getAll',
	),
	operations(
		'leave',
		[
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many leave balances',
				description: 'Leave balances, one item per employee and leave group',
			},
		],
		'getAll',
	),
	operations(
		'payroll',
		[
			{
				name: 'Check Access',
				value: 'checkAccess',
				action: 'Check access to payroll services',
				description: 'Which of the SOAP services for payroll the API user may use, one item each',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many payroll records',
				description: 'Gross pay, holiday allowance and leave, one item per person',
			},
			{
				name: 'Get Wage Components',
				value: 'getWageComponents',
				action: 'Get wage components',
				description: 'Fixed and variable wage components, one item each',
			},
		],
		'getAll',
	),
	...partitionFields,
	...employeeFields,
	day.field,
	...leaveFields,
	...payrollFields,
	...payrollGetAllFields,
	onPartitionError.field,
	...optionsFields,
];
