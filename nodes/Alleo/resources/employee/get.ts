import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation } from '../operation';
import { companyField, readCompany, readEmployeeId, timeoutField } from '../shared';
import { employeeIdField } from './fields';
import { perItem, valueOf } from './perItem';

async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await perItem(this, async ({ client }, item) => {
		const reply = await client.employee(readCompany(this, item), readEmployeeId(this, item));
		return { employee: valueOf(this, reply, item) };
	});
}

export const get: Operation = {
	description: [companyField(false), employeeIdField, timeoutField],
	execute,
	writes: false,
};
