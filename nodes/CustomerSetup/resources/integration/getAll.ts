import { settingsNode } from '../../../../core/connect/templates/settings';
import { systemOfWorkflow } from '../../../../core/connect/templates/rebind';
import { customerOf, toIntegration } from '../../dailySync/describe';
import { allWorkflows } from '../../dailySync/store';
import { valueAt } from '../invitation/shared';
import type { ItemOperation } from '../operation';
import { text } from '../../../shared/parameters';

const customerName = text({
	displayName: 'Customer Name',
	name: 'customerName',
	description: 'Only the integrations of this customer, by exactly this name. Empty lists all.',
});

/** Lists the daily syncs of this n8n: one item each, none when there are none. */
export const getAll: ItemOperation = {
	name: 'Get Many',
	action: 'Get many integrations',
	description: 'List the daily syncs of customers, and whether they are on',
	writes: false,
	fields: [customerName.field],
	async run(given) {
		const wanted = valueAt(given, customerName);
		return (await allWorkflows(given))
			.filter((workflow) => !workflow.isArchived)
			.filter((workflow) => settingsNode(workflow) !== null && systemOfWorkflow(workflow) !== null)
			.filter((workflow) => wanted === '' || customerOf(workflow) === wanted)
			.map((workflow) => toIntegration(given, workflow));
	},
};
