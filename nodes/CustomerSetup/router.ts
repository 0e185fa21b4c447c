import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { toNodeError } from '../shared/errors';
import { connectN8n, n8nError } from '../shared/n8nApi';
import { RESOURCES } from './resources';

const wrap = (context: IExecuteFunctions, error: unknown, itemIndex: number): NodeOperationError =>
	error instanceof NodeOperationError
		? error
		: new NodeOperationError(context.getNode(), error as Error, { itemIndex });

/** Runs the chosen operation once per item, each with its own error ("Continue" on fail). */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const resource = String(context.getNodeParameter('resource', 0));
	const name = String(context.getNodeParameter('operation', 0));
	const operation = RESOURCES[resource]?.operations[name];
	if (operation === undefined) {
		throw toNodeError(context.getNode(), 'CONNECT_SETTING_INVALID', {
			setting: 'Operation',
			problem: 'this resource does not have it',
		});
	}
	if (operation.writes && context.isToolExecution()) {
		throw toNodeError(context.getNode(), 'TOOL_WRITE_REFUSED');
	}
	const connection = await connectN8n(context);
	if (!connection.ok) throw n8nError(context.getNode(), connection.problem);
	const output: INodeExecutionData[] = [];
	for (let item = 0; item < context.getInputData().length; item += 1) {
		try {
			const results = await operation.run({ ...connection.value, context, item });
			for (const json of results) output.push({ json, pairedItem: { item } });
		} catch (error) {
			const wrapped = wrap(context, error, item);
			if (!context.continueOnFail()) throw wrapped;
			// n8n reduces an item that has an `error` of its own to the message; these keys alone make it one
			// for the error output too, and what to do comes along.
			const json = { error: wrapped.message, details: wrapped.description ?? '' };
			output.push({ json, pairedItem: { item } });
		}
	}
	return [output];
}
