import type { IHttpRequestOptions } from 'n8n-workflow';
import { resolveIssue } from '../../../core/issues';
import { urlProblem } from '../baseUrl';

/** n8n shows `response.statusText` as the result of a credential test, and takes status 0 for no answer. */
class AddressRefusedError extends Error {
	readonly code = 'BASE_URL_INVALID';

	readonly response: { status: number; statusText: string };

	constructor(problem: string) {
		const { message, action } = resolveIssue('BASE_URL_INVALID', { problem });
		super(`${message} ${action}`);
		this.response = { status: 0, statusText: this.message };
	}
}

/** Where n8n will send it: `baseURL` counts where `url` is no full address. */
function addressOf({ url, baseURL = '' }: IHttpRequestOptions): string {
	return URL.canParse(url) ? url : `${baseURL.trim()}/${url}`;
}

/**
 * A credential adds its secret to a request, whoever made the request: a node, or n8n's own test of the
 * credential. So the rule about addresses is asked here, at the last step before it is sent.
 * @throws when the request goes where no secret may go
 */
export function signed(
	request: IHttpRequestOptions,
	headers: Record<string, string>,
): IHttpRequestOptions {
	checkAddress(request);
	return { ...request, headers: { ...request.headers, ...headers } };
}

export function checkAddress(request: IHttpRequestOptions): void {
	const problem = urlProblem(addressOf(request));
	if (problem !== null) throw new AddressRefusedError(problem);
}
