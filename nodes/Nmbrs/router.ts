import type { IExecuteFunctions } from 'n8n-workflow';

import { employeeGet } from './operations/employeeGet';
import { employeeGetAll } from './operations/employeeGetAll';
import { companyGetAll, debtorGetAll, getWageComponents, leaveGetAll } from './operations/others';
import { payrollCheckAccess } from './operations/payrollCheckAccess';
import { payrollGetAll } from './operations/payrollGetAll';
import { failed, type Result } from '../../core/model/result';
import { nothingRead, type Outputs } from '../shared/outcome';

type Operation = (context: IExecuteFunctions) => Promise<Result<Outputs>>;

const OPERATIONS: Record<string, Operation> = {
	'company:getAll': companyGetAll,
	'debtor:getAll': debtorGetAll,
	'employee:get': employeeGet,
	'employee:getAll': employeeGetAll,
	'leave:getAll': leaveGetAll,
	'payroll:checkAccess': payrollCheckAccess,
	'payroll:getAll': payrollGetAll,
	'payroll:getWageComponents': getWageComponents,
};

/**
 * Runs the chosen operation. The list operations run once, whatever the number of input items: a
 * list has no item to be about, and reading it per item would multiply both the calls and the
 * people. Their output is linked to the first item. Only Employee: Get runs per item.
 */
export async function route(context: IExecuteFunctions): Promise<Outputs> {
	const resource = String(context.getNodeParameter('resource', 0, 'employee'));
	const operation = String(context.getNodeParameter('operation', 0, 'getAll'));
	const run = OPERATIONS[`${resource}:${operation}`];
	const read =
		run === undefined
			? failed('SETTING_INVALID', {
					setting: 'Operation',
					problem: 'this resource does not have it',
				})
			: await run(context);
	return read.ok ? read.value : nothingRead(context, read.problem, 'nmbrs');
}
