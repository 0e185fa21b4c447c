import type { IExecuteFunctions } from 'n8n-workflow';
import { execute as employeeGetAll } from './operations/employee/getAll';
import { execute as describe } from './operations/getConnector/describe';
import { execute as connectorGetAll } from './operations/getConnector/getAll';
import { execute as payrollGetAll } from './operations/payroll/getAll';
import { done } from '../../core/model/result';
import { chosenOperation } from '../shared/resources';
import { readOutcome, type Outputs } from '../shared/outcome';

type Operation = (this: IExecuteFunctions) => Promise<Outputs>;

const RESOURCES: Record<string, { operations: Record<string, Operation> }> = {
	employee: { operations: { getAll: employeeGetAll } },
	getConnector: { operations: { describe, getAll: connectorGetAll } },
	payroll: { operations: { getAll: payrollGetAll } },
};

/** Runs the chosen operation once for all input items. */
export async function route(this: IExecuteFunctions): Promise<Outputs> {
	return await readOutcome(this, 'afas', async () => {
		const operation = chosenOperation(this, RESOURCES);
		return operation.ok ? done(await operation.value.call(this)) : operation;
	});
}
