import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { fetchToken } from '../nodes/Alleo/api/token';
import { answerLimitField } from '../nodes/shared/credentials/answerLimitField';
import { signed } from '../nodes/shared/http/signing';
import { FETCHED_TOKEN, secretField, textField } from '../nodes/shared/credentials/fields';

const FORBIDDEN =
	'Alleo knows these keys but does not let them read companies. Ask admin-support@alleo.nl to give them access to the Customer API.';
const UNKNOWN =
	'The base URL does not point at the Customer API. Leave it empty for Alleo’s own address, or end it with /customer_api/v1.';
const REFUSED =
	'Alleo does not accept the access key and secret key. Check both; ask admin-support@alleo.nl for new ones when they are right.';

/**
 * The Customer API's pair of keys. n8n fetches a token when there is none and once after a 401, and
 * keeps it encrypted beside the keys, so that most executions need no token call at all.
 */
export class AlleoApi implements ICredentialType {
	name = 'alleoApi';

	displayName = 'Alleo API';

	documentationUrl = 'https://github.com/n8n-nodes-alleo/n8n-nodes-alleo/blob/main/docs/alleo.md';

	icon = {
		light: 'file:../nodes/Alleo/alleo.svg',
		dark: 'file:../nodes/Alleo/alleo.dark.svg',
	} as const;

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		textField({
			displayName: 'Access Key',
			name: 'accessKey',
			description: 'Of the Customer API. Alleo issues it; ask admin-support@alleo.nl.',
		}),
		secretField({
			displayName: 'Secret Key',
			name: 'secretKey',
			description: 'Issued together with the access key',
		}),
		textField(
			{
				displayName: 'Base URL',
				name: 'baseUrl',
				placeholder: 'e.g. https://api.yourcampus.co/customer_api/v1',
				description: 'Leave empty for Alleo’s own address. Only https, or http for localhost.',
			},
			false,
		),
		answerLimitField(),
		FETCHED_TOKEN,
	];

	/** Called by n8n when there is no token yet, and once after a 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<{ accessToken: string }> {
		return await fetchToken(this, credentials);
	}

	/** Also signs the test below, which n8n sends by itself. */
	authenticate: IAuthenticate = async (credentials, request) =>
		signed(request, { Authorization: `Bearer ${String(credentials['accessToken'] ?? '')}` });

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ ($credentials.baseUrl || "https://api.yourcampus.co/customer_api/v1").trim().replace(/\\/+$/, "") }}',
			url: '/companies',
			disableFollowRedirect: true,
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: REFUSED } },
			{ type: 'responseCode', properties: { value: 403, message: FORBIDDEN } },
			{ type: 'responseCode', properties: { value: 404, message: UNKNOWN } },
		],
	};
}
