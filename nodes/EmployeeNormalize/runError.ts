import type { IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { RunIssue } from '../../core/normalize';
import { toNodeError } from '../shared/outcome';

/** The error for what stops a run before anything is passed on. */
export const runError = (
	context: IExecuteFunctions,
	{ code, params, item }: RunIssue,
): NodeOperationError =>
	toNodeError(context.getNode(), code, params, item === null ? {} : { itemIndex: item });
