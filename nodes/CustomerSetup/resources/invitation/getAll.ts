import { dataTable } from '../../../shared/connect/table';
import type { RowCondition } from '../../../shared/n8nApi';
import type { ItemOperation } from '../operation';
import { openStore, valueAt, toAlteredItem, toItem, valueOf } from './shared';
import { choice, text } from '../../../shared/parameters';

const state = choice({
	displayName: 'State',
	name: 'invitationState',
	options: [
		{ name: 'Altered', value: 'altered' },
		{ name: 'Any', value: 'any' },
		{ name: 'Connecting', value: 'connecting' },
		{ name: 'Ended', value: 'ended' },
		{ name: 'Expired', value: 'expired' },
		{ name: 'Open', value: 'open' },
		{ name: 'Revoked', value: 'revoked' },
		{ name: 'Used', value: 'used' },
	],
	default: 'any',
	empty: 'any',
	description: 'Which invitations to list',
});

const customerName = text({
	displayName: 'Customer Name',
	name: 'customerName',
	description: 'Only invitations of this customer, by exactly this name. Empty lists all.',
});

/** Lists invitations, the newest first, then those that are not believed: one item each, or none. */
export const getAll: ItemOperation = {
	name: 'Get Many',
	action: 'Get many invitations',
	description: 'List invitations and how far the customer is',
	writes: false,
	fields: [state.field, customerName.field, dataTable.field],
	async run(given) {
		const store = await openStore(given);
		if (store === null) return [];
		const customer = valueAt(given, customerName);
		const conditions: RowCondition[] =
			customer === '' ? [] : [{ columnName: 'customer', condition: 'eq', value: customer }];
		const { rows, altered } = valueOf(given, await store.where(conditions));
		const wanted = valueAt(given, state);
		const now = Date.now();
		return [...rows.map((row) => toItem(row, now)), ...altered.map(toAlteredItem)].filter(
			(one) => wanted === 'any' || one['state'] === wanted,
		);
	},
};
