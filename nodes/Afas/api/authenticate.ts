import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { resolveIssue, type IssueCode, type IssueParams } from '../../../core/issues';

/** An error of a credential, with the catalogue's code where the transport can read it. */
export class AfasCredentialError extends Error {
	readonly code: IssueCode;

	constructor(code: IssueCode, params: IssueParams = {}) {
		const { message, action } = resolveIssue(code, params);
		super(`${message} ${action}`);
		this.name = 'AfasCredentialError';
		this.code = code;
	}
}

/** Adds the authorization, and the partner's IntegrationId where there is one, to a request. */
export function withAuthorization(
	request: IHttpRequestOptions,
	authorization: string,
	credential: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const integrationId = String(credential['integrationId'] ?? '').trim();
	return {
		...request,
		headers: {
			...request.headers,
			Authorization: authorization,
			...(integrationId === '' ? {} : { IntegrationId: integrationId }),
		},
	};
}
