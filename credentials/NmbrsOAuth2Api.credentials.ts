import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { answerLimitField } from '../nodes/shared/credentials/answerLimitField';
import {
	AUTHENTICATION_FIELD,
	OAUTH_URL_FIELDS,
	REST_URL_FIELD,
	scopeField,
	subscriptionKeyField,
} from '../nodes/Nmbrs/api/credentialFields';
import { noticeField } from '../nodes/shared/credentials/fields';

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

	documentationUrl = 'https://github.com/n8n-nodes-alleo/n8n-nodes-alleo/blob/main/docs/nmbrs.md';

	icon = {
		light: 'file:../nodes/Nmbrs/nmbrs.svg',
		dark: 'file:../nodes/Nmbrs/nmbrs.dark.svg',
	} as const;

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		noticeField(
			'consentNotice',
			'Use one credential per customer (debtor), and each consent in one credential only: Nmbrs hands out a new token at every refresh and refuses the old one. Register the OAuth Redirect URL above in the Nmbrs developer portal; at most five per app.',
		),
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		subscriptionKeyField('. Sent as X-Subscription-Key with every call.'),
		scopeField(
			'Scopes to ask for, separated by spaces: what the templates read. Only scopes that your app was granted: one other scope makes the whole sign-in fail. Without salary and leave take out employee.payment.read and company.leave.read. Keep offline_access.',
		),
		...OAUTH_URL_FIELDS,
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		AUTHENTICATION_FIELD,
		REST_URL_FIELD,
		answerLimitField(),
	];
}
