import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { resolveCarried, type CarriedIssue } from '../../../core/issues';
import { SIGN_IN_DOWN } from '../../shared/http/classify';
import { signed } from '../../shared/http/signing';
import { passes } from './oauthToken';

/** An error of a credential, with the catalogue's code where the transport can read it. */
export class AfasCredentialError extends Error {
	readonly code: string;

	/** What the token endpoint answered, if it did. */
	readonly status: number | undefined;

	constructor(issue: CarriedIssue, endpoint?: number) {
		const { code } = issue;
		const { message, action } = resolveCarried(issue);
		super(`${message} ${action}`);
		this.name = 'AfasCredentialError';
		this.code = endpoint !== undefined && passes(endpoint) ? SIGN_IN_DOWN : code;
		// n8n takes 401 here for a refusal by the API, and would ask for yet another token.
		this.status = endpoint === 401 ? undefined : endpoint;
	}
}

const underWay = new Map<string, Promise<string>>();

/**
 * One token request at a time per client: pages that run side by side all see the old token die, and
 * n8n runs the renewal once for each of them.
 */
export async function onceAtATime(key: string, fetch: () => Promise<string>): Promise<string> {
	const known = underWay.get(key);
	if (known !== undefined) return await known;
	const coming = fetch().finally(() => underWay.delete(key));
	underWay.set(key, coming);
	return await coming;
}

/** Adds the authorization, and the partner's IntegrationId where there is one, to a request. */
export function withAuthorization(
	request: IHttpRequestOptions,
	authorization: string,
	credential: ICredentialDataDecryptedObject,
): IHttpRequestOptions {
	const integrationId = String(credential['integrationId'] ?? '').trim();
	return signed(request, {
		Authorization: authorization,
		...(integrationId === '' ? {} : { IntegrationId: integrationId }),
	});
}
