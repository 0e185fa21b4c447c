import type { INodeProperties } from 'n8n-workflow';
import { secretField, textField } from '../../shared/credentials/fields';

/** The fields of our app at NMBRS, which the app's own credential and each customer's have alike. */

export const subscriptionKeyField = (more = ''): INodeProperties =>
	secretField({
		displayName: 'Subscription Key',
		name: 'subscriptionKey',
		description: `Key of the Nmbrs API product that you subscribed to in the developer portal${more}`,
	});

/**
 * What the templates read, and no more: departments are Alleo's groups, salaries and leave are for the
 * salary file. One that is missing stops the first run; one that the app was not granted stops the sign-in.
 */
export const DEFAULT_SCOPE = [
	'offline_access',
	'company.info.read',
	'employee.info.read',
	'employee.employment.read',
	'employee.orgstructure.read',
	'employee.payment.read',
	'company.leave.read',
].join(' ');

export const scopeField = (description: string): INodeProperties => ({
	...textField({ displayName: 'Scope', name: 'scope', description }),
	default: DEFAULT_SCOPE,
});

/** To these n8n itself sends the customer, and the client's secret. */
export const OAUTH_URL_FIELDS: INodeProperties[] = [
	{
		...textField({ displayName: 'Authorization URL', name: 'authUrl' }),
		default: 'https://identityservice.nmbrs.com/connect/authorize',
	},
	{
		...textField({ displayName: 'Access Token URL', name: 'accessTokenUrl' }),
		default: 'https://identityservice.nmbrs.com/connect/token',
	},
];

export const AUTHENTICATION_FIELD: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'Body', value: 'body', description: 'Send the client credentials in the body' },
		{ name: 'Header', value: 'header', description: 'Send them as Basic Auth header' },
	],
	default: 'body',
	description: 'How the client ID and secret travel to the token URL',
};

/** Where REST, or SOAP, is read. */
export const baseUrlField = (
	words: Pick<INodeProperties, 'displayName' | 'name'> & { placeholder: string },
): INodeProperties =>
	textField(
		{
			...words,
			description: "Leave empty for Nmbrs' own address. Only https, or http for localhost.",
		},
		false,
	);

export const REST_URL_FIELD = baseUrlField({
	displayName: 'Base URL',
	name: 'baseUrl',
	placeholder: 'e.g. https://api.nmbrsapp.com',
});
