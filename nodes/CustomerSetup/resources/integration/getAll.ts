import { dataTable } from '../../../shared/connect/table';
import { text, toggle } from '../../../shared/parameters';
import { customerOf, toIntegration } from '../../dailySync/describe';
import { isIntegration } from '../../dailySync/siblings';
import { allWorkflows } from '../../dailySync/store';
import { readFleetFacts } from '../../fleet/read';
import { valueAt } from '../invitation/shared';
import type { ItemOperation } from '../operation';

const customerName = text({
	displayName: 'Customer Name',
	name: 'customerName',
	description: 'Only the integrations of this customer, by exactly this name. Empty lists all.',
});

const withState = toggle({
	displayName: 'With State',
	name: 'withState',
	default: false,
	description:
		'Whether to read also what the fleet page, the watchdog and the digest need: the runs of the last days, the template version, and when credentials were made, used and given',
});

const reader = text({
	displayName: 'Read By',
	name: 'reader',
	displayOptions: { show: { withState: [true] } },
	description:
		'Who looks at the page, as the login of its form says it: the questions of a customer are then answered in that name. Empty: the page of the questions asks.',
});

/** Lists the daily syncs of this n8n: one item each, none when there are none. */
export const getAll: ItemOperation = {
	name: 'Get Many',
	action: 'Get many integrations',
	description: 'List the daily syncs of customers, whether they are on, and how they are',
	writes: false,
	fields: [
		customerName.field,
		withState.field,
		{ ...dataTable.field, displayOptions: { show: { withState: [true] } } },
		reader.field,
	],
	async run(given) {
		const name = valueAt(given, customerName);
		if (valueAt(given, withState)) {
			const table = valueAt(given, dataTable);
			const { items, others } = await readFleetFacts(
				given,
				(workflow) => name === '' || customerOf(workflow) === name,
				table,
				valueAt(given, reader),
			);
			// Runs of workflows that this key does not list; of one customer alone they say nothing.
			return name === '' ? [...items, ...others] : items;
		}
		return (await allWorkflows(given))
			.filter(isIntegration)
			.filter((workflow) => name === '' || customerOf(workflow) === name)
			.map((workflow) => toIntegration(given, workflow));
	},
};
