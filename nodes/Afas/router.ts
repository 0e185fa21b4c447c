import type { IExecuteFunctions } from 'n8n-workflow';
import { done } from '../../core/model/result';
import { readOutcome, type Outputs } from '../shared/outcome';
import { chosenOperation } from '../shared/resources';
import { RESOURCES } from './operations';

/** Runs the chosen operation once for all input items. */
export async function route(this: IExecuteFunctions): Promise<Outputs> {
	return await readOutcome(this, 'afas', async () => {
		const chosen = chosenOperation(this, RESOURCES);
		return chosen.ok ? done(await chosen.value.operation.execute.call(this)) : chosen;
	});
}
