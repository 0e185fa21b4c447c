import { readsPeople } from '../../../core/connect/templates/rebind';
import { settingsNode } from '../../../core/connect/templates/settings';
import type { StoredWorkflow } from '../../../core/connect/templates/workflow';
import { issueError } from '../../shared/outcome';
import type { ItemContext } from '../resources/operation';
import { customerOf } from './describe';

/** The one daily sync that is meant, by its id or by the name of the customer. */
export function chooseDailySync(
	{ context, item }: ItemContext,
	all: readonly StoredWorkflow[],
	wanted: string,
): StoredWorkflow {
	const syncs = all.filter(
		(workflow) =>
			!workflow.isArchived &&
			settingsNode(workflow) !== null &&
			readsPeople(workflow),
	);
	const byId = syncs.filter(({ id }) => id === wanted);
	const found = byId.length > 0 ? byId : syncs.filter((one) => customerOf(one) === wanted);
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
