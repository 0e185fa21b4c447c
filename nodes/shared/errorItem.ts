import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';
import type { IssueCode } from '../../core/issues';

/**
 * The item that stands for an error where the node's settings say "Continue". With "Continue (using
 * error output)" n8n moves only items that hold nothing but `error`, `message` and `details`; any other
 * would go on as if it were a result. So `more`, such as the code, is then inside `details`.
 * (n8n-core 2.41, workflow-execute, handleNodeErrorOutput)
 */
export function errorItem(
	context: Pick<IExecuteFunctions, 'getNode'>,
	message: string,
	more: IDataObject,
	pairedItem: { item: number; input?: number },
): INodeExecutionData {
	const toErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const json = toErrorOutput ? { error: message, details: more } : { error: message, ...more };
	return { json, pairedItem };
}

/** What to do, and the code to look up: beside the message in an error item. */
export const whyAndCode = (error: NodeOperationError, code: IssueCode): IDataObject => ({
	description: error.description ?? '',
	code,
});
