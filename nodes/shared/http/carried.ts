import type { IHttpRequestOptions } from 'n8n-workflow';
import type { HttpContext } from './types';

/** What of n8n's context is used here. */
export interface PlainContext {
	helpers: { httpRequest(request: IHttpRequestOptions): Promise<unknown> };
	logger: HttpContext['logger'];
}

export type Signer = (request: IHttpRequestOptions) => IHttpRequestOptions;

/**
 * A context whose requests are signed with a secret that a person has just typed in, before it is a
 * credential of n8n. The transport and the vendor's client above it are the same as for a credential.
 */
export function carrying(context: PlainContext, sign: Signer): HttpContext {
	const { helpers, logger } = context;
	return {
		logger,
		helpers: {
			async httpRequestWithAuthentication(_credentialType, request) {
				return await helpers.httpRequest(sign(request));
			},
		},
	};
}

/** Adds headers to each request. */
export const withHeaders =
	(headers: Record<string, string>): Signer =>
	(request) => ({ ...request, headers: { ...request.headers, ...headers } });
