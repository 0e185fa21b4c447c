import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { connect } from '../../api/connect';
import type { Operation } from '../operation';
import { companyField, faultError, readCompany, readTimeoutMs, timeoutField } from '../shared';

/** The groups of the company of each item; one call per company, however many items name it. */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { client } = await connect(this, { concurrency: 1, timeoutMs: readTimeoutMs(this) });
	const read = new Set<number>();
	const output: INodeExecutionData[] = [];
	for (let item = 0; item < this.getInputData().length; item++) {
		const company = readCompany(this, item);
		if (read.has(company)) continue;
		read.add(company);
		const reply = await client.groups(company);
		if (!reply.ok) throw faultError(this, reply.fault, item);
		for (const group of reply.value) {
			output.push({ json: { ...group, company_id: company }, pairedItem: { item } });
		}
	}
	return [output];
}

export const getAll: Operation = {
	description: [companyField(false), timeoutField],
	execute,
	writes: false,
};
