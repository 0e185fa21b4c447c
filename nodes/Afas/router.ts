import type { IExecuteFunctions } from 'n8n-workflow';
import { execute as employeeGetAll } from './operations/employee/getAll';
import { execute as describe } from './operations/getConnector/describe';
import { execute as connectorGetAll } from './operations/getConnector/getAll';
import { execute as payrollGetAll } from './operations/payroll/getAll';
import { failed } from '../../core/model/result';
import { nothingRead, type Outputs } from '../shared/outcome';
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
	const name = `${textParameter(this, 'resource', 'employee')}:${textParameter(this, 'operation', 'getAll')}`;
	const operation = OPERATIONS[name];
	if (operation === undefined) {
		const params = { setting: 'Operation', cause: 'unknown combination of resource and operation' };
		return nothingRead(this, failed('AFAS_SETTING_INVALID', params).problem, 'afas');
	}
	return await operation.call(this);
}
