import { CustomerConnection } from '../../../core/connect/connection';
import type { InvitationRow } from '../../../core/connect/invitation';
import type { FleetCredential } from '../../../core/runLog/fleet/facts';
import { InvitationStore } from '../../shared/connect/store';
import type { N8nCredential } from '../../shared/n8nApi';
import { valueOf } from '../resources/invitation/shared';
import type { ItemContext } from '../resources/operation';

/** When the credentials of customers were made, used and given. Their values never come out of n8n. */

export interface KnownAccess {
	credentials: ReadonlyMap<string, N8nCredential>;
	/** By credential: when the customer gave it, as the newest used invitation says. */
	given: ReadonlyMap<string, string>;
}

function connectionOf({ connection }: InvitationRow): CustomerConnection | null {
	try {
		const parsed = CustomerConnection.safeParse(JSON.parse(connection));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}

/** @param table name of the data table of invitations */
async function givenDays(given: ItemContext, table: string): Promise<Map<string, string>> {
	const days = new Map<string, string>();
	const store = valueOf(given, await InvitationStore.open(given, table));
	if (store === null) return days;
	const used = [{ columnName: 'state', condition: 'eq', value: 'used' } as const];
	const { rows } = valueOf(given, await store.where(used));
	for (const row of rows) {
		const connection = connectionOf(row);
		if (connection === null) continue;
		for (const { id } of Object.values(connection.credentials)) {
			const known = days.get(id);
			const at = connection.connected_at;
			if (known === undefined || known < at) days.set(id, at);
		}
	}
	return days;
}

export async function readAccess(given: ItemContext, table: string): Promise<KnownAccess> {
	const all = valueOf(given, await given.client.credentials());
	return {
		credentials: new Map(all.map((one) => [one.id, one])),
		given: await givenDays(given, table),
	};
}

/** A credential that a workflow names, with what is known of it. */
export function credentialFact(
	{ type, id, name }: { type: string; id: string; name: string },
	access: KnownAccess,
): FleetCredential {
	const found = access.credentials.get(id);
	return {
		type,
		id,
		name,
		exists: found !== undefined,
		created_at: found?.createdAt ?? null,
		changed_at: found?.updatedAt ?? null,
		given_at: access.given.get(id) ?? null,
	};
}
