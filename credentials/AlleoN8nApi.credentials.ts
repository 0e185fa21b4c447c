import type { IAuthenticate, ICredentialType, INodeProperties } from 'n8n-workflow';
import { signed } from '../nodes/shared/http/signing';
import { secretField, textField } from '../nodes/shared/credentials/fields';

/**
 * The n8n instance itself, by its public API: connecting a customer puts secrets straight into n8n's
 * encrypted credentials and makes the customer's workflow. Also holds the key that signs invitations.
 * Tested by the Customer Setup node, which names the scopes that the API key lacks.
 */
export class AlleoN8nApi implements ICredentialType {
	name = 'alleoN8nApi';

	displayName = 'Alleo N8n API';

	documentationUrl =
		'https://github.com/n8n-nodes-alleo/n8n-nodes-alleo/blob/main/docs/connect-customer.md';

	icon = {
		light: 'file:../nodes/Alleo/alleo.svg',
		dark: 'file:../nodes/Alleo/alleo.dark.svg',
	} as const;

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		textField({
			displayName: 'n8n Address',
			name: 'baseUrl',
			placeholder: 'e.g. https://n8n.example.com',
			description:
				'Address of this n8n, as it can be reached from itself, without /api/v1. Only https, or http for localhost.',
		}),
		secretField({
			displayName: 'API Key',
			name: 'apiKey',
			description: 'From Settings, n8n API. Give it only the scopes that the documentation lists.',
		}),
		secretField({
			displayName: 'Link Signing Key',
			name: 'signingKey',
			description:
				'At least 32 random characters, from a password generator. Signs the invitation links; a new key ends all links that are still open.',
		}),
	];

	authenticate: IAuthenticate = async (credentials, request) =>
		signed(request, { 'X-N8N-API-KEY': String(credentials['apiKey'] ?? '') });
}
