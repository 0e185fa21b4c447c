import type { IExecuteFunctions, INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { asNodeError, toNodeError } from '../shared/errors';
import { connectN8n, n8nError, type N8nConnection } from '../shared/n8nApi';
import { chosenOperation } from '../shared/resources';
import { RESOURCES } from './resources';
import type { ItemOperation } from './resources/operation';

const wrap = (context: IExecuteFunctions, error: unknown, itemIndex: number): NodeOperationError =>
	asNodeError(context.getNode(), error, itemIndex);

/**
 * An item for the error output. n8n reduces an item that has an `error` of its own to the message; these
 * keys alone make it one for the error output too, and what to do comes along.
 */
const failed = (error: NodeOperationError, item: number): INodeExecutionData => ({
	json: { error: error.message, details: error.description ?? '' },
	pairedItem: { item },
});

/** The operation and the instance that it works on, for all items. */
async function prepare(
	context: IExecuteFunctions,
): Promise<{ operation: ItemOperation; connection: N8nConnection }> {
	const chosen = chosenOperation(context, RESOURCES);
	if (!chosen.ok) throw toNodeError(context.getNode(), chosen.problem.code, chosen.problem.params);
	const operation = chosen.value;
	if (operation.writes && context.isToolExecution()) {
		throw toNodeError(context.getNode(), 'TOOL_WRITE_REFUSED');
	}
	const connection = await connectN8n(context);
	if (!connection.ok) throw n8nError(context.getNode(), connection.problem);
	return { operation, connection: connection.value };
}

/** Runs the chosen operation once per item, each with its own error ("Continue" on fail). */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	let prepared: Awaited<ReturnType<typeof prepare>>;
	try {
		prepared = await prepare(context);
	} catch (error) {
		const wrapped = wrap(context, error, 0);
		if (!context.continueOnFail()) throw wrapped;
		// Thrown, it would let n8n pass the items on as if all was well.
		return [items.map((_item, index) => failed(wrapped, index))];
	}
	const { operation, connection } = prepared;
	const output: INodeExecutionData[] = [];
	for (let item = 0; item < items.length; item += 1) {
		try {
			const results = await operation.run({ ...connection, context, item });
			for (const json of results) output.push({ json, pairedItem: { item } });
		} catch (error) {
			const wrapped = wrap(context, error, item);
			if (!context.continueOnFail()) throw wrapped;
			output.push(failed(wrapped, item));
		}
	}
	return [output];
}
