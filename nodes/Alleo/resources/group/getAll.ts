import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { connect } from '../../api/connect';
import type { Operation } from '../operation';
import { company, faultError, options, valueAt } from '../shared';

/** The groups of the company of each item; one call per company, however many items name it. */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { client } = await connect(this, { concurrency: 1, ...valueAt(this, options, 0) });
	const read = new Set<number>();
	const output: INodeExecutionData[] = [];
	for (let item = 0; item < this.getInputData().length; item++) {
		const id = valueAt(this, company, item);
		if (read.has(id)) continue;
		read.add(id);
		const reply = await client.groups(id);
		if (!reply.ok) throw faultError(this, reply.fault, item);
		for (const group of reply.value) {
			output.push({ json: { ...group, company_id: id }, pairedItem: { item } });
		}
	}
	return [output];
}

export const getAll: Operation = {
	description: [company.field, options.field],
	execute,
	writes: false,
};
