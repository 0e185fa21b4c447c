import { settingsNode } from '../../../../core/connect/templates/settings';
import { systemOfWorkflow } from '../../../../core/connect/templates/rebind';
import { customerOf, toIntegration } from '../../dailySync/describe';
import { allWorkflows } from '../../dailySync/store';
import { textOf } from '../invitation/shared';
import type { ItemOperation } from '../operation';

/** Lists the daily syncs of this n8n: one item each, none when there are none. */
export const getAll: ItemOperation = {
	name: 'Get Many',
	action: 'Get many integrations',
	description: 'List the daily syncs of customers, and whether they are on',
	writes: false,
	fields: [
		{
			displayName: 'Customer Name',
			name: 'customerName',
			type: 'string',
			default: '',
			description: 'Only the integrations of this customer, by exactly this name. Empty lists all.',
		},
	],
	async run(given) {
		const wanted = textOf(given, 'customerName');
		return (await allWorkflows(given))
			.filter((workflow) => !workflow.isArchived)
			.filter((workflow) => settingsNode(workflow) !== null && systemOfWorkflow(workflow) !== null)
			.filter((workflow) => wanted === '' || customerOf(workflow) === wanted)
			.map((workflow) => toIntegration(given, workflow));
	},
};
