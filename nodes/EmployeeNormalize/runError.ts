import type { IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import type { RunIssue } from '../../core/normalize';
import { carriedError } from '../shared/outcome';

/** The error for what stops a run before anything is passed on. */
export const runError = (context: IExecuteFunctions, issue: RunIssue): NodeOperationError =>
	carriedError(context.getNode(), issue, issue.item === null ? {} : { itemIndex: issue.item });
