import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation } from '../operation';
import { company, employeeId, options, valueAt } from '../shared';
import { perItem, valueOf } from './perItem';

async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await perItem(this, async ({ client }, item) => {
		const reply = await client.employee(
			valueAt(this, company, item),
			valueAt(this, employeeId, item),
		);
		return { employee: valueOf(this, reply, item) };
	});
}

export const get: Operation = {
	description: [company.field, employeeId.field, options.field],
	execute,
	writes: false,
};
