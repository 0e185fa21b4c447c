import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';

import { errorItem } from '../shared/errorItem';
import { toNodeError } from '../shared/errors';
import { coverageOf, messageOf } from '../shared/source/coverage';
import type { Outputs } from '../shared/source/run';
import { emptyRead } from '../shared/source/source';
import type { Problem } from '../../core/model/result';

export type { Outputs };

const toJson = (value: object): IDataObject => ({ ...value });

export const toItems = (values: readonly object[], item = 0): INodeExecutionData[] =>
	values.map((value) => ({ json: toJson(value), pairedItem: { item } }));

export const toError = (
	context: IExecuteFunctions,
	problem: Problem,
	itemIndex = 0,
): NodeOperationError =>
	toNodeError(context.getNode(), problem.code, problem.params, {
		itemIndex,
		detail: problem.detail,
	});

/**
 * For "Continue" in the node's settings: the error as an item, and a coverage item that says that
 * nothing was read completely, so that a later node cannot take the error for an empty company.
 */
export function errorOutputs(context: IExecuteFunctions, problem: Problem, itemIndex = 0): Outputs {
	const message = messageOf(problem);
	const coverage = coverageOf('nmbrs', null, emptyRead(problem));
	return [
		[errorItem(context, message, { code: problem.code }, { item: itemIndex })],
		toItems([coverage], itemIndex),
	];
}
