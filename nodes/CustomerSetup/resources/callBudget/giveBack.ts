import type { IDataObject } from 'n8n-workflow';
import { TicketStore } from '../../../shared/callBudget/store';
import { text } from '../../../shared/parameters';
import { valueAt } from '../invitation/shared';
import type { ItemOperation } from '../operation';

const workflowId = text({
	displayName: 'Workflow ID',
	name: 'workflowId',
	default: '={{ $json.workflow }}',
	required: true,
	description: 'Of the workflow whose run calls nobody for now',
});

const run = text({
	displayName: 'Execution ID',
	name: 'run',
	default: '={{ $json.run }}',
	required: true,
	description: 'Of that run',
});

/** The run calls nobody any more, or not until somebody decides: the next in line goes. Twice is once. */
export const giveBack: ItemOperation = {
	name: 'Give Back the Turn',
	action: 'Give back the turn',
	description: 'Let the next run in line go',
	writes: true,
	fields: [workflowId.field, run.field],
	async run(given) {
		const { context, item, client } = given;
		const holder = `${valueAt(given, workflowId)}/${valueAt(given, run)}`;
		const store = await TicketStore.open(client);
		const left = store.ok && store.value !== null ? await store.value.leave(holder) : null;
		const problem = !store.ok ? store.problem : left?.ok === false ? left.problem : null;
		if (problem !== null) context.logger.warn(`Call budget: not given back: ${problem.code}`);
		const json: IDataObject = context.getInputData()[item]?.json ?? {};
		return [{ ...json, given_back: left?.ok === true ? left.value : 0 }];
	},
	otherwise: (context, item) => [{ ...context.getInputData()[item]?.json, given_back: 0 }],
};
