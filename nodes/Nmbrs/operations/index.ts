import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Result } from '../../../core/model/result';
import type { Outputs } from '../../shared/outcome';
import { choiceFields, type Resources, type Shown } from '../../shared/resources';
import { employeeFields } from './descriptions/employee';
import { leaveFields, payrollFields } from './descriptions/leaveAndPayroll';
import { day, onPartitionError, optionsFields, partitionFields } from './descriptions/partitions';
import { payrollGetAllFields } from './descriptions/payroll';
import { employeeGet } from './employeeGet';
import { employeeGetAll } from './employeeGetAll';
import { companyGetAll, debtorGetAll, getWageComponents, leaveGetAll } from './others';
import { payrollCheckAccess } from './payrollCheckAccess';
import { payrollGetAll } from './payrollGetAll';

interface Operation extends Shown {
	run(context: IExecuteFunctions): Promise<Result<Outputs>>;
}

/** Resource -> operation, in the order of the panel. */
export const RESOURCES: Resources<Operation> = {
	company: {
		name: 'Company',
		default: 'getAll',
		operations: {
			getAll: {
				run: companyGetAll,
				name: 'Get Many',
				action: 'Get many companies',
				description: 'The companies that the consent covers',
			},
		},
	},
	debtor: {
		name: 'Debtor',
		default: 'getAll',
		operations: {
			getAll: {
				run: debtorGetAll,
				name: 'Get Many',
				action: 'Get many debtors',
				description: 'The debtors that the consent covers',
			},
		},
	},
	employee: {
		name: 'Employee',
		default: 'getAll',
		operations: {
			get: {
				run: employeeGet,
				name: 'Get',
				action: 'Get an employee',
				description: 'One employee of one company',
			},
			getAll: {
				run: employeeGetAll,
				name: 'Get Many',
				action: 'Get many employees',
				description: 'All employees, one item per person, with the proof that they are all there',
			},
		},
	},
	leave: {
		name: 'Leave',
		default: 'getAll',
		operations: {
			getAll: {
				run: leaveGetAll,
				name: 'Get Many',
				action: 'Get many leave balances',
				description: 'Leave balances, one item per employee and leave group',
			},
		},
	},
	payroll: {
		name: 'Payroll',
		default: 'getAll',
		operations: {
			checkAccess: {
				run: payrollCheckAccess,
				name: 'Check Access',
				action: 'Check access to payroll services',
				description: 'Which of the SOAP services for payroll the API user may use, one item each',
			},
			getAll: {
				run: payrollGetAll,
				name: 'Get Many',
				action: 'Get many payroll records',
				description: 'Gross pay, holiday allowance and leave, one item per person',
			},
			getWageComponents: {
				run: getWageComponents,
				name: 'Get Wage Components',
				action: 'Get wage components',
				description: 'Fixed and variable wage components, one item each',
			},
		},
	},
};

/** Everything in the panel; most fields belong to several operations. */
export const properties: INodeProperties[] = [
	...choiceFields(RESOURCES, 'employee'),
	...partitionFields,
	...employeeFields,
	day.field,
	...leaveFields,
	...payrollFields,
	...payrollGetAllFields,
	onPartitionError.field,
	...optionsFields,
];
