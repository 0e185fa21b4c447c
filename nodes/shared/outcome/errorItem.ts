import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IPairedItemData,
	NodeOperationError,
} from 'n8n-workflow';
import { asNodeError, codeOf, itemOf } from './nodeError';

type Context = Pick<IExecuteFunctions, 'getNode' | 'continueOnFail'>;

/**
 * The item that stands for an error where the node's settings say "Continue": `error` what happened,
 * `details` and `description` what to do (with the code and the technical line), `code` the code itself,
 * null where n8n made the error. With "Continue (using error output)" n8n moves only items that hold
 * nothing but `error`, `message` and `details`; any other would go on as if it were a result. So only the
 * text goes there. (n8n-core 2.41, workflow-execute, handleNodeErrorOutput)
 * @param more what else a reader of the item gets, where it stays on an output of the node itself
 */
export function errorItem(
	context: Pick<Context, 'getNode'>,
	error: NodeOperationError,
	pairedItem: IPairedItemData,
	more: IDataObject = {},
): INodeExecutionData {
	const details = error.description ?? '';
	const both = { error: error.message, details };
	const json =
		context.getNode().onError === 'continueErrorOutput'
			? both
			: { ...both, description: details, code: codeOf(error), ...more };
	return { json, pairedItem };
}

/**
 * The one end of everything that went wrong: thrown, or with "Continue" an item that says it. Thrown in
 * spite of "Continue", n8n would pass the node's input on as if it were the result.
 */
export function failedItem(
	context: Context,
	error: unknown,
	item?: number,
	more: IDataObject = {},
): INodeExecutionData {
	const shown = asNodeError(context, error, item);
	if (!context.continueOnFail()) throw shown;
	return errorItem(context, shown, { item: item ?? itemOf(shown) }, more);
}

/**
 * What a run gives, whatever happens: what it throws becomes the item of `failedItem`, on the output that
 * `place` chooses for it. One that what comes next takes for a result stays empty.
 */
export async function outcomeOf(
	context: Context,
	run: () => Promise<INodeExecutionData[][]>,
	place: (failed: INodeExecutionData) => INodeExecutionData[][],
): Promise<INodeExecutionData[][]> {
	try {
		return await run();
	} catch (error) {
		return place(failedItem(context, error));
	}
}
