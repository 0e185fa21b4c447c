import type { ConnectSystem, CustomerCredentialType } from '../../../core/connect/connection';
import type { InvitationRow } from '../../../core/connect/invitation';
import {
	readSealed,
	sealedText,
	sealRevocation,
	sealSecrets,
	unsealSecrets,
	type Secrets,
} from '../../shared/connect/sealed';
import type { CredentialData } from '../../shared/n8nApi';
import { cookieOf, type Visit } from './visit';

/**
 * Where secrets go: sealed into the row, for this browser alone; and at the end into n8n's encrypted
 * credentials. Nowhere else.
 */

const keyOf = (visit: Visit, { invitation }: InvitationRow) => ({
	signingKey: visit.signingKey,
	invitation,
	cookie: cookieOf(visit, invitation),
});

/** What lies in the row for this browser; null where it was sealed for another. */
export function openSecrets(visit: Visit, row: InvitationRow): Secrets | null {
	const { own } = readSealed(row.sealed);
	return own === '' ? {} : unsealSecrets(keyOf(visit, row), own);
}

/** The column `sealed` with the secrets of one type added; null where the row is another browser's. */
export function withSecrets(
	visit: Visit,
	row: InvitationRow,
	type: CustomerCredentialType,
	data: CredentialData,
): string | null {
	const known = openSecrets(visit, row);
	if (known === null) return null;
	const own = sealSecrets(keyOf(visit, row), { ...known, [type]: data });
	return sealedText({ ...readSealed(row.sealed), own });
}

/** The column `sealed` with a consent that has just been given: enough to give it back. */
export const withRevocation = (visit: Visit, row: InvitationRow, refreshToken: string): string =>
	sealedText({
		...readSealed(row.sealed),
		revocation: sealRevocation(keyOf(visit, row), refreshToken),
	});

const SYSTEM_NAMES: Record<ConnectSystem, string> = { nmbrs: 'NMBRS', afas: 'AFAS' };

const KINDS: Record<CustomerCredentialType, string> = {
	nmbrsOAuth2Api: '',
	nmbrsTokenApi: ' (API token)',
	afasTokenApi: '',
	afasOAuth2Api: '',
};

/** n8n's own limit is 128 characters. */
export const credentialName = (row: InvitationRow, type: CustomerCredentialType): string => {
	const tail = KINDS[type];
	return `${SYSTEM_NAMES[row.system]} ${row.customer}`.slice(0, 128 - tail.length) + tail;
};

const SECRET_FIELDS: ReadonlySet<string> = new Set(['token', 'clientSecret', 'oauthTokenData']);

/** The data without anything secret, for a credential that is made before it is filled. */
export const emptied = (data: CredentialData): CredentialData =>
	Object.fromEntries(
		Object.entries(data)
			.filter(([, value]) => typeof value === 'string')
			.map(([name, value]) => [name, SECRET_FIELDS.has(name) ? '' : value]),
	);
