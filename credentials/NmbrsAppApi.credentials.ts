import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * Our own app at NMBRS, once for all customers: what Customer Connect needs to ask a customer for
 * consent, and what it copies into each customer's Nmbrs OAuth2 API credential. No customer's token is
 * in here. Tested by the Customer Connect node.
 */
export class NmbrsAppApi implements ICredentialType {
	name = 'nmbrsAppApi';

	displayName = 'Nmbrs App API';

	documentationUrl =
		'https://github.com/n8n-nodes-alleo/n8n-nodes-alleo/blob/main/docs/connect-customer.md';

	icon = {
		light: 'file:../nodes/Nmbrs/nmbrs.svg',
		dark: 'file:../nodes/Nmbrs/nmbrs.dark.svg',
	} as const;

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'Of the app in the Nmbrs developer portal',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The portal shows it once',
		},
		{
			displayName: 'Subscription Key',
			name: 'subscriptionKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Key of the Nmbrs API product that you subscribed to in the developer portal',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default:
				'offline_access company.info.read employee.info.read employee.employment.read employee.payment.read',
			required: true,
			description:
				'Scopes to ask customers for, separated by spaces. Only scopes that the app was granted: one other scope makes the whole sign-in fail. Keep offline_access.',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'string',
			default: 'https://identityservice.nmbrs.com/connect/authorize',
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'string',
			default: 'https://identityservice.nmbrs.com/connect/token',
			required: true,
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Body', value: 'body', description: 'Send the client credentials in the body' },
				{ name: 'Header', value: 'header', description: 'Send them as Basic Auth header' },
			],
			default: 'body',
			description: 'How the client ID and secret travel to the token URL',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://api.nmbrsapp.com',
			description: "Leave empty for Nmbrs' own address. Only https, or http for localhost.",
		},
	];
}
