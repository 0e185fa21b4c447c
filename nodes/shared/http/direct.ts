import { sleep, type IHttpRequestOptions } from 'n8n-workflow';
import { urlProblem } from '../baseUrl';
import { readBody, WholeBody } from './body';

/**
 * The two ways of sending beside the transport, for what runs where it cannot: fetching a token inside a
 * credential, and testing a credential. Both go to no address that may not get a secret, follow no
 * redirect, take any status as an answer, and read no further than a token or a list of names can be.
 */

/** What a token endpoint, or one call of a credential test, may answer at most. */
const LIMIT_BYTES = 8 * 1024 * 1024;

export interface DirectRequest {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	body?: string;
	timeoutMs: number;
}

export interface DirectAnswer {
	status: number;
	/** As n8n gives them, names in lower case. */
	headers: Record<string, unknown>;
	text: string;
}

/** An address to which no secret may go; the caller has said so to the user before, by the same rule. */
class AddressRefusedError extends Error {
	readonly code = 'BASE_URL_INVALID';
}

interface Full {
	statusCode: number;
	headers?: Record<string, unknown>;
	body: unknown;
}

async function answered(
	asking: () => Promise<Full>,
	request: DirectRequest,
): Promise<DirectAnswer> {
	if (urlProblem(request.url) !== null) throw new AddressRefusedError('BASE_URL_INVALID');
	const settled = new AbortController();
	const { signal } = settled;
	const read = async (): Promise<DirectAnswer> => {
		const { statusCode, headers = {}, body } = await asking();
		const reader = new WholeBody(String(headers['content-type'] ?? ''));
		await readBody(body, reader, LIMIT_BYTES, signal);
		return { status: statusCode, headers, text: reader.text };
	};
	const late = async (): Promise<never> => {
		await sleep(request.timeoutMs + 1000, signal);
		throw Object.assign(new Error('deadline'), { code: 'ETIMEDOUT' });
	};
	try {
		const reading = read();
		reading.catch(() => undefined); // late, it has nobody to tell
		const limit = late();
		limit.catch(() => undefined);
		return await Promise.race([reading, limit]);
	} finally {
		settled.abort();
	}
}

/** From inside a credential (`preAuthentication`), by n8n's httpRequest helper. */
export const sendDirectly = async (
	helpers: { httpRequest(request: IHttpRequestOptions): Promise<unknown> },
	request: DirectRequest,
): Promise<DirectAnswer> =>
	await answered(
		async () =>
			(await helpers.httpRequest({
				method: request.method,
				url: request.url,
				headers: request.headers,
				...(request.body === undefined ? {} : { body: request.body }),
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: request.timeoutMs,
			})) as Full,
		request,
	);

/** From a credential test, whose only way to send is n8n's older helper. */
export const sendTest = async (
	helpers: { request(request: object): Promise<unknown> },
	request: DirectRequest,
): Promise<DirectAnswer> =>
	await answered(
		async () =>
			(await helpers.request({
				method: request.method,
				uri: request.url,
				headers: request.headers,
				...(request.body === undefined ? {} : { body: request.body }),
				useStream: true,
				simple: false,
				resolveWithFullResponse: true,
				followRedirect: false,
				timeout: request.timeoutMs,
			})) as Full,
		request,
	);
