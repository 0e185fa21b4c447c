import type { IDataObject } from 'n8n-workflow';
import { answerOf, leadsNowhere } from '../../../core/approval/inbox/row';
import type { Companies } from '../../../core/approval/inbox/row';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';
import { InboxStore } from './store';

/**
 * The answers of the customer of a workflow, for the nodes of its run.
 *
 * @param companies that the customer's keys reach; null: not known
 */
export async function answersFor(
	given: ItemContext,
	workflow: string,
	companies: Companies,
): Promise<IDataObject[]> {
	const store = valueOf(given, await InboxStore.open(given.client));
	if (store === null) return [];
	const { rows, unreadable } = valueOf(given, await store.rows(workflow));
	const list = rows.flatMap((row): IDataObject[] => {
		const said = answerOf(row);
		if (said === null) return [];
		return [leadsNowhere(row, companies) ? { ...said, gone: true } : { ...said }];
	});
	// What cannot be read travels along as what it is, so that the plan says it.
	return [...list, ...Array.from({ length: unreadable }, () => ({ kind: '' }))];
}
