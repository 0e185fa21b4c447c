import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { connect } from '../../api/connect';
import type { Operation } from '../operation';
import { faultError, options, valueAt } from '../shared';

async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { client } = await connect(this, { concurrency: 1, ...valueAt(this, options, 0) });
	const reply = await client.companies();
	if (!reply.ok) throw faultError(this, reply.fault);
	return [reply.value.map((company) => ({ json: { ...company }, pairedItem: { item: 0 } }))];
}

export const getAll: Operation = { description: [options.field], execute, writes: false };
