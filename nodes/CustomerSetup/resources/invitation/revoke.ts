import { readProgress, type InvitationRow } from '../../../../core/connect/invitation';
import type { InvitationStore } from '../../../shared/connect/store';
import { TABLE_FIELD } from '../../../shared/connect/table';
import { toNodeError } from '../../../shared/errors';
import type { ItemContext, Operation } from '../operation';
import { openStore, textOf, toItem, valueOf } from './shared';

const refuse = (
	{ context, item }: ItemContext,
	code: 'CONNECT_INVITATION_UNKNOWN' | 'CONNECT_INVITATION_USED',
	invitation: string,
) => toNodeError(context.getNode(), code, { invitation }, { itemIndex: item });

/** Closes a link that is still open, and deletes what the customer had begun. Null: it was not open. */
export async function closeLink(
	given: ItemContext,
	store: InvitationStore,
	invitation: string,
): Promise<{ row: InvitationRow; deleted: string[] } | null> {
	let row: InvitationRow | null = null;
	// Twice, because the customer may just have gone from `open` to `connecting`.
	for (const state of ['open', 'connecting', 'open'] as const) {
		row ??= valueOf(
			given,
			await store.step(invitation, { state }, { state: 'revoked', step: '', browser: '' }),
		);
	}
	if (row === null) return null;
	const deleted: string[] = [];
	for (const { id } of Object.values(readProgress(row.progress).credentials)) {
		if (id === row.replaces) continue;
		const gone = await given.client.deleteCredential(id);
		if (!gone.ok && gone.problem.status !== 404) valueOf(given, gone);
		deleted.push(id);
	}
	return { row, deleted };
}

/**
 * Ends a link that is still open, at once and for good. Credentials of a connection that the customer
 * had begun and not finished are deleted, except one that it would have taken the place of.
 */
export const revoke: Operation = {
	name: 'Revoke',
	action: 'Revoke an invitation',
	description: 'End an invitation link that was not used yet',
	writes: true,
	fields: [
		{
			displayName: 'Invitation ID',
			name: 'invitationId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. {{ $json.invitation_id }}',
			description: 'Of the invitation, as Create and Get Many give it',
		},
		TABLE_FIELD,
	],
	async run(given) {
		const invitation = textOf(given, 'invitationId');
		const store = await openStore(given);
		const known = store === null ? null : valueOf(given, await store.get(invitation));
		if (store === null || known === null) {
			throw refuse(given, 'CONNECT_INVITATION_UNKNOWN', invitation);
		}
		const now = Date.now();
		if (known.state === 'revoked') return [{ ...toItem(known, now), deleted_credentials: [] }];
		const closed = await closeLink(given, store, invitation);
		if (closed === null) throw refuse(given, 'CONNECT_INVITATION_USED', invitation);
		return [{ ...toItem(closed.row, now), deleted_credentials: closed.deleted }];
	},
};
