import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { resolveIssue } from '../../core/issues';
import type { Coverage } from '../../core/model/employee';
import { errorItem } from '../shared/errorItem';
import { toNodeError } from '../shared/errors';
import type { Problem } from './api/problem';
import type { Check } from './listing/checks';

/** Items of the node's two outputs: rows or people, and coverage. */
export type Outputs = [INodeExecutionData[], INodeExecutionData[]];

/** One item each, without a copy: a company's list is long, and nobody else holds these objects. */
export const toItems = (values: readonly object[]): INodeExecutionData[] =>
	values.map((value) => ({ json: value as IDataObject, pairedItem: { item: 0 } }));

/** One coverage item: whether a partition was read completely, and the proof or the reason. */
export function coverageOf(
	partition: string,
	name: string | null,
	read: { employees: number; pages: number; checks: Check[]; problem: Problem | null },
): Coverage {
	const { problem } = read;
	return {
		partition,
		name,
		complete: problem === null && read.checks.every(({ ok }) => ok),
		employees: read.employees,
		pages: read.pages,
		checks: read.checks,
		error: problem === null ? null : { code: problem.code, message: messageOf(problem) },
	};
}

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
	const nothing = { employees: 0, pages: 0, checks: [], problem };
	return [
		[errorItem(context, messageOf(problem), { code: problem.code }, { item: 0 })],
		toItems([coverageOf(partition, null, nothing)]),
	];
}

export const toError = (context: IExecuteFunctions, problem: Problem) =>
	toNodeError(context.getNode(), problem.code, problem.params, {
		itemIndex: 0,
		...(problem.detail === null ? {} : { detail: problem.detail }),
	});
