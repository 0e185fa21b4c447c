import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { CLASSIC_TOKENS_END_EN } from '../core/issues/afasTokens';
import {
	AfasCredentialError,
	onceAtATime,
	withAuthorization,
} from '../nodes/Afas/api/authenticate';
import { afasBaseUrl } from '../nodes/Afas/api/baseUrl';
import { ADVANCED_FIELDS, ENVIRONMENT_FIELDS } from '../nodes/Afas/api/credentialFields';
import { readTokenAnswer, tokenRequestBody } from '../nodes/Afas/api/oauthToken';
import { sendDirectly } from '../nodes/shared/http/direct';
import {
	FETCHED_TOKEN,
	noticeField,
	secretField,
	textField,
} from '../nodes/shared/credentials/fields';

async function fetchToken(helper: IHttpRequestHelper, url: string, form: string): Promise<string> {
	const answer = await sendDirectly(helper.helpers, {
		method: 'POST',
		url,
		headers: {
			Accept: 'application/json',
			'Content-Type': 'application/x-www-form-urlencoded',
		},
		body: form,
		timeoutMs: 30_000,
	});
	const token = readTokenAnswer(answer.status, answer.text);
	if (!token.ok) throw new AfasCredentialError(token.problem, answer.status);
	return token.value;
}

/**
 * OAuth 2 client credentials of an AFAS app connector. It fetches its own token instead of
 * extending oAuth2Api, because the token address depends on the environment number, and because a
 * credential that extends oAuth2Api cannot have a test that says which connectors it sees. n8n
 * stores the token encrypted, reuses it in later executions, and renews it once when AFAS says 401.
 */
export class AfasOAuth2Api implements ICredentialType {
	name = 'afasOAuth2Api';

	displayName = 'AFAS Profit OAuth2 API';

	documentationUrl = 'https://github.com/n8n-nodes-alleo/n8n-nodes-alleo/blob/main/docs/afas.md';

	icon = {
		light: 'file:../nodes/Afas/afas.svg',
		dark: 'file:../nodes/Afas/afas.dark.svg',
	} as const;

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		...ENVIRONMENT_FIELDS,
		textField({
			displayName: 'Client ID',
			name: 'clientId',
			description: 'From the app connector in Profit, which must be set to OAuth or Hybrid',
		}),
		secretField({
			displayName: 'Client Secret',
			name: 'clientSecret',
			description: 'Profit shows it once. From Profit 9 it expires, after 180 days by default.',
		}),
		...ADVANCED_FIELDS,
		FETCHED_TOKEN,
		noticeField(
			'endDatesNotice',
			`${CLASSIC_TOKENS_END_EN} This credential is what replaces them.`,
		),
	];

	/** Called by n8n when there is no token yet, and once after a 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const base = afasBaseUrl(credentials);
		if (!base.ok) throw new AfasCredentialError(base.problem);
		const form = tokenRequestBody(
			String(credentials['clientId'] ?? '').trim(),
			String(credentials['clientSecret'] ?? '').trim(),
		);
		const url = `${base.value}/oauth/token`;
		const accessToken = await onceAtATime(
			`${url} ${form}`,
			async () => await fetchToken(this, url, form),
		);
		return { accessToken };
	}

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		withAuthorization(
			requestOptions,
			`Bearer ${String(credentials['accessToken'] ?? '')}`,
			credentials,
		);
}
