import type { IExecuteFunctions } from 'n8n-workflow';
import { execute as employeeGetAll } from './operations/employee/getAll';
import { execute as describe } from './operations/getConnector/describe';
import { execute as connectorGetAll } from './operations/getConnector/getAll';
import { execute as payrollGetAll } from './operations/payroll/getAll';
import { chosenOperation } from '../shared/resources';
import { nothingRead, type Outputs } from '../shared/outcome';

type Operation = (this: IExecuteFunctions) => Promise<Outputs>;

const RESOURCES: Record<string, { operations: Record<string, Operation> }> = {
	employee: { operations: { getAll: employeeGetAll } },
	getConnector: { operations: { describe, getAll: connectorGetAll } },
	payroll: { operations: { getAll: payrollGetAll } },
};

/** Runs the chosen operation once for all input items. */
export async function route(this: IExecuteFunctions): Promise<Outputs> {
	const operation = chosenOperation(this, RESOURCES);
	if (!operation.ok) return nothingRead(this, operation.problem, 'afas');
	return await operation.value.call(this);
}
