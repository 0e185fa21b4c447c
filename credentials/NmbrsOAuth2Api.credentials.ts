import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { answerLimitField } from '../nodes/shared/http/answerLimitField';

/**
 * Consent of one customer (debtor) to read its Nmbrs data. n8n itself keeps the token: it refreshes
 * on a 401, one refresh at a time, and saves the successor before it is used. The subscription key is
 * sent by the node (X-Subscription-Key): n8n runs no `authenticate` for OAuth2 credentials. For the
 * same reason there is no test request here: n8n tests OAuth2 credentials by their token, and a
 * request of its own would run outside this package's nodes, where the credential is not usable.
 */
export class NmbrsOAuth2Api implements ICredentialType {
	name = 'nmbrsOAuth2Api';

	displayName = 'NMBRS OAuth2 API';

	extends = ['oAuth2Api'];

	documentationUrl = 'https://developer.nmbrs.com/auth';

	icon = {
		light: 'file:../nodes/Nmbrs/nmbrs.svg',
		dark: 'file:../nodes/Nmbrs/nmbrs.dark.svg',
	} as const;

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		{
			displayName:
				'Use one credential per customer (debtor), and each consent in one credential only: Nmbrs hands out a new token at every refresh and refuses the old one. Register the OAuth Redirect URL above in the Nmbrs developer portal; at most five per app.',
			name: 'consentNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Subscription Key',
			name: 'subscriptionKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Key of the Nmbrs API product that you subscribed to in the developer portal. Sent as X-Subscription-Key with every call.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default:
				'offline_access company.info.read employee.info.read employee.employment.read employee.payment.read',
			required: true,
			description:
				'Scopes to ask for, separated by spaces. Only scopes that your app was granted: one other scope makes the whole sign-in fail. Add employee.orgstructure.read for departments, functions and managers, and company.leave.read for leave. Keep offline_access.',
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
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
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
		answerLimitField(),
	];
}
