import { openStore, valueOf } from '../resources/invitation/shared';
import { closeLink } from '../resources/invitation/revoke';
import type { ItemContext } from '../resources/operation';

/**
 * The invitations of an integration that ends: links that are out are revoked, and the connection that was
 * made is marked as ended, so that its login and its debtors no longer count as somebody's.
 * @returns how many were open or in use
 */
export async function endInvitations(given: ItemContext, integration: string): Promise<number> {
	const store = integration === '' ? null : await openStore(given);
	if (store === null) return 0;
	const rows = valueOf(
		given,
		await store.where([{ columnName: 'integration', condition: 'eq', value: integration }]),
	);
	let ended = 0;
	for (const { invitation, state } of rows) {
		if (state === 'revoked' || state === 'ended') continue;
		const closed = state === 'used' ? null : await closeLink(given, store, invitation);
		// Used by now, if it was not before.
		const done =
			closed !== null ||
			valueOf(given, await store.step(invitation, { state: 'used' }, { state: 'ended' })) !== null;
		if (done) ended += 1;
	}
	return ended;
}
