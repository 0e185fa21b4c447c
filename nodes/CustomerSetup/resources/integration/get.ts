import { toIntegration } from '../../dailySync/describe';
import { readDailySync } from '../../dailySync/store';
import { text } from '../../../shared/parameters';
import { valueAt } from '../invitation/shared';
import type { ItemOperation } from '../operation';

const workflowId = text({
	displayName: 'Workflow ID',
	name: 'workflowId',
	default: '={{ $json.workflow_id }}',
	required: true,
	description: 'Of the daily sync, as its address in the editor and an Error Trigger have it',
});

/** One daily sync by its id: whose it is, in which language, and whether it is on. */
export const get: ItemOperation = {
	name: 'Get',
	action: 'Get an integration',
	description: 'Get the daily sync with this ID: its customer, language and state',
	writes: false,
	fields: [workflowId.field],
	run: async (given) => [
		toIntegration(given, await readDailySync(given, valueAt(given, workflowId))),
	],
};
