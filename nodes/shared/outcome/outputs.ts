import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';
import type { Coverage } from '../../../core/model/employee';
import { resolveIssue } from '../../../core/issues';
import type { Problem } from '../../../core/model/result';
import { failedItem } from './errorItem';
import { toNodeError } from './nodeError';

/** The two outputs of a node that reads an HR system: records (people, rows, …), and coverage. */
export type Outputs = [INodeExecutionData[], INodeExecutionData[]];

/** One item each, without a copy: a company's list is long, and nobody else holds these objects. */
export const toItems = (values: readonly object[], item = 0): INodeExecutionData[] =>
	values.map((value) => ({ json: value as IDataObject, pairedItem: { item } }));

/** A problem as the error that the node shows. */
export const toError = (
	context: Pick<IExecuteFunctions, 'getNode'>,
	{ code, params, detail }: Problem,
	itemIndex?: number,
): NodeOperationError =>
	toNodeError(context.getNode(), code, params, {
		detail,
		...(itemIndex === undefined ? {} : { itemIndex }),
	});

/** What coverage says of a problem: the code, what happened, and what to do, each by itself. */
export function coverageError({ code, params }: Problem): NonNullable<Coverage['error']> {
	const { message, action } = resolveIssue(code, params);
	return { code, message, action };
}

/** Whether a partition was read completely, and the proof or the reason. */
export function coverageOf(
	partition: string,
	name: string | null,
	read: Pick<Coverage, 'employees' | 'pages' | 'checks'> & { problem: Problem | null },
): Coverage {
	const { employees, pages, checks, problem } = read;
	const complete = problem === null && checks.every(({ ok }) => ok);
	const error = problem === null ? null : coverageError(problem);
	return { partition, name, complete, employees, pages, checks, error };
}

/** Coverage of something that was not read at all: nobody of it may be taken for gone. */
export const notCovered = (partition: string, name: string | null, problem: Problem): Coverage =>
	coverageOf(partition, name, { employees: 0, pages: 0, checks: [], problem });

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
	toItems([notCovered(partition, null, problem)]),
];
