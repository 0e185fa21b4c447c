import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import {
	AUTHENTICATION_FIELD,
	OAUTH_URL_FIELDS,
	REST_URL_FIELD,
	scopeField,
	subscriptionKeyField,
} from '../nodes/Nmbrs/api/credentialFields';
import { secretField, textField } from '../nodes/shared/credentials/fields';

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
		textField({
			displayName: 'Client ID',
			name: 'clientId',
			description: 'Of the app in the Nmbrs developer portal',
		}),
		secretField({
			displayName: 'Client Secret',
			name: 'clientSecret',
			description: 'The portal shows it once',
		}),
		subscriptionKeyField(),
		scopeField(
			'Scopes to ask customers for, separated by spaces. Only scopes that the app was granted: one other scope makes the whole sign-in fail. Keep offline_access.',
		),
		...OAUTH_URL_FIELDS,
		AUTHENTICATION_FIELD,
		REST_URL_FIELD,
	];
}
