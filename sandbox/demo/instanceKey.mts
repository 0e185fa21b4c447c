import { randomBytes } from 'node:crypto';
import type { CredentialRef } from './credentials.mts';
import type { N8nClient } from './n8nClient.mts';

/** The least that the instance's key may do; docs/connect-customer.md lists the same. */
export const KEY_SCOPES = [
	'credential:create',
	'credential:update',
	'credential:delete',
	'credential:list',
	'workflow:create',
	'workflow:read',
	'workflow:update',
	'workflow:list',
	'workflow:activate',
	'workflow:deactivate',
	'dataTable:list',
	'dataTable:create',
	'dataTableColumn:create',
	'dataTableRow:read',
	'dataTableRow:create',
	'dataTableRow:update',
	'tag:list',
	'tag:create',
	'workflowTags:update',
];

/** A new key of this n8n with these scopes. */
export async function instanceKey(
	client: N8nClient,
	label: string,
	scopes = KEY_SCOPES,
): Promise<string> {
	const body = { label, expiresAt: null, scopes };
	return (await client.rest<{ rawApiKey: string }>('POST', '/api-keys', body)).rawApiKey;
}

/** Such a key in its credential, as the nodes of this package take it. */
export async function instanceCredential(client: N8nClient): Promise<CredentialRef> {
	const label = `alleo ${randomBytes(4).toString('hex')}`;
	const data = {
		baseUrl: client.url,
		apiKey: await instanceKey(client, label),
		signingKey: randomBytes(32).toString('hex'),
	};
	const name = 'Alleo n8n API';
	return { id: await client.createCredential(name, 'alleoN8nApi', data), name };
}
