import type {
	ConnectSystem,
	CredentialRef,
	CustomerCredentialType,
} from '../../../core/connect/connection';
import type { ConnectProgress, InvitationRow } from '../../../core/connect/invitation';
import type { CredentialData, N8nResult } from '../../shared/n8nApi';
import type { Visit } from './visit';

/** Where secrets go: into n8n's encrypted credentials, and nowhere else. */

const SYSTEM_NAMES: Record<ConnectSystem, string> = { nmbrs: 'NMBRS', afas: 'AFAS' };

const KINDS: Record<CustomerCredentialType, string> = {
	nmbrsOAuth2Api: '',
	nmbrsTokenApi: ' (API token)',
	afasTokenApi: '',
	afasOAuth2Api: '',
};

/** n8n's own limit is 128 characters. */
export const credentialName = (
	row: InvitationRow,
	type: CustomerCredentialType,
	finished: boolean,
): string => {
	const tail = `${KINDS[type]}${finished ? '' : ' (not finished)'}`;
	return `${SYSTEM_NAMES[row.system]} ${row.customer}`.slice(0, 128 - tail.length) + tail;
};

export interface Stored {
	ref: CredentialRef;
	/** It was made just now, so it goes again when the step does not count. */
	created: boolean;
}

/**
 * Stores the secrets of one type: into the credential that the invitation replaces, into the one that
 * this invitation has made before, or into a new one.
 */
export async function storeSecrets(
	visit: Visit,
	row: InvitationRow,
	progress: ConnectProgress,
	type: CustomerCredentialType,
	data: CredentialData,
): Promise<N8nResult<Stored>> {
	const { client } = visit;
	if (row.replaces !== '' && row.replaces_type === type) {
		const replaced = await client.replaceCredential(row.replaces, { type, data });
		if (!replaced.ok) return replaced;
		const ref = { id: row.replaces, name: replaced.value.name };
		return { ok: true, value: { ref, created: false } };
	}
	const known = progress.credentials[type];
	if (known !== undefined) {
		const again = await client.replaceCredential(known.id, { type, data });
		if (again.ok) return { ok: true, value: { ref: known, created: false } };
		if (again.problem.status !== 404) return again;
	}
	const name = credentialName(row, type, false);
	const created = await client.createCredential(name, type, data);
	if (!created.ok) return created;
	return { ok: true, value: { ref: { id: created.value.id, name }, created: true } };
}

/** Takes back what was stored for a step that another request took first. */
export async function undo(visit: Visit, { ref, created }: Stored): Promise<void> {
	if (!created) return;
	const gone = await visit.client.deleteCredential(ref.id);
	if (!gone.ok) {
		visit.context.logger.error('Customer Connect: a credential of no connection is left', {
			credential: ref.id,
			detail: gone.problem.detail,
		});
	}
}
