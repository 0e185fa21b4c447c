import { dataTable } from '../../../shared/connect/table';
import { issueError } from '../../../shared/outcome';
import type { ItemContext, ItemOperation } from '../operation';
import { clearedItem, closeLink } from './close';
import { openStore, valueAt, toItem, valueOf } from './shared';
import { text } from '../../../shared/parameters';

const NOTHING_CLEARED = {
	deleted_credentials: [],
	consents_given_back: 0,
	consents_left: 0,
	may_be_in_use: false,
};

const refuse = (
	{ context, item }: ItemContext,
	code: 'CONNECT_INVITATION_UNKNOWN' | 'CONNECT_INVITATION_USED' | 'CONNECT_ROW_ALTERED',
	invitation: string,
) => issueError(context, code, { invitation }, item);

const invitationId = text({
	displayName: 'Invitation ID',
	name: 'invitationId',
	required: true,
	placeholder: 'e.g. {{ $json.invitation_id }}',
	description: 'Of the invitation, as Create and Get Many give it',
});

/**
 * Ends a link that is still open, at once and for good. What the customer had begun and not finished is
 * forgotten, and a consent is given back to NMBRS.
 */
export const revoke: ItemOperation = {
	name: 'Revoke',
	action: 'Revoke an invitation',
	description: 'End an invitation link that was not used yet',
	writes: true,
	fields: [invitationId.field, dataTable.field],
	async run(given) {
		const invitation = valueAt(given, invitationId);
		const store = await openStore(given);
		if (store === null) throw refuse(given, 'CONNECT_INVITATION_UNKNOWN', invitation);
		const { rows, altered } = valueOf(
			given,
			await store.where([{ columnName: 'invitation', condition: 'eq', value: invitation }]),
		);
		if (altered.length > 0 || rows.length > 1) {
			throw refuse(given, 'CONNECT_ROW_ALTERED', invitation);
		}
		const [known] = rows;
		if (known === undefined) throw refuse(given, 'CONNECT_INVITATION_UNKNOWN', invitation);
		const now = Date.now();
		if (known.state === 'revoked') return [{ ...toItem(known, now), ...NOTHING_CLEARED }];
		const closed = await closeLink(given, store, invitation);
		if (closed === null) throw refuse(given, 'CONNECT_INVITATION_USED', invitation);
		return [{ ...toItem(closed.row, now), ...clearedItem(closed) }];
	},
};
