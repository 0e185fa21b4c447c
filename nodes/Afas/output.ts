import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { resolveIssue } from '../../core/issues';
import { errorItem } from '../shared/errorItem';
import { toNodeError } from '../shared/errors';
import type { Problem } from '../../core/model/result';
import { coverageOf } from '../shared/source/coverage';
import type { Outputs } from '../shared/source/run';
import { emptyRead } from '../shared/source/source';

export type { Outputs };

/** One item each, without a copy: a company's list is long, and nobody else holds these objects. */
export const toItems = (values: readonly object[]): INodeExecutionData[] =>
	values.map((value) => ({ json: value as IDataObject, pairedItem: { item: 0 } }));

/** What happened and what to do, on one line. */
export function messageOf(problem: Problem): string {
	const { message, action } = resolveIssue(problem.code, problem.params);
	return `${message} ${action}`;
}

/**
 * Ends the operation: with an error, or with "Continue" in the node's settings an item that says it and
 * coverage that nothing was read, so that no later node can take it for an empty list.
 */
export function stop(context: IExecuteFunctions, problem: Problem, partition = 'afas'): Outputs {
	if (problem.code === 'AFAS_CANCELLED' || !context.continueOnFail()) {
		throw toError(context, problem);
	}
	return [
		[errorItem(context, messageOf(problem), { code: problem.code }, { item: 0 })],
		toItems([coverageOf(partition, null, emptyRead(problem))]),
	];
}

export const toError = (context: IExecuteFunctions, problem: Problem) =>
	toNodeError(context.getNode(), problem.code, problem.params, {
		itemIndex: 0,
		detail: problem.detail,
	});
