import type { IExecuteFunctions } from 'n8n-workflow';

import { employeeGet } from './operations/employeeGet';
import { employeeGetAll } from './operations/employeeGetAll';
import { companyGetAll, debtorGetAll, getWageComponents, leaveGetAll } from './operations/others';
import { payrollCheckAccess } from './operations/payrollCheckAccess';
import { payrollGetAll } from './operations/payrollGetAll';
import type { Result } from '../../core/model/result';
import { chosenOperation } from '../shared/resources';
import { readOutcome, type Outputs } from '../shared/outcome';

type Operation = (context: IExecuteFunctions) => Promise<Result<Outputs>>;

const RESOURCES: Record<string, { operations: Record<string, Operation> }> = {
	company: { operations: { getAll: companyGetAll } },
	debtor: { operations: { getAll: debtorGetAll } },
	employee: { operations: { get: employeeGet, getAll: employeeGetAll } },
	leave: { operations: { getAll: leaveGetAll } },
	payroll: {
		operations: {
			checkAccess: payrollCheckAccess,
			getAll: payrollGetAll,
			getWageComponents,
		},
	},
};

/**
 * Runs the chosen operation. The list operations run once, whatever the number of input items: a
 * list has no item to be about, and reading it per item would multiply both the calls and the
 * people. Their output is linked to the first item. Only Employee: Get runs per item.
 */
export async function route(context: IExecuteFunctions): Promise<Outputs> {
	return await readOutcome(context, 'nmbrs', async () => {
		const operation = chosenOperation(context, RESOURCES);
		return operation.ok ? await operation.value(context) : operation;
	});
}
