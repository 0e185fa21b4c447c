import { comparesEmployees } from '../../../core/connect/templates/explainGraph';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { issueError } from '../../shared/outcome';
import type { ItemContext } from '../resources/operation';
import { customerOf } from './describe';
import { isIntegration } from './siblings';

/** The one daily sync that is meant, by its id or by the name of the customer. */
export function chooseDailySync(
	{ context, item }: ItemContext,
	all: readonly StoredWorkflow[],
	wanted: string,
): StoredWorkflow {
	const syncs = all.filter(isIntegration);
	const byId = syncs.filter(({ id }) => id === wanted);
	const byName = syncs.filter((one) => customerOf(one) === wanted);
	// Of a customer who has salary and leave beside it, the name means the daily sync.
	const daily = byName.filter(comparesEmployees);
	const found = byId.length > 0 ? byId : daily.length > 0 ? daily : byName;
	const [first] = found;
	if (first !== undefined && found.length === 1) return first;
	const names = found.map(({ name, id }) => `${name} (${id})`).join(', ');
	throw first === undefined
		? issueError(
				context,
				'SYNC_WORKFLOW_NOT_FOUND',
				{ workflow: wanted === '' ? '-' : wanted },
				item,
			)
		: issueError(context, 'SYNC_WORKFLOW_SEVERAL', { workflows: names }, item);
}
