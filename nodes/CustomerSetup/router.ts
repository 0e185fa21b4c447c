import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asNodeError, codeOf, failedItem, issueError, kindOf, toError } from '../shared/outcome';
import { connectN8n, type N8nConnection } from '../shared/n8nApi';
import { chosenOperation } from '../shared/resources';
import { RESOURCES } from './resources';
import type { ItemOperation } from './resources/operation';

/** The instance that the operation works on, for all items. */
async function connected(
	context: IExecuteFunctions,
	operation: ItemOperation,
): Promise<N8nConnection> {
	if (operation.writes && context.isToolExecution()) {
		throw issueError(context, 'TOOL_WRITE_REFUSED');
	}
	const connection = await connectN8n(context);
	if (!connection.ok) throw toError(context, connection.problem);
	return connection.value;
}

function chosenBy(context: IExecuteFunctions): ItemOperation {
	const chosen = chosenOperation(context, RESOURCES);
	if (!chosen.ok) throw toError(context, chosen.problem);
	return chosen.value;
}

/** What stands for an item that went wrong; what must stop no workflow goes on with something else. */
function instead(
	context: IExecuteFunctions,
	operation: ItemOperation | null,
	error: unknown,
	item: number,
): INodeExecutionData[] {
	if (operation?.otherwise === undefined) return [failedItem(context, error, item)];
	const code = codeOf(asNodeError(context, error, item));
	context.logger.warn(`${operation.name} went on without this n8n: ${code ?? kindOf(error)}`);
	return operation.otherwise(context, item, code).map((json) => ({ json, pairedItem: { item } }));
}

/** Runs the chosen operation once per item, each with its own error ("Continue" on fail). */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	let operation: ItemOperation | null = null;
	let connection: N8nConnection;
	try {
		operation = chosenBy(context);
		connection = await connected(context, operation);
	} catch (error) {
		const chosen = operation;
		return [items.flatMap((_item, index) => instead(context, chosen, error, index))];
	}
	const output: INodeExecutionData[] = [];
	for (let item = 0; item < items.length; item += 1) {
		try {
			const given = { ...connection, context, item };
			for (const json of await operation.run(given)) {
				const binary = await operation.attach?.(given, json);
				output.push({ json, pairedItem: { item }, ...(binary === undefined ? {} : { binary }) });
			}
		} catch (error) {
			for (const one of instead(context, operation, error, item)) output.push(one);
		}
	}
	return [output];
}
