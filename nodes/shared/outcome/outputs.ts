import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';
import type { Problem } from '../../../core/model/result';
import { coverageOf } from '../source/coverage';
import { emptyRead } from '../source/source';
import { failedItem } from './errorItem';
import { carriedError } from './nodeError';

/** The two outputs of a node that reads an HR system: records (people, rows, …), and coverage. */
export type Outputs = [INodeExecutionData[], INodeExecutionData[]];

/** One item each, without a copy: a company's list is long, and nobody else holds these objects. */
export const toItems = (values: readonly object[], item = 0): INodeExecutionData[] =>
	values.map((value) => ({ json: value as IDataObject, pairedItem: { item } }));

/** A problem as the error that the node shows. */
export const toError = (
	context: Pick<IExecuteFunctions, 'getNode'>,
	problem: Problem,
	itemIndex?: number,
): NodeOperationError =>
	carriedError(context.getNode(), problem, {
		detail: problem.detail,
		...(itemIndex === undefined ? {} : { itemIndex }),
	});

/**
 * The end of a read that gave nothing, also of one that was cancelled: the error; with "Continue" an item
 * that says it, and coverage that nothing was read, so that no later node can take it for an empty list.
 * @param partition what was to be read; the vendor's name where that is not known yet
 */
export const nothingRead = (
	context: IExecuteFunctions,
	problem: Problem,
	partition: string,
): Outputs => [
	[failedItem(context, toError(context, problem, 0))],
	toItems([coverageOf(partition, null, emptyRead(problem))]),
];
