import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem, toError, issueError } from '../shared/outcome';
import { connectN8n, type N8nConnection } from '../shared/n8nApi';
import { chosenOperation } from '../shared/resources';
import { RESOURCES } from './resources';
import type { ItemOperation } from './resources/operation';

/** The operation and the instance that it works on, for all items. */
async function prepare(
	context: IExecuteFunctions,
): Promise<{ operation: ItemOperation; connection: N8nConnection }> {
	const chosen = chosenOperation(context, RESOURCES);
	if (!chosen.ok) throw toError(context, chosen.problem);
	const operation = chosen.value;
	if (operation.writes && context.isToolExecution()) {
		throw issueError(context, 'TOOL_WRITE_REFUSED');
	}
	const connection = await connectN8n(context);
	if (!connection.ok) throw toError(context, connection.problem);
	return { operation, connection: connection.value };
}

/** Runs the chosen operation once per item, each with its own error ("Continue" on fail). */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	let prepared: Awaited<ReturnType<typeof prepare>>;
	try {
		prepared = await prepare(context);
	} catch (error) {
		return [items.map((_item, index) => failedItem(context, error, index))];
	}
	const { operation, connection } = prepared;
	const output: INodeExecutionData[] = [];
	for (let item = 0; item < items.length; item += 1) {
		try {
			const given = { ...connection, context, item };
			for (const json of await operation.run(given)) {
				const binary = await operation.attach?.(given, json);
				output.push({ json, pairedItem: { item }, ...(binary === undefined ? {} : { binary }) });
			}
		} catch (error) {
			output.push(failedItem(context, error, item));
		}
	}
	return [output];
}
