import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { chosenOperation } from '../shared/resources';
import { RESOURCES } from './resources';
import { issueError, outcomeOf, toError } from '../shared/outcome';

async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const chosen = chosenOperation(context, RESOURCES);
	if (!chosen.ok) throw toError(context, chosen.problem);
	const { operation } = chosen.value;
	// An agent cannot be held to a plan or an approval, so it never writes (SPEC I2).
	if (operation.writes && context.isToolExecution())
		throw issueError(context, 'TOOL_WRITE_REFUSED');
	return await operation.execute.call(context);
}

/** Runs the chosen operation; "continue on fail" turns an error of the whole run into one item. */
export async function route(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await outcomeOf(
		this,
		async () => await runOperation(this),
		(failed) => {
			// Of a plan nothing was applied, of a file nothing made: the error must not leave on the first output.
			const { resource } = this.getNode().parameters;
			return resource === 'syncPlan' || resource === 'file' ? [[], [failed]] : [[failed]];
		},
	);
}
