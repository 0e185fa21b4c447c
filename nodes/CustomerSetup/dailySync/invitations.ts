import { readAlleoKey, type AlleoKey } from '../../../core/connect/alleoKey';
import { openStore, valueOf } from '../resources/invitation/shared';
import { closeLink } from '../resources/invitation/close';
import type { InvitationStore } from '../../shared/connect/store';
import type { ItemContext } from '../resources/operation';

/** A credential that an invitation names, under its signature. */
export type NamedAlleoKey = Extract<AlleoKey, { id: string }>;

/**
 * The invitations of an integration that ends: links that are out are revoked, and the connection that was
 * made is marked as ended, so that its login and its debtors no longer count as somebody's. A row that is
 * not believed is left alone: its link does not work, and nothing that it names is touched.
 */
export async function endInvitations(
	given: ItemContext,
	integration: string,
): Promise<{ ended: number; altered: number; alleoKeys: NamedAlleoKey[] }> {
	const store = integration === '' ? null : await openStore(given);
	if (store === null) return { ended: 0, altered: 0, alleoKeys: [] };
	const { rows, altered } = valueOf(
		given,
		await store.where([{ columnName: 'integration', condition: 'eq', value: integration }]),
	);
	let ended = 0;
	for (const { invitation, state } of rows) {
		if (state === 'revoked' || state === 'ended') continue;
		const closed = state === 'used' ? null : await closeLink(given, store, invitation);
		// Used by now, if it was not before.
		if (closed !== null || (await endUsed(given, store, invitation))) ended += 1;
	}
	const keys = rows.flatMap(({ alleo_key: cell }) => {
		const key = readAlleoKey(cell);
		return 'id' in key ? [[key.id, key] as const] : [];
	});
	return { ended, altered: altered.length, alleoKeys: [...new Map(keys).values()] };
}

async function endUsed(
	given: ItemContext,
	store: InvitationStore,
	invitation: string,
): Promise<boolean> {
	const row = valueOf(given, await store.get(invitation));
	if (row?.state !== 'used') return false;
	return valueOf(given, await store.step(row, { state: 'ended' })) !== null;
}
