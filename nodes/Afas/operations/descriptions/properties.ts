import type { INodeProperties } from 'n8n-workflow';
import { description as employeeGetAll } from '../employee/getAll.description';
import { description as describe } from '../getConnector/describe';
import { description as connectorGetAll } from '../getConnector/getAll';
import { description as payrollGetAll } from '../payroll/getAll.description';
import { authentication } from './shared';

/** Everything that the node asks. */
export const properties: INodeProperties[] = [
	authentication.field,
	{
		displayName:
			'AFAS ends classic tokens: tokens that exist already stop on 2027-02-15, and 2027-08-31 is the last day for any classic token. Move to OAuth2 before that.',
		name: 'tokenEndsNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['token'] } },
	},
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Employee', value: 'employee' },
			{ name: 'GetConnector', value: 'getConnector' },
			{ name: 'Payroll', value: 'payroll' },
		],
		default: 'employee',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['employee'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Get many employees: one item per person, with every employment',
				action: 'Get many employees',
			},
		],
		default: 'getAll',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['getConnector'] } },
		options: [
			{
				name: 'Describe',
				value: 'describe',
				description: 'Get the columns of a connector, and which needed ones are missing',
				action: 'Describe a connector',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Get many rows of a connector',
				action: 'Get many rows of a connector',
			},
		],
		default: 'getAll',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['payroll'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Get gross pay, holiday allowance and leave, one item per person',
				action: 'Get many payroll records',
			},
		],
		default: 'getAll',
	},
	...employeeGetAll,
	...connectorGetAll,
	...describe,
	...payrollGetAll,
];
