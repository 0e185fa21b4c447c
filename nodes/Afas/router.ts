import type { IExecuteFunctions } from 'n8n-workflow';
import { execute as employeeGetAll } from './operations/employee/getAll';
import { execute as describe } from './operations/getConnector/describe';
import { execute as connectorGetAll } from './operations/getConnector/getAll';
import { execute as payrollGetAll } from './operations/payroll/getAll';
import { done, failed } from '../../core/model/result';
import { readOutcome, type Outputs } from '../shared/outcome';
import { textParameter } from './operations/parameters';

type Operation = (this: IExecuteFunctions) => Promise<Outputs>;

const OPERATIONS: Record<string, Operation> = {
	'employee:getAll': employeeGetAll,
	'getConnector:describe': describe,
	'getConnector:getAll': connectorGetAll,
	'payroll:getAll': payrollGetAll,
};

/** Runs the chosen operation once for all input items. */
export async function route(this: IExecuteFunctions): Promise<Outputs> {
	return await readOutcome(this, 'afas', async () => {
		const name = `${textParameter(this, 'resource', 'employee')}:${textParameter(this, 'operation', 'getAll')}`;
		const operation = OPERATIONS[name];
		const cause = 'unknown combination of resource and operation';
		return operation === undefined
			? failed('AFAS_SETTING_INVALID', { setting: 'Operation', cause })
			: done(await operation.call(this));
	});
}
