import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import { checkUrl, resolveBaseUrl } from '../../shared/baseUrl';
import { answerLimit, createTransport, type TransportOptions } from '../../shared/http';
import { systemClock } from '../../shared/http/clock';
import { REST_ALLOWED } from './allowed';
import { done, type Result } from '../../../core/model/result';
import { RestClient } from './restClient';
import { NMBRS_REST_URL, REST_TAILS } from './soap/services';

export const OAUTH_CREDENTIAL = 'nmbrsOAuth2Api';

export interface ClientOptions {
	/** Requests in flight; Nmbrs publishes no limit, two is gentle. */
	concurrency: number;
	pageSize: number;
	timeoutMs: number;
	clock?: TransportOptions['clock'];
}

export const DEFAULT_CLIENT_OPTIONS: ClientOptions = {
	concurrency: 2,
	pageSize: 100,
	timeoutMs: 120_000,
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** To these n8n itself sends the customer, and the client's secret. */
const OAUTH_URLS = [
	['Authorization URL', 'authUrl'],
	['Access Token URL', 'accessTokenUrl'],
] as const;

/** The tokens that n8n keeps, of which an answer may repeat one. */
const tokensOf = ({ oauthTokenData }: ICredentialDataDecryptedObject): string[] =>
	typeof oauthTokenData === 'object'
		? Object.values(oauthTokenData).filter((value): value is string => typeof value === 'string')
		: [];

/** The REST client of one run, from the node's OAuth2 credential. */
export async function createRestClient(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	options: ClientOptions = DEFAULT_CLIENT_OPTIONS,
): Promise<Result<RestClient>> {
	const credentials = await context.getCredentials(OAUTH_CREDENTIAL);
	const base = resolveBaseUrl(text(credentials['baseUrl']), NMBRS_REST_URL, { strip: REST_TAILS });
	if (!base.ok) return base;
	// n8n renews the token there, with the client secret, as soon as a call answers 401.
	for (const [field, name] of OAUTH_URLS) {
		const url = checkUrl(field, text(credentials[name]));
		if (!url.ok) return url;
	}
	const subscriptionKey = text(credentials['subscriptionKey']).trim();
	const clock = { ...systemClock, ...options.clock };
	const transport = createTransport(context, {
		vendor: 'nmbrs',
		baseUrl: base.value,
		credentialType: OAUTH_CREDENTIAL,
		allow: REST_ALLOWED,
		concurrency: options.concurrency,
		timeoutMs: options.timeoutMs,
		headers: { 'X-Subscription-Key': subscriptionKey },
		maxAnswerBytes: answerLimit(credentials['maxAnswerMb']),
		secrets: [subscriptionKey, text(credentials['clientSecret']), ...tokensOf(credentials)],
		clock,
	});
	const credential = context.getNode().credentials?.[OAUTH_CREDENTIAL]?.name ?? OAUTH_CREDENTIAL;
	return done(new RestClient(transport, credential, options.pageSize, clock));
}
