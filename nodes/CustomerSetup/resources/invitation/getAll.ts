import { INVITATION_STATES } from '../../../../core/connect/invitation';
import { TABLE_FIELD } from '../../../shared/connect/table';
import type { RowCondition } from '../../../shared/n8nApi';
import type { ItemOperation } from '../operation';
import { openStore, textOf, toAlteredItem, toItem, valueOf } from './shared';

const FILTERS = ['any', 'altered', 'expired', ...INVITATION_STATES];

/** Lists invitations, the newest first, then those that are not believed: one item each, or none. */
export const getAll: ItemOperation = {
	name: 'Get Many',
	action: 'Get many invitations',
	description: 'List invitations and how far the customer is',
	writes: false,
	fields: [
		{
			displayName: 'State',
			name: 'invitationState',
			type: 'options',
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
			description: 'Which invitations to list',
		},
		{
			displayName: 'Customer Name',
			name: 'customerName',
			type: 'string',
			default: '',
			description: 'Only invitations of this customer, by exactly this name. Empty lists all.',
		},
		TABLE_FIELD,
	],
	async run(given) {
		const store = await openStore(given);
		if (store === null) return [];
		const customer = textOf(given, 'customerName');
		const conditions: RowCondition[] =
			customer === '' ? [] : [{ columnName: 'customer', condition: 'eq', value: customer }];
		const { rows, altered } = valueOf(given, await store.where(conditions));
		const wanted = FILTERS.find((name) => name === textOf(given, 'invitationState')) ?? 'any';
		const now = Date.now();
		return [...rows.map((row) => toItem(row, now)), ...altered.map(toAlteredItem)].filter(
			({ state }) => wanted === 'any' || state === wanted,
		);
	},
};
