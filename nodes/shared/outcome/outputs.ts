import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, type Problem, type Result } from '../../../core/model/result';
import { coverageError, coverageOf } from '../source/coverage';
import { emptyRead } from '../source/source';
import { failedItem } from './errorItem';
import { kindOf, toError } from './nodeError';
import { stepNames } from './steps';

/** The two outputs of a node that reads an HR system: records (people, rows, …), and coverage. */
export type Outputs = [INodeExecutionData[], INodeExecutionData[]];

/** One item each, without a copy: a company's list is long, and nobody else holds these objects. */
export const toItems = (values: readonly object[], item = 0): INodeExecutionData[] =>
	values.map((value) => ({ json: value as IDataObject, pairedItem: { item } }));

/** Coverage that nothing was read: no later node can take what comes with it for an empty list. */
const unread = (
	context: IExecuteFunctions,
	partition: string,
	problem: Problem,
): INodeExecutionData[] => {
	const error = coverageError(problem, stepNames(context));
	return toItems([{ ...coverageOf(partition, null, emptyRead(problem)), error }]);
};

/**
 * The end of a read that gave nothing, also of one that was cancelled: the error; with "Continue" an item
 * that says it, and coverage that says the same.
 * @param partition what was to be read; the system's name where that is not known yet
 */
export const nothingRead = (
	context: IExecuteFunctions,
	problem: Problem,
	partition: string,
): Outputs => [
	[failedItem(context, toError(context, problem, 0))],
	unread(context, partition, problem),
];

/** What a run of a node that reads gives, whatever happens; nothing it throws leaves coverage out. */
export async function readOutcome(
	context: IExecuteFunctions,
	system: string,
	run: () => Promise<Result<Outputs>>,
): Promise<Outputs> {
	let read: Result<Outputs>;
	try {
		read = await run();
	} catch (error) {
		const { problem } = failed('UNEXPECTED', { kind: kindOf(error) });
		return [[failedItem(context, error)], unread(context, system, problem)];
	}
	return read.ok ? read.value : nothingRead(context, read.problem, system);
}
