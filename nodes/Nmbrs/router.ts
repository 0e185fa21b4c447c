import type { IExecuteFunctions } from 'n8n-workflow';
import { readOutcome, type Outputs } from '../shared/outcome';
import { chosenOperation } from '../shared/resources';
import { RESOURCES } from './operations';

/**
 * Runs the chosen operation. The list operations run once, whatever the number of input items: a
 * list has no item to be about, and reading it per item would multiply both the calls and the
 * people. Their output is linked to the first item. Only Employee: Get runs per item.
 */
export async function route(context: IExecuteFunctions): Promise<Outputs> {
	return await readOutcome(context, 'nmbrs', async () => {
		const operation = chosenOperation(context, RESOURCES);
		return operation.ok ? await operation.value.run(context) : operation;
	});
}
